### Pages for members of staff: signing in, home, and the record of what they did.

## Sign-in

staff-title = 係の人の画面
staff-name = 職員名
staff-password = パスワード
staff-sign-in = 入る
staff-sign-in-wrong = 職員名かパスワードが違います。続けて5回違うと、15分間入れません。
staff-sign-out = 画面を閉じて出る
staff-signed-in = { $name }さんとして入っています
staff-home = 係の人のホーム
staff-skip = 本文へ進む
staff-password-title = 自分のパスワードを決める
staff-password-old = 今のパスワード
staff-password-old-wrong = 今のパスワードが違います。パスワードは変わっていません。続けて5回違うと、15分間変えられません。
staff-password-rule = 12文字以上にしてください。職員名は入れられません。
staff-password-new = 新しいパスワード
staff-password-again = もう一度、同じパスワード
staff-password-button = パスワードを決める
staff-password-weak = このパスワードは使えません。12文字以上で、職員名を入れないでください。
staff-password-differs = 2つのパスワードが違います。
staff-form-old = この画面は古くなりました。まだ何も変わっていません。もう一度開いて、やり直してください。
staff-role-town-counter = 市 市民窓口
staff-role-town-children = 市 こどもセンター
staff-role-town-programmes = 市 事業担当
staff-role-body-counter = 運営団体 窓口
staff-role-body-desk = 運営団体 電話
staff-role-body-accounts = 運営団体 会計

## Audit

audit-title = 操作の記録
audit-empty = まだ記録はありません。
audit-note = 個人の情報を見たことも、すべて記録されます。
audit-act-read = 情報を見た
audit-act-register = 登録・カード
audit-act-phone = スマートフォン
audit-act-money = チャージ・付与
audit-act-pay-back = 払い戻し・退会
audit-act-shop = お店
audit-act-staff = 職員
audit-act-denied = 権限がなく断られた操作
audit-act-other = そのほか
audit-operator = サーバーの管理者
