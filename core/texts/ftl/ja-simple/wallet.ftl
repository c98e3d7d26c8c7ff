### Home, paying, codes, history, points.

## Home

home-greeting = { $name }さん、こんにちは
home-balance = 残高
balance-value = { $amount }（1ポイント＝1円）
balance-hide = 残高を 隠す
balance-show = 残高を 見る
home-offline-part = インターネットが なくても、1回 { $amount }まで 払えます
home-expires-soon = { $amount }は { $day }まで 使えます
home-pay = 払う
home-receive = 受け取る
home-empty = 残高は まだ ありません。市役所で お金を 入れる ことが できます。

## Pay

pay-scan = お店の QRコードを 写して ください
pay-torch = ライトを つける
pay-paste = コードを 入れる・写真から 読む
pay-amount = いくら 払いますか
pay-amount-for = { $shop }に 払う お金
pay-confirm-title = これで 払いますか
pay-button = { $amount } 払う
pay-again-button = もう 一度 押して 払う
pay-hold-button = 長く 押して 払う
pay-lots = { $day }までの { $amount }から 使います
pay-lot-line = { $kind } { $amount }（{ $day }まで）
pay-balance-after = 払った 後の 残高：{ $amount }
pay-pending = 確認して います。もう 一度 払わないで ください。
pay-till-reference = 注文の 番号：{ $reference }

## Paid

paid-title = 払いました
paid-amount = { $shop }に { $amount }を 払いました
paid-at = { $moment }
paid-show = お店の 人に 見せる
paid-done = ホームに 戻る

## Code

code-title = 支払いコード
code-offer = インターネットが なくても、1回 { $amount }まで 使えます
code-make = 支払いコードを 出す
code-until = { $time }まで、{ $amount }まで 使えます
code-open = { $amount }まで 使う ことが できます（{ $time }まで）
code-seconds = あと { $count }秒
code-unused = 使いませんでした。残高は 同じです。
code-show = この コードを お店の 人に 見せて ください。お店の 人が 金額を 入れます。

## History and receipts

history-title = 使った 記録
history-empty = 払った お金と もらった ポイントを ここで 見る ことが できます。
kind-charge = 入れた お金
kind-grant = もらった ポイント
kind-payment = 払った お金
kind-refund = 戻った お金
kind-expiry = 使える 日が 終わりました
kind-hold = 後で 使う ポイント
kind-capture = 取って おいた ポイントで 払いました
kind-release = 取って おいた ポイントが 戻りました
kind-settlement = お店に お金を 送りました
kind-closure = やめた ときの 計算
state-pending = 確認して います
state-refused = 払えませんでした
state-done = 終わりました
state-paid = 払いました
state-partly-refunded = 少し 戻りました
state-refunded = 全部 戻りました
receipt-title = 払った 記録
receipt-number = 記録の 番号：{ $receipt }
receipt-in-book = 町の 記録に 書きました ✓
receipt-refunded = { $amount }が 戻りました
receipt-refund-expired = { $amount }は 使える 日が 終わって いました。この { $amount }は 使えません。

## Lots

lots-title = ポイントの 種類
lot-charged = 入れた お金
lot-granted = もらった ポイント
lot-coupon = クーポン
lot-reward = お手伝いポイント
lot-until = { $day }まで 使えます
lot-last-day-label = 使える 最後の 日
lot-everywhere = 全部の お店で 使えます
lot-some-shops = 使える お店：{ $classes }

## Charge and vouchers

charge-title = お金を 入れる
charge-body = 市役所で お金を 入れる ことが できます。チャージ券の QRコードも 使えます。
charge-done = { $amount }を 入れました
grant-arrived = { $programme }：{ $amount }を もらいました
voucher-title = チャージ券を 使う
voucher-confirm = { $amount }の チャージ券です。{ $day }まで 使えます。
voucher-button = { $amount } 入れる

## Limits and step-up

limits-title = 使える お金の 決まり
limit-payment = 1回に 払う お金：{ $amount }まで
limit-day = 1日に 払う お金：{ $amount }まで
limit-balance = 残高：{ $amount }まで
step-up-user = { $amount }より 多い お金を 払う とき、本人か 確認します。顔・指・画面ロックを 使います。
step-up-card = { $amount }より 多い お金を 払う とき、マイナンバーカードも 使います。
step-up-user-button = 本人か 確認して 払う
step-up-card-button = カードを 使って 払う
step-up-window = この { $count }時間に 払った お金を 全部 数えます。

## Programme information

programme-title = この ポイントの 説明
programme-issuer = ポイントを 出す ところ
programme-registration = 登録の 番号
programme-limit = もらえる いちばん 多い 数
programme-validity = 使える 最後の 日
programme-validity-months = もらった 日から { $count }か月 使えます
programme-validity-until = { $day }まで 使えます
programme-where = 使える お店
programme-contact = 聞く ところ
programme-misuse = だれかが 悪く 使った とき
programme-no-refund = 入れた お金は 戻せません。引っ越しなどの ときは 戻せる ことが あります。
