### What a command of the operator says: when it is done, why it was not, and what became of the rows of a list.

## Done: shops

chore-shop-id = お店《みせ》の 番号《ばんごう》：{ $shop }
chore-shop-added = お店《みせ》を 入《い》れました：{ $shop }
chore-shop-open = 開《あ》いて います
chore-shop-closed = 止《と》まって います
chore-shop-is-open = { $shop } { $name }は 開《あ》いて います。
chore-shop-is-closed = { $shop } { $name }は 止《と》まって います。
chore-pairing-code = スマートフォンを つなぐ コードです。1回《かい》だけ、｜7日《なのか》の 間《あいだ》 使《つか》えます： { $code }
chore-pairing-picture = コードの 画像《がぞう》：{ $file }
chore-phone-revoked = お店《みせ》 { $shop } の スマートフォン { $code } を 止《と》めました。
chore-poster = { $name }：{ $file } と { $page } を 書《か》きました。ページを 開《ひら》いて A4に 印刷《いんさつ》して ください。
chore-pay-out = お金《かね》を 送《おく》った 記録《きろく》の 番号《ばんごう》：{ $code }
chore-settled = 書《か》きました：お店《みせ》 { $shop } に { $amount } 送《おく》りました。記録《きろく》の 番号《ばんごう》 { $receipt }。
chore-imported = 新《あたら》しい お店《みせ》：{ $added }、変《か》えた お店《みせ》：{ $changed }。
chore-import-dry = 何《なに》も 変《か》えて いません（--dry-run）。

## Done: staff, ledger and vouchers

chore-password = 最初《さいしょ》の パスワードです。今《いま》だけ 見《み》えます。｜7日《なのか》の 間《あいだ》 使《つか》えます： { $code }
chore-staff-ended = 係《かかり》の 人《ひと》は やめました。
chore-ledger-sound = お金《かね》の 記録《きろく》は 正《ただ》しいです：{ $rows }行《ぎょう》。最後《さいご》の 印《しるし》 { $code }。
chore-feed-rebuilt = 変更《へんこう》の 一覧《いちらん》（.feed）が お金《かね》の 記録《きろく》と ちがったので、作《つく》り直《なお》して います。
chore-feed-differs = 変更《へんこう》の 一覧《いちらん》（.feed）が お金《かね》の 記録《きろく》と ちがいます。サーバーを 動《うご》かした まま、もう一度《いちど》 確《たし》かめて ください。そのとき 作《つく》り直《なお》します。
chore-feed-unknown = 変更《へんこう》の 一覧《いちらん》（.feed）は、今《いま》 確《たし》かめる ことが できませんでした。もう一度《いちど》 確《たし》かめて ください。
chore-ledger-altered = お金《かね》の 記録《きろく》が 変《か》わって います：{ $words }。
chore-audit-sound = 別《べつ》の プログラムで、記録《きろく》だけから 計算《けいさん》しました：{ $rows }行《ぎょう》。違《ちが》う ところは ありません。
chore-audit-findings = 記録《きろく》だけから 計算《けいさん》しました。違《ちが》う ところが { $count } あります。
chore-audit-unread = 記録《きろく》だけから 計算《けいさん》する ことが できませんでした。
chore-replay-sound = 最初《さいしょ》から もう一度《いちど》 しました。違《ちが》う ところは ありません。
chore-outstanding = まだ 使《つか》って いない ポイント（出《だ》した ところごと）：
chore-outstanding-issuer = { $name }：まだ 使《つか》って いない { $amount }
chore-outstanding-former = 今《いま》の 設定《せってい》に ない もの：まだ 使《つか》って いない { $amount }
chore-outstanding-book = { $name }（{ $kind }）：出《だ》した { $issued }。使《つか》った { $redeemed }。期限《きげん》が 切《き》れた { $expired }。お金《かね》で 返《かえ》した { $back }。いらないと 言《い》った { $given }。まだ 使《つか》って いない { $amount }
chore-batch = 券《けん》の 番号《ばんごう》：{ $code }
chore-sheet = { $file } を 書《か》きました。ページを 開《ひら》いて A4に 印刷《いんさつ》して ください。そのあと ファイルを 消《け》して ください。コードが あります。
chore-vouchers-withdrawn = { $count }枚《まい》の チャージ券《けん》を やめました。
chore-voucher-usable = 使《つか》えます
chore-voucher-used = 使《つか》いました
chore-voucher-cancelled = やめました
chore-voucher-expired = 期限《きげん》が 終《お》わりました

