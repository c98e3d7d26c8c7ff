### Notices and mails.

## Notices: nothing personal, they may be seen on a locked screen

notices-title = お知らせ
notices-empty = 届いたポイントや期限のお知らせは、ここに表示されます。
notices-wanted-title = スマートフォンに通知を出すとき
notices-wanted-note = 通知には、名前や金額を出しません。
notices-money = ポイントが動いたとき
notices-money-note = 届いたポイント、返金、支払いコードでの支払い
notices-deadlines = 期限が近いとき
notices-deadlines-note = ポイントの期限、カードの電子証明書の期限
notices-safety = 登録が変わったとき
notices-safety-note = スマートフォンの追加と取り外し、登録の確認
notices-denied = スマートフォンの設定で、通知が止まっています。設定で通知をオンにしてください。
notice-news = 新しいお知らせがあります
notice-paid = 支払いが記録されました
notice-refunded = 返金がありました
notice-received = ポイントが届きました
notice-expires = もうすぐ使えなくなるポイントがあります
notice-new-phone = 新しいスマートフォンが追加されました。心あたりがないときは、係の人に相談してください。
notice-phone-removed = スマートフォンが1台外されました
notice-registered = 登録の確認が終わりました
notice-card-ends = カードの電子証明書の期限が近づいています
notice-disaster = { $area }に避難の情報が出ています。
notice-open = お知らせを見る

## The mail with a visitor's registration code

mail-code = 登録コード：{ $code }
mail-code-minutes = { $count }分以内に、アプリに入れてください。
mail-code-not-you = 心あたりがないときは、このメールを消してください。

## The mail to whoever runs the server: no row, for who reads it on its way is not known

mail-ledger-altered = { $town }の帳簿に、{ $count }か所の食い違いがあります。
mail-ledger-altered-do = 支払いは続いています。すぐに `yui-server verify-ledger` で、どこかを確かめてください。確かめるまで、サーバーを起動し直さないでください。
mail-ledger-unread = { $town }の帳簿を確かめられませんでした。
mail-ledger-unread-do = 理由はサーバーのログにあります。10分ごとに確かめ直します。今夜は、もうメールを送りません。
