### A shop's phone.

## Pairing

shop-pair-title = お店のスマートフォンにする
shop-pair-body = 係の人から受け取ったQRコードを読み取ってください。1回だけ使えます。
shop-pair-means = このスマートフォンで、お店の支払いを受け取れるようになります。
shop-pair-button = このお店で使う
shop-pair-done = 「{ $shop }」で使えます
shop-unpair-title = お店で使うのをやめますか
shop-unpair-body = このスマートフォンでは、受け取りと返金ができなくなります。受け取ったお金はそのままです。もう一度使うには、係の人から新しいQRコードを受け取ってください。
shop-unpair-button = お店で使うのをやめる

## Receiving

shop-receive-amount = いくら受け取りますか
shop-receive-button = { $amount }のQRコードを出す
shop-receive-wait = 支払いを待っています
shop-receive-until = { $time }まで払えます
shop-scan = 支払いコードを読み取る
shop-scan-button = { $amount }を受け取る
shop-scan-foreign = お客さまの支払いコードではありません
shop-scan-foreign-body = お金は動いていません。お客さまに、支払いコードを出してもらってください。
shop-received = { $amount }、受け取りました
shop-received-receipt = 控え番号：{ $receipt }
shop-checking = 確認しています。「受け取りました」と出るまで、お待ちください。
shop-next-button = 次の支払いを受け取る
shop-cancel = この注文を取り消す
shop-cancelled = 取り消しました。お金は動いていません。
shop-cancel-waiting = 取り消しは、通信が戻ると届きます。それまでは、お客さまが払えることがあります。
shop-expired = このQRコードでは、もう払えません。
till-open = 支払い待ち
till-paid = 支払い済み
till-cancelled = 取り消し
till-expired = 時間切れ

## Today

shop-today = きょうの受け取り
shop-today-total = 合計{ $amount }（{ $count }件）
shop-today-empty = 受け取った支払いは、ここに表示されます。
shop-line = { $time } { $kind }
shop-unsettled = まだ振り込まれていない金額：{ $amount }

## Refund

refund-title = 返金する
refund-amount = いくら返金しますか（{ $amount }まで）
refund-expired-warning = { $amount }は有効期限が過ぎているため、お客さまは使えません。
refund-button = { $amount }を返金する
refund-done = { $amount }を返金しました