## Done: the data and the server

chore-migrated = { $town }の データは 新《あたら》しいです。
chore-copied = { $file } を 書《か》きました。
chore-copy-key = { $file } を ほかの 安全《あんぜん》な 所《ところ》に 置《お》いて ください。ここには ありません。この 鍵《かぎ》が ないと、写《うつ》した データは 使《つか》えません。
chore-restored = 戻《もど》しました。鍵《かぎ》を 置《お》いて、次《つぎ》を 使《つか》います：`yui-server verify-ledger`。写《うつ》した 後《あと》に 止《と》めた ものが、また 使《つか》えます。スマートフォン、やめた 係《かかり》の 人《ひと》、前《まえ》の パスワードです。後《あと》で 使《つか》った チャージ券《けん》も、また 使《つか》えます。もう 一度《いちど》 止《と》めて ください。 店《みせ》の スマートフォンは `shop revoke` です。係《かかり》の 人《ひと》は `staff end` か `staff reset` です。チャージ券《けん》は `voucher cancel` です。町《まち》の 人《ひと》の スマートフォンは、係《かかり》の ページで 止《と》めます。
chore-restored-key = 次《つぎ》に、鍵《かぎ》を { $file } に 戻《もど》して ください。鍵《かぎ》は 写《うつ》した データとは 別《べつ》の 所《ところ》です。ないと、サーバーは 動《うご》きません。
chore-restored-but = サーバーを 動《うご》かす 前《まえ》に：{ $words }。
chore-serve-figures = { $town }：数字《すうじ》は { $address }
chore-serve-figures-here = { $town }：数字《すうじ》は この コンピューターの 中《なか》だけです：ポート { $words } の /metrics
chore-serve-ready = { $town }：{ $millis }ミリ秒《びょう》で 動《うご》きました。{ $address } で 待《ま》って います。アドレスは { $origin }
chore-serve-stands-by = { $town }：{ $millis }ミリ秒《びょう》で 待機《たいき》に 入《はい》りました。{ $address } で 待《ま》って います。アドレスは { $origin }。今《いま》は ほかの サーバーが 動《うご》いて います。それが 止《と》まると、この サーバーが 動《うご》きます。
chore-serve-stopped = { $town }：止《と》まりました。

## Not done

