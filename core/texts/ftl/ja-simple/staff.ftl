### Pages for members of staff.

## Sign-in

staff-title = 係《かかり》の 人《ひと》の 画面《がめん》
staff-name = 係《かかり》の 人《ひと》の 名前《なまえ》
staff-password = パスワード
staff-sign-in = 入《はい》る
staff-sign-in-wrong = 名前《なまえ》か パスワードが 違《ちが》います。続《つづ》けて 5回《かい》 違《ちが》うと、15分《ふん》 入《はい》れません。
staff-sign-out = 出《で》る
staff-signed-in = { $name }さんが 使《つか》って います
staff-home = 係《かかり》の 人《ひと》の ホーム
staff-skip = 本文《ほんぶん》へ
staff-password-title = 自分《じぶん》の パスワードを 決《き》める
staff-password-old = 今《いま》の パスワード
staff-password-old-wrong = 今《いま》の パスワードが 違《ちが》います。パスワードは 変《か》わって いません。続《つづ》けて 5回《かい》 違《ちが》うと、15分《ふん》 変《か》えられません。
staff-password-rule = 12文字《もじ》以上《いじょう》に して ください。自分《じぶん》の 名前《なまえ》は 使《つか》えません。
staff-password-new = 新《あたら》しい パスワード
staff-password-again = 同《おな》じ パスワードを もう 一度《いちど》
staff-password-button = パスワードを 決《き》める
staff-password-weak = この パスワードは 使《つか》えません。12文字《もじ》以上《いじょう》に して ください。自分《じぶん》の 名前《なまえ》は 使《つか》えません。
staff-password-differs = ｜2つ《ふたつ》の パスワードが 違《ちが》います。
staff-form-old = この 画面《がめん》は 古《ふる》いです。まだ 何《なに》も 変《か》わって いません。もう 一度《いちど》 開《ひら》いて ください。
staff-role-town-counter = 市役所《しやくしょ》の 窓口《まどぐち》
staff-role-town-children = 市役所《しやくしょ》の こどもセンター
staff-role-town-programmes = 市役所《しやくしょ》の ポイントの 係《かかり》
staff-role-body-counter = ポイントの 会《かい》の 窓口《まどぐち》
staff-role-body-desk = ポイントの 会《かい》の 電話《でんわ》
staff-role-body-accounts = ポイントの 会《かい》の 会計《かいけい》

## Counter registration

counter-register = 市役所《しやくしょ》などで 登録《とうろく》する
counter-register-with-phone = スマートフォンが ある 人《ひと》
counter-register-no-phone = スマートフォンが ない 人《ひと》
counter-name = 名前《なまえ》
counter-kana = ふりがな
counter-birth-date = 生《う》まれた 日《ひ》
counter-sex = 性別《せいべつ》
counter-address = 住所《じゅうしょ》
counter-telephone = 電話番号《でんわばんごう》
counter-checked = 本人《ほんにん》の 書類《しょるい》を 見《み》ました
counter-register-button = 登録《とうろく》する
counter-phone-code = スマートフォンに この 登録《とうろく》コードを 入《い》れます
counter-print-card = 紙《かみ》の カードを 印刷《いんさつ》する
counter-card-note = お店《みせ》・家《いえ》・避難所《ひなんじょ》・電話《でんわ》で 使《つか》えます。なくした ときは、すぐに 電話《でんわ》して ください。
counter-find-title = 人《ひと》を 探《さが》す
counter-find-button = 探《さが》す
counter-found = { $count ->
       [1] ｜1人《ひとり》
       [2] ｜2人《ふたり》
      *[other] { $count }人《にん》
    }
