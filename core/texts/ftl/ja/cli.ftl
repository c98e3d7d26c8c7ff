### The help of the command line. `cli-<command>` is what it does, `cli-<command>-<flag>` what a flag says; `any` stands
### for all commands that have the flag. The test of `server/src/cli/words` holds them against the commands there are.

## The frame

cli-frame-usage = 使い方：
cli-frame-commands = コマンド
cli-frame-command = コマンド
cli-frame-arguments = 対象
cli-frame-options = 指定
cli-frame-optional = ［指定］
cli-frame-default = ［書かないとき：{ $words }］
cli-frame-environment = ［環境変数：{ $name }］
cli-frame-choices = 次から選びます：{ $words }。
cli-frame-note = 何かを変えるコマンドは、このデータのフォルダーでサーバーが動いていればそのサーバーが行い、動いていなければ直接行います。サーバーを止める必要はありません。
cli-frame-exit = 終了コード：0 できました。1 できませんでした。理由は最後の行にあります。2 コマンドを読み取れませんでした。3 verify-ledger で、帳簿が書きかえられているか、変更の一覧が帳簿と合わないことがわかりました。4 shop import で、取り込めない行がありました。
cli-frame-language = 言語：`YUI_LANG`（ja、ja-simple、en、zh-Hans、vi のどれか）。なければ `LC_ALL`、`LC_MESSAGES`、`LANG`。

## What stands for a value

cli-value-address = アドレス
cli-value-address-port = アドレス:ポート
cli-value-class = 分類
cli-value-day = 日付
cli-value-digits = 数字
cli-value-file = ファイル
cli-value-folder = フォルダー
cli-value-id = 番号
cli-value-kana = カナ
cli-value-mail-address = メールアドレス
cli-value-name = 名前
cli-value-number = 数字
cli-value-phone = スマートフォン
cli-value-programme = 事業
cli-value-role = 役割
cli-value-shop = お店
cli-value-time = 時刻
cli-value-voucher = チャージ券
cli-value-words = 言葉
cli-value-yen = 円

## Every command

cli-about = まちの助け合いアプリ「ゆい」のサーバー。
cli-help = この説明、または指定したコマンドの説明を表示します。
cli-any-help = 説明を表示します。
cli-any-version = バージョンを表示します。
cli-any-data = まちのデータのフォルダー（なければ作ります）。`--database` を書かないときは、すべてここに入ります。
cli-any-database = ファイルの代わりに使う PostgreSQL のデータベース：`postgres://user:password@host/database`。
cli-any-municipality = まちの設定のフォルダー。
cli-any-json = 結果を、ほかのプログラムのために JSON で標準出力に書きます。

## The server and its data

cli-serve = サーバーを動かします。止める合図（Ctrl-C か SIGTERM）があるまで動き続けます。
cli-serve-listen = 待ち受けるアドレス。
cli-serve-metrics-listen = ほかのコンピューターから運用担当が見守るためのアドレス。`/metrics` があります。外の人が届くアドレスにはしないでください。前にTLSがないときは、このコンピューターのプログラムなら、待ち受けるアドレスからも読めます。
cli-serve-origin = スマートフォンからこのサーバーに届くアドレス。例：`https://yui.city.example`。自分のコンピューターだけで待ち受けるときは省けます。そのときは `http://` に待ち受けるアドレスを続けたものです。
cli-serve-platform-operator-url = マイナンバーカードを確認するプラットフォーム事業者のアドレス。`https` で始まるもの。このコンピューターの中だけは別です。
cli-serve-platform-operator-key-file = プラットフォーム事業者がこのまちに渡した鍵のファイル。
cli-serve-trusted-proxies = このサーバーの前に置いた自分たちのプロキシー。その `X-Forwarded-For` を信用します。何度でも書けます。
cli-serve-sendmail = ビジターの登録コードを送るメールのプログラム。書かなければ、コードは窓口で受け取ってもらいます。運用担当へのメールもこれで送ります。
cli-serve-accept-time-jump = 時計が動かされていたり、最後の記録より前を指していたりしても、このコンピューターの時刻を信用します。確かめたあとに、一度だけ書いてください。有効期限はこの時刻で切れ、帳簿は元に戻りません。
cli-serve-mail-from = そのメールの差出人のアドレス。
cli-serve-operator-mail = このサーバーの運用担当のメールアドレス。毎日の確認で帳簿の食い違いが見つかったとき、または確かめられなかったときに、一晩に1回メールを送ります。言語は `YUI_LANG`、なければシステムの設定です。
cli-serve-check-ledger-at = 毎日、帳簿を確かめる時刻（日本の時刻）。使う人が少ない時刻を選んでください。
cli-migrate = データをこのバージョンのプログラムに合わせます。`serve` も自分で行います。前もって行うときに使います。
cli-backup = すべてのデータの写しを、新しいフォルダーに書きます。サーバーは動かしたままでかまいません。
cli-backup-to = 書き出す新しいフォルダー。
cli-backup-lines = 文字の行として書きます。`restore` は、これをもう一方の種類のデータベースにも戻せます。書かなければ、SQLite のファイルはファイルのまま写します。そのほうが速くできます。
cli-restore = `backup` で作った写しを、空のデータのフォルダーかデータベースに戻します。サーバーは止めておいてください。
cli-restore-from = `backup` が書いたフォルダー。
cli-verify-ledger = 帳簿を最初の行から二つの方法で確かめ、保存されているものすべてと比べます。