refusal-code = { $words }（{ $code }）
refusal-at = { $file }：{ $words }
refusal-nothing-done = { $words }。何《なに》も して いません
refusal-nothing-taken = { $words }。何《なに》も 入《い》れて いません
refusal-nothing-back = { $words }。何《なに》も 戻《もど》して いません
refusal-half-back = { $words }。町《まち》の データは もう 戻《もど》しました。もう 一度《いちど》 する 前《まえ》に、その データを 消《け》して ください
refusal-town-store = 町《まち》の データ：{ $words }
refusal-realm-store = 本人確認《ほんにんかくにん》の データ：{ $words }
refusal-in-use = ほかの プログラムが この データを 使《つか》って います。返事《へんじ》が ありません。始《はじ》まる ときか 止《と》まる ときですか
refusal-staff-taken = 名前《なまえ》 { $name } は もう あります（やめた 人《ひと》の 名前《なまえ》も 使《つか》えません）。ほかの 名前《なまえ》に して ください
refusal-lost = サーバーの 返事《へんじ》が ありません。先《さき》に、できたか どうかを 見《み》て ください
refusal-other-answer = サーバーの 返事《へんじ》が 違《ちが》います
refusal-outcome = 結果《けっか》を 書《か》けませんでした：{ $words }
refusal-random = この コンピューターで 新《あたら》しい 番号《ばんごう》を 作《つく》れません
refusal-copy-of-files = これは SQLite の ファイルです。--database を 書《か》かないで 戻《もど》して ください。または `backup --lines` で もう一度《いちど》 写《うつ》して ください
refusal-origin-missing = --origin が ありません。サーバーは { $address } です。スマートフォンから 見《み》える アドレスを 書《か》いて ください。例《れい》：`--origin https://yui.city.example`。前《まえ》に プロキシーを 置《お》きます
refusal-origin-form = --origin は `https://名前《なまえ》` です。パスは 書《か》きません
refusal-not-secured = { $flag } は https:// で 始《はじ》まります。http:// は この コンピューターの 中《なか》だけです
refusal-key-missing = カードを 確認《かくにん》する 会社《かいしゃ》の 鍵《かぎ》が ありません
refusal-clock = { $words }。時計《とけい》を 直《なお》して ください。今《いま》の 時間《じかん》が いい ときは、直《なお》しません。1回《かい》だけ `serve --accept-time-jump` で 始《はじ》めて ください
refusal-ledger = { $words }。記録《きろく》を 続《つづ》けません。`yui-server verify-ledger` で 調《しら》べて ください。前《まえ》の データを `yui-server restore` で 戻《もど》して ください
refusal-ended = サーバーは 自分《じぶん》で 止《と》まりました：{ $words }
refusal-other-leads = ほかの サーバーが 動《うご》いて います。この サーバーは やめました
refusal-technical = ここでは 動《うご》きません：{ $words }
refusal-settings = 設定《せってい》を 使《つか》えません：{ $words }

## What was typed

misuse-value = { $flag } に「{ $value }」は 使《つか》えません
misuse-value-why = { $flag } に「{ $value }」は 使《つか》えません：{ $words }
misuse-value-missing = { $flag } の 中《なか》が ありません
misuse-choices = 次《つぎ》から 選《えら》びます：{ $words }
misuse-unknown = { $flag } は ありません
misuse-command = { $name } という コマンドは ありません
misuse-command-missing = コマンドが ありません。使《つか》える もの：{ $words }
misuse-meant = { $words } ですか
misuse-missing = まだ いる もの：{ $words }
misuse-conflict = { $flag } と { $words } は 一緒《いっしょ》に 使《つか》えません
misuse-twice = { $flag } は 1回《かい》だけです
misuse-other = わかりませんでした
misuse-more = --help で もっと わかります。
typed-shop = お店《みせ》の 番号《ばんごう》は 0-9 と A-F の 16文字《もじ》です。`shop list` で わかります
typed-phone = 番号《ばんごう》は 0-9 と A-F の 12文字《もじ》です。`shop phones` で わかります
typed-id = 番号《ばんごう》は コマンドが 見《み》せた UUID（7）です
typed-count = 1から { $count }枚《まい》までです
typed-yen = 1円《えん》から { $count }円《えん》までです
typed-day = 日《ひ》は 2027-03-31 の ように 書《か》きます
typed-time = 時間《じかん》は 03:30 の ように 書《か》きます
typed-mail-address = メールアドレスは name@town.example の ように 書《か》きます
typed-programme = a-z、0-9、- で 書《か》きます。例《れい》：charge-2026
typed-listen = アドレスは 127.0.0.1:8080 の ように 書《か》きます
typed-proxy = アドレスは 192.0.2.1 の ように 書《か》きます
typed-shop-name = 名前《なまえ》：1から 80文字《もじ》。見《み》えない 文字《もじ》は 使《つか》えません
typed-shop-kana = カナ：80文字《もじ》まで。見《み》えない 文字《もじ》は 使《つか》えません
typed-shop-area = 地区《ちく》：40文字《もじ》まで。見《み》えない 文字《もじ》は 使《つか》えません
typed-shop-address = 住所《じゅうしょ》：160文字《もじ》まで。見《み》えない 文字《もじ》は 使《つか》えません
typed-shop-postal-code = 郵便番号《ゆうびんばんごう》：数字《すうじ》を ｜7つ《ななつ》
typed-shop-telephone = 電話番号《でんわばんごう》：数字《すうじ》と -+() で 20文字《もじ》まで
typed-shop-latitude = 緯度《いど》：-90から 90まで
typed-shop-longitude = 経度《けいど》：-180から 180まで
typed-shop-class = 「{ $name }」は ありません。町《まち》の 種類《しゅるい》：{ $words }
typed-staff-name = 入《はい》る ときの 名前《なまえ》：a-z、0-9、`.`、`-`、`_` で 2から 32文字《もじ》
typed-staff-shown = 画面《がめん》に 出《で》る 名前《なまえ》：1から 40文字《もじ》。見《み》えない 文字《もじ》は 使《つか》えません

