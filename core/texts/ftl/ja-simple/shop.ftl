### A shop's phone.

## Pairing

shop-pair-title = お店《みせ》の スマートフォンに する
shop-pair-body = 係《かかり》の 人《ひと》から もらった QRコードを 写《うつ》して ください。1回《かい》だけ 使《つか》えます。
shop-pair-means = この スマートフォンで、お店《みせ》の お金《かね》を 受《う》け取《と》る ことが できます。
shop-pair-button = この お店《みせ》で 使《つか》う
shop-pair-done = 「{ $shop }」で 使《つか》えます
shop-unpair-title = お店《みせ》で 使《つか》うのを やめますか
shop-unpair-body = この スマートフォンで 受《う》け取《と》ったり 返《かえ》したり できなく なります。もう 受《う》け取《と》った お金《かね》は なくなりません。また 使《つか》う ときは、係《かかり》の 人《ひと》から 新《あたら》しい QRコードを もらって ください。
shop-unpair-button = お店《みせ》で 使《つか》うのを やめる

## Receiving

shop-receive-amount = いくら 受《う》け取《と》りますか
shop-receive-button = { $amount }の QRコードを 出《だ》す
shop-receive-wait = お金《かね》を 待《ま》って います
shop-receive-until = { $time }まで 払《はら》えます
shop-scan = 支払《しはら》いコードを 写《うつ》す
shop-scan-button = { $amount } 受《う》け取《と》る
shop-scan-foreign = お客《きゃく》さんの 支払《しはら》いコードでは ありません
shop-scan-foreign-body = お金《かね》は 動《うご》いて いません。お客《きゃく》さんに 支払《しはら》いコードを 出《だ》して もらって ください。
shop-received = { $amount }、受《う》け取《と》りました
shop-received-receipt = 記録《きろく》の 番号《ばんごう》：{ $receipt }
shop-checking = 確認《かくにん》して います。「受《う》け取《と》りました」が 出《で》るまで、待《ま》って ください。
shop-next-button = 次《つぎ》の お金《かね》を 受《う》け取《と》る
shop-cancel = この 注文《ちゅうもん》を やめる
shop-cancelled = やめました。お金《かね》は 動《うご》いて いません。
shop-cancel-waiting = やめた ことは、インターネットに つながったら 届《とど》きます。それまで、お客《きゃく》さんは 払《はら》う ことが できるかも しれません。
shop-expired = この QRコードでは、もう 払《はら》えません。
till-open = 待《ま》って います
till-paid = 払《はら》いました
till-cancelled = やめました
till-expired = 時間《じかん》が 終《お》わりました

## Today

shop-today = 今日《きょう》 受《う》け取《と》った お金《かね》
shop-today-total = 全部《ぜんぶ》で { $amount }（{ $count }回《かい》）
shop-today-empty = 受《う》け取《と》った お金《かね》を ここで 見《み》る ことが できます。
shop-line = { $time } { $kind }
shop-unsettled = まだ 銀行《ぎんこう》に 来《き》て いない お金《かね》：{ $amount }

## Refund

refund-title = お金《かね》を 戻《もど》す
refund-amount = いくら 戻《もど》しますか（{ $amount }まで）
refund-expired-warning = { $amount }は 使《つか》える 日《ひ》が 終《お》わって います。お客《きゃく》さんは 使《つか》えません。
refund-button = { $amount } 戻《もど》す
refund-done = { $amount } 戻《もど》しました
