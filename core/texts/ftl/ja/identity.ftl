### Registration, card, phones, leaving.

## Registration

register-title = 登録する
register-need = 次の3つを用意してください
register-need-card = マイナンバーカード
register-need-password = 署名用パスワード（6文字から16文字の英数字）
register-need-phone = カードを読み取れるスマートフォン
register-start = 登録を始める
register-reads-title = カードから読み取るもの
register-reads = 読み取るのは、氏名・住所・生年月日・性別と電子証明書です。
register-never-reads = マイナンバー（12けたの番号）は読み取りません。
register-password = 署名用パスワードを入れてください
register-password-kept = パスワードは、カードの確認だけに使います。保存も送信もしません。
register-pin-kept = 暗証番号は、カードの確認だけに使います。保存も送信もしません。
register-pin = 4けたの暗証番号を入れてください
register-pin-route = 署名用パスワードがわからないときは、4けたの暗証番号でも登録できます。使える金額が少なくなります。
register-pin-route-button = 4けたの暗証番号を使う
register-counter-route = 窓口でも登録できます。{ $office }に来てください。
register-statement = { $town }の{ -app }に登録します。カードで署名します。
register-sending = 登録しています。画面を閉じないでください。
register-done = 登録できました
register-done-body = お店での支払いと、ポイントの受け取りができます。
register-review = 係の人が登録を確認します。受付番号：{ $reference }
register-review-body = カードが新しくなったため、確認しています。終わったらお知らせします。
register-review-check = 登録が終わったか確かめる
register-refused = 登録できませんでした
register-refused-body = 係の人が確認しましたが、登録できませんでした。くわしいことは、係の人に相談してください。もう一度登録することもできます。
register-again = もう一度登録する
register-no-lock = 画面ロックがないため、{ $amount }以上の支払いはできません。

## The card at the phone

card-hold = カードをスマートフォンの裏にあててください
card-near = カードが見つかりました
card-reading = 読み取っています。カードを動かさないでください。
card-lost = カードが離れました。もう一度あててください。
card-wrong = このカードは使えません。マイナンバーカードをあててください。
card-reader-off = スマートフォンのNFCがオフになっています。設定でオンにしてください。
card-reader-absent = このスマートフォンではカードを読み取れません。窓口で登録できます。
card-done = 読み取りました。カードを離してください。
pin-tries-left = あと{ $count }回入力できます
pin-wrong = パスワードが違います。あと{ $count }回入力できます。
pin-wrong-digits = 暗証番号が違います。あと{ $count }回入力できます。
pin-last-try-title = 入力できるのは、あと1回です
pin-last-try-body = まちがえると、市役所で手続きをするまでカードのパスワードが使えません。正しいとわかっていますか。
pin-last-try-digits-body = まちがえると、市役所で手続きをするまで4けたの暗証番号が使えません。正しいとわかっていますか。
pin-last-try-sure = わかっているので入力する
pin-last-try-stop = 今はやめる
pin-forgotten = パスワードを忘れた
pin-forgotten-body = パスワードは、市役所の窓口で変えられます。コンビニの機械で変えられる場合もあります。
pin-forgotten-digits = 4けたの暗証番号を忘れた
pin-forgotten-digits-body = 4けたの暗証番号は、市役所の窓口で新しくできます。
pin-blocked-title = 署名用パスワードが使えません
pin-blocked-body = 入力が続けて合わなかったため、カードのパスワードが使えません。市役所で手続きが必要です。カードを持って行ってください。
pin-blocked-digits-title = 4けたの暗証番号が使えません
pin-blocked-digits-body = 入力が続けて合わなかったため、4けたの暗証番号が使えません。市役所で手続きが必要です。
pin-none-body = このカードには暗証番号がありません。窓口で登録できます。
certificate-dead-body = 引っ越しのあとは、市役所で手続きが必要です。電子証明書を新しくしてください。
certificate-ends-soon = カードの電子証明書は{ $day }までです。市役所で更新できます。
certificate-ends-now = カードの電子証明書が、まもなく使えなくなります（{ $day }まで）。早めに市役所で更新してください。
certificate-ended = カードの電子証明書は{ $day }で終わりました。市役所で更新してください。ふだんの支払いは、このままできます。
certificate-last-day = 電子証明書は{ $day }まで
way-office = 市役所の窓口で、新しく決められます。カードを持って行ってください。
way-office-renew = 市役所の窓口で、電子証明書を新しくできます。カードを持って行ってください。
way-store = 4けたの暗証番号がわかれば、コンビニの機械で新しく決められる場合があります。
way-counter = 窓口で係の人が登録します。本人とわかるものを持って来てください。
way-counter-button = 窓口を調べる

## Levels

level-guest = 未登録
level-visitor = ビジター
level-card-holder = カード確認済み
level-verified = 本人確認済み
level-verified-elsewhere = 本人確認済み（ほかの方法）
linked-title = 登録につながっているもの
linked-code = メールか窓口の登録コード
level-raise-body = 署名用パスワードで登録すると、使える金額とポイントの種類が増えます。
level-raise-button = 署名用パスワードで登録する