## Stores and files

store-foreign = この プログラムの データでは ありません。何《なに》も 変《か》えて いません
store-absent = ここには データが ありません。何《なに》も 作《つく》って いません
store-other-version = ほかの バージョンの プログラムの データです：{ $words }
store-in-use = ほかの プログラムが この データを 書《か》いて います
store-full = データを 書《か》く 所《ところ》が ありません
store-unavailable = データベースに つながりません
store-no-database = この 名前《なまえ》の データベースが ありません。createdb で 作《つく》るか、--database を 直《なお》して ください
store-clock = 時計《とけい》は { $shown } です。{ $expected } ごろの はずです
store-not-empty = 戻《もど》す 所《ところ》に { $words } が あります
store-line = { $row }行目《ぎょうめ》を 読《よ》めません：{ $words }
store-fault = データが おかしいです：{ $words }
store-apart-other = 町《まち》の データと 本人確認《ほんにんかくにん》の データが 合《あ》いません。ディスクを 見《み》て ください。サーバーは 動《うご》いて いません
store-apart-realm = 本人確認《ほんにんかくにん》の データだけが 新《あたら》しいです。ディスクを 見《み》て ください。サーバーは 動《うご》いて いません
store-apart-town = 町《まち》の データだけが 新《あたら》しいです。ディスクを 見《み》て ください。サーバーは 動《うご》いて いません
store-key-missing = { $file } が ありません。データは この 鍵《かぎ》で 読《よ》みます。鍵《かぎ》を 戻《もど》して ください。バックアップとは 別《べつ》の 所《ところ》に あります。新《あたら》しい 鍵《かぎ》は 作《つく》って いません
store-key-other = 鍵《かぎ》が データと 合《あ》いません。正《ただ》しい realm.key を 置《お》いて ください。バックアップとは 別《べつ》の 所《ところ》に あります。何《なに》も 変《か》えて いません
store-key-length = 鍵《かぎ》の ファイルでは ありません（鍵《かぎ》は 32バイトです）
store-key-open = { $file } を ほかの 人《ひと》も 読《よ》む ことが できます。この ファイルに `chmod 600` を 使《つか》って、もう 一度《いちど》 始《はじ》めて ください
file-missing = ファイルか フォルダーが ありません
file-denied = 許可《きょか》が ありません
file-exists = もう あります
file-full = ディスクが いっぱいです
file-no-folder = フォルダーでは ない ものが あります
file-folder = フォルダーです
file-not-text = UTF-8 の 文字《もじ》では ありません
file-address-in-use = この アドレスは ほかの プログラムが 使《つか》って います
file-address-unknown = この コンピューターに その アドレスは ありません
file-fault = 読《よ》む ことも 書《か》く ことも できません（{ $code }）

## A list that is imported

