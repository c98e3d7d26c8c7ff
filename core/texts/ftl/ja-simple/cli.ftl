### The help of the command line. `cli-<command>` is what it does, `cli-<command>-<flag>` what a flag says; `any` stands
### for all commands that have the flag. The test of `server/src/cli/words` holds them against the commands there are.

## The frame

cli-frame-usage = 使《つか》い方《かた》：
cli-frame-commands = コマンド
cli-frame-command = コマンド
cli-frame-arguments = もの
cli-frame-options = えらぶ もの
cli-frame-optional = [えらぶ もの]
cli-frame-default = ［書《か》かない とき：{ $words }］
cli-frame-environment = ［環境変数《かんきょうへんすう》：{ $name }］
cli-frame-choices = 次《つぎ》から 選《えら》びます：{ $words }。
cli-frame-note = 何《なに》かを 変《か》える コマンドは、動《うご》いて いる サーバーが します。サーバーが ない ときは、すぐに します。サーバーは 止《と》めなくても いいです。
cli-frame-exit = 終《お》わりの 番号《ばんごう》です。0 できました。1 できませんでした。理由《りゆう》は 最後《さいご》の 行《ぎょう》に あります。2 コマンドが わかりませんでした。3 verify-ledger で、記録《きろく》か、変更《へんこう》の 一覧《いちらん》が 変《か》わって いました。4 shop import で、入《い》れられない 行《ぎょう》が ありました。
cli-frame-language = 言葉《ことば》は `YUI_LANG` で 決《き》めます。ja、ja-simple、en、zh-Hans、vi が あります。ない ときは `LC_ALL`、`LC_MESSAGES`、`LANG` です。

## What stands for a value

cli-value-address = アドレス
cli-value-address-port = アドレス:ポート
cli-value-class = 種類《しゅるい》
cli-value-day = 日《ひ》
cli-value-digits = 数字《すうじ》
cli-value-file = ファイル
cli-value-folder = フォルダー
cli-value-id = 番号《ばんごう》
cli-value-kana = カナ
cli-value-mail-address = メールアドレス
cli-value-name = 名前《なまえ》
cli-value-number = 数字《すうじ》
cli-value-phone = スマートフォン
cli-value-programme = ポイントの 種類《しゅるい》
cli-value-role = 仕事《しごと》
cli-value-shop = お店《みせ》
cli-value-time = 時間《じかん》
cli-value-voucher = チャージ券《けん》
cli-value-words = 言葉《ことば》
cli-value-yen = 円《えん》

## Every command

cli-about = 町《まち》の 助《たす》け合《あ》いの アプリ「ゆい」の サーバー。
cli-help = この 説明《せつめい》や、コマンドの 説明《せつめい》を 見《み》せます。
cli-any-help = 説明《せつめい》を 見《み》せます。
cli-any-version = バージョンを 見《み》せます。
cli-any-data = 町《まち》の データの フォルダーです。ない ときは 作《つく》ります。`--database` を 書《か》かない ときは、全部《ぜんぶ》 ここに 入《い》れます。
cli-any-database = ファイルの 代《か》わりに 使《つか》う PostgreSQL です。例《れい》：`postgres://host/database`。
cli-any-municipality = 町《まち》の 設定《せってい》の フォルダーです。
cli-any-json = 結果《けっか》を JSON で 書《か》きます。ほかの プログラムの ためです。

## The server and its data

