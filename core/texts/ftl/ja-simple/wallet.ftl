### Home, paying, codes, history, points.

## Home

home-greeting = { $name }さん、こんにちは
home-balance = 残高《ざんだか》
balance-value = { $amount }（1ポイント＝1円《えん》）
balance-points = { $amount }
balance-rate = 1ポイント＝1円《えん》
balance-hide = 残高《ざんだか》を 隠《かく》す
balance-show = 残高《ざんだか》を 見《み》る
home-offline-part = インターネットが なくても、1回《かい》 { $amount }まで 払《はら》えます
home-expires-soon = { $amount }は { $day }まで 使《つか》えます
home-pay = 払《はら》う
home-receive = 受《う》け取《と》る
tiles-arrange = 順番《じゅんばん》を 変《か》える
tiles-arranged = 終《お》わる
tile-up = { $tile }を 上《うえ》へ
tile-down = { $tile }を 下《した》へ
home-empty = 残高《ざんだか》〈使《つか》える ポイント〉は まだ ありません。市役所《しやくしょ》で お金《かね》を 入《い》れる ことが できます。

## Pay

pay-scan = お店《みせ》の QRコードを 写《うつ》して ください
pay-torch = ライトを つける
pay-paste = コードを 入《い》れる・写真《しゃしん》から 読《よ》む
pay-amount = いくら 払《はら》いますか
pay-amount-for = { $shop }に 払《はら》う お金《かね》
pay-erase = 1つ 消《け》す
pay-confirm-title = これで 払《はら》いますか
pay-button = { $amount } 払《はら》う
pay-again-button = もう 一度《いちど》 押《お》して 払《はら》う
pay-hold-button = 長《なが》く 押《お》して 払《はら》う
pay-sending = 支払《しはら》いを 送《おく》って います。画面《がめん》を 閉《と》じないで ください。
pay-lots = { $amount }を 使《つか》います。{ $day }までの ポイントから 先《さき》に 使《つか》います。
pay-lot-line = { $kind } { $amount }（{ $day }まで）
pay-balance-after = 払《はら》った 後《あと》の 残高《ざんだか》：{ $amount }
pay-pending = 確認《かくにん》して います。もう 一度《いちど》 払《はら》わないで ください。
pay-till-reference = 注文《ちゅうもん》の 番号《ばんごう》：{ $reference }

## Paid

paid-title = 払《はら》いました
paid-amount = { $shop }に { $amount }を 払《はら》いました
paid-at = { $moment }
paid-show = お店《みせ》の 人《ひと》に 見《み》せる
paid-ended = 動《うご》く 模様《もよう》は 終《お》わりました。お店《みせ》には 記録《きろく》を 見《み》せて ください。
paid-done = ホームに 戻《もど》る

## Code

code-title = 支払《しはら》いコード
code-offer = インターネットが なくても、1回《かい》 { $amount }まで 使《つか》えます
code-make = 支払《しはら》いコードを 出《だ》す
code-until = { $time }まで 使《つか》えます（{ $amount }まで）
code-open = 支払《しはら》いコードで { $amount }まで 使《つか》うかも しれません（{ $time }まで）
code-seconds = あと { $count }秒《びょう》
code-unused = 支払《しはら》いコードを 使《つか》いませんでした。残高《ざんだか》は 同《おな》じです。
code-show = この コードを お店《みせ》の 人《ひと》に 見《み》せて ください。お店《みせ》の 人《ひと》が 金額《きんがく》を 入《い》れます。

## History and receipts

history-title = 使《つか》った 記録《きろく》
history-empty = 払《はら》った お金《かね》と もらった ポイントを ここで 見《み》る ことが できます。
history-search = お店《みせ》や 金額《きんがく》で 探《さが》す
history-not-found = 見《み》つかりません。ほかの ことばで 探《さが》して ください。
history-more = 前《まえ》の 記録《きろく》を 見《み》る
history-share = 記録《きろく》を ファイルで 渡《わた》す
history-share-title = どの 月《つき》の 記録《きろく》を 渡《わた》しますか
history-share-note = 表《ひょう》の アプリで 開《ひら》く ファイル（CSV）です。お店《みせ》の 名前《なまえ》と 金額《きんがく》が わかります。渡《わた》す 人《ひと》に 気《き》を つけて ください。
history-share-all = 全部《ぜんぶ》の 月《つき》
history-amount = { $amount }
history-amount-unknown = 金額《きんがく》を 確認《かくにん》して います
kind-charge = 入《い》れた お金《かね》
kind-grant = もらった ポイント
kind-payment = 払《はら》った お金《かね》
kind-refund = 戻《もど》った お金《かね》
kind-expiry = 使《つか》える 日《ひ》が 終《お》わりました
kind-hold = 後《あと》で 使《つか》う ポイント
kind-capture = 取《と》って おいた ポイントで 払《はら》いました
kind-release = 取《と》って おいた ポイントが 戻《もど》りました
kind-settlement = お店《みせ》に お金《かね》を 送《おく》りました
kind-closure = やめた ときの 計算《けいさん》
state-pending = 確認《かくにん》して います
state-refused = できませんでした
state-done = 終《お》わりました
state-paid = 払《はら》いました
state-partly-refunded = お金《かね》が 一部《いちぶ》 戻《もど》りました
state-refunded = 全部《ぜんぶ》 戻《もど》りました
receipt-title = 払《はら》った 記録《きろく》
receipt-number = 記録《きろく》の 番号《ばんごう》：{ $receipt }
receipt-in-book = 町《まち》の 記録《きろく》に 書《か》きました ✓
receipt-refunded = { $amount }が 戻《もど》りました
receipt-refund-expired = { $amount }は 使《つか》える 日《ひ》が 終《お》わって いました。この { $amount }は 使《つか》えません。

