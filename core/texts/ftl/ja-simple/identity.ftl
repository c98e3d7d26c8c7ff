### Registration, card, phones, leaving.

## Registration

register-title = 登録する
register-need = 3つの ものを 用意して ください
register-need-card = マイナンバーカード
register-need-password = 署名用パスワード（6から 16文字）
register-need-phone = カードを 読む ことが できる スマートフォン
register-start = 登録を 始める
register-reads = 名前・住所・生まれた 日・性別を 読みます。電子証明書〈カードの 中の 証明〉も 読みます。
register-never-reads = 12けたの 番号は 読みません。
register-password = 署名用パスワードを 入れて ください
register-password-kept = パスワードは カードを 確認する ときだけ 使います。ほかの ところに 送りません。
register-pin = 4けたの 暗証番号を 入れて ください
register-pin-route = 署名用パスワードが わからない ときは、4けたの 暗証番号を 使います。使える お金が 少なく なります。
register-pin-route-button = 4けたの 番号を 使う
register-counter-route = 市役所などでも 登録できます。{ $office }に 来て ください。
register-statement = { $town }の { -app }に 登録します。カードで 署名します。
register-sending = 登録して います。画面を 閉じないで ください。
register-done = 登録できました
register-done-body = お店で 払う ことが できます。ポイントを もらう ことも できます。
register-review = 係の 人が 登録を 確認します。番号：{ $reference }
register-review-body = カードが 新しいので 確認して います。終わったら お知らせします。
register-no-lock = 画面ロックが ありません。{ $amount }より 多い お金は 払えません。

## The card at the phone

card-hold = カードを スマートフォンの 後ろに つけて ください
card-near = カードが ありました
card-reading = カードを 読んで います。動かさないで ください。
card-lost = カードが 離れました。もう 一度 つけて ください。
card-wrong = この カードは 使えません。マイナンバーカードを 使って ください。
card-done = カードを 読みました。カードを 取って ください。
pin-tries-left = あと { $count }回 入れる ことが できます
pin-wrong = パスワードが 違います。あと { $count }回 入れる ことが できます。
pin-last-try-title = 入れる ことが できるのは あと 1回です
pin-last-try-body = 間違えると、パスワードが 使えなく なります。使いたい ときは 市役所に 行きます。パスワードは 正しいですか。
pin-last-try-sure = 正しいので 入れる
pin-last-try-stop = 今は やめる
pin-forgotten = パスワードを 忘れた
pin-forgotten-body = パスワードは 市役所で 変える ことが できます。コンビニで できる ことも あります。
pin-blocked-body = 何回も 間違えたので、パスワードが 使えません。カードを 持って 市役所に 行って ください。
pin-none-body = この カードは 暗証番号が ありません。市役所などで 登録して ください。
certificate-dead-body = 引っ越しを したら、市役所で 手続きが 必要です。電子証明書を 新しく します。
certificate-ends-soon = 電子証明書は { $day }までです。市役所で 新しく できます。

## Levels

level-guest = 登録して いません
level-visitor = ビジター〈町に 来た 人〉
level-card-holder = カードを 確認しました
level-verified = 本人だと 確認しました
level-verified-elsewhere = 本人だと 確認しました（ほかの 方法）

## Visitors

visitor-title = 町に 来た 人が 使う
visitor-body = メールか 市役所の コードで 始めます。残高は { $amount }までです。
visitor-mail = メールアドレス
visitor-send = コードを 送る
visitor-code = 届いた コードを 入れて ください
visitor-start = 使う
mail-code-subject = { -app }の 確認コード
mail-code-body = 確認コードは { $code }です。{ $count }分 使えます。知らない ときは、この メールを 消して ください。

## Phones

phones-title = 使って いる スマートフォン
phone-this = この スマートフォン
phone-added = { $day }に 登録しました
phone-seen = 最後に 使った 日：{ $day }
phone-removed = 使えません
phone-add = スマートフォンを 増やす
phone-add-body = 新しい スマートフォンで { -app }を 開いて ください。次に マイナンバーカードを つけて ください。
phone-remove = この スマートフォンを やめる
phone-remove-body = 「{ $name }」で 使えなく なります。残高は 同じです。
lost-title = スマートフォンを なくした
lost-body = 新しい スマートフォンと マイナンバーカードを 使います。前の スマートフォンを 止めます。残高は 同じです。
lost-button = 前の ものを 止める
lost-done = 前の スマートフォンを 止めました。残高は 同じです。
lost-telephone = 電話でも 止める ことが できます：{ $telephone }
card-replaced-title = カードが 新しく なった とき
card-replaced-body = 新しい カードを つけて ください。係の 人が 確認した 後で 使えます。
sign-out = この スマートフォンで やめる

## Leaving

leave-title = { -app }を やめる
leave-body = やめると、名前や 住所などを 消します。払った 記録は 法律の 決まりで 残します。
leave-balance = 残高が { $amount } あります。やめると 使えません。
leave-refund = 引っ越しなどの ときは、入れた お金が 戻る ことが あります。係の 人に 相談して ください。
leave-give-up = 残高を 捨てて やめる
leave-button = やめる
leave-done = 終わりました。ありがとう ございました。