cli-serve = サーバーを 動《うご》かします。止《と》める（Ctrl-C か SIGTERM）まで 動《うご》きます。
cli-serve-listen = サーバーの アドレスです。
cli-serve-metrics-listen = ほかの コンピューターで サーバーの 係《かかり》が 見《み》る 数字《すうじ》の アドレスです。`/metrics` が あります。外《そと》の 人《ひと》に 見《み》せないで ください。https では ない とき、この コンピューターの 中《なか》では サーバーの アドレスでも 見《み》えます。
cli-serve-origin = スマートフォンから 見《み》える アドレスです。例《れい》：`https://yui.city.example`。この コンピューターの 中《なか》だけの ときは 書《か》かなくても いいです。そのときは `http://` で 始《はじ》まります。
cli-serve-platform-operator-url = マイナンバーカードを 確認《かくにん》する 会社《かいしゃ》の アドレスです。`https` で 始《はじ》まります。この コンピューターの 中《なか》だけは 別《べつ》です。
cli-serve-platform-operator-key-file = その 会社《かいしゃ》から もらった 鍵《かぎ》の ファイルです。
cli-serve-trusted-proxies = サーバーの 前《まえ》に ある プロキシーです。`X-Forwarded-For` を 信《しん》じます。何回《なんかい》 書《か》いても いいです。
cli-serve-sendmail = ビジターの コードを 送《おく》る メールの プログラムです。書《か》かない ときは、窓口《まどぐち》で コードを 渡《わた》します。サーバーの 係《かかり》への メールも これで 送《おく》ります。
cli-serve-accept-time-jump = 時計《とけい》が 変《か》わって いても、今《いま》の 時間《じかん》を 信《しん》じます。先《さき》に 時計《とけい》を 見《み》て ください。そのあと 1回《かい》だけ 書《か》きます。記録《きろく》は 前《まえ》に 戻《もど》りません。
cli-serve-mail-from = その メールを 送《おく》る 人《ひと》の アドレスです。
cli-serve-operator-mail = サーバーの 係《かかり》の メールアドレスです。お金《かね》の 記録《きろく》が 正《ただ》しく ない とき、メールを 送《おく》ります。調《しら》べる ことが できない ときも 送《おく》ります。1日《にち》に 1回《かい》だけです。言葉《ことば》は `YUI_LANG` か システムの 言葉《ことば》です。
cli-serve-check-ledger-at = 毎日《まいにち》 お金《かね》の 記録《きろく》を 調《しら》べる 時間《じかん》です（日本《にほん》の 時間《じかん》）。使《つか》う 人《ひと》が 少《すく》ない 時間《じかん》に して ください。
cli-migrate = データを 新《あたら》しい プログラムに 合《あ》わせます。`serve` も 自分《じぶん》で します。先《さき》に したい ときに 使《つか》います。
cli-backup = 全部《ぜんぶ》の データを 新《あたら》しい フォルダーに 写《うつ》します。サーバーは 動《うご》いて いても いいです。
cli-backup-to = 写《うつ》す 新《あたら》しい フォルダーです。
cli-backup-lines = 文字《もじ》で 書《か》きます。`restore` は、ほかの 種類《しゅるい》の データベースにも 戻《もど》せます。書《か》かない ときは、SQLite の ファイルを そのまま 写《うつ》します。もっと 速《はや》いです。
cli-restore = `backup` で 写《うつ》した データを 戻《もど》します。戻《もど》す 所《ところ》は、何《なに》も ない フォルダーか データベースです。サーバーは 止《と》めて ください。
cli-restore-from = `backup` が 書《か》いた フォルダーです。
cli-verify-ledger = お金《かね》の 記録《きろく》を 最初《さいしょ》から 2つの 方法《ほうほう》で 調《しら》べます。

## Shops

cli-shop = お店《みせ》を 入《い》れる・止《と》める・お金《かね》を 送《おく》った 記録《きろく》など。
cli-shop-any-shop = お店《みせ》の 番号《ばんごう》です。`shop list` で わかります。
cli-shop-any-to = 書《か》く フォルダーです。
cli-shop-list = お店《みせ》を 全部《ぜんぶ》 見《み》せます。番号《ばんごう》、開《あ》いて いるか、まだ 送《おく》って いない お金《かね》、名前《なまえ》、地区《ちく》です。
cli-shop-add = お店《みせ》を ｜1つ《ひとつ》 入《い》れます。番号《ばんごう》と、スマートフォンを つなぐ コードを 見《み》せます。コードは 1回《かい》だけ 使《つか》えます。
cli-shop-add-name = お店《みせ》の 名前《なまえ》です。
cli-shop-add-kana = 名前《なまえ》の カナです。
cli-shop-add-area = 地区《ちく》です。
cli-shop-add-address = 住所《じゅうしょ》です。
cli-shop-add-postal-code = 郵便番号《ゆうびんばんごう》です。数字《すうじ》を ｜7つ《ななつ》 書《か》きます。
cli-shop-add-telephone = 電話番号《でんわばんごう》です。
cli-shop-add-classes = お店《みせ》の 種類《しゅるい》です。町《まち》の 設定《せってい》に あります。何回《なんかい》 書《か》いても いいです。
cli-shop-add-to = つなぐ コードを 書《か》く フォルダーです。
cli-shop-add-id = お店《みせ》の 番号《ばんごう》です。書《か》かない ときは、ここで 作《つく》って 見《み》せます。返事《へんじ》が ない ときは、同《おな》じ 番号《ばんごう》で もう 一度《いちど》 して ください。同《おな》じ お店《みせ》に なります。コードは 新《あたら》しく なります。
cli-shop-import = CSV の ファイルから お店《みせ》を 入《い》れます。文字《もじ》は UTF-8 か CP932 です。直《なお》した 所《ところ》と 入《い》れられない 行《ぎょう》は、全部《ぜんぶ》 見《み》せます。同《おな》じ ファイルを もう 一度《いちど》 入《い》れると、同《おな》じ お店《みせ》が 変《か》わります。
cli-shop-import-file = ファイルです。
cli-shop-import-list = ファイルの 名前《なまえ》を 決《き》めます。お店《みせ》を 見分《みわ》ける ためです。例《れい》：omura-2026。
cli-shop-import-dry-run = 見《み》せるだけです。何《なに》も 変《か》えません。
cli-shop-poster = お店《みせ》の QRコードの ポスターを 書《か》きます。A4の ページを 開《ひら》いて 印刷《いんさつ》します。
cli-shop-pair = お店《みせ》の 次《つぎ》の スマートフォンを つなぐ コードを 書《か》きます。1回《かい》だけ 使《つか》えます。
cli-shop-phones = お店《みせ》の スマートフォンを 見《み》せます。番号《ばんごう》、つないだ 日《ひ》、止《と》めた 日《ひ》です。
cli-shop-revoke = なくした お店《みせ》の スマートフォンを すぐに 止《と》めます。もう 使《つか》えません。お店《みせ》の つなぐ コードで まだ 使《つか》って いない ものも、使《つか》えなく なります。ほかの スマートフォンは 使《つか》えます。新《あたら》しい ものは `shop pair` で つなぎます。
cli-shop-revoke-phone = スマートフォンの 番号《ばんごう》です。`shop phones` で わかります。
cli-shop-close = お店《みせ》を 止《と》めます。払《はら》う ことは できません。お金《かね》を 戻《もど》す ことは できます。まだ 使《つか》って いない つなぐ コードは、使《つか》えなく なります。
cli-shop-open = 止《と》めた お店《みせ》を もう 一度《いちど》 開《あ》けます。
cli-shop-settle = 銀行《ぎんこう》で お店《みせ》に お金《かね》を 送《おく》った ことを 書《か》きます。
cli-shop-settle-amount = 送《おく》った お金《かね》（円《えん》）です。まだ 送《おく》って いない お金《かね》までです。
cli-shop-settle-id = 送《おく》った 記録《きろく》の 番号《ばんごう》です。書《か》かない ときは、ここで 作《つく》って 見《み》せます。返事《へんじ》が ない ときは、同《おな》じ 番号《ばんごう》で もう 一度《いちど》 して ください。2回《かい》には なりません。