## Lots

lots-title = ポイントの 種類《しゅるい》
lot-charged = 入《い》れた お金《かね》
lot-granted = もらった ポイント
lot-coupon = クーポン
lot-reward = お手伝《てつだ》いポイント
lot-until = { $day }まで 使《つか》えます
lot-soon = もうすぐ 使《つか》えなく なります
lot-last-day-label = 使《つか》える 最後《さいご》の 日《ひ》
lot-everywhere = 全部《ぜんぶ》の お店《みせ》で 使《つか》えます
lot-some-shops = 使《つか》える お店《みせ》：{ $classes }

## Charge and vouchers

charge-title = お金《かね》を 入《い》れる
charge-body = 市役所《しやくしょ》で お金《かね》を 入《い》れる ことが できます。チャージ券《けん》〈お金《かね》を 入《い》れる 紙《かみ》〉の QRコードも 使《つか》えます。
charge-where = { $office }で できます。時間《じかん》：{ $hours }
charge-done = { $amount }を 入《い》れました
grant-arrived = { $programme }：{ $amount }を もらいました
voucher-title = チャージ券《けん》を 使《つか》う
voucher-confirm = { $amount }の チャージ券《けん》です。{ $day }まで 使《つか》えます。
voucher-ask = この チャージ券《けん》で お金《かね》を 入《い》れますか。チャージ券《けん》は 1回《かい》だけ 使《つか》えます。
voucher-button = お金《かね》を 入《い》れる

## Limits and step-up

limits-title = 使《つか》える お金《かね》の 決《き》まり
limit-payment = 1回《かい》に 払《はら》う お金《かね》：{ $amount }まで
limit-day = ｜1日《いちにち》に 払《はら》う お金《かね》：{ $amount }まで
limit-balance = 残高《ざんだか》：{ $amount }まで
limit-offline = インターネットが ない とき：1回《かい》 { $amount }まで
limit-left-today = 今日《きょう》は あと { $amount }まで 払《はら》う ことが できます
limits-guest = 登録《とうろく》すると、ここまで 使《つか》えます。
limits-proof-title = 本人《ほんにん》か どうかの 確認《かくにん》
limits-raise-title = もっと 使《つか》いたい とき
limits-raise-card = マイナンバーカードで 登録《とうろく》すると、もっと 使《つか》えます。
limits-raise-password = 署名用《しょめいよう》パスワードで もう 一度《いちど》 登録《とうろく》すると、もっと 使《つか》えます。
limits-raise-lock = この スマートフォンは 画面《がめん》ロックが ありません。スマートフォンの 設定《せってい》で 画面《がめん》ロックを つけて ください。次《つぎ》に もう 一度《いちど》 登録《とうろく》して ください。{ $amount }以上《いじょう》 払《はら》う ことが できます。
limits-highest = これより 多《おお》くは 使《つか》えません。
step-up-user = { $amount }以上《いじょう》 払《はら》う とき、本人《ほんにん》か 確認《かくにん》します。顔《かお》・指《ゆび》・画面《がめん》ロックを 使《つか》います。
step-up-card = { $amount }以上《いじょう》 払《はら》う とき、マイナンバーカードも 使《つか》います。
step-up-card-button = カードを 使《つか》って 払《はら》う
step-up-window = この { $count }時間《じかん》に 払《はら》った お金《かね》を 全部《ぜんぶ》 数《かぞ》えます。

## Programme information

programme-title = この ポイントの 説明《せつめい》
programme-issuer = ポイントを 出《だ》す ところ
programme-registration = 登録《とうろく》の 番号《ばんごう》
programme-limit = もらえる いちばん 多《おお》い 数《かず》
programme-validity = 使《つか》える 最後《さいご》の 日《ひ》
programme-validity-months = もらった 日《ひ》から { $count }か月《げつ》 使《つか》えます
programme-validity-until = { $day }まで 使《つか》えます
programme-where = 使《つか》える お店《みせ》
programme-contact = 聞《き》く ところ
programme-misuse = だれかが 悪《わる》く 使《つか》った とき
programme-no-pay-back = 入《い》れた お金《かね》は 返《かえ》せません。引《ひ》っ越《こ》しなどの ときは 返《かえ》せる ことが あります。
