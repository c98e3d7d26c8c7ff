### A shop's phone.

## Pairing

shop-pair-title = お店の スマートフォンに する
shop-pair-body = 市から 届いた QRコードを 写して ください。1回だけ 使えます。
shop-pair-button = この お店で 使う
shop-pair-done = 「{ $shop }」で 使えます

## Receiving

shop-receive-title = 受け取る
shop-receive-amount = いくら 受け取りますか
shop-receive-button = { $amount }の QRコードを 出す
shop-receive-wait = お客さんが 払うのを 待って います
shop-receive-until = { $time }まで 払えます
shop-scan = お客さんの コードを 写す
shop-scan-button = { $amount } 受け取る
shop-received = { $amount }、受け取りました
shop-received-receipt = 記録の 番号：{ $receipt }
shop-cancel = この 注文を やめる
shop-cancelled = やめました。お金は 動いて いません。
till-open = 待って います
till-paid = 払いました
till-cancelled = やめました
till-expired = 時間が 終わりました

## Today

shop-today = 今日 受け取った お金
shop-today-total = 全部で { $amount }（{ $count }回）
shop-today-empty = 受け取った お金を ここで 見る ことが できます。
shop-unsettled = まだ 銀行に 来て いない お金：{ $amount }

## Refund

refund-title = お金を 戻す
refund-amount = いくら 戻しますか（{ $amount }まで）
refund-expired-warning = { $amount }は 使える 日が 終わって います。お客さんは 使えません。
refund-button = { $amount } 戻す
refund-done = { $amount } 戻しました