counter-phone-question = スマートフォンが ありますか
counter-sex-female = 女《おんな》
counter-sex-male = 男《おとこ》
counter-sex-unstated = 言《い》わない
counter-checked-note = 見《み》て いない ときは ビジターに なります。
counter-known = 同《おな》じ 名前《なまえ》と 生《う》まれた 日《ひ》の 人《ひと》が もう います。
counter-known-see = その 人《ひと》を 見《み》る
counter-other-person = 確認《かくにん》しました。違《ちが》う 人《ひと》です。
counter-other-button = 違《ちが》う 人《ひと》として 登録《とうろく》
counter-phone-code-title = 登録《とうろく》コードを 出《だ》す
counter-code-once = 登録《とうろく》コードは 今《いま》だけ 見《み》えます。｜1日《いちにち》の 間《あいだ》に 1回《かい》だけ 使《つか》えます。
counter-code-minutes = 登録《とうろく》コードは 今《いま》だけ 見《み》えます。｜{ $count }分《ふん》の 間《あいだ》に 1回《かい》だけ 使《つか》えます。
counter-print-hint = ブラウザーの「印刷《いんさつ》」を 使《つか》います。
counter-card-number = 電話《でんわ》で 係《かかり》の 人《ひと》が 聞《き》いたら、その ますの 番号《ばんごう》を 言《い》います。
counter-card-replaces = 前《まえ》の カードは 使《つか》えなく なります。
counter-code-two = カードや スマートフォンや ポイントが ある 人《ひと》は、｜2人《ふたり》の 係《かかり》の 人《ひと》が 確《たし》かめます。そのあと 登録《とうろく》コードを 出《だ》します。カードも スマートフォンも なくした 人《ひと》も、こう します。
counter-code-waits = もう ｜1人《ひとり》の 係《かかり》の 人《ひと》を 待《ま》って います。登録《とうろく》コードは まだ 出《で》て いません。
counter-code-waits-how = もう ｜1人《ひとり》の 係《かかり》の 人《ひと》に、ホームの「登録《とうろく》コードの 確認《かくにん》」を 開《ひら》いて もらいます。そのあと、この 画面《がめん》を もう 一度《いちど》 開《ひら》きます。1時間《じかん》で 終《お》わります。
counter-code-asked-by = 頼《たの》んだ 人《ひと》：{ $name }（{ $moment }）
counter-code-look = 本人《ほんにん》に 会《あ》って、顔《かお》の 写真《しゃしん》が ある 書類《しょるい》を 見《み》て ください。電話《でんわ》だけで 確認《かくにん》しないで ください。
counter-code-confirm-button = 本人《ほんにん》を 確《たし》かめました
counter-code-confirmed = { $name }さんが 確《たし》かめました。登録《とうろく》コードを 出《だ》せます。
counter-code-for-two = { $name }さんが 頼《たの》みました。{ $other }さんが 本人《ほんにん》を 確《たし》かめました。登録《とうろく》コードは、この ｜2人《ふたり》の どちらかが 出《だ》します。
counter-code-list-title = 登録《とうろく》コードの 確認《かくにん》
counter-code-list-empty = 待《ま》って いる 登録《とうろく》コードは ありません。
counter-code-see = この 人《ひと》を 見《み》る

## Counter charge

counter-charge = お金《かね》を 入《い》れる
counter-find = 名前《なまえ》・電話番号《でんわばんごう》・紙《かみ》の カード
counter-found-none = いません。ほかの 言葉《ことば》で 探《さが》して ください。
counter-charge-amount = もらった お金《かね》
counter-charge-confirm = { $name }さんの 残高《ざんだか》に { $amount } 入《い》れます
counter-charge-button = { $amount } 入《い》れる
counter-charge-done = { $amount } 入《い》れました。記録《きろく》の 番号《ばんごう》：{ $receipt }
counter-balance = 残高《ざんだか》：{ $amount }
counter-balance-charged = その うち 入《い》れた お金《かね》：{ $amount }
counter-person-title = 登録《とうろく》した 人《ひと》
counter-no-name = 名前《なまえ》が ありません
counter-left = やめた 人《ひと》です。
counter-grant = ポイントを あげる
counter-grant-amount = あげる ポイント
counter-programme = ポイントの 種類《しゅるい》
counter-grant-confirm = { $name }さんに { $amount } あげます
counter-grant-button = { $amount } あげる
counter-grant-done = { $amount } あげました。記録《きろく》の 番号《ばんごう》：{ $receipt }
counter-receipt-title = 記録《きろく》の 紙《かみ》
counter-usable-until = { $day }まで 使《つか》えます
counter-again = ほかの 人《ひと》を 探《さが》す
counter-change = 直《なお》す

