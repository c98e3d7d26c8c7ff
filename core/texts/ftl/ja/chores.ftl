### What a command of the operator says: when it is done, why it was not, and what became of the rows of a list.

## Done: shops

chore-shop-id = お店の番号：{ $shop }
chore-shop-added = お店を追加しました：{ $shop }
chore-shop-open = 営業中
chore-shop-closed = 休止
chore-shop-is-open = { $shop } { $name }は営業中です。
chore-shop-is-closed = { $shop } { $name }は休止しています。
chore-pairing-code = お店のスマートフォンをつなぐコード（1回だけ、7日以内）： { $code }
chore-pairing-picture = コードの画像：{ $file }
chore-phone-revoked = お店 { $shop } のスマートフォン { $code } を止めました。
chore-poster = { $name }：{ $file } と { $page } を書きました。ページを開いて A4 に印刷してください。
chore-pay-out = 振り込みの番号：{ $code }
chore-settled = 記録しました：お店 { $shop } に{ $amount }を振り込み、控え番号 { $receipt }。
chore-imported = { $added }店を追加し、{ $changed }店を新しくしました。
chore-import-dry = 何も変えていません（--dry-run）。

## Done: staff, ledger and vouchers

chore-password = 一回限りのパスワード（表示は今だけ、7日間使えます）： { $code }
chore-staff-ended = 職員の利用を終わらせました。
chore-ledger-sound = 帳簿は正しくつながっています：{ $rows }行、最後の印 { $code }。
chore-feed-rebuilt = 変更の一覧（.feed）が帳簿と合わなかったので、作り直しています。
chore-feed-differs = 変更の一覧（.feed）が帳簿と合いません。サーバーを動かしたまま、もう一度確かめてください。そのとき作り直します。
chore-feed-unknown = 変更の一覧（.feed）は、いま確かめられませんでした。もう一度確かめてください。
chore-ledger-altered = 帳簿が書きかえられています：{ $words }。
chore-audit-sound = 書きこむプログラムとは別のプログラムで、記録だけから計算し直しました：{ $rows }行、合わないところはありません。
chore-audit-findings = 記録だけから計算し直したところ、合わないところが{ $count }件あります。
chore-audit-unread = 記録だけからの計算は、できませんでした。
chore-replay-sound = 最初からたどり直した結果には、合わないところはありません。
chore-outstanding = 発行者ごとの未使用残高：
chore-outstanding-issuer = { $name }：未使用残高 { $amount }
chore-outstanding-former = いまの設定にない事業：未使用残高 { $amount }
chore-outstanding-book = { $name }（{ $kind }）：発行 { $issued }、使用 { $redeemed }、期限切れ { $expired }、払い戻し { $back }、放棄 { $given }、未使用 { $amount }
chore-batch = まとまりの番号：{ $code }
chore-sheet = { $file } を書きました。ページを開いて A4 に印刷し、ファイルは消してください。コードが入っています。
chore-vouchers-withdrawn = { $count }枚のチャージ券を取り消しました。
chore-voucher-usable = 使えます
chore-voucher-used = 使用済み
chore-voucher-cancelled = 取り消し
chore-voucher-expired = 期限切れ

## Done: the data and the server

chore-migrated = { $town }のデータは新しくなっています。
chore-copied = { $file } を書きました。
chore-copy-key = { $file } を別の安全な場所に保管してください。この写しには入っていません。鍵がなければ、写しは役に立ちません。
chore-restored = 戻しました。鍵を置いたら、次に `yui-server verify-ledger` を実行してください。この写しを作った後に止めたスマートフォン、終わらせた職員の利用、取りかえる前のパスワードが、また使えます。後で使われたチャージ券も、また使えます。もう一度、止めてください（`shop revoke`・`staff end`・`staff reset`・`voucher cancel`。住民のスマートフォンは、職員用ページの本人の画面で）。
chore-restored-key = 次に、鍵を { $file } に戻してください。鍵はこの写しとは別に保管してあり、なければサーバーは動きません。
chore-restored-but = サーバーを動かす前に：{ $words }。
chore-serve-figures = { $town }：数値は { $address }
chore-serve-figures-here = { $town }：数値はこのコンピューターの中だけ：ポート { $words } の /metrics
chore-serve-ready = { $town }：{ $millis }ミリ秒で用意ができました。{ $address } で待ち受けています。アドレスは { $origin }
chore-serve-stands-by = { $town }：{ $millis }ミリ秒で待機に入りました。{ $address } で待ち受けています。アドレスは { $origin }。今は別のサーバーが応えています。それが止まると、このサーバーが代わります。
chore-serve-stopped = { $town }：止まりました。

## Not done

