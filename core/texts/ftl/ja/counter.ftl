### Pages of the counter: registering, finding, charging, granting, codes, printed cards, shops.

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
counter-card-note = 窓口と電話で使えます。お店の支払いには使えません。なくしたら、すぐに電話してください。
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
counter-visitor-code = ビジターの登録コードを出す
counter-printed-card = 紙のカード

## Counter charge

counter-charge = 窓口でチャージする
counter-find = 氏名・ふりがな・電話番号。紙のカードは、読み取ってください。
counter-found-none = 見つかりません。ほかの言葉で探してください。
counter-charge-amount = 受け取った現金
counter-no-phone = この人はスマートフォンを持っていません。お店でポイントを使うには、スマートフォンが必要です。
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

## Shops

counter-shops-title = お店
counter-shops-search = 店名・ふりがな・地区
counter-shop-pair = お店のスマートフォンをつなぐ
counter-shop-pair-note = お店のスマートフォンで読み取ってください。7日以内に1回だけ使えます。