## Ledger health

ledger-title = お金《かね》の 記録《きろく》
ledger-sound = 記録《きろく》は 正《ただ》しいです（{ $count }行《ぎょう》）
ledger-broken = { $row }行目《ぎょうめ》が 違《ちが》います。支払《しはら》いを 止《と》めました。
ledger-head = 最後《さいご》の 行《ぎょう》：{ $row }（{ $moment }）
ledger-unsettled = まだ お店《みせ》に 送《おく》って いない お金《かね》：{ $amount }
ledger-hash = 記録《きろく》の 印《しるし》
ledger-writing = 書《か》く ことが できます
ledger-standby = ほかの 機械《きかい》が 書《か》いて います
ledger-clock = 時計《とけい》が 違《ちが》うので、書《か》く ことを 止《と》めて います。すぐに サーバーの 係《かかり》に 電話《でんわ》して ください。
ledger-stopped = 書《か》く ことを 止《と》めて います。すぐに サーバーの 係《かかり》に 電話《でんわ》して ください。
ledger-queue = 待《ま》って いる もの：{ $count }
ledger-programmes = 種類《しゅるい》ごとの ポイント
ledger-issued = 出《だ》した 合計《ごうけい》
ledger-unused = まだ 使《つか》って いない
ledger-on-vouchers = まだ 使《つか》って いない チャージ券《けん》
ledger-check-button = 最初《さいしょ》から 調《しら》べる
ledger-checking = 調《しら》べて います。あとで もう 一度《いちど》 開《ひら》いて ください。
ledger-never-checked = まだ 調《しら》べて いません。
ledger-checked-at = 調《しら》べた 時《とき》：{ $moment }
ledger-wrong = 記録《きろく》が 違《ちが》います。すぐに サーバーの 係《かかり》に 電話《でんわ》して ください。

## Review

review-title = 確認《かくにん》を 待《ま》って いる 登録《とうろく》
review-empty = 待《ま》って いる 登録《とうろく》は ありません。
review-reason-card = カードが 新《あたら》しく なりました
review-same-person = 同《おな》じ 人《ひと》に する
review-refuse = 登録《とうろく》しない
review-two-staff = お金《かね》を 戻《もど》す ときは ｜2人《ふたり》で 確認《かくにん》します。
refund-case-moved = ほかの 町《まち》へ 引《ひ》っ越《こ》し
refund-case-death = 亡《な》くなりました
refund-case-closed = サービスの 終《お》わり
review-other-person = 違《ちが》う 人《ひと》として 登録《とうろく》する
review-new-card = 新《あたら》しい カードの 人《ひと》
review-known = もう 登録《とうろく》した 人《ひと》
review-since = { $moment }から
review-reference = 受付番号《うけつけばんごう》：{ $code }
review-look = ｜2つ《ふたつ》を 見《み》て、決《き》めて ください。
refund-case-title = お金《かね》を 戻《もど》す 確認《かくにん》
refund-case-start = やめて お金《かね》を 戻《もど》す
refund-case-reason = 理由《りゆう》
refund-case-note = 戻《もど》せるのは、入《い》れた お金《かね》だけです。
refund-case-record-button = 記録《きろく》する
refund-case-recorded = 記録《きろく》しました。お金《かね》は まだ 戻《もど》して いません。次《つぎ》に ほかの 係《かかり》の 人《ひと》が 確認《かくにん》します。
refund-case-empty = 待《ま》って いる ものは ありません。
refund-case-recorded-by = 記録《きろく》した 人《ひと》：{ $name }（{ $moment }）
refund-case-own = 自分《じぶん》の 記録《きろく》は 確認《かくにん》できません。
refund-case-confirm-button = 確認《かくにん》する
refund-case-confirm-question = この 人《ひと》が やめることを 決《き》めますか
refund-case-confirm-happens = チャージした お金《かね》を 返《かえ》します。ほかの ポイントは なくなります。スマートフォンは 全部《ぜんぶ》 使《つか》えなくなります。元《もと》に もどせません。
refund-case-done = この 人《ひと》は やめました。{ $amount }を 返《かえ》して ください。
refund-case-confirmed-title = 確認《かくにん》が 終《お》わった もの
refund-case-paid-back = 返《かえ》す お金《かね》 { $amount }
refund-case-confirmed-by = 確認《かくにん》して 返《かえ》す 人《ひと》：{ $name }（{ $moment }）