refusal-code = { $words }（{ $code }）
refusal-at = { $file }：{ $words }
refusal-nothing-done = { $words }。何も行っていません
refusal-nothing-taken = { $words }。何も取り込んでいません
refusal-nothing-back = { $words }。何も戻していません
refusal-half-back = { $words }。まちのデータはもう戻してあります。もう一度行う前に、その場所を空にしてください
refusal-town-store = まちのデータ：{ $words }
refusal-realm-store = 本人確認のデータ：{ $words }
refusal-in-use = 別のプログラムがこのデータを使っていて、返事をしません。起動や停止の途中ではありませんか
refusal-staff-taken = 職員名 { $name } はもう使われています（利用を終えた職員の名前も使えません）。別の職員名にしてください
refusal-lost = サーバーの返事が届きませんでした。もう一度行う前に、できたかどうかを確かめてください
refusal-other-answer = サーバーから思わぬ返事が届きました
refusal-outcome = 結果を書き出せませんでした：{ $words }
refusal-random = このコンピューターで乱数を作れません
refusal-copy-of-files = この写しは SQLite のファイルです。--database を書かずに戻すか、`backup --lines` で写しを作り直してください
refusal-origin-missing = --origin がありません。{ $address } で待ち受けるサーバーに、スマートフォンはどのアドレスで届きますか。例：`--origin https://yui.city.example`（前に TLS を受け持つプロキシーを置きます）
refusal-origin-form = --origin は `https://ホスト名` の形で、パスは付けません
refusal-not-secured = { $flag } は https:// で始めてください（http:// はこのコンピューターの中だけ）
refusal-key-missing = プラットフォーム事業者の鍵がありません
refusal-clock = { $words }。このコンピューターの時計を直してください。今の時刻が正しいときは、一度だけ `yui-server serve --accept-time-jump` を実行してください
refusal-ledger = { $words }。このような記録の上には何も積みません。`yui-server verify-ledger` で何が違うかを確かめ、その前の写しを `yui-server restore` で戻してください
refusal-ended = サーバーは自分で止まりました：{ $words }
refusal-other-leads = まちのデータは別のサーバーが受け持っています。このサーバーは本人確認のデータを手放しました
refusal-technical = ここでは動きません：{ $words }
refusal-settings = 設定を使えません：{ $words }

## What was typed

misuse-value = { $flag } に「{ $value }」は使えません
misuse-value-why = { $flag } に「{ $value }」は使えません：{ $words }
misuse-value-missing = { $flag } の中身がありません
misuse-choices = 次から選びます：{ $words }
misuse-unknown = { $flag } という指定はありません
misuse-command = { $name } というコマンドはありません
misuse-command-missing = コマンドがありません。使えるもの：{ $words }
misuse-meant = { $words } ではありませんか
misuse-missing = 足りないもの：{ $words }
misuse-conflict = { $flag } と { $words } は一緒に使えません
misuse-twice = { $flag } は1回しか書けません
misuse-other = 読み取れませんでした
misuse-more = くわしくは --help で見られます。
typed-shop = お店の番号は、数字 0-9 と英字 A-F の16文字です。`shop list` に出ます
typed-phone = スマートフォンの番号は、数字 0-9 と英字 A-F の12文字です。`shop phones` に出ます
typed-id = 番号は、コマンドが表示した UUID（バージョン 7）です
typed-count = ひとまとまりは1～{ $count }枚です
typed-yen = 金額は1～{ $count }円です
typed-day = 日付は 2027-03-31 の形で書きます
typed-time = 時刻は 03:30 の形で書きます
typed-mail-address = メールアドレスは name@town.example のように書きます
typed-programme = 事業は a-z、0-9、- で書きます。例：charge-2026
typed-listen = 待ち受けるアドレスは 127.0.0.1:8080 の形で書きます
typed-proxy = アドレスは 192.0.2.1 の形で書きます
typed-shop-name = 店名：1～80文字。見えない文字は使えません
typed-shop-kana = カナ：80文字まで。見えない文字は使えません
typed-shop-area = 地区：40文字まで。見えない文字は使えません
typed-shop-address = 住所：160文字まで。見えない文字は使えません
typed-shop-postal-code = 郵便番号：数字7けた
typed-shop-telephone = 電話番号：数字・空白・-+() で20文字まで
typed-shop-latitude = 緯度：-90度から90度まで
typed-shop-longitude = 経度：-180度から180度まで
typed-shop-class = 分類「{ $name }」はありません。このまちの分類：{ $words }
typed-staff-name = 職員名：英小文字 a-z、数字 0-9、`.`、`-`、`_` で2～32文字
typed-staff-shown = 画面に出る名前：1～40文字。見えない文字は使えません

## Stores and files

