### What stands beside the phone that scripts/preview shows on a desk.

## Its panel

preview-title = { -app }を机の上でためす
preview-made-up = 人・カード・お金は、すべて架空のものです。
preview-card-heading = マイナンバーカード
preview-card-hold = カードをあてる
preview-card-held = カードを読み取っています
preview-card-password = 署名用パスワード：{ $password }
preview-card-pin = 4けたの暗証番号：{ $pin }
preview-card-enter = スマートフォンが求めているときに押すと、入力されます。
preview-charge = 窓口で{ $amount }をチャージする
preview-charge-first = チャージは、登録してからできます。
preview-code-heading = QRコード
preview-code-scan = { $shop }のQRコードを読み取る
preview-code-paste = 画像や文字を貼り付ける
preview-code-drop = QRコードの画像を、このウィンドウにドロップしてください。
preview-code-none = QRコードが見つかりませんでした。ほかの画像でためしてください。
preview-paste-none = クリップボードに、QRコードの画像も文字もありません。
preview-network-heading = 通信
preview-network-cut = 通信を切る
preview-network-join = 通信をつなぐ
preview-called = 電話をかけます
preview-shared = クリップボードに入れました
preview-saved = ファイルに保存しました
preview-notified = 通知が出ます
preview-spoken = 声で伝えます
preview-settings = スマートフォンの設定が開きます
preview-shines = 画面をいちばん明るくしています

## In the terminal that it was started from

preview-opened = ウィンドウを開きました。データは{ $folder }にあります。ウィンドウを閉じると終わります。
