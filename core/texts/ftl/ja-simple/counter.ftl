### Pages of the counter: registering, finding, charging, granting, codes, printed cards, shops.

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
counter-card-note = 窓口《まどぐち》と 電話《でんわ》で 使《つか》えます。お店《みせ》では 払《はら》えません。なくした ときは、すぐに 電話《でんわ》して ください。
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
counter-visitor-code = ビジターの 登録《とうろく》コードを 出《だ》す
counter-printed-card = 紙《かみ》の カード

## Counter charge

counter-charge = お金《かね》を 入《い》れる
counter-find = 名前《なまえ》・電話番号《でんわばんごう》・紙《かみ》の カード
counter-found-none = いません。ほかの 言葉《ことば》で 探《さが》して ください。
counter-charge-amount = もらった お金《かね》
counter-no-phone = この 人《ひと》は スマートフォンを 持《も》って いません。お店《みせ》では スマートフォンで ポイントを 使《つか》います。
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

## Shops

counter-shops-title = お店《みせ》
counter-shops-search = お店《みせ》の 名前《なまえ》・地区《ちく》
counter-shop-pair = お店《みせ》の スマートフォンを つなぐ
counter-shop-pair-note = お店《みせ》の スマートフォンで 写《うつ》して ください。｜7日《なのか》の 間《あいだ》に 1回《かい》だけ 使《つか》えます。
