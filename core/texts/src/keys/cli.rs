//! Keys of the domain `cli`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// 使い方：
pub const CLI_FRAME_USAGE: Key = Key("cli-frame-usage");
/// コマンド
pub const CLI_FRAME_COMMANDS: Key = Key("cli-frame-commands");
/// コマンド
pub const CLI_FRAME_COMMAND: Key = Key("cli-frame-command");
/// 対象
pub const CLI_FRAME_ARGUMENTS: Key = Key("cli-frame-arguments");
/// 指定
pub const CLI_FRAME_OPTIONS: Key = Key("cli-frame-options");
/// ［指定］
pub const CLI_FRAME_OPTIONAL: Key = Key("cli-frame-optional");
/// ［書かないとき：`$words`］
pub const CLI_FRAME_DEFAULT: Key = Key("cli-frame-default");
/// ［環境変数：`$name`］
pub const CLI_FRAME_ENVIRONMENT: Key = Key("cli-frame-environment");
/// 次から選びます：`$words`。
pub const CLI_FRAME_CHOICES: Key = Key("cli-frame-choices");
/// 何かを変えるコマンドは、このデータのフォルダーでサーバーが動いていればそのサーバーが行い、動いていなければ直接行います。サーバーを止める必要はありません。
pub const CLI_FRAME_NOTE: Key = Key("cli-frame-note");
/// 終了コード：0 できました。1 できませんでした。理由は最後の行にあります。2 コマンドを読み取れませんでした。3 verify-ledger で、帳簿が書きかえられているか、変更の一覧が帳簿と合わないことがわかりました。4 shop import で、取り込めない行がありました。
pub const CLI_FRAME_EXIT: Key = Key("cli-frame-exit");
/// 言語：`YUI_LANG`（ja、ja-simple、en、zh-Hans、vi のどれか）。なければ `LC_ALL`、`LC_MESSAGES`、`LANG`。
pub const CLI_FRAME_LANGUAGE: Key = Key("cli-frame-language");
/// アドレス
pub const CLI_VALUE_ADDRESS: Key = Key("cli-value-address");
/// アドレス:ポート
pub const CLI_VALUE_ADDRESS_PORT: Key = Key("cli-value-address-port");
/// 分類
pub const CLI_VALUE_CLASS: Key = Key("cli-value-class");
/// 日付
pub const CLI_VALUE_DAY: Key = Key("cli-value-day");
/// 数字
pub const CLI_VALUE_DIGITS: Key = Key("cli-value-digits");
/// ファイル
pub const CLI_VALUE_FILE: Key = Key("cli-value-file");
/// フォルダー
pub const CLI_VALUE_FOLDER: Key = Key("cli-value-folder");
/// 番号
pub const CLI_VALUE_ID: Key = Key("cli-value-id");
/// カナ
pub const CLI_VALUE_KANA: Key = Key("cli-value-kana");
/// メールアドレス
pub const CLI_VALUE_MAIL_ADDRESS: Key = Key("cli-value-mail-address");
/// 名前
pub const CLI_VALUE_NAME: Key = Key("cli-value-name");
/// 数字
pub const CLI_VALUE_NUMBER: Key = Key("cli-value-number");
/// スマートフォン
pub const CLI_VALUE_PHONE: Key = Key("cli-value-phone");
/// 事業
pub const CLI_VALUE_PROGRAMME: Key = Key("cli-value-programme");
/// 役割
pub const CLI_VALUE_ROLE: Key = Key("cli-value-role");
/// お店
pub const CLI_VALUE_SHOP: Key = Key("cli-value-shop");
/// 時刻
pub const CLI_VALUE_TIME: Key = Key("cli-value-time");
/// チャージ券
pub const CLI_VALUE_VOUCHER: Key = Key("cli-value-voucher");
/// 言葉
pub const CLI_VALUE_WORDS: Key = Key("cli-value-words");
/// 円
pub const CLI_VALUE_YEN: Key = Key("cli-value-yen");
/// まちの助け合いアプリ「ゆい」のサーバー。
pub const CLI_ABOUT: Key = Key("cli-about");
/// この説明、または指定したコマンドの説明を表示します。
pub const CLI_HELP: Key = Key("cli-help");
/// 説明を表示します。
pub const CLI_ANY_HELP: Key = Key("cli-any-help");
/// バージョンを表示します。
pub const CLI_ANY_VERSION: Key = Key("cli-any-version");
/// まちのデータのフォルダー（なければ作ります）。`--database` を書かないときは、すべてここに入ります。
pub const CLI_ANY_DATA: Key = Key("cli-any-data");
/// ファイルの代わりに使う PostgreSQL のデータベース：`postgres://user:password@host/database`。
pub const CLI_ANY_DATABASE: Key = Key("cli-any-database");
/// まちの設定のフォルダー。
pub const CLI_ANY_MUNICIPALITY: Key = Key("cli-any-municipality");
/// 結果を、ほかのプログラムのために JSON で標準出力に書きます。
pub const CLI_ANY_JSON: Key = Key("cli-any-json");
/// サーバーを動かします。止める合図（Ctrl-C か SIGTERM）があるまで動き続けます。
pub const CLI_SERVE: Key = Key("cli-serve");
/// 待ち受けるアドレス。
pub const CLI_SERVE_LISTEN: Key = Key("cli-serve-listen");
/// ほかのコンピューターから運用担当が見守るためのアドレス。`/metrics` があります。外の人が届くアドレスにはしないでください。前にTLSがないときは、このコンピューターのプログラムなら、待ち受けるアドレスからも読めます。
pub const CLI_SERVE_METRICS_LISTEN: Key = Key("cli-serve-metrics-listen");
/// スマートフォンからこのサーバーに届くアドレス。例：`https://yui.city.example`。自分のコンピューターだけで待ち受けるときは省けます。そのときは `http://` に待ち受けるアドレスを続けたものです。
pub const CLI_SERVE_ORIGIN: Key = Key("cli-serve-origin");
/// マイナンバーカードを確認するプラットフォーム事業者のアドレス。`https` で始まるもの。このコンピューターの中だけは別です。
pub const CLI_SERVE_PLATFORM_OPERATOR_URL: Key = Key("cli-serve-platform-operator-url");
/// プラットフォーム事業者がこのまちに渡した鍵のファイル。
pub const CLI_SERVE_PLATFORM_OPERATOR_KEY_FILE: Key = Key("cli-serve-platform-operator-key-file");
/// このサーバーの前に置いた自分たちのプロキシー。その `X-Forwarded-For` を信用します。何度でも書けます。
pub const CLI_SERVE_TRUSTED_PROXIES: Key = Key("cli-serve-trusted-proxies");
/// ビジターの登録コードを送るメールのプログラム。書かなければ、コードは窓口で受け取ってもらいます。運用担当へのメールもこれで送ります。
pub const CLI_SERVE_SENDMAIL: Key = Key("cli-serve-sendmail");
/// 時計が動かされていたり、最後の記録より前を指していたりしても、このコンピューターの時刻を信用します。確かめたあとに、一度だけ書いてください。有効期限はこの時刻で切れ、帳簿は元に戻りません。
pub const CLI_SERVE_ACCEPT_TIME_JUMP: Key = Key("cli-serve-accept-time-jump");
/// そのメールの差出人のアドレス。
pub const CLI_SERVE_MAIL_FROM: Key = Key("cli-serve-mail-from");
/// このサーバーの運用担当のメールアドレス。毎日の確認で帳簿の食い違いが見つかったとき、または確かめられなかったときに、一晩に1回メールを送ります。言語は `YUI_LANG`、なければシステムの設定です。
pub const CLI_SERVE_OPERATOR_MAIL: Key = Key("cli-serve-operator-mail");
/// 毎日、帳簿を確かめる時刻（日本の時刻）。使う人が少ない時刻を選んでください。
pub const CLI_SERVE_CHECK_LEDGER_AT: Key = Key("cli-serve-check-ledger-at");
/// データをこのバージョンのプログラムに合わせます。`serve` も自分で行います。前もって行うときに使います。
pub const CLI_MIGRATE: Key = Key("cli-migrate");
/// すべてのデータの写しを、新しいフォルダーに書きます。サーバーは動かしたままでかまいません。
pub const CLI_BACKUP: Key = Key("cli-backup");
/// 書き出す新しいフォルダー。
pub const CLI_BACKUP_TO: Key = Key("cli-backup-to");
/// 文字の行として書きます。`restore` は、これをもう一方の種類のデータベースにも戻せます。書かなければ、SQLite のファイルはファイルのまま写します。そのほうが速くできます。
pub const CLI_BACKUP_LINES: Key = Key("cli-backup-lines");
/// `backup` で作った写しを、空のデータのフォルダーかデータベースに戻します。サーバーは止めておいてください。
pub const CLI_RESTORE: Key = Key("cli-restore");
/// `backup` が書いたフォルダー。
pub const CLI_RESTORE_FROM: Key = Key("cli-restore-from");
/// 帳簿を最初の行から二つの方法で確かめ、保存されているものすべてと比べます。
pub const CLI_VERIFY_LEDGER: Key = Key("cli-verify-ledger");
/// お店の追加、一覧の取り込み、ポスターやつなぐコードの作成、休止、振り込みの記録。
pub const CLI_SHOP: Key = Key("cli-shop");
/// お店の番号。`shop list` に出ます。
pub const CLI_SHOP_ANY_SHOP: Key = Key("cli-shop-any-shop");
/// 書き出すフォルダー。
pub const CLI_SHOP_ANY_TO: Key = Key("cli-shop-any-to");
/// お店の一覧：番号、営業中か休止か、まだ振り込んでいない金額（円）、店名、地区。
pub const CLI_SHOP_LIST: Key = Key("cli-shop-list");
/// お店をひとつ追加します。番号と、お店のスマートフォンをつなぐ一回限りのコードを表示し、コードを SVG で書きます。
pub const CLI_SHOP_ADD: Key = Key("cli-shop-add");
/// 看板どおりの店名。
pub const CLI_SHOP_ADD_NAME: Key = Key("cli-shop-add-name");
/// 店名のカナ。
pub const CLI_SHOP_ADD_KANA: Key = Key("cli-shop-add-kana");
/// 地区。
pub const CLI_SHOP_ADD_AREA: Key = Key("cli-shop-add-area");
/// 住所。
pub const CLI_SHOP_ADD_ADDRESS: Key = Key("cli-shop-add-address");
/// 郵便番号：数字7けた。
pub const CLI_SHOP_ADD_POSTAL_CODE: Key = Key("cli-shop-add-postal-code");
/// 電話番号。
pub const CLI_SHOP_ADD_TELEPHONE: Key = Key("cli-shop-add-telephone");
/// まちの設定にあるお店の分類。何度でも書けます。
pub const CLI_SHOP_ADD_CLASSES: Key = Key("cli-shop-add-classes");
/// つなぐコードを書くフォルダー。
pub const CLI_SHOP_ADD_TO: Key = Key("cli-shop-add-to");
/// お店の番号。書かなければここで作り、表示します。返事がなかったときは、表示された番号と同じ内容でもう一度行ってください。同じ番号は同じお店で、つなぐコードは新しく表示します。
pub const CLI_SHOP_ADD_ID: Key = Key("cli-shop-add-id");
/// CSV ファイルからお店を取り込みます（UTF-8 か CP932。列は見出しで探します）。直した欄と取り込めない行は、すべて報告します。同じ一覧をもう一度取り込むと、同じお店が変わります。
pub const CLI_SHOP_IMPORT: Key = Key("cli-shop-import");
/// ファイル。
pub const CLI_SHOP_IMPORT_FILE: Key = Key("cli-shop-import-file");
/// 一覧の名前。お店を見分けるのに使います。例：omura-2026。
pub const CLI_SHOP_IMPORT_LIST: Key = Key("cli-shop-import-list");
/// 報告だけを行い、何も変えません。
pub const CLI_SHOP_IMPORT_DRY_RUN: Key = Key("cli-shop-import-dry-run");
/// お店のQRコードのポスターを書きます。SVG のファイルと、開いて印刷する A4 のページです。
pub const CLI_SHOP_POSTER: Key = Key("cli-shop-poster");
/// お店の2台目からのスマートフォンをつなぐ、一回限りのコードを SVG で書き、文字でも表示します。
pub const CLI_SHOP_PAIR: Key = Key("cli-shop-pair");
/// お店のスマートフォンの一覧：番号、つないだ時、止めた時。
pub const CLI_SHOP_PHONES: Key = Key("cli-shop-phones");
/// なくしたお店のスマートフォンを、すぐに止めます。元には戻せません。そのお店のスマートフォンをつなぐコードで、まだ使っていないものも使えなくなります。ほかのスマートフォンはそのまま使え、新しいものは `shop pair` でつなげます。
pub const CLI_SHOP_REVOKE: Key = Key("cli-shop-revoke");
/// スマートフォンの番号。`shop phones` に出ます。
pub const CLI_SHOP_REVOKE_PHONE: Key = Key("cli-shop-revoke-phone");
/// お店を休止します。支払いは受けませんが、返金と振り込みはできます。スマートフォンをつなぐコードで、まだ使っていないものは使えなくなります。
pub const CLI_SHOP_CLOSE: Key = Key("cli-shop-close");
/// 休止したお店を営業中に戻します。
pub const CLI_SHOP_OPEN: Key = Key("cli-shop-open");
/// お店の受け取り分を銀行で振り込んだことを記録します。
pub const CLI_SHOP_SETTLE: Key = Key("cli-shop-settle");
/// 振り込んだ金額（円）。まだ振り込んでいない金額までです。
pub const CLI_SHOP_SETTLE_AMOUNT: Key = Key("cli-shop-settle-amount");
/// 振り込みの番号。書かなければここで作り、表示します。返事がなかったときは、表示された番号でもう一度行ってください。同じ番号は同じ振り込みです。
pub const CLI_SHOP_SETTLE_ID: Key = Key("cli-shop-settle-id");
/// 職員の追加、一回限りのパスワードの再発行、利用の終了。
pub const CLI_STAFF: Key = Key("cli-staff");
/// 職員名（入るときの名前）。
pub const CLI_STAFF_ANY_NAME: Key = Key("cli-staff-any-name");
/// 職員を追加し、一回限りのパスワードを表示します。7日間使えます。最初に入るときに、本人が自分のパスワードを決めます。
pub const CLI_STAFF_ADD: Key = Key("cli-staff-add");
/// 職員名（入るときの名前）：英小文字、数字、`.`、`-`、`_` で2～32文字。
pub const CLI_STAFF_ADD_NAME: Key = Key("cli-staff-add-name");
/// 画面に出る名前。
pub const CLI_STAFF_ADD_SHOWN: Key = Key("cli-staff-add-shown");
/// 役割。
pub const CLI_STAFF_ADD_ROLE: Key = Key("cli-staff-add-role");
/// パスワードを忘れた職員のために、新しい一回限りのパスワードを表示します。入ったままの画面からは出ます。
pub const CLI_STAFF_RESET: Key = Key("cli-staff-reset");
/// 職員の利用をすぐに終わらせます。
pub const CLI_STAFF_END: Key = Key("cli-staff-end");
/// 職員の一覧：職員名、役割、画面に出る名前。
pub const CLI_STAFF_LIST: Key = Key("cli-staff-list");
/// チャージ券の発行、一覧、取り消し。
pub const CLI_VOUCHER: Key = Key("cli-voucher");
/// チャージ券のまとまりの番号。
pub const CLI_VOUCHER_ANY_BATCH: Key = Key("cli-voucher-any-batch");
/// チャージ券を作り、QRコードの文字を表示するか、印刷して切り取るシートを書きます。表示は今だけです。
pub const CLI_VOUCHER_ISSUE: Key = Key("cli-voucher-issue");
/// 事業。例：charge-2026。お金を払ってチャージするものに限ります。
pub const CLI_VOUCHER_ISSUE_PROGRAMME: Key = Key("cli-voucher-issue-programme");
/// 1枚の金額（円）。
pub const CLI_VOUCHER_ISSUE_AMOUNT: Key = Key("cli-voucher-issue-amount");
/// 作る枚数：1～500。
pub const CLI_VOUCHER_ISSUE_COUNT: Key = Key("cli-voucher-issue-count");
/// 使える最後の日。例：2027-03-31。
pub const CLI_VOUCHER_ISSUE_LAST_DAY: Key = Key("cli-voucher-issue-last-day");
/// 文字を表示する代わりに、このフォルダーにシートを書きます。開いて印刷し、切り取る A4 のページです。
pub const CLI_VOUCHER_ISSUE_TO: Key = Key("cli-voucher-issue-to");
/// まとまりの番号。書かなければここで作り、表示します。返事がなかったときは `voucher list` で確かめてください。同じ番号で2つ目のまとまりができることはありません。
pub const CLI_VOUCHER_ISSUE_ID: Key = Key("cli-voucher-issue-id");
/// チャージ券のまとまりの一覧（番号、事業、1枚の円、作った数、使われた数、取り消した数）。--batch を書くと、そのまとまりの1枚ずつがどうなったか。
pub const CLI_VOUCHER_LIST: Key = Key("cli-voucher-list");
/// まだ使われていないチャージ券を取り消します。--batch を書くと、シートをなくしたまとまりの、使われていない券をすべて取り消します。
pub const CLI_VOUCHER_CANCEL: Key = Key("cli-voucher-cancel");
/// チャージ券の番号。券に書いてあります。
pub const CLI_VOUCHER_CANCEL_VOUCHER: Key = Key("cli-voucher-cancel-voucher");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    CLI_FRAME_USAGE,
    CLI_FRAME_COMMANDS,
    CLI_FRAME_COMMAND,
    CLI_FRAME_ARGUMENTS,
    CLI_FRAME_OPTIONS,
    CLI_FRAME_OPTIONAL,
    CLI_FRAME_DEFAULT,
    CLI_FRAME_ENVIRONMENT,
    CLI_FRAME_CHOICES,
    CLI_FRAME_NOTE,
    CLI_FRAME_EXIT,
    CLI_FRAME_LANGUAGE,
    CLI_VALUE_ADDRESS,
    CLI_VALUE_ADDRESS_PORT,
    CLI_VALUE_CLASS,
    CLI_VALUE_DAY,
    CLI_VALUE_DIGITS,
    CLI_VALUE_FILE,
    CLI_VALUE_FOLDER,
    CLI_VALUE_ID,
    CLI_VALUE_KANA,
    CLI_VALUE_MAIL_ADDRESS,
    CLI_VALUE_NAME,
    CLI_VALUE_NUMBER,
    CLI_VALUE_PHONE,
    CLI_VALUE_PROGRAMME,
    CLI_VALUE_ROLE,
    CLI_VALUE_SHOP,
    CLI_VALUE_TIME,
    CLI_VALUE_VOUCHER,
    CLI_VALUE_WORDS,
    CLI_VALUE_YEN,
    CLI_ABOUT,
    CLI_HELP,
    CLI_ANY_HELP,
    CLI_ANY_VERSION,
    CLI_ANY_DATA,
    CLI_ANY_DATABASE,
    CLI_ANY_MUNICIPALITY,
    CLI_ANY_JSON,
    CLI_SERVE,
    CLI_SERVE_LISTEN,
    CLI_SERVE_METRICS_LISTEN,
    CLI_SERVE_ORIGIN,
    CLI_SERVE_PLATFORM_OPERATOR_URL,
    CLI_SERVE_PLATFORM_OPERATOR_KEY_FILE,
    CLI_SERVE_TRUSTED_PROXIES,
    CLI_SERVE_SENDMAIL,
    CLI_SERVE_ACCEPT_TIME_JUMP,
    CLI_SERVE_MAIL_FROM,
    CLI_SERVE_OPERATOR_MAIL,
    CLI_SERVE_CHECK_LEDGER_AT,
    CLI_MIGRATE,
    CLI_BACKUP,
    CLI_BACKUP_TO,
    CLI_BACKUP_LINES,
    CLI_RESTORE,
    CLI_RESTORE_FROM,
    CLI_VERIFY_LEDGER,
    CLI_SHOP,
    CLI_SHOP_ANY_SHOP,
    CLI_SHOP_ANY_TO,
    CLI_SHOP_LIST,
    CLI_SHOP_ADD,
    CLI_SHOP_ADD_NAME,
    CLI_SHOP_ADD_KANA,
    CLI_SHOP_ADD_AREA,
    CLI_SHOP_ADD_ADDRESS,
    CLI_SHOP_ADD_POSTAL_CODE,
    CLI_SHOP_ADD_TELEPHONE,
    CLI_SHOP_ADD_CLASSES,
    CLI_SHOP_ADD_TO,
    CLI_SHOP_ADD_ID,
    CLI_SHOP_IMPORT,
    CLI_SHOP_IMPORT_FILE,
    CLI_SHOP_IMPORT_LIST,
    CLI_SHOP_IMPORT_DRY_RUN,
    CLI_SHOP_POSTER,
    CLI_SHOP_PAIR,
    CLI_SHOP_PHONES,
    CLI_SHOP_REVOKE,
    CLI_SHOP_REVOKE_PHONE,
    CLI_SHOP_CLOSE,
    CLI_SHOP_OPEN,
    CLI_SHOP_SETTLE,
    CLI_SHOP_SETTLE_AMOUNT,
    CLI_SHOP_SETTLE_ID,
    CLI_STAFF,
    CLI_STAFF_ANY_NAME,
    CLI_STAFF_ADD,
    CLI_STAFF_ADD_NAME,
    CLI_STAFF_ADD_SHOWN,
    CLI_STAFF_ADD_ROLE,
    CLI_STAFF_RESET,
    CLI_STAFF_END,
    CLI_STAFF_LIST,
    CLI_VOUCHER,
    CLI_VOUCHER_ANY_BATCH,
    CLI_VOUCHER_ISSUE,
    CLI_VOUCHER_ISSUE_PROGRAMME,
    CLI_VOUCHER_ISSUE_AMOUNT,
    CLI_VOUCHER_ISSUE_COUNT,
    CLI_VOUCHER_ISSUE_LAST_DAY,
    CLI_VOUCHER_ISSUE_TO,
    CLI_VOUCHER_ISSUE_ID,
    CLI_VOUCHER_LIST,
    CLI_VOUCHER_CANCEL,
    CLI_VOUCHER_CANCEL_VOUCHER,
];
