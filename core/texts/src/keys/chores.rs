//! Keys of the domain `chores`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// お店の番号：`$shop`
pub const CHORE_SHOP_ID: Key = Key("chore-shop-id");
/// お店を追加しました：`$shop`
pub const CHORE_SHOP_ADDED: Key = Key("chore-shop-added");
/// 営業中
pub const CHORE_SHOP_OPEN: Key = Key("chore-shop-open");
/// 休止
pub const CHORE_SHOP_CLOSED: Key = Key("chore-shop-closed");
/// `$shop` `$name`は営業中です。
pub const CHORE_SHOP_IS_OPEN: Key = Key("chore-shop-is-open");
/// `$shop` `$name`は休止しています。
pub const CHORE_SHOP_IS_CLOSED: Key = Key("chore-shop-is-closed");
/// お店のスマートフォンをつなぐコード（1回だけ、7日以内）： `$code`
pub const CHORE_PAIRING_CODE: Key = Key("chore-pairing-code");
/// コードの画像：`$file`
pub const CHORE_PAIRING_PICTURE: Key = Key("chore-pairing-picture");
/// お店 `$shop` のスマートフォン `$code` を止めました。
pub const CHORE_PHONE_REVOKED: Key = Key("chore-phone-revoked");
/// `$name`：`$file` と `$page` を書きました。ページを開いて A4 に印刷してください。
pub const CHORE_POSTER: Key = Key("chore-poster");
/// 振り込みの番号：`$code`
pub const CHORE_PAY_OUT: Key = Key("chore-pay-out");
/// 記録しました：お店 `$shop` に`$amount`を振り込み、控え番号 `$receipt`。
pub const CHORE_SETTLED: Key = Key("chore-settled");
/// `$added`店を追加し、`$changed`店を新しくしました。
pub const CHORE_IMPORTED: Key = Key("chore-imported");
/// 何も変えていません（--dry-run）。
pub const CHORE_IMPORT_DRY: Key = Key("chore-import-dry");
/// 一回限りのパスワード（表示は今だけ、7日間使えます）： `$code`
pub const CHORE_PASSWORD: Key = Key("chore-password");
/// 職員の利用を終わらせました。
pub const CHORE_STAFF_ENDED: Key = Key("chore-staff-ended");
/// 帳簿は正しくつながっています：`$rows`行、最後の印 `$code`。
pub const CHORE_LEDGER_SOUND: Key = Key("chore-ledger-sound");
/// 変更の一覧（.feed）が帳簿と合わなかったので、作り直しています。
pub const CHORE_FEED_REBUILT: Key = Key("chore-feed-rebuilt");
/// 変更の一覧（.feed）が帳簿と合いません。サーバーを動かしたまま、もう一度確かめてください。そのとき作り直します。
pub const CHORE_FEED_DIFFERS: Key = Key("chore-feed-differs");
/// 変更の一覧（.feed）は、いま確かめられませんでした。もう一度確かめてください。
pub const CHORE_FEED_UNKNOWN: Key = Key("chore-feed-unknown");
/// 帳簿が書きかえられています：`$words`。
pub const CHORE_LEDGER_ALTERED: Key = Key("chore-ledger-altered");
/// 書きこむプログラムとは別のプログラムで、記録だけから計算し直しました：`$rows`行、合わないところはありません。
pub const CHORE_AUDIT_SOUND: Key = Key("chore-audit-sound");
/// 記録だけから計算し直したところ、合わないところが`$count`件あります。
pub const CHORE_AUDIT_FINDINGS: Key = Key("chore-audit-findings");
/// 記録だけからの計算は、できませんでした。
pub const CHORE_AUDIT_UNREAD: Key = Key("chore-audit-unread");
/// 最初からたどり直した結果には、合わないところはありません。
pub const CHORE_REPLAY_SOUND: Key = Key("chore-replay-sound");
/// 発行者ごとの未使用残高：
pub const CHORE_OUTSTANDING: Key = Key("chore-outstanding");
/// `$name`：未使用残高 `$amount`
pub const CHORE_OUTSTANDING_ISSUER: Key = Key("chore-outstanding-issuer");
/// いまの設定にない事業：未使用残高 `$amount`
pub const CHORE_OUTSTANDING_FORMER: Key = Key("chore-outstanding-former");
/// `$name`（`$kind`）：発行 `$issued`、使用 `$redeemed`、期限切れ `$expired`、払い戻し `$back`、放棄 `$given`、未使用 `$amount`
pub const CHORE_OUTSTANDING_BOOK: Key = Key("chore-outstanding-book");
/// まとまりの番号：`$code`
pub const CHORE_BATCH: Key = Key("chore-batch");
/// `$file` を書きました。ページを開いて A4 に印刷し、ファイルは消してください。コードが入っています。
pub const CHORE_SHEET: Key = Key("chore-sheet");
/// `$count`枚のチャージ券を取り消しました。
pub const CHORE_VOUCHERS_WITHDRAWN: Key = Key("chore-vouchers-withdrawn");
/// 使えます
pub const CHORE_VOUCHER_USABLE: Key = Key("chore-voucher-usable");
/// 使用済み
pub const CHORE_VOUCHER_USED: Key = Key("chore-voucher-used");
/// 取り消し
pub const CHORE_VOUCHER_CANCELLED: Key = Key("chore-voucher-cancelled");
/// 期限切れ
pub const CHORE_VOUCHER_EXPIRED: Key = Key("chore-voucher-expired");
/// `$town`のデータは新しくなっています。
pub const CHORE_MIGRATED: Key = Key("chore-migrated");
/// `$file` を書きました。
pub const CHORE_COPIED: Key = Key("chore-copied");
/// `$file` を別の安全な場所に保管してください。この写しには入っていません。鍵がなければ、写しは役に立ちません。
pub const CHORE_COPY_KEY: Key = Key("chore-copy-key");
/// 戻しました。鍵を置いたら、次に `yui-server verify-ledger` を実行してください。この写しを作った後に止めたスマートフォン、終わらせた職員の利用、取りかえる前のパスワードが、また使えます。後で使われたチャージ券も、また使えます。もう一度、止めてください（`shop revoke`・`staff end`・`staff reset`・`voucher cancel`。住民のスマートフォンは、職員用ページの本人の画面で）。
pub const CHORE_RESTORED: Key = Key("chore-restored");
/// 次に、鍵を `$file` に戻してください。鍵はこの写しとは別に保管してあり、なければサーバーは動きません。
pub const CHORE_RESTORED_KEY: Key = Key("chore-restored-key");
/// サーバーを動かす前に：`$words`。
pub const CHORE_RESTORED_BUT: Key = Key("chore-restored-but");
/// `$town`：数値は `$address`
pub const CHORE_SERVE_FIGURES: Key = Key("chore-serve-figures");
/// `$town`：数値はこのコンピューターの中だけ：ポート `$words` の /metrics
pub const CHORE_SERVE_FIGURES_HERE: Key = Key("chore-serve-figures-here");
/// `$town`：`$millis`ミリ秒で用意ができました。`$address` で待ち受けています。アドレスは `$origin`
pub const CHORE_SERVE_READY: Key = Key("chore-serve-ready");
/// `$town`：`$millis`ミリ秒で待機に入りました。`$address` で待ち受けています。アドレスは `$origin`。今は別のサーバーが応えています。それが止まると、このサーバーが代わります。
pub const CHORE_SERVE_STANDS_BY: Key = Key("chore-serve-stands-by");
/// `$town`：止まりました。
pub const CHORE_SERVE_STOPPED: Key = Key("chore-serve-stopped");
/// `$words`（`$code`）
pub const REFUSAL_CODE: Key = Key("refusal-code");
/// `$file`：`$words`
pub const REFUSAL_AT: Key = Key("refusal-at");
/// `$words`。何も行っていません
pub const REFUSAL_NOTHING_DONE: Key = Key("refusal-nothing-done");
/// `$words`。何も取り込んでいません
pub const REFUSAL_NOTHING_TAKEN: Key = Key("refusal-nothing-taken");
/// `$words`。何も戻していません
pub const REFUSAL_NOTHING_BACK: Key = Key("refusal-nothing-back");
/// `$words`。まちのデータはもう戻してあります。もう一度行う前に、その場所を空にしてください
pub const REFUSAL_HALF_BACK: Key = Key("refusal-half-back");
/// まちのデータ：`$words`
pub const REFUSAL_TOWN_STORE: Key = Key("refusal-town-store");
/// 本人確認のデータ：`$words`
pub const REFUSAL_REALM_STORE: Key = Key("refusal-realm-store");
/// 別のプログラムがこのデータを使っていて、返事をしません。起動や停止の途中ではありませんか
pub const REFUSAL_IN_USE: Key = Key("refusal-in-use");
/// 職員名 `$name` はもう使われています（利用を終えた職員の名前も使えません）。別の職員名にしてください
pub const REFUSAL_STAFF_TAKEN: Key = Key("refusal-staff-taken");
/// サーバーの返事が届きませんでした。もう一度行う前に、できたかどうかを確かめてください
pub const REFUSAL_LOST: Key = Key("refusal-lost");
/// サーバーから思わぬ返事が届きました
pub const REFUSAL_OTHER_ANSWER: Key = Key("refusal-other-answer");
/// 結果を書き出せませんでした：`$words`
pub const REFUSAL_OUTCOME: Key = Key("refusal-outcome");
/// このコンピューターで乱数を作れません
pub const REFUSAL_RANDOM: Key = Key("refusal-random");
/// この写しは SQLite のファイルです。--database を書かずに戻すか、`backup --lines` で写しを作り直してください
pub const REFUSAL_COPY_OF_FILES: Key = Key("refusal-copy-of-files");
/// --origin がありません。`$address` で待ち受けるサーバーに、スマートフォンはどのアドレスで届きますか。例：`--origin https://yui.city.example`（前に TLS を受け持つプロキシーを置きます）
pub const REFUSAL_ORIGIN_MISSING: Key = Key("refusal-origin-missing");
/// --origin は `https://ホスト名` の形で、パスは付けません
pub const REFUSAL_ORIGIN_FORM: Key = Key("refusal-origin-form");
/// `$flag` は https:// で始めてください（http:// はこのコンピューターの中だけ）
pub const REFUSAL_NOT_SECURED: Key = Key("refusal-not-secured");
/// プラットフォーム事業者の鍵がありません
pub const REFUSAL_KEY_MISSING: Key = Key("refusal-key-missing");
/// `$words`。このコンピューターの時計を直してください。今の時刻が正しいときは、一度だけ `yui-server serve --accept-time-jump` を実行してください
pub const REFUSAL_CLOCK: Key = Key("refusal-clock");
/// `$words`。このような記録の上には何も積みません。`yui-server verify-ledger` で何が違うかを確かめ、その前の写しを `yui-server restore` で戻してください
pub const REFUSAL_LEDGER: Key = Key("refusal-ledger");
/// サーバーは自分で止まりました：`$words`
pub const REFUSAL_ENDED: Key = Key("refusal-ended");
/// まちのデータは別のサーバーが受け持っています。このサーバーは本人確認のデータを手放しました
pub const REFUSAL_OTHER_LEADS: Key = Key("refusal-other-leads");
/// ここでは動きません：`$words`
pub const REFUSAL_TECHNICAL: Key = Key("refusal-technical");
/// 設定を使えません：`$words`
pub const REFUSAL_SETTINGS: Key = Key("refusal-settings");
/// `$flag` に「`$value`」は使えません
pub const MISUSE_VALUE: Key = Key("misuse-value");
/// `$flag` に「`$value`」は使えません：`$words`
pub const MISUSE_VALUE_WHY: Key = Key("misuse-value-why");
/// `$flag` の中身がありません
pub const MISUSE_VALUE_MISSING: Key = Key("misuse-value-missing");
/// 次から選びます：`$words`
pub const MISUSE_CHOICES: Key = Key("misuse-choices");
/// `$flag` という指定はありません
pub const MISUSE_UNKNOWN: Key = Key("misuse-unknown");
/// `$name` というコマンドはありません
pub const MISUSE_COMMAND: Key = Key("misuse-command");
/// コマンドがありません。使えるもの：`$words`
pub const MISUSE_COMMAND_MISSING: Key = Key("misuse-command-missing");
/// `$words` ではありませんか
pub const MISUSE_MEANT: Key = Key("misuse-meant");
/// 足りないもの：`$words`
pub const MISUSE_MISSING: Key = Key("misuse-missing");
/// `$flag` と `$words` は一緒に使えません
pub const MISUSE_CONFLICT: Key = Key("misuse-conflict");
/// `$flag` は1回しか書けません
pub const MISUSE_TWICE: Key = Key("misuse-twice");
/// 読み取れませんでした
pub const MISUSE_OTHER: Key = Key("misuse-other");
/// くわしくは --help で見られます。
pub const MISUSE_MORE: Key = Key("misuse-more");
/// お店の番号は、数字 0-9 と英字 A-F の16文字です。`shop list` に出ます
pub const TYPED_SHOP: Key = Key("typed-shop");
/// スマートフォンの番号は、数字 0-9 と英字 A-F の12文字です。`shop phones` に出ます
pub const TYPED_PHONE: Key = Key("typed-phone");
/// 番号は、コマンドが表示した UUID（バージョン 7）です
pub const TYPED_ID: Key = Key("typed-id");
/// ひとまとまりは1～`$count`枚です
pub const TYPED_COUNT: Key = Key("typed-count");
/// 金額は1～`$count`円です
pub const TYPED_YEN: Key = Key("typed-yen");
/// 日付は 2027-03-31 の形で書きます
pub const TYPED_DAY: Key = Key("typed-day");
/// 時刻は 03:30 の形で書きます
pub const TYPED_TIME: Key = Key("typed-time");
/// メールアドレスは name@town.example のように書きます
pub const TYPED_MAIL_ADDRESS: Key = Key("typed-mail-address");
/// 事業は a-z、0-9、- で書きます。例：charge-2026
pub const TYPED_PROGRAMME: Key = Key("typed-programme");
/// 待ち受けるアドレスは 127.0.0.1:8080 の形で書きます
pub const TYPED_LISTEN: Key = Key("typed-listen");
/// アドレスは 192.0.2.1 の形で書きます
pub const TYPED_PROXY: Key = Key("typed-proxy");
/// 店名：1～80文字。見えない文字は使えません
pub const TYPED_SHOP_NAME: Key = Key("typed-shop-name");
/// カナ：80文字まで。見えない文字は使えません
pub const TYPED_SHOP_KANA: Key = Key("typed-shop-kana");
/// 地区：40文字まで。見えない文字は使えません
pub const TYPED_SHOP_AREA: Key = Key("typed-shop-area");
/// 住所：160文字まで。見えない文字は使えません
pub const TYPED_SHOP_ADDRESS: Key = Key("typed-shop-address");
/// 郵便番号：数字7けた
pub const TYPED_SHOP_POSTAL_CODE: Key = Key("typed-shop-postal-code");
/// 電話番号：数字・空白・-+() で20文字まで
pub const TYPED_SHOP_TELEPHONE: Key = Key("typed-shop-telephone");
/// 緯度：-90度から90度まで
pub const TYPED_SHOP_LATITUDE: Key = Key("typed-shop-latitude");
/// 経度：-180度から180度まで
pub const TYPED_SHOP_LONGITUDE: Key = Key("typed-shop-longitude");
/// 分類「`$name`」はありません。このまちの分類：`$words`
pub const TYPED_SHOP_CLASS: Key = Key("typed-shop-class");
/// 職員名：英小文字 a-z、数字 0-9、`.`、`-`、`_` で2～32文字
pub const TYPED_STAFF_NAME: Key = Key("typed-staff-name");
/// 画面に出る名前：1～40文字。見えない文字は使えません
pub const TYPED_STAFF_SHOWN: Key = Key("typed-staff-shown");
/// このプログラムのデータではありません。中身には触れていません
pub const STORE_FOREIGN: Key = Key("store-foreign");
/// ここにはデータがありません。何も作っていません
pub const STORE_ABSENT: Key = Key("store-absent");
/// データは別のバージョンのプログラムで作られています：`$words`
pub const STORE_OTHER_VERSION: Key = Key("store-other-version");
/// 別のプログラムがこのデータに書き込んでいます
pub const STORE_IN_USE: Key = Key("store-in-use");
/// データを書く場所がいっぱいです
pub const STORE_FULL: Key = Key("store-full");
/// データベースにつながりません
pub const STORE_UNAVAILABLE: Key = Key("store-unavailable");
/// この名前のデータベースが PostgreSQL にありません。createdb で作るか、--database を直してください
pub const STORE_NO_DATABASE: Key = Key("store-no-database");
/// 時計は `$shown` を指していますが、`$expected` ごろのはずです
pub const STORE_CLOCK: Key = Key("store-clock");
/// 戻す先が空ではありません：`$words` があります
pub const STORE_NOT_EMPTY: Key = Key("store-not-empty");
/// 写しの`$row`行目を読み取れません：`$words`
pub const STORE_LINE: Key = Key("store-line");
/// データに異常があります：`$words`
pub const STORE_FAULT: Key = Key("store-fault");
/// まちのデータと本人確認のデータの組み合わせが違います。ディスクがつながっていないか、復元が途中ではありませんか。サーバーは動かしていません
pub const STORE_APART_OTHER: Key = Key("store-apart-other");
/// まちのデータは使われていますが、本人確認のデータが新しいままです。ディスクがつながっていないか、復元が途中ではありませんか。サーバーは動かしていません
pub const STORE_APART_REALM: Key = Key("store-apart-realm");
/// 本人確認のデータは使われていますが、まちのデータが新しいままです。ディスクがつながっていないか、復元が途中ではありませんか。サーバーは動かしていません
pub const STORE_APART_TOWN: Key = Key("store-apart-town");
/// `$file` がありません。本人確認のデータは、この鍵でしか読めません。このデータの鍵を元に戻してください。鍵はバックアップとは別に保管してあり、ひとつのデータベースを使うサーバーはどれも同じ鍵を使います。新しい鍵は作っていません
pub const STORE_KEY_MISSING: Key = Key("store-key-missing");
/// 鍵が、このデータを書いたときのものと違います。正しい realm.key に置きかえてください。鍵はバックアップとは別に保管してあり、ひとつのデータベースを使うサーバーはどれも同じ鍵を使います。何も変えていません
pub const STORE_KEY_OTHER: Key = Key("store-key-other");
/// 鍵のファイルではありません（鍵は32バイトです）
pub const STORE_KEY_LENGTH: Key = Key("store-key-length");
/// `$file` は、このコンピューターのほかの人も読めるようになっています。このファイルに `chmod 600` を実行してから、もう一度始めてください
pub const STORE_KEY_OPEN: Key = Key("store-key-open");
/// ファイルまたはフォルダーがありません
pub const FILE_MISSING: Key = Key("file-missing");
/// 許可がありません
pub const FILE_DENIED: Key = Key("file-denied");
/// もうあります
pub const FILE_EXISTS: Key = Key("file-exists");
/// ディスクがいっぱいです
pub const FILE_FULL: Key = Key("file-full");
/// 途中にフォルダーでないものがあります
pub const FILE_NO_FOLDER: Key = Key("file-no-folder");
/// フォルダーです
pub const FILE_FOLDER: Key = Key("file-folder");
/// UTF-8 の文字ではありません
pub const FILE_NOT_TEXT: Key = Key("file-not-text");
/// このアドレスは別のプログラムが使っています
pub const FILE_ADDRESS_IN_USE: Key = Key("file-address-in-use");
/// このコンピューターにはそのアドレスがありません
pub const FILE_ADDRESS_UNKNOWN: Key = Key("file-address-unknown");
/// 読み書きできません（`$code`）
pub const FILE_FAULT: Key = Key("file-fault");
/// `$name` として読みました。列：
pub const IMPORT_READ_AS: Key = Key("import-read-as");
/// UTF-8（BOM 付き）
pub const IMPORT_MARK: Key = Key("import-mark");
/// 番号
pub const IMPORT_COLUMN_NUMBER: Key = Key("import-column-number");
/// 店名
pub const IMPORT_COLUMN_NAME: Key = Key("import-column-name");
/// 店名のカナ
pub const IMPORT_COLUMN_KANA: Key = Key("import-column-kana");
/// 業種
pub const IMPORT_COLUMN_KIND: Key = Key("import-column-kind");
/// 地区
pub const IMPORT_COLUMN_AREA: Key = Key("import-column-area");
/// 郵便番号
pub const IMPORT_COLUMN_POSTAL_CODE: Key = Key("import-column-postal-code");
/// 住所
pub const IMPORT_COLUMN_ADDRESS: Key = Key("import-column-address");
/// 電話番号
pub const IMPORT_COLUMN_TELEPHONE: Key = Key("import-column-telephone");
/// 緯度
pub const IMPORT_COLUMN_LATITUDE: Key = Key("import-column-latitude");
/// 経度
pub const IMPORT_COLUMN_LONGITUDE: Key = Key("import-column-longitude");
/// `$row`行目：`$words`：「`$before`」→「`$after`」
pub const IMPORT_REPAIRED: Key = Key("import-repaired");
/// `$row`行目：確かめてください：`$words`：「`$before`」
pub const IMPORT_DOUBTFUL: Key = Key("import-doubtful");
/// `$row`行目：取り込みません：`$words`
pub const IMPORT_REJECTED: Key = Key("import-rejected");
/// `$rows`行のうち、`$taken`行を取り込み、`$rejected`行は取り込んでいません。直した所は`$repaired`か所、確かめてほしい所は`$doubtful`か所です。
pub const IMPORT_SUM: Key = Key("import-sum");
/// 余分な空白を除きました
pub const IMPORT_KIND_BLANKS: Key = Key("import-kind-blanks");
/// 見えない文字を除きました
pub const IMPORT_KIND_UNSEEN: Key = Key("import-kind-unseen");
/// 全角・半角をそろえました
pub const IMPORT_KIND_WIDTH: Key = Key("import-kind-width");
/// 濁点・半濁点を文字に付けました
pub const IMPORT_KIND_VOICE_MARK: Key = Key("import-kind-voice-mark");
/// 電話番号の書き方をそろえました
pub const IMPORT_KIND_TELEPHONE_FORM: Key = Key("import-kind-telephone-form");
/// 電話番号に市外局番がありません。そのまま取り込みました
pub const IMPORT_KIND_TELEPHONE_WITHOUT_AREA_CODE: Key = Key("import-kind-telephone-without-area-code");
/// 電話番号ではないので、空にしました
pub const IMPORT_KIND_TELEPHONE_UNREADABLE: Key = Key("import-kind-telephone-unreadable");
/// 郵便番号の書き方をそろえました
pub const IMPORT_KIND_POSTAL_CODE_FORM: Key = Key("import-kind-postal-code-form");
/// 郵便番号ではないので、空にしました
pub const IMPORT_KIND_POSTAL_CODE_UNREADABLE: Key = Key("import-kind-postal-code-unreadable");
/// 緯度と経度が逆だったので、入れかえました
pub const IMPORT_KIND_PLACE_SWAPPED: Key = Key("import-kind-place-swapped");
/// 日本の場所ではないので、空にしました
pub const IMPORT_KIND_PLACE_UNREADABLE: Key = Key("import-kind-place-unreadable");
/// この業種に当たるまちの分類がありません
pub const IMPORT_KIND_CLASS_UNKNOWN: Key = Key("import-kind-class-unknown");
/// 余分な引用符を、文字として取り込みました
pub const IMPORT_KIND_QUOTES: Key = Key("import-kind-quotes");
/// 行が空です
pub const IMPORT_REASON_EMPTY: Key = Key("import-reason-empty");
/// 引用符が閉じられていません
pub const IMPORT_REASON_OPEN_QUOTE: Key = Key("import-reason-open-quote");
/// この行の欄は`$count`個、見出しは`$width`個です
pub const IMPORT_REASON_CELLS: Key = Key("import-reason-cells");
/// 店名がありません
pub const IMPORT_REASON_NO_NAME: Key = Key("import-reason-no-name");
/// 同じ番号かお店が、`$row`行目にもうあります
pub const IMPORT_REASON_TWICE: Key = Key("import-reason-twice");
/// `$name`が`$count`文字あります。`$most`文字まで入ります
pub const IMPORT_REASON_LONG: Key = Key("import-reason-long");
/// このファイルの文字コードは `$name` です。UTF-8 の CSV で保存してください
pub const IMPORT_FOREIGN: Key = Key("import-foreign");
/// このファイルの文字コードは UTF-8 でも CP932 でもありません。UTF-8 の CSV で保存してください
pub const IMPORT_NO_ENCODING: Key = Key("import-no-encoding");
/// `$row`行目、`$count`バイト目：ここだけ UTF-8 の文字ではありません。直すか、一覧を保存し直してください
pub const IMPORT_DAMAGED: Key = Key("import-damaged");
/// `$row`行目、`$count`バイト目：CP932 の文字ではなく、ファイルは UTF-8 でもありません。UTF-8 の CSV で保存してください
pub const IMPORT_UNDECODABLE: Key = Key("import-undecodable");
/// `$row`行目、`$count`バイト目：値が 0 のバイトがあります。UTF-8 か CP932 の CSV ファイルではありません
pub const IMPORT_NO_TEXT: Key = Key("import-no-text");
/// 店名の列がありません。見出し：`$words`
pub const IMPORT_NO_NAMES: Key = Key("import-no-names");
/// 行がありません
pub const IMPORT_NO_ROWS: Key = Key("import-no-rows");
/// 一覧は `$count` MB までで、このファイルはそれより大きいです
pub const IMPORT_TOO_LONG: Key = Key("import-too-long");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    CHORE_SHOP_ID,
    CHORE_SHOP_ADDED,
    CHORE_SHOP_OPEN,
    CHORE_SHOP_CLOSED,
    CHORE_SHOP_IS_OPEN,
    CHORE_SHOP_IS_CLOSED,
    CHORE_PAIRING_CODE,
    CHORE_PAIRING_PICTURE,
    CHORE_PHONE_REVOKED,
    CHORE_POSTER,
    CHORE_PAY_OUT,
    CHORE_SETTLED,
    CHORE_IMPORTED,
    CHORE_IMPORT_DRY,
    CHORE_PASSWORD,
    CHORE_STAFF_ENDED,
    CHORE_LEDGER_SOUND,
    CHORE_FEED_REBUILT,
    CHORE_FEED_DIFFERS,
    CHORE_FEED_UNKNOWN,
    CHORE_LEDGER_ALTERED,
    CHORE_AUDIT_SOUND,
    CHORE_AUDIT_FINDINGS,
    CHORE_AUDIT_UNREAD,
    CHORE_REPLAY_SOUND,
    CHORE_OUTSTANDING,
    CHORE_OUTSTANDING_ISSUER,
    CHORE_OUTSTANDING_FORMER,
    CHORE_OUTSTANDING_BOOK,
    CHORE_BATCH,
    CHORE_SHEET,
    CHORE_VOUCHERS_WITHDRAWN,
    CHORE_VOUCHER_USABLE,
    CHORE_VOUCHER_USED,
    CHORE_VOUCHER_CANCELLED,
    CHORE_VOUCHER_EXPIRED,
    CHORE_MIGRATED,
    CHORE_COPIED,
    CHORE_COPY_KEY,
    CHORE_RESTORED,
    CHORE_RESTORED_KEY,
    CHORE_RESTORED_BUT,
    CHORE_SERVE_FIGURES,
    CHORE_SERVE_FIGURES_HERE,
    CHORE_SERVE_READY,
    CHORE_SERVE_STANDS_BY,
    CHORE_SERVE_STOPPED,
    REFUSAL_CODE,
    REFUSAL_AT,
    REFUSAL_NOTHING_DONE,
    REFUSAL_NOTHING_TAKEN,
    REFUSAL_NOTHING_BACK,
    REFUSAL_HALF_BACK,
    REFUSAL_TOWN_STORE,
    REFUSAL_REALM_STORE,
    REFUSAL_IN_USE,
    REFUSAL_STAFF_TAKEN,
    REFUSAL_LOST,
    REFUSAL_OTHER_ANSWER,
    REFUSAL_OUTCOME,
    REFUSAL_RANDOM,
    REFUSAL_COPY_OF_FILES,
    REFUSAL_ORIGIN_MISSING,
    REFUSAL_ORIGIN_FORM,
    REFUSAL_NOT_SECURED,
    REFUSAL_KEY_MISSING,
    REFUSAL_CLOCK,
    REFUSAL_LEDGER,
    REFUSAL_ENDED,
    REFUSAL_OTHER_LEADS,
    REFUSAL_TECHNICAL,
    REFUSAL_SETTINGS,
    MISUSE_VALUE,
    MISUSE_VALUE_WHY,
    MISUSE_VALUE_MISSING,
    MISUSE_CHOICES,
    MISUSE_UNKNOWN,
    MISUSE_COMMAND,
    MISUSE_COMMAND_MISSING,
    MISUSE_MEANT,
    MISUSE_MISSING,
    MISUSE_CONFLICT,
    MISUSE_TWICE,
    MISUSE_OTHER,
    MISUSE_MORE,
    TYPED_SHOP,
    TYPED_PHONE,
    TYPED_ID,
    TYPED_COUNT,
    TYPED_YEN,
    TYPED_DAY,
    TYPED_TIME,
    TYPED_MAIL_ADDRESS,
    TYPED_PROGRAMME,
    TYPED_LISTEN,
    TYPED_PROXY,
    TYPED_SHOP_NAME,
    TYPED_SHOP_KANA,
    TYPED_SHOP_AREA,
    TYPED_SHOP_ADDRESS,
    TYPED_SHOP_POSTAL_CODE,
    TYPED_SHOP_TELEPHONE,
    TYPED_SHOP_LATITUDE,
    TYPED_SHOP_LONGITUDE,
    TYPED_SHOP_CLASS,
    TYPED_STAFF_NAME,
    TYPED_STAFF_SHOWN,
    STORE_FOREIGN,
    STORE_ABSENT,
    STORE_OTHER_VERSION,
    STORE_IN_USE,
    STORE_FULL,
    STORE_UNAVAILABLE,
    STORE_NO_DATABASE,
    STORE_CLOCK,
    STORE_NOT_EMPTY,
    STORE_LINE,
    STORE_FAULT,
    STORE_APART_OTHER,
    STORE_APART_REALM,
    STORE_APART_TOWN,
    STORE_KEY_MISSING,
    STORE_KEY_OTHER,
    STORE_KEY_LENGTH,
    STORE_KEY_OPEN,
    FILE_MISSING,
    FILE_DENIED,
    FILE_EXISTS,
    FILE_FULL,
    FILE_NO_FOLDER,
    FILE_FOLDER,
    FILE_NOT_TEXT,
    FILE_ADDRESS_IN_USE,
    FILE_ADDRESS_UNKNOWN,
    FILE_FAULT,
    IMPORT_READ_AS,
    IMPORT_MARK,
    IMPORT_COLUMN_NUMBER,
    IMPORT_COLUMN_NAME,
    IMPORT_COLUMN_KANA,
    IMPORT_COLUMN_KIND,
    IMPORT_COLUMN_AREA,
    IMPORT_COLUMN_POSTAL_CODE,
    IMPORT_COLUMN_ADDRESS,
    IMPORT_COLUMN_TELEPHONE,
    IMPORT_COLUMN_LATITUDE,
    IMPORT_COLUMN_LONGITUDE,
    IMPORT_REPAIRED,
    IMPORT_DOUBTFUL,
    IMPORT_REJECTED,
    IMPORT_SUM,
    IMPORT_KIND_BLANKS,
    IMPORT_KIND_UNSEEN,
    IMPORT_KIND_WIDTH,
    IMPORT_KIND_VOICE_MARK,
    IMPORT_KIND_TELEPHONE_FORM,
    IMPORT_KIND_TELEPHONE_WITHOUT_AREA_CODE,
    IMPORT_KIND_TELEPHONE_UNREADABLE,
    IMPORT_KIND_POSTAL_CODE_FORM,
    IMPORT_KIND_POSTAL_CODE_UNREADABLE,
    IMPORT_KIND_PLACE_SWAPPED,
    IMPORT_KIND_PLACE_UNREADABLE,
    IMPORT_KIND_CLASS_UNKNOWN,
    IMPORT_KIND_QUOTES,
    IMPORT_REASON_EMPTY,
    IMPORT_REASON_OPEN_QUOTE,
    IMPORT_REASON_CELLS,
    IMPORT_REASON_NO_NAME,
    IMPORT_REASON_TWICE,
    IMPORT_REASON_LONG,
    IMPORT_FOREIGN,
    IMPORT_NO_ENCODING,
    IMPORT_DAMAGED,
    IMPORT_UNDECODABLE,
    IMPORT_NO_TEXT,
    IMPORT_NO_NAMES,
    IMPORT_NO_ROWS,
    IMPORT_TOO_LONG,
];
