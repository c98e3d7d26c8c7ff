### Pages for members of staff.

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
counter-phone-code = この登録コードをスマートフォンに入れてもらってください
counter-print-card = 紙のカードを印刷する
counter-card-note = お店・訪問・避難所・電話で使えます。なくしたら、すぐに電話してください。
counter-find-title = 住民を探す
counter-find-button = 探す
counter-found = { $count }人
counter-phone-question = スマートフォンはありますか
counter-sex-female = 女
counter-sex-male = 男
counter-sex-unstated = 答えない
counter-checked-note = 見ていないときは、ビジターとして登録します。
counter-known = 同じ名前と生年月日の人が、もう登録されています。
counter-known-see = その人を見る
counter-other-person = 確かめました。別の人です。
counter-other-button = 別の人として登録
counter-phone-code-title = 登録コードを出す
counter-code-once = この登録コードは今だけ表示します。1日以内に1回だけ使えます。
counter-code-minutes = この登録コードは今だけ表示します。{ $count }分以内に1回だけ使えます。
counter-print-hint = ブラウザーの「印刷」で印刷できます。
counter-card-number = 電話で聞かれたら、ますの番号を答えます。
counter-card-replaces = 前のカードは使えなくなります。
counter-code-two = カードやスマートフォンの登録がある人、残高がある人の登録コードは、2人の係の人が本人を確かめてから出します。カードもスマートフォンもなくした人も、この方法で登録できます。
counter-code-waits = もう1人の係の人の確認を待っています。登録コードはまだ出ていません。
counter-code-waits-how = もう1人の係の人に、自分のホームで「登録コードの確認」を開いてもらってください。確認がすんだら、この画面をもう一度開いて登録コードを出します。1時間で取り消しになります。
counter-code-asked-by = 頼んだ人：{ $name }（{ $moment }）
counter-code-look = 本人に会い、顔写真のある書類を見て、確かめてください。電話だけで確認しないでください。
counter-code-confirm-button = 本人を確かめました
counter-code-confirmed = { $name }さんが本人を確かめました。登録コードを出せます。
counter-code-for-two = { $name }さんが頼み、{ $other }さんが本人を確かめました。登録コードは、この2人のどちらかが出します。
counter-code-list-title = 登録コードの確認
counter-code-list-empty = 確認を待っている登録コードはありません。
counter-code-see = この人を見る

## Counter charge

counter-charge = 窓口でチャージする
counter-find = 氏名・ふりがな・電話番号。紙のカードは、読み取ってください。
counter-found-none = 見つかりません。ほかの言葉で探してください。
counter-charge-amount = 受け取った現金
counter-charge-confirm = { $name }さんに{ $amount }をチャージします
counter-charge-button = { $amount }をチャージする
counter-charge-done = { $amount }をチャージしました。控え番号：{ $receipt }
counter-balance = 残高：{ $amount }
counter-balance-charged = そのうちチャージ：{ $amount }
counter-person-title = 住民
counter-no-name = 名前の登録なし
counter-left = 退会した人です。
counter-grant = ポイントを付与する
counter-grant-amount = 付与するポイント
counter-programme = 事業
counter-grant-confirm = { $name }さんに{ $amount }を付与します
counter-grant-button = { $amount }を付与する
counter-grant-done = { $amount }を付与しました。控え番号：{ $receipt }
counter-receipt-title = 控え
counter-usable-until = { $day }まで使えます
counter-again = 別の人を探す
counter-change = 直す

## Ledger health

ledger-title = 帳簿の状態
ledger-sound = 帳簿は正しくつながっています（{ $count }行）
ledger-broken = { $row }行目が合いません。支払いを止めました。
ledger-head = 最後の行：{ $row }（{ $moment }）
ledger-unsettled = お店にまだ振り込んでいない金額：{ $amount }
ledger-hash = 帳簿の印
ledger-writing = 書き込みは動いています
ledger-standby = ほかの機械が書き込んでいます
ledger-clock = 時計が動かされたため、書き込みを止めています。すぐに管理者に連絡してください。
ledger-stopped = 書き込みを止めています。すぐに管理者に連絡してください。
ledger-queue = 待っている書き込み：{ $count }件
ledger-programmes = 事業ごとのポイント
ledger-issued = 発行した合計
ledger-unused = まだ使われていない
ledger-on-vouchers = まだ使われていないチャージ券
ledger-check-button = 初めから確かめる
ledger-checking = 確かめています。少したってから、もう一度開いてください。
ledger-never-checked = まだ確かめていません。
ledger-checked-at = 確かめた時：{ $moment }
ledger-wrong = 帳簿が合いません。すぐに管理者に連絡してください。

