### The printed poster of a shop's QR code.

## The poster of a shop's QR

poster-title = ポイントで払えます
poster-step-scan = 「払う」を押して、QRコードを読み取る
poster-step-amount = 金額を入れる
poster-step-confirm = 払ったら、画面をお店の人に見せる
poster-one-point = 1ポイント＝1円
poster-offline = 通信できないときは「支払いコード」を見せてください
poster-contact = 困ったとき：{ $telephone }
poster-print = ポスターを印刷する
