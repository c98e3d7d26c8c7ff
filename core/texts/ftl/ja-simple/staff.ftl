### Pages for members of staff.

## Sign-in

staff-title = 係の 人の 画面
staff-name = 名前の コード
staff-password = パスワード
staff-code = 確認コード（6けた）
staff-sign-in = 入る
staff-sign-in-wrong = どれかが 違います
staff-sign-out = 出る
staff-signed-in = { $name }さんが 使って います
staff-home = 係の 人の ホーム

## Counter registration

counter-register = 市役所などで 登録する
counter-register-with-phone = スマートフォンが ある 人
counter-register-no-phone = スマートフォンが ない 人
counter-name = 名前
counter-kana = ふりがな
counter-birth-date = 生まれた 日
counter-sex = 性別
counter-address = 住所
counter-telephone = 電話番号
counter-checked = 本人の 書類を 見ました
counter-register-button = 登録する
counter-register-done = 登録しました
counter-phone-code = スマートフォンに この 番号を 入れます：{ $code }
counter-print-card = 紙の カードを 印刷する
counter-card-note = お店・避難所・電話で 使えます。なくした ときは 電話して ください。

## Counter charge

counter-charge = お金を 入れる
counter-find = 名前・電話番号・カードの 番号で 探す
counter-found-none = いません。ほかの 言葉で 探して ください。
counter-charge-amount = もらった お金
counter-charge-confirm = { $name }さんの 残高に { $amount } 入れます
counter-charge-button = { $amount } 入れる
counter-charge-done = { $amount } 入れました。記録の 番号：{ $receipt }

## Ledger health

ledger-title = お金の 記録
ledger-sound = 記録は 正しいです（{ $count }行）
ledger-broken = { $row }行が 違います。支払いを 止めました。
ledger-head = 最後の 行：{ $row }（{ $moment }）
ledger-outstanding = まだ 使って いない ポイント：{ $amount }
ledger-unsettled = まだ お店に 送って いない お金：{ $amount }

## Review

review-title = 確認を 待って いる 登録
review-empty = 待って いる 登録は ありません。
review-reason-card = カードが 新しく なりました
review-same-person = 同じ 人です
review-refuse = 違う 人です
review-two-staff = お金を 戻す ときは 2人で 確認します
refund-case-moved = 引っ越し
refund-case-death = 亡くなりました
refund-case-closed = サービスの 終わり

## Audit

audit-title = した ことの 記録
audit-line = { $moment } { $name }：{ $act }
audit-empty = まだ 記録は ありません。
audit-note = 人の 情報を 見た ことも 全部 書きます。
