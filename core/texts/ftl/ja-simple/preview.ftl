### What stands beside the phone that scripts/preview shows on a desk.

## Its panel

preview-title = { -app }を ためす
preview-made-up = 人《ひと》も カードも お金《かね》も 本当《ほんとう》では ありません。
preview-card-heading = マイナンバーカード
preview-card-hold = カードを あてる
preview-card-held = カードを 読《よ》んで います
preview-card-password = 英語《えいご》と 数字《すうじ》の 暗証番号《あんしょうばんごう》：{ $password }
preview-card-pin = 4つの 数字《すうじ》：{ $pin }
preview-charge = 市役所《しやくしょ》で { $amount } 入《い》れる
preview-charge-first = お金《かね》は、登録《とうろく》した 後《あと》で 入《い》れます。
preview-code-heading = QRコード
preview-code-scan = { $shop }の QRコードを 写《うつ》す
preview-code-paste = 絵《え》や 字《じ》を 貼《は》る
preview-code-drop = QRコードの 絵《え》を ここに 置《お》いて ください。
preview-code-none = QRコードが ありません。ほかの 絵《え》を 使《つか》って ください。
preview-network-heading = インターネット
preview-network-cut = インターネットを 切《き》る
preview-network-join = インターネットに つなぐ
preview-called = 電話《でんわ》を かけます
preview-shared = クリップボードに 入《い》れました
preview-saved = ファイルに 入《い》れました
preview-notified = お知《し》らせが 出《で》ます
preview-spoken = 声《こえ》で 言《い》います
preview-settings = スマートフォンの 設定《せってい》を 開《ひら》きます
