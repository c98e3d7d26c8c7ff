### What a clerk is told at a card reader: what lies on it, what goes wrong, and what was read.

## The reader

reader-lay-card = マイナンバーカードをリーダーに置いてください。
reader-state-nothing = カードなし
reader-state-card = カードあり
reader-state-in-use = ほかのプログラムが使っているカード
reader-state-mute = 応答しないカード

## What goes wrong

reader-refusal = { $name }。{ $words }
reader-no-service = このコンピューターのスマートカードのサービス（Linuxではpcscd）が動いていません。このコンピューターの担当者に相談してください
reader-none = カードリーダーがつながっていません。つないで、もう一度始めてください
reader-unknown = 「{ $name }」という名前のリーダーはありません。あるのは：{ $words }
reader-several = どのリーダーか決められません。--reader で選んでください：{ $words }
reader-no-card = リーダーにカードがありません。置いて、もう一度始めてください
reader-card-in-use = ほかのプログラムがカードを使っています。そのプログラムを閉じて、もう一度始めてください
reader-mute = カードが応答しません。向きを変えて置き直してください
reader-card-removed = 終わる前にカードが離れました。カードを置いて、もう一度始めてください
reader-gone = カードリーダーが外れました。つないで、もう一度始めてください
reader-fault = カードリーダーが動きません。つなぎ直すか、このコンピューターの担当者に相談してください：{ $words }
reader-certificate-absent = このカードには、必要な暗証番号か電子証明書がありません。理由は市区町村の窓口で分かります
reader-typed-challenge = 署名するデータは、{ $words }から{ $count }バイトを16進数で書きます
reader-challenge-length = 署名するデータは、{ $words }から{ $count }バイトです

## The PIN

reader-ask-text = 氏名と住所を読むための4けたの暗証番号（券面事項入力補助用）：
reader-ask-authentication = 利用者証明用の4けたの暗証番号：
reader-last-try-sure = 入力するときは1とEnter、やめるときはEnterだけを押してください。
reader-last-try-flag = あと1回です。まちがえると暗証番号がロックされ、市区町村の窓口でしか解除できません。持ち主が使うと決めたときは、--last-try を付けてもう一度始めてください。

## What a card says

reader-line = { $name }：{ $words }
reader-pin-signature = 署名用パスワード
reader-pin-authentication = 利用者証明用の暗証番号
reader-pin-text = 氏名と住所を読むための暗証番号（券面事項入力補助用）
reader-tries-blocked = 使えません。市役所で手続きが必要です
reader-tries-none = このカードにはありません
reader-name = 氏名
reader-address = 住所
reader-birth-date = 生年月日
reader-sex = 性別
reader-sex-male = 男
reader-sex-female = 女
reader-sex-not-stated = 記載なし
reader-signature = 署名（RSA-2048、PKCS #1 v1.5、SHA-256）
reader-signed = 署名した内容（「yui/challenge/v1」に続けて渡したデータ）
reader-certificate = 利用者証明用の電子証明書（DER）