## Staff

cli-staff = 係《かかり》の 人《ひと》を 入《い》れる・パスワードを 出《だ》す・やめる。
cli-staff-any-name = 係《かかり》の 人《ひと》の 名前《なまえ》（入《はい》る とき）です。
cli-staff-add = 係《かかり》の 人《ひと》を 入《い》れて、パスワードを 見《み》せます。｜7日《なのか》の 間《あいだ》 使《つか》えます。その 人《ひと》が、自分《じぶん》の パスワードを 決《き》めます。
cli-staff-add-name = 入《はい》る ときの 名前《なまえ》です。英語《えいご》の 小《ちい》さい 文字《もじ》、数字《すうじ》、`.`、`-`、`_` を 使《つか》います。2から 32文字《もじ》です。
cli-staff-add-shown = 画面《がめん》に 出《で》る 名前《なまえ》です。
cli-staff-add-role = 仕事《しごと》です。
cli-staff-reset = パスワードを 忘《わす》れた 人《ひと》に、新《あたら》しい パスワードを 出《だ》します。前《まえ》の 画面《がめん》は 使《つか》えなく なります。
cli-staff-end = 係《かかり》の 人《ひと》を すぐに やめに します。
cli-staff-list = 係《かかり》の 人《ひと》を 見《み》せます。入《はい》る ときの 名前《なまえ》、仕事《しごと》、画面《がめん》の 名前《なまえ》です。

## Vouchers

cli-voucher = チャージ券《けん》を 作《つく》る・見《み》る・やめる。
cli-voucher-any-batch = 一緒《いっしょ》に 作《つく》った チャージ券《けん》の 番号《ばんごう》です。
cli-voucher-issue = チャージ券《けん》を 作《つく》ります。QRコードの 文字《もじ》を 見《み》せるか、印刷《いんさつ》する ページを 書《か》きます。今《いま》だけ 見《み》えます。
cli-voucher-issue-programme = ポイントの 種類《しゅるい》です。例《れい》：charge-2026。お金《かね》を 入《い》れる ものだけです。
cli-voucher-issue-amount = 1枚《まい》の お金《かね》（円《えん》）です。
cli-voucher-issue-count = 何枚《なんまい》 作《つく》るかです。1から 500までです。
cli-voucher-issue-last-day = 使《つか》える 最後《さいご》の 日《ひ》です。例《れい》：2027-03-31。
cli-voucher-issue-to = 文字《もじ》を 見《み》せないで、この フォルダーに A4の ページを 書《か》きます。印刷《いんさつ》して 切《き》ります。
cli-voucher-issue-id = 一緒《いっしょ》に 作《つく》る 券《けん》の 番号《ばんごう》です。書《か》かない ときは、ここで 作《つく》って 見《み》せます。返事《へんじ》が ない ときは、`voucher list` を 見《み》て ください。同《おな》じ 番号《ばんごう》で 2回《かい》 作《つく》る ことは ありません。
cli-voucher-list = 作《つく》った チャージ券《けん》を 見《み》せます。番号《ばんごう》、種類《しゅるい》、円《えん》、作《つく》った 数《かず》、使《つか》った 数《かず》、やめた 数《かず》です。--batch を 書《か》くと、1枚《まい》ずつ 見《み》せます。
cli-voucher-cancel = まだ 使《つか》って いない チャージ券《けん》を やめます。--batch を 書《か》くと、一緒《いっしょ》に 作《つく》った 券《けん》で、使《つか》って いない ものを 全部《ぜんぶ》 やめます。
cli-voucher-cancel-voucher = チャージ券《けん》の 番号《ばんごう》です。券《けん》に あります。