## Visitors

visitor-title = ビジターとして使う
visitor-limits = 1回{ $once }まで、1日{ $daily }まで払えます。
visitor-charged = 使えるのは、チャージした分だけです。まちのポイントやクーポンは受け取れません。
visitor-later = あとからマイナンバーカードで登録すると、残高をそのまま使えます。
visitor-by-mail = メールで登録コードを受け取る
visitor-have-code = 登録コードを持っている
visitor-mail-title = メールアドレスを入れてください
visitor-body = メールアドレスか窓口の登録コードで始められます。残高は{ $amount }までです。
visitor-mail = メールアドレス
visitor-mail-use = メールアドレスは、登録コードを送るために使います。そのままの形では保存しません。
visitor-send = 登録コードを送る
visitor-sent = メールを見てください。届かないときは、アドレスを確かめてください。
visitor-code = 届いた登録コードを入れてください
visitor-code-name = 登録コード
visitor-mail-again = メールアドレスを入れ直す
visitor-start = 使い始める

## Phones

phones-title = 使っているスマートフォン
phones-removed-title = 外したスマートフォン
phones-as-heard = 通信できません。前に確かめたときの内容です。
phones-see = スマートフォンの一覧を見る
again-title = 前に登録した人
again-body = このスマートフォンで使うには、マイナンバーカードをあてて登録します。残高はそのまま使えます。
again-button = このスマートフォンを追加する
phone-this = このスマートフォン
phone-added = { $day }に追加
phone-seen = 最後に使った日：{ $day }
phone-removed = 外しました
phone-add = スマートフォンを追加する
phone-add-choose = そのスマートフォンで「前に登録した人」を選びます。
phone-add-body = 新しいスマートフォンで{ -app }を開き、マイナンバーカードをあててください。
phone-remove = スマートフォンを外す
phone-remove-title = 「{ $name }」を外しますか
phone-remove-body = 「{ $name }」では使えなくなります。残高はそのままです。
phone-remove-again = もう一度使うときは、そのスマートフォンでカードをあてて登録します。
phone-remove-done = 「{ $name }」では、もう払えません。残高はそのままです。
lost-title = スマートフォンをなくした
lost-body = 新しいスマートフォンとマイナンバーカードで、前のスマートフォンを止められます。残高はそのままです。
lost-choose = なくしたスマートフォンを選んでください。
lost-none = ほかに、止めるスマートフォンはありません。
lost-safe = 残高はまちの帳簿にあります。スマートフォンをなくしても、なくなりません。
lost-meanwhile = 止めるまでは、画面ロックを開けられる人が払えてしまいます。早めに止めてください。
lost-button = 前のスマートフォンを止める
lost-done = 前のスマートフォンを止めました。残高はそのままです。
lost-telephone = 電話でも止められます：{ $telephone }
card-replaced-title = カードが新しくなったとき
card-replaced-body = 新しいカードをあててください。係の人が確認してから使えます。
card-renewed-body = 電子証明書を更新したときも、同じようにしてください。
card-replaced-button = 新しいカードを登録する
card-uses-title = カードを使うとき
card-use-register = スマートフォンを登録するとき
card-use-lost = なくしたスマートフォンを、新しいスマートフォンから止めるとき
card-use-large = { $amount }以上を払うとき
card-use-never = ふだんの支払いでは、カードは使いません。
no-lock-title = 画面ロックがありません
no-lock-body = 画面ロックを設定してから、カードをもう一度あててください。
no-lock-button = 大きな金額を払えるようにする
tries-title = 暗証番号の残り回数
tries-button = 暗証番号の残り回数を調べる
tries-body = カードをあてると、あと何回入力できるかがわかります。回数は減りません。
tries-password = 署名用パスワード
tries-digits = 4けたの暗証番号
sign-out = サインアウトする
sign-out-title = このスマートフォンからサインアウトしますか
sign-out-body = このスマートフォンから、登録と履歴を消します。残高はそのままです。
sign-out-card = もう一度使うときは、マイナンバーカードで登録します。
sign-out-code = もう一度使うときは、登録コードが必要です。
sign-out-done = サインアウトしました

## Leaving

leave-title = { -app }をやめる
leave-body = やめると、氏名や住所などの記録を消します。支払いの記録は、法律で決められた期間だけ残します。
leave-sure-title = ほんとうに{ -app }をやめますか
leave-sure-body = やめると、元に戻せません。登録したスマートフォンは、すべて使えなくなります。
leave-balance = 残高が{ $amount }あります。やめると使えません。
leave-pay-back = 引っ越し・死亡・サービス終了のときは、チャージした分を払い戻せることがあります。係の人に相談してください。
leave-give-up = 残高をあきらめてやめる
leave-button = やめる手続きをする
leave-stay = やめずに使い続ける
leave-this-phone = このスマートフォンだけサインアウトする
leave-done = 手続きが終わりました。ありがとうございました。
leave-not-done = やめる手続きは終わっていません。もう一度登録すると、手続きができます。
