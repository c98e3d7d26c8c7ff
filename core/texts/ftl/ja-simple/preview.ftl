### What stands beside the phone that scripts/preview shows on a desk.

## Its panel

preview-title = { -app }を ためす
preview-made-up = 人《ひと》も カードも お金《かね》も 本当《ほんとう》では ありません。
preview-card-heading = マイナンバーカード
preview-card-hold = カードを あてる
preview-card-held = カードを 読《よ》んで います
preview-card-password = 署名用《しょめいよう》パスワード：{ $password }
preview-card-pin = 4つの 数字《すうじ》：{ $pin }
preview-card-enter = スマートフォンに 聞《き》かれたら、押《お》して ください。
preview-charge = 市役所《しやくしょ》で { $amount } 入《い》れる
preview-charge-first = お金《かね》は、登録《とうろく》した 後《あと》で 入《い》れます。
preview-code-heading = QRコード
preview-code-scan = { $shop }の QRコードを 写《うつ》す
preview-code-paste = 絵《え》や 字《じ》を 貼《は》る
preview-code-drop = QRコードの 絵《え》を この 窓《まど》に 置《お》いて ください。
preview-code-none = QRコードが ありません。ほかの 絵《え》を 使《つか》って ください。
preview-paste-none = クリップボードに QRコードも 字《じ》も ありません。
preview-network-heading = インターネット
preview-network-cut = インターネットを 切《き》る
preview-network-join = インターネットに つなぐ
preview-called = 電話《でんわ》を かけます
preview-shared = クリップボードに 入《い》れました
preview-saved = ファイルに 入《い》れました
preview-notified = お知《し》らせが 出《で》ます
preview-spoken = 声《こえ》で 言《い》います
preview-settings = スマートフォンの 設定《せってい》を 開《ひら》きます
preview-shines = 画面《がめん》を とても 明《あか》るく して います

## In the terminal that it was started from

preview-opened = 窓《まど》が 開《ひら》きました。データは { $folder }に あります。窓《まど》を 閉《し》めると 終《お》わります。