## Review

review-title = 確認を待っている登録
review-empty = 確認を待っている登録はありません。
review-reason-card = カードが新しくなりました
review-same-person = 同じ人として認める
review-refuse = 登録を認めない
review-two-staff = 返金は、2人の係の人が確認します。
refund-case-moved = まちの外への引っ越し
refund-case-death = 死亡
refund-case-closed = サービスの終了
review-other-person = 別の人として登録する
review-new-card = 新しいカードの人
review-known = 登録されている人
review-since = { $moment }から
review-reference = 受付番号：{ $code }
review-look = 2つを見比べて、決めてください。
refund-case-title = 返金の確認
refund-case-start = 退会して返金する
refund-case-reason = 理由
refund-case-note = 返金できるのは、チャージした分だけです。
refund-case-record-button = 返金を記録する
refund-case-recorded = 記録しました。まだ返金していません。別の係の人が確認すると、退会します。
refund-case-empty = 確認を待っている返金はありません。
refund-case-recorded-by = 記録した人：{ $name }（{ $moment }）
refund-case-own = 自分で記録したものは、確認できません。
refund-case-confirm-button = 返金を確認する
refund-case-confirm-question = この人の退会を決めますか
refund-case-confirm-happens = チャージした残高を返します。ほかのポイントはなくなり、スマートフォンはすべて使えなくなります。取り消せません。
refund-case-done = 退会しました。{ $amount }を返金してください。
refund-case-confirmed-title = 確認済み
refund-case-paid-back = 返金 { $amount }
refund-case-confirmed-by = 確認して返金する人：{ $name }（{ $moment }）

## Audit

audit-title = 操作の記録
audit-empty = まだ記録はありません。
audit-note = 個人の情報を見たことも、すべて記録されます。
audit-act-read = 情報を見た
audit-act-register = 登録・カード
audit-act-phone = スマートフォン
audit-act-money = チャージ・付与
audit-act-refund = 返金・退会
audit-act-shop = お店
audit-act-staff = 職員
audit-act-other = そのほか
audit-operator = サーバーの管理者

## Lost things at the counter

counter-stop-phone = スマートフォンを止める
counter-stop-phone-done = スマートフォンを止めました。残高はそのままです。
counter-visitor-code = ビジターの登録コードを出す
counter-printed-card = 紙のカード
counter-phones = 登録しているスマートフォン
counter-phones-none = スマートフォンの登録はありません。
counter-phone-since = { $day }に登録
counter-phone-stopped = 止めてあります
counter-proof = 本人かどうかを確かめる
counter-grid-ask = 紙のカードの「{ $code }」の番号
counter-grid-button = 番号を確かめる
counter-grid-right = 番号は合っています。
counter-grid-wrong = 番号が違います。
counter-grid-locked = 番号の間違いが続いたため、このカードでは確かめられません。窓口で本人を確かめ、新しいカードを印刷してください。
counter-stop-button = 止める
counter-stop-question = 「{ $name }」を止めますか
counter-stop-happens = このスマートフォンでは、もう払えなくなります。残高はなくなりません。もう一度使うには、登録し直します。
counter-shops-title = お店
counter-shops-search = 店名・ふりがな・地区
counter-shop-pair = お店のスマートフォンをつなぐ
counter-shop-pair-note = お店のスマートフォンで読み取ってください。7日以内に1回だけ使えます。
counter-shop-phones = お店のスマートフォン
counter-shop-phones-none = つながっているスマートフォンはありません。
counter-shop-phone-since = { $moment }につなぎました
counter-shop-phone-stopped = { $moment }に止めました
counter-shop-phone-stop-note = なくしたスマートフォンは、ここで止めてください。止めたものは元に戻せません。新しいものは、新しいコードでつなぎます。
counter-shop-phone-stop-happens = このスマートフォンでは、もう受け取りも返金もできなくなります。元に戻せません。お店のほかのスマートフォンと、受け取ったポイントはそのままです。
counter-shop-phone-stop-done = スマートフォンを止めました。お店のほかのスマートフォンと、受け取ったポイントはそのままです。