## Shops

cli-shop = お店の追加、一覧の取り込み、ポスターやつなぐコードの作成、休止、振り込みの記録。
cli-shop-any-shop = お店の番号。`shop list` に出ます。
cli-shop-any-to = 書き出すフォルダー。
cli-shop-list = お店の一覧：番号、営業中か休止か、まだ振り込んでいない金額（円）、店名、地区。
cli-shop-add = お店をひとつ追加します。番号と、お店のスマートフォンをつなぐ一回限りのコードを表示し、コードを SVG で書きます。
cli-shop-add-name = 看板どおりの店名。
cli-shop-add-kana = 店名のカナ。
cli-shop-add-area = 地区。
cli-shop-add-address = 住所。
cli-shop-add-postal-code = 郵便番号：数字7けた。
cli-shop-add-telephone = 電話番号。
cli-shop-add-classes = まちの設定にあるお店の分類。何度でも書けます。
cli-shop-add-to = つなぐコードを書くフォルダー。
cli-shop-add-id = お店の番号。書かなければここで作り、表示します。返事がなかったときは、表示された番号と同じ内容でもう一度行ってください。同じ番号は同じお店で、つなぐコードは新しく表示します。
cli-shop-import = CSV ファイルからお店を取り込みます（UTF-8 か CP932。列は見出しで探します）。直した欄と取り込めない行は、すべて報告します。同じ一覧をもう一度取り込むと、同じお店が変わります。
cli-shop-import-file = ファイル。
cli-shop-import-list = 一覧の名前。お店を見分けるのに使います。例：omura-2026。
cli-shop-import-dry-run = 報告だけを行い、何も変えません。
cli-shop-poster = お店のQRコードのポスターを書きます。SVG のファイルと、開いて印刷する A4 のページです。
cli-shop-pair = お店の2台目からのスマートフォンをつなぐ、一回限りのコードを SVG で書き、文字でも表示します。
cli-shop-phones = お店のスマートフォンの一覧：番号、つないだ時、止めた時。
cli-shop-revoke = なくしたお店のスマートフォンを、すぐに止めます。元には戻せません。そのお店のスマートフォンをつなぐコードで、まだ使っていないものも使えなくなります。ほかのスマートフォンはそのまま使え、新しいものは `shop pair` でつなげます。
cli-shop-revoke-phone = スマートフォンの番号。`shop phones` に出ます。
cli-shop-close = お店を休止します。支払いは受けませんが、返金と振り込みはできます。スマートフォンをつなぐコードで、まだ使っていないものは使えなくなります。
cli-shop-open = 休止したお店を営業中に戻します。
cli-shop-settle = お店の受け取り分を銀行で振り込んだことを記録します。
cli-shop-settle-amount = 振り込んだ金額（円）。まだ振り込んでいない金額までです。
cli-shop-settle-id = 振り込みの番号。書かなければここで作り、表示します。返事がなかったときは、表示された番号でもう一度行ってください。同じ番号は同じ振り込みです。

## Staff

cli-staff = 職員の追加、一回限りのパスワードの再発行、利用の終了。
cli-staff-any-name = 職員名（入るときの名前）。
cli-staff-add = 職員を追加し、一回限りのパスワードを表示します。7日間使えます。最初に入るときに、本人が自分のパスワードを決めます。
cli-staff-add-name = 職員名（入るときの名前）：英小文字、数字、`.`、`-`、`_` で2～32文字。
cli-staff-add-shown = 画面に出る名前。
cli-staff-add-role = 役割。
cli-staff-reset = パスワードを忘れた職員のために、新しい一回限りのパスワードを表示します。入ったままの画面からは出ます。
cli-staff-end = 職員の利用をすぐに終わらせます。
cli-staff-list = 職員の一覧：職員名、役割、画面に出る名前。

## Vouchers

cli-voucher = チャージ券の発行、一覧、取り消し。
cli-voucher-any-batch = チャージ券のまとまりの番号。
cli-voucher-issue = チャージ券を作り、QRコードの文字を表示するか、印刷して切り取るシートを書きます。表示は今だけです。
cli-voucher-issue-programme = 事業。例：charge-2026。お金を払ってチャージするものに限ります。
cli-voucher-issue-amount = 1枚の金額（円）。
cli-voucher-issue-count = 作る枚数：1～500。
cli-voucher-issue-last-day = 使える最後の日。例：2027-03-31。
cli-voucher-issue-to = 文字を表示する代わりに、このフォルダーにシートを書きます。開いて印刷し、切り取る A4 のページです。
cli-voucher-issue-id = まとまりの番号。書かなければここで作り、表示します。返事がなかったときは `voucher list` で確かめてください。同じ番号で2つ目のまとまりができることはありません。
cli-voucher-list = チャージ券のまとまりの一覧（番号、事業、1枚の円、作った数、使われた数、取り消した数）。--batch を書くと、そのまとまりの1枚ずつがどうなったか。
cli-voucher-cancel = まだ使われていないチャージ券を取り消します。--batch を書くと、シートをなくしたまとまりの、使われていない券をすべて取り消します。
cli-voucher-cancel-voucher = チャージ券の番号。券に書いてあります。
