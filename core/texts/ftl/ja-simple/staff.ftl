### Pages for members of staff.

## Sign-in

staff-title = 係《かかり》の 人《ひと》の 画面《がめん》
staff-name = 係《かかり》の 人《ひと》の 名前《なまえ》
staff-password = パスワード
staff-code = 確認《かくにん》コード（6けた）
staff-sign-in = 入《はい》る
staff-sign-in-wrong = どれかが 違《ちが》います
staff-sign-out = 出《で》る
staff-signed-in = { $name }さんが 使《つか》って います
staff-home = 係《かかり》の 人《ひと》の ホーム

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
counter-register-done = 登録《とうろく》しました
counter-phone-code = スマートフォンに この 番号《ばんごう》を 入《い》れます：{ $code }
counter-print-card = 紙《かみ》の カードを 印刷《いんさつ》する
counter-card-note = お店《みせ》・避難所《ひなんじょ》・電話《でんわ》で 使《つか》えます。なくした ときは 電話《でんわ》して ください。

## Counter charge

counter-charge = お金《かね》を 入《い》れる
counter-find = 名前《なまえ》・電話番号《でんわばんごう》・カードの 番号《ばんごう》で 探《さが》す
counter-found-none = いません。ほかの 言葉《ことば》で 探《さが》して ください。
counter-charge-amount = もらった お金《かね》
counter-charge-confirm = { $name }さんの 残高《ざんだか》に { $amount } 入《い》れます
counter-charge-button = { $amount } 入《い》れる
counter-charge-done = { $amount } 入《い》れました。記録《きろく》の 番号《ばんごう》：{ $receipt }

## Ledger health

ledger-title = お金《かね》の 記録《きろく》
ledger-sound = 記録《きろく》は 正《ただ》しいです（{ $count }行《ぎょう》）
ledger-broken = { $row }行《ぎょう》が 違《ちが》います。支払《しはら》いを 止《と》めました。
ledger-head = 最後《さいご》の 行《ぎょう》：{ $row }（{ $moment }）
ledger-outstanding = まだ 使《つか》って いない ポイント：{ $amount }
ledger-unsettled = まだ お店《みせ》に 送《おく》って いない お金《かね》：{ $amount }

## Review

review-title = 確認《かくにん》を 待《ま》って いる 登録《とうろく》
review-empty = 待《ま》って いる 登録《とうろく》は ありません。
review-reason-card = カードが 新《あたら》しく なりました
review-same-person = 同《おな》じ 人《ひと》です
review-refuse = 違《ちが》う 人《ひと》です
review-two-staff = お金《かね》を 戻《もど》す ときは ｜2人《ふたり》で 確認《かくにん》します
refund-case-moved = 引《ひ》っ越《こ》し
refund-case-death = 亡《な》くなりました
refund-case-closed = サービスの 終《お》わり

## Audit

audit-title = した ことの 記録《きろく》
audit-line = { $moment } { $name }：{ $act }
audit-empty = まだ 記録《きろく》は ありません。
audit-note = 人《ひと》の 情報《じょうほう》を 見《み》た ことも 全部《ぜんぶ》 書《か》きます。

## Lost things at the counter

counter-stop-phone = スマートフォンを 止《と》める
counter-stop-phone-done = スマートフォンを 止《と》めました。残高《ざんだか》は 同《おな》じです。
counter-visitor-code = ビジターの コードを 出《だ》す
counter-printed-card = 紙《かみ》の カード