import-read-as = { $name } で 読《よ》みました。列《れつ》：
import-mark = UTF-8（BOM）
import-column-number = 番号《ばんごう》
import-column-name = お店《みせ》の 名前《なまえ》
import-column-kana = 名前《なまえ》の カナ
import-column-kind = お店《みせ》の 種類《しゅるい》
import-column-area = 地区《ちく》
import-column-postal-code = 郵便番号《ゆうびんばんごう》
import-column-address = 住所《じゅうしょ》
import-column-telephone = 電話番号《でんわばんごう》
import-column-latitude = 緯度《いど》
import-column-longitude = 経度《けいど》
import-repaired = { $row }行目《ぎょうめ》：{ $words }：「{ $before }」→「{ $after }」
import-doubtful = { $row }行目《ぎょうめ》：見《み》て ください：{ $words }：「{ $before }」
import-rejected = { $row }行目《ぎょうめ》：入《い》れません：{ $words }
import-sum = 全部《ぜんぶ》で { $rows }行《ぎょう》です。入《い》れた { $taken }、入《い》れない { $rejected }、直《なお》した { $repaired }、見《み》て ほしい { $doubtful }。
import-kind-blanks = いらない 空白《くうはく》を 消《け》しました
import-kind-unseen = 見《み》えない 文字《もじ》を 消《け》しました
import-kind-width = 全角《ぜんかく》と 半角《はんかく》を 直《なお》しました
import-kind-voice-mark = 点《てん》や 丸《まる》を 文字《もじ》に つけました
import-kind-telephone-form = 電話番号《でんわばんごう》の 書《か》き方《かた》を 直《なお》しました
import-kind-telephone-without-area-code = 電話番号《でんわばんごう》に 市外局番《しがいきょくばん》が ありません。そのまま 入《い》れました
import-kind-telephone-unreadable = 電話番号《でんわばんごう》では ありません。消《け》しました
import-kind-postal-code-form = 郵便番号《ゆうびんばんごう》の 書《か》き方《かた》を 直《なお》しました
import-kind-postal-code-unreadable = 郵便番号《ゆうびんばんごう》では ありません。消《け》しました
import-kind-place-swapped = 緯度《いど》と 経度《けいど》が 反対《はんたい》でした。直《なお》しました
import-kind-place-unreadable = 日本《にほん》の 場所《ばしょ》では ありません。消《け》しました
import-kind-class-unknown = この お店《みせ》の 種類《しゅるい》は 町《まち》に ありません
import-kind-quotes = いらない 引用符《いんようふ》を 文字《もじ》に しました
import-reason-empty = 何《なに》も ありません
import-reason-open-quote = 引用符《いんようふ》が 終《お》わりません
import-reason-cells = この 行《ぎょう》は { $count }、最初《さいしょ》の 行《ぎょう》は { $width } に 分《わ》かれて います
import-reason-no-name = お店《みせ》の 名前《なまえ》が ありません
import-reason-twice = 同《おな》じ 番号《ばんごう》か お店《みせ》が { $row }行目《ぎょうめ》に あります
import-reason-long = { $name }は { $count }文字《もじ》です。{ $most }文字《もじ》まで 使《つか》えます
import-foreign = この ファイルの 文字《もじ》は { $name } です。UTF-8 の CSV に して ください
import-no-encoding = この ファイルの 文字《もじ》は UTF-8 でも CP932 でも ありません。UTF-8 の CSV に して ください
import-damaged = { $row }行目《ぎょうめ》、{ $count }バイト：ここだけ UTF-8 の 文字《もじ》では ありません。直《なお》して ください
import-undecodable = { $row }行目《ぎょうめ》、{ $count }バイト：CP932 の 文字《もじ》では ありません。UTF-8 の CSV に して ください
import-no-text = { $row }行目《ぎょうめ》、{ $count }バイト：0の バイトです。CSV の ファイルでは ありません
import-no-names = お店《みせ》の 名前《なまえ》の 列《れつ》が ありません。最初《さいしょ》の 行《ぎょう》：{ $words }
import-no-rows = 行《ぎょう》が ありません
import-too-long = 一覧《いちらん》は { $count }MBまでです。これは もっと 長《なが》いです
