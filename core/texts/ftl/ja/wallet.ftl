### Home, paying, codes, history, points.

## Home

home-greeting = { $name }さん、こんにちは
home-balance = 残高
balance-value = { $amount }（1ポイント＝1円）
balance-points = { $amount }
balance-rate = 1ポイント＝1円
balance-hide = 残高を隠す
balance-show = 残高を見る
home-offline-part = 通信できないときも、1回{ $amount }まで払えます
home-expires-soon = { $amount }は{ $day }まで使えます
home-pay = 払う
home-receive = 受け取る
tiles-arrange = 並べ替える
tiles-arranged = 並べ替えを終える
tile-up = { $tile }を上へ
tile-down = { $tile }を下へ
home-empty = 残高はまだありません。市役所の窓口でチャージできます。

## Pay

pay-scan = お店のQRコードを読み取ってください
pay-torch = ライトをつける
pay-paste = コードを貼り付ける・写真から読む
pay-amount = いくら払いますか
pay-amount-for = { $shop }に払う金額
pay-erase = 1つ消す
pay-confirm-title = この内容で払いますか
pay-button = { $amount }を払う
pay-again-button = もう一度押して払う
pay-hold-button = 長押しして払う
pay-sending = 支払いを送っています。画面を閉じないでください。
pay-lots = { $amount }を使います。{ $day }までのポイントから先に使います。
pay-lot-line = { $kind } { $amount }（{ $day }まで）
pay-balance-after = 払ったあとの残高：{ $amount }
pay-pending = 確認しています。もう一度払わないでください。
pay-till-reference = 注文番号：{ $reference }

## Paid

paid-title = 払いました
paid-amount = { $shop }に{ $amount }を払いました
paid-at = { $moment }
paid-show = お店に見せる
paid-ended = 動く模様は終わりました。お店には領収の控えを見せてください。
paid-done = ホームに戻る

## Code

code-title = 支払いコード
code-offer = 通信できなくても、1回{ $amount }まで使えます
code-make = 支払いコードを出す
code-until = { $time }まで使えます（{ $amount }まで）
code-open = 支払いコードで{ $amount }まで使われることがあります（{ $time }まで）
code-seconds = 残り{ $count }秒
code-unused = 支払いコードは使われませんでした。残高はそのままです。
code-show = このコードをお店の人に見せてください。金額はお店が入れます。

## History and receipts

history-title = 履歴
history-empty = 支払いや受け取りは、ここに表示されます。
history-search = お店や金額で探す
history-not-found = 見つかりませんでした。ことばを変えて探してください。
history-more = 前の履歴を見る
history-share = 一覧をファイルで渡す
history-share-title = どの月の一覧を渡しますか
history-share-note = 表計算のアプリで開けるファイル（CSV）です。お店の名前と金額が入ります。渡す相手に気をつけてください。
history-share-all = すべての月
history-amount = { $amount }
history-amount-unknown = 金額を確認しています
kind-charge = チャージ
kind-grant = もらったポイント
kind-payment = 支払い
kind-refund = 返金
kind-expiry = 有効期限切れ
kind-hold = 取り置き
kind-capture = 取り置きからの支払い
kind-release = 取り置きからの戻り
kind-settlement = お店への振り込み
kind-closure = 退会による清算
state-pending = 確認待ち
state-refused = できませんでした
state-done = 完了
state-paid = 支払い済み
state-partly-refunded = 一部返金
state-refunded = 返金済み
receipt-title = 領収の控え
receipt-number = 控え番号：{ $receipt }
receipt-in-book = まちの帳簿に記録済み ✓
receipt-refunded = { $amount }が返金されました
receipt-refund-expired = 返金のうち{ $amount }は有効期限が過ぎていたため、使えません。

## Lots

lots-title = ポイントの内訳
lot-charged = チャージ
lot-granted = もらったポイント
lot-coupon = クーポン
lot-reward = お手伝いポイント
lot-until = { $day }まで使えます
lot-soon = もうすぐ使えなくなります
lot-last-day-label = 有効期限
lot-everywhere = すべてのお店で使えます
lot-some-shops = 使えるお店：{ $classes }

## Charge and vouchers

charge-title = チャージする
charge-body = 市役所の窓口で、現金でチャージできます。チャージ券のQRコードも使えます。
charge-where = { $office }で受け付けます。受付時間：{ $hours }
charge-done = { $amount }をチャージしました
grant-arrived = { $programme }：{ $amount }を受け取りました
voucher-title = チャージ券を使う
voucher-confirm = { $amount }のチャージ券です。{ $day }まで使えます。
voucher-ask = このチャージ券でチャージしますか。チャージ券は1回だけ使えます。
voucher-button = チャージする

## Limits and step-up

limits-title = 使える金額の上限
limit-payment = 1回の支払い：{ $amount }まで
limit-day = 1日の支払い：{ $amount }まで
limit-balance = 残高：{ $amount }まで
limit-offline = 通信できないとき：1回{ $amount }まで
limit-left-today = きょうは、あと{ $amount }まで払えます
limits-guest = 登録すると、次の金額まで使えます。
limits-proof-title = 本人かどうかの確認
limits-raise-title = もっと使えるようにするには
limits-raise-card = マイナンバーカードで登録すると、上限が上がります。
limits-raise-password = 署名用パスワードでもう一度登録すると、上限が上がります。
limits-raise-lock = このスマートフォンには画面ロックがありません。スマートフォンの設定で画面ロックをつけて、もう一度登録してください。{ $amount }以上も払えるようになります。
limits-highest = これより高い上限はありません。
step-up-user = { $amount }以上の支払いでは、顔・指・画面ロックで本人かどうか確認します。
step-up-card = { $amount }以上の支払いでは、マイナンバーカードもかざしてください。
step-up-card-button = カードをかざして払う
step-up-window = この{ $count }時間に払った合計で決まります。

## Programme information

programme-title = このポイントについて
programme-issuer = 発行者
programme-registration = 登録番号
programme-limit = 受け取れる上限
programme-validity = 有効期限
programme-validity-months = 受け取った日から{ $count }か月使えます
programme-validity-until = { $day }まで使えます
programme-where = 使えるお店
programme-contact = 問い合わせ先
programme-misuse = 不正に使われたときの補償
programme-no-pay-back = チャージしたお金は、原則として払い戻せません。引っ越しなどのときは、払い戻せることがあります。