store-foreign = このプログラムのデータではありません。中身には触れていません
store-absent = ここにはデータがありません。何も作っていません
store-other-version = データは別のバージョンのプログラムで作られています：{ $words }
store-in-use = 別のプログラムがこのデータに書き込んでいます
store-full = データを書く場所がいっぱいです
store-unavailable = データベースにつながりません
store-no-database = この名前のデータベースが PostgreSQL にありません。createdb で作るか、--database を直してください
store-clock = 時計は { $shown } を指していますが、{ $expected } ごろのはずです
store-not-empty = 戻す先が空ではありません：{ $words } があります
store-line = 写しの{ $row }行目を読み取れません：{ $words }
store-fault = データに異常があります：{ $words }
store-apart-other = まちのデータと本人確認のデータの組み合わせが違います。ディスクがつながっていないか、復元が途中ではありませんか。サーバーは動かしていません
store-apart-realm = まちのデータは使われていますが、本人確認のデータが新しいままです。ディスクがつながっていないか、復元が途中ではありませんか。サーバーは動かしていません
store-apart-town = 本人確認のデータは使われていますが、まちのデータが新しいままです。ディスクがつながっていないか、復元が途中ではありませんか。サーバーは動かしていません
store-key-missing = { $file } がありません。本人確認のデータは、この鍵でしか読めません。このデータの鍵を元に戻してください。鍵はバックアップとは別に保管してあり、ひとつのデータベースを使うサーバーはどれも同じ鍵を使います。新しい鍵は作っていません
store-key-other = 鍵が、このデータを書いたときのものと違います。正しい realm.key に置きかえてください。鍵はバックアップとは別に保管してあり、ひとつのデータベースを使うサーバーはどれも同じ鍵を使います。何も変えていません
store-key-length = 鍵のファイルではありません（鍵は32バイトです）
store-key-open = { $file } は、このコンピューターのほかの人も読めるようになっています。このファイルに `chmod 600` を実行してから、もう一度始めてください
file-missing = ファイルまたはフォルダーがありません
file-denied = 許可がありません
file-exists = もうあります
file-full = ディスクがいっぱいです
file-no-folder = 途中にフォルダーでないものがあります
file-folder = フォルダーです
file-not-text = UTF-8 の文字ではありません
file-address-in-use = このアドレスは別のプログラムが使っています
file-address-unknown = このコンピューターにはそのアドレスがありません
file-fault = 読み書きできません（{ $code }）

## A list that is imported

import-read-as = { $name } として読みました。列：
import-mark = UTF-8（BOM 付き）
import-column-number = 番号
import-column-name = 店名
import-column-kana = 店名のカナ
import-column-kind = 業種
import-column-area = 地区
import-column-postal-code = 郵便番号
import-column-address = 住所
import-column-telephone = 電話番号
import-column-latitude = 緯度
import-column-longitude = 経度
import-repaired = { $row }行目：{ $words }：「{ $before }」→「{ $after }」
import-doubtful = { $row }行目：確かめてください：{ $words }：「{ $before }」
import-rejected = { $row }行目：取り込みません：{ $words }
import-sum = { $rows }行のうち、{ $taken }行を取り込み、{ $rejected }行は取り込んでいません。直した所は{ $repaired }か所、確かめてほしい所は{ $doubtful }か所です。
import-kind-blanks = 余分な空白を除きました
import-kind-unseen = 見えない文字を除きました
import-kind-width = 全角・半角をそろえました
import-kind-voice-mark = 濁点・半濁点を文字に付けました
import-kind-telephone-form = 電話番号の書き方をそろえました
import-kind-telephone-without-area-code = 電話番号に市外局番がありません。そのまま取り込みました
import-kind-telephone-unreadable = 電話番号ではないので、空にしました
import-kind-postal-code-form = 郵便番号の書き方をそろえました
import-kind-postal-code-unreadable = 郵便番号ではないので、空にしました
import-kind-place-swapped = 緯度と経度が逆だったので、入れかえました
import-kind-place-unreadable = 日本の場所ではないので、空にしました
import-kind-class-unknown = この業種に当たるまちの分類がありません
import-kind-quotes = 余分な引用符を、文字として取り込みました
import-reason-empty = 行が空です
import-reason-open-quote = 引用符が閉じられていません
import-reason-cells = この行の欄は{ $count }個、見出しは{ $width }個です
import-reason-no-name = 店名がありません
import-reason-twice = 同じ番号かお店が、{ $row }行目にもうあります
import-reason-long = { $name }が{ $count }文字あります。{ $most }文字まで入ります
import-foreign = このファイルの文字コードは { $name } です。UTF-8 の CSV で保存してください
import-no-encoding = このファイルの文字コードは UTF-8 でも CP932 でもありません。UTF-8 の CSV で保存してください
import-damaged = { $row }行目、{ $count }バイト目：ここだけ UTF-8 の文字ではありません。直すか、一覧を保存し直してください
import-undecodable = { $row }行目、{ $count }バイト目：CP932 の文字ではなく、ファイルは UTF-8 でもありません。UTF-8 の CSV で保存してください
import-no-text = { $row }行目、{ $count }バイト目：値が 0 のバイトがあります。UTF-8 か CP932 の CSV ファイルではありません
import-no-names = 店名の列がありません。見出し：{ $words }
import-no-rows = 行がありません
import-too-long = 一覧は { $count } MB までで、このファイルはそれより大きいです