## Audit

audit-title = した ことの 記録《きろく》
audit-empty = まだ 記録《きろく》は ありません。
audit-note = 人《ひと》の 情報《じょうほう》を 見《み》た ことも 全部《ぜんぶ》 書《か》きます。
audit-act-read = 情報《じょうほう》を 見《み》た
audit-act-register = 登録《とうろく》・カード
audit-act-phone = スマートフォン
audit-act-money = お金《かね》・ポイント
audit-act-refund = お金《かね》を 戻《もど》す
audit-act-shop = お店《みせ》
audit-act-staff = 係《かかり》の 人《ひと》
audit-act-other = ほか
audit-operator = サーバーの 係《かかり》

## Lost things at the counter

counter-stop-phone = スマートフォンを 止《と》める
counter-stop-phone-done = スマートフォンを 止《と》めました。残高《ざんだか》は 同《おな》じです。
counter-visitor-code = ビジターの 登録《とうろく》コードを 出《だ》す
counter-printed-card = 紙《かみ》の カード
counter-phones = 登録《とうろく》した スマートフォン
counter-phones-none = スマートフォンは ありません。
counter-phone-since = { $day }に 登録《とうろく》
counter-phone-stopped = 止《と》まって います
counter-proof = 本人《ほんにん》かを 確認《かくにん》する
counter-grid-ask = 紙《かみ》の カードの「{ $code }」の 番号《ばんごう》
counter-grid-button = 番号《ばんごう》を 確認《かくにん》する
counter-grid-right = 番号《ばんごう》は 同《おな》じです。
counter-grid-wrong = 番号《ばんごう》が 違《ちが》います。
counter-grid-locked = 番号《ばんごう》の 間違《まちが》いが 続《つづ》いたので、この カードでは 確認《かくにん》できません。窓口《まどぐち》で 本人《ほんにん》を 確認《かくにん》して、新《あたら》しい カードを 印刷《いんさつ》して ください。
counter-stop-button = 止《と》める
counter-stop-question = 「{ $name }」を 止《と》めますか
counter-stop-happens = この スマートフォンで もう 払《はら》えません。残高《ざんだか》は なくなりません。また 使《つか》う ときは、もう 一度《いちど》 登録《とうろく》します。
counter-shops-title = お店《みせ》
counter-shops-search = お店《みせ》の 名前《なまえ》・地区《ちく》
counter-shop-pair = お店《みせ》の スマートフォンを つなぐ
counter-shop-pair-note = お店《みせ》の スマートフォンで 写《うつ》して ください。｜7日《なのか》の 間《あいだ》に 1回《かい》だけ 使《つか》えます。
counter-shop-phones = お店《みせ》の スマートフォン
counter-shop-phones-none = つながって いる スマートフォンは ありません。
counter-shop-phone-since = { $moment }に つなぎました
counter-shop-phone-stopped = { $moment }に 止《と》めました
counter-shop-phone-stop-note = なくした スマートフォンは ここで 止《と》めて ください。止《と》めると もう 使《つか》えません。新《あたら》しい スマートフォンは もう 一度《いちど》 つなぎます。
counter-shop-phone-stop-happens = この スマートフォンで もう 受《う》け取《と》れません。お金《かね》を 返《かえ》す ことも できません。元《もと》に もどせません。お店《みせ》の ほかの スマートフォンと 受《う》け取《と》った ポイントは 同《おな》じです。
counter-shop-phone-stop-done = スマートフォンを 止《と》めました。お店《みせ》の ほかの スマートフォンと 受《う》け取《と》った ポイントは 同《おな》じです。
