### What stands beside the phone that scripts/preview shows on a desk.

## Its panel

preview-title = { -app }を机の上でためす
preview-made-up = 人・カード・お金は、すべて架空のものです。
preview-card-heading = マイナンバーカード
preview-card-hold = カードをあてる
preview-card-held = カードを読み取っています
preview-card-password = 英数字の暗証番号：{ $password }
preview-card-pin = 4けたの暗証番号：{ $pin }
preview-charge = 窓口で{ $amount }をチャージする
preview-charge-first = チャージは、登録してからできます。
preview-code-heading = QRコード
preview-code-scan = { $shop }のQRコードを読み取る
preview-code-paste = 画像や文字を貼り付ける
preview-code-drop = QRコードの画像をここにドロップしてください。
preview-code-none = QRコードが見つかりませんでした。ほかの画像でためしてください。
preview-network-heading = 通信
preview-network-cut = 通信を切る
preview-network-join = 通信をつなぐ
preview-called = 電話をかけます
preview-shared = クリップボードに入れました
preview-saved = ファイルに保存しました
preview-notified = 通知が出ます
preview-spoken = 声で伝えます
preview-settings = スマートフォンの設定が開きます
