### The printed poster of a shop's QR code.

## The poster of a shop's QR

poster-title = ポイントで 払《はら》えます
poster-step-scan = 「払《はら》う」を 押《お》して QRコードを 写《うつ》す
poster-step-amount = 金額《きんがく》を 入《い》れる
poster-step-confirm = 払《はら》ったら、画面《がめん》を お店《みせ》の 人《ひと》に 見《み》せる
poster-one-point = 1ポイント＝1円《えん》
poster-offline = インターネットが ない ときは「支払《しはら》いコード」を 見《み》せて ください
poster-contact = 困《こま》った とき：{ $telephone }
poster-print = ポスターを 印刷《いんさつ》する
