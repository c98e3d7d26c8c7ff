### Notices and mails.

## Notices: nothing personal, they may be seen on a locked screen

notices-title = お知《し》らせ
notices-empty = 届《とど》いた ポイントなどの お知《し》らせを ここで 見《み》る ことが できます。
notices-wanted-title = スマートフォンの 通知《つうち》
notices-wanted-note = 通知《つうち》に 名前《なまえ》や 金額《きんがく》は ありません。
notices-money = ポイントが 動《うご》いた とき
notices-money-note = 届《とど》いた ポイント・返金《へんきん》・支払《しはら》いコードの 支払《しはら》い
notices-deadlines = もうすぐ 終《お》わる とき
notices-deadlines-note = ポイントや カードの 電子証明書《でんししょうめいしょ》が 終《お》わる 日《ひ》
notices-safety = 登録《とうろく》が 変《か》わった とき
notices-safety-note = スマートフォンが 増《ふ》えた とき・減《へ》った とき・登録《とうろく》の 確認《かくにん》
notices-denied = スマートフォンの 設定《せってい》で 通知《つうち》が オフです。オンに して ください。
notice-news = 新《あたら》しい お知《し》らせが あります
notice-paid = 支払《しはら》いを 記録《きろく》しました
notice-refunded = お金《かね》が 戻《もど》りました
notice-received = ポイントが 届《とど》きました
notice-expires = もうすぐ 使《つか》えなく なる ポイントが あります
notice-new-phone = 新《あたら》しい スマートフォンが 増《ふ》えました。知《し》らない ときは、係《かかり》の 人《ひと》に 相談《そうだん》して ください。
notice-phone-removed = スマートフォンが ｜1台《いちだい》 使《つか》えなく なりました
notice-registered = 登録《とうろく》の 確認《かくにん》が 終《お》わりました
notice-card-ends = カードの 電子証明書《でんししょうめいしょ》が もうすぐ 終《お》わります
notice-disaster = { $area }に 避難《ひなん》〈安全《あんぜん》な 所《ところ》へ 逃《に》げる こと〉の 情報《じょうほう》が あります。
notice-open = お知《し》らせを 見《み》る

## The mail with a visitor's registration code

mail-code = 登録《とうろく》コード：{ $code }
mail-code-minutes = { $count }分《ふん》の 間《あいだ》に アプリに 入《い》れて ください。
mail-code-not-you = 自分《じぶん》で 頼《たの》んで いない ときは、この メールを 消《け》して ください。

## The mail to whoever runs the server: no row, for who reads it on its way is not known

mail-ledger-altered = { $town }の お金《かね》の 記録《きろく》に、正《ただ》しく ない ところが { $count }か所《しょ》 あります。
mail-ledger-altered-do = 支払《しはら》いは 続《つづ》いて います。すぐに `yui-server verify-ledger` を 使《つか》って ください。正《ただ》しく ない 場所《ばしょ》が わかります。その 前《まえ》に サーバーを 止《と》めないで ください。
mail-ledger-unread = { $town }の お金《かね》の 記録《きろく》を 調《しら》べる ことが できませんでした。
mail-ledger-unread-do = 理由《りゆう》は サーバーの ログに あります。10分《ぷん》ごとに もう 一度《いちど》 調《しら》べます。今夜《こんや》は もう メールを 送《おく》りません。
