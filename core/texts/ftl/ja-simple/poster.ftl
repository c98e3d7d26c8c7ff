### The printed poster of a shop's QR code.

## The poster of a shop's QR

poster-title = ポイントで 払えます
poster-step-scan = 「払う」を 押して QRコードを 写す
poster-step-amount = 金額を 入れる
poster-step-confirm = 払ったら、お店の 人に 見せる
poster-one-point = 1ポイント＝1円
poster-offline = インターネットが ない ときは「支払いコード」を 見せて ください
poster-contact = 困った とき：{ $telephone }
poster-print = ポスターを 印刷する
