### Pages for members of staff.

## Sign-in

staff-title = 係の人の画面
staff-name = 職員名
staff-password = パスワード
staff-code = 確認コード（6けた）
staff-sign-in = 入る
staff-sign-in-wrong = 職員名・パスワード・確認コードのどれかが違います
staff-sign-out = 画面を閉じて出る
staff-signed-in = { $name }さんとして入っています
staff-home = 係の人のホーム

## Counter registration

counter-register = 窓口で登録する
counter-register-with-phone = スマートフォンを持っている人
counter-register-no-phone = スマートフォンを持っていない人
counter-name = 氏名
counter-kana = ふりがな
counter-birth-date = 生年月日
counter-sex = 性別
counter-address = 住所
counter-telephone = 電話番号
counter-checked = 本人確認の書類を見ました
counter-register-button = 登録する
counter-register-done = 登録しました
counter-phone-code = この番号をスマートフォンに入れてもらってください：{ $code }
counter-print-card = 紙のカードを印刷する
counter-card-note = お店・訪問・避難所・電話で使えます。なくしたら、すぐに電話してください。

## Counter charge

counter-charge = 窓口でチャージする
counter-find = 氏名・電話番号・カードの番号で探す
counter-found-none = 見つかりません。ほかの言葉で探してください。
counter-charge-amount = 受け取った現金
counter-charge-confirm = { $name }さんに{ $amount }をチャージします
counter-charge-button = { $amount }をチャージする
counter-charge-done = { $amount }をチャージしました。控え番号：{ $receipt }

## Ledger health

ledger-title = 帳簿の状態
ledger-sound = 帳簿は正しくつながっています（{ $count }行）
ledger-broken = { $row }行目が合いません。支払いを止めました。
ledger-head = 最後の行：{ $row }（{ $moment }）
ledger-outstanding = まだ使われていないポイント：{ $amount }
ledger-unsettled = お店にまだ振り込んでいない金額：{ $amount }

## Review

review-title = 確認を待っている登録
review-empty = 確認を待っている登録はありません。
review-reason-card = カードが新しくなりました
review-same-person = 同じ人として認める
review-refuse = 認めない
review-two-staff = 返金は、2人の係の人が確認します
refund-case-moved = 町の外への引っ越し
refund-case-death = 死亡
refund-case-closed = サービスの終了

## Audit

audit-title = 操作の記録
audit-line = { $moment } { $name }：{ $act }
audit-empty = まだ記録はありません。
audit-note = 個人の情報を見たことも、すべて記録されます。

## Lost things at the counter

counter-stop-phone = スマートフォンを止める
counter-stop-phone-done = スマートフォンを止めました。残高はそのままです。
counter-visitor-code = ビジターのコードを出す
counter-printed-card = 紙のカード
