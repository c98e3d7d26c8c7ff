### What a clerk is told at a card reader: what lies on it, what goes wrong, and what was read.

## The reader

reader-lay-card = マイナンバーカードを リーダーに 置《お》いて ください。
reader-state-nothing = カードは ありません
reader-state-card = カードが あります
reader-state-in-use = ほかの プログラムが 使《つか》って いる カード
reader-state-mute = 返事《へんじ》が ない カード

## What goes wrong

reader-refusal = { $name }。{ $words }
reader-no-service = カードを 読《よ》む サービスが 動《うご》いて いません。Linuxでは pcscd です。この コンピューターに くわしい 人《ひと》に 相談《そうだん》 して ください
reader-none = カードリーダーが ありません。つないで、もう 一度《いちど》 して ください
reader-unknown = 「{ $name }」の リーダーは ありません。ある リーダー：{ $words }
reader-several = どの リーダーか わかりません。--reader で 選《えら》んで ください：{ $words }
reader-no-card = リーダーに カードが ありません。置《お》いて、もう 一度《いちど》 して ください
reader-card-in-use = ほかの プログラムが カードを 使《つか》って います。その プログラムを 閉《と》じて、もう 一度《いちど》 して ください
reader-mute = カードの 返事《へんじ》が ありません。向《む》きを 変《か》えて、置《お》いて ください
reader-card-removed = 終《お》わる 前《まえ》に カードが 離《はな》れました。カードを 置《お》いて、もう 一度《いちど》 して ください
reader-gone = カードリーダーが 外《はず》れました。つないで、もう 一度《いちど》 して ください
reader-fault = カードリーダーが 動《うご》きません。つなぎ直《なお》して ください。だめな ときは、この コンピューターに くわしい 人《ひと》に 相談《そうだん》 して ください：{ $words }
reader-certificate-absent = この カードは 番号《ばんごう》か 電子証明書《でんししょうめいしょ》が ありません。市役所《しやくしょ》で 聞《き》いて ください
reader-typed-challenge = データは { $words }から { $count }バイトです。16進数《しんすう》で 書《か》いて ください
reader-challenge-length = データは { $words }から { $count }バイトです

## The PIN

reader-ask-text = 名前《なまえ》と 住所《じゅうしょ》を 読《よ》む 4けたの 番号《ばんごう》：
reader-ask-authentication = 利用者証明用《りようしゃしょうめいよう》の 4けたの 番号《ばんごう》：
reader-last-try-sure = 入《い》れる ときは 1と Enterです。やめる ときは Enterだけです。
reader-last-try-flag = あと 1回《かい》です。まちがえると 番号《ばんごう》が 使《つか》えなく なります。市役所《しやくしょ》で なおします。カードの 人《ひと》が 使《つか》うと 決《き》めたら、--last-try を 書《か》いて ください。

## What a card says

reader-line = { $name }：{ $words }
reader-pin-signature = 署名用《しょめいよう》パスワード
reader-pin-authentication = 利用者証明用《りようしゃしょうめいよう》の 番号《ばんごう》
reader-pin-text = 名前《なまえ》と 住所《じゅうしょ》を 読《よ》む 番号《ばんごう》
reader-tries-blocked = 使《つか》えません。市役所《しやくしょ》に 行《い》って ください
reader-tries-none = この カードには ありません
reader-name = 名前《なまえ》
reader-address = 住所《じゅうしょ》
reader-birth-date = 生年月日《せいねんがっぴ》
reader-sex = 性別《せいべつ》
reader-sex-male = 男《おとこ》
reader-sex-female = 女《おんな》
reader-sex-not-stated = 書《か》いて いません
reader-signature = 署名《しょめい》（RSA-2048、PKCS #1 v1.5、SHA-256）
reader-signed = 署名《しょめい》した もの（「yui/challenge/v1」と データ）
reader-certificate = 電子証明書《でんししょうめいしょ》（DER）
