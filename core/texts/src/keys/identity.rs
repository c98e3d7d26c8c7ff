//! Keys of the domain `identity`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// 登録する
pub const REGISTER_TITLE: Key = Key("register-title");
/// 次の3つを用意してください
pub const REGISTER_NEED: Key = Key("register-need");
/// マイナンバーカード
pub const REGISTER_NEED_CARD: Key = Key("register-need-card");
/// 署名用パスワード（6文字から16文字の英数字）
pub const REGISTER_NEED_PASSWORD: Key = Key("register-need-password");
/// カードを読み取れるスマートフォン
pub const REGISTER_NEED_PHONE: Key = Key("register-need-phone");
/// 登録を始める
pub const REGISTER_START: Key = Key("register-start");
/// カードから読み取るもの
pub const REGISTER_READS_TITLE: Key = Key("register-reads-title");
/// 読み取るのは、氏名・住所・生年月日・性別と電子証明書です。
pub const REGISTER_READS: Key = Key("register-reads");
/// マイナンバー（12けたの番号）は読み取りません。
pub const REGISTER_NEVER_READS: Key = Key("register-never-reads");
/// 署名用パスワードを入れてください
pub const REGISTER_PASSWORD: Key = Key("register-password");
/// パスワードは、カードの確認だけに使います。保存も送信もしません。
pub const REGISTER_PASSWORD_KEPT: Key = Key("register-password-kept");
/// 暗証番号は、カードの確認だけに使います。保存も送信もしません。
pub const REGISTER_PIN_KEPT: Key = Key("register-pin-kept");
/// 4けたの暗証番号を入れてください
pub const REGISTER_PIN: Key = Key("register-pin");
/// 署名用パスワードがわからないときは、4けたの暗証番号でも登録できます。使える金額が少なくなります。
pub const REGISTER_PIN_ROUTE: Key = Key("register-pin-route");
/// 4けたの暗証番号を使う
pub const REGISTER_PIN_ROUTE_BUTTON: Key = Key("register-pin-route-button");
/// 窓口でも登録できます。`$office`に来てください。
pub const REGISTER_COUNTER_ROUTE: Key = Key("register-counter-route");
/// `$town`の`-app`に登録します。カードで署名します。
pub const REGISTER_STATEMENT: Key = Key("register-statement");
/// 登録しています。画面を閉じないでください。
pub const REGISTER_SENDING: Key = Key("register-sending");
/// 登録できました
pub const REGISTER_DONE: Key = Key("register-done");
/// お店での支払いと、ポイントの受け取りができます。
pub const REGISTER_DONE_BODY: Key = Key("register-done-body");
/// 係の人が登録を確認します。受付番号：`$reference`
pub const REGISTER_REVIEW: Key = Key("register-review");
/// カードが新しくなったため、確認しています。終わったらお知らせします。
pub const REGISTER_REVIEW_BODY: Key = Key("register-review-body");
/// 登録が終わったか確かめる
pub const REGISTER_REVIEW_CHECK: Key = Key("register-review-check");
/// 登録できませんでした
pub const REGISTER_REFUSED: Key = Key("register-refused");
/// 係の人が確認しましたが、登録できませんでした。くわしいことは、係の人に相談してください。もう一度登録することもできます。
pub const REGISTER_REFUSED_BODY: Key = Key("register-refused-body");
/// もう一度登録する
pub const REGISTER_AGAIN: Key = Key("register-again");
/// 画面ロックがないため、`$amount`以上の支払いはできません。
pub const REGISTER_NO_LOCK: Key = Key("register-no-lock");
/// カードをスマートフォンの裏にあててください
pub const CARD_HOLD: Key = Key("card-hold");
/// カードが見つかりました
pub const CARD_NEAR: Key = Key("card-near");
/// 読み取っています。カードを動かさないでください。
pub const CARD_READING: Key = Key("card-reading");
/// カードが離れました。もう一度あててください。
pub const CARD_LOST: Key = Key("card-lost");
/// このカードは使えません。マイナンバーカードをあててください。
pub const CARD_WRONG: Key = Key("card-wrong");
/// スマートフォンのNFCがオフになっています。設定でオンにしてください。
pub const CARD_READER_OFF: Key = Key("card-reader-off");
/// このスマートフォンではカードを読み取れません。窓口で登録できます。
pub const CARD_READER_ABSENT: Key = Key("card-reader-absent");
/// 読み取りました。カードを離してください。
pub const CARD_DONE: Key = Key("card-done");
/// あと`$count`回入力できます
pub const PIN_TRIES_LEFT: Key = Key("pin-tries-left");
/// パスワードが違います。あと`$count`回入力できます。
pub const PIN_WRONG: Key = Key("pin-wrong");
/// 暗証番号が違います。あと`$count`回入力できます。
pub const PIN_WRONG_DIGITS: Key = Key("pin-wrong-digits");
/// 入力できるのは、あと1回です
pub const PIN_LAST_TRY_TITLE: Key = Key("pin-last-try-title");
/// まちがえると、市役所で手続きをするまでカードのパスワードが使えません。正しいとわかっていますか。
pub const PIN_LAST_TRY_BODY: Key = Key("pin-last-try-body");
/// まちがえると、市役所で手続きをするまで4けたの暗証番号が使えません。正しいとわかっていますか。
pub const PIN_LAST_TRY_DIGITS_BODY: Key = Key("pin-last-try-digits-body");
/// わかっているので入力する
pub const PIN_LAST_TRY_SURE: Key = Key("pin-last-try-sure");
/// 今はやめる
pub const PIN_LAST_TRY_STOP: Key = Key("pin-last-try-stop");
/// パスワードを忘れた
pub const PIN_FORGOTTEN: Key = Key("pin-forgotten");
/// パスワードは、市役所の窓口で変えられます。コンビニの機械で変えられる場合もあります。
pub const PIN_FORGOTTEN_BODY: Key = Key("pin-forgotten-body");
/// 4けたの暗証番号を忘れた
pub const PIN_FORGOTTEN_DIGITS: Key = Key("pin-forgotten-digits");
/// 4けたの暗証番号は、市役所の窓口で新しくできます。
pub const PIN_FORGOTTEN_DIGITS_BODY: Key = Key("pin-forgotten-digits-body");
/// 署名用パスワードが使えません
pub const PIN_BLOCKED_TITLE: Key = Key("pin-blocked-title");
/// 入力が続けて合わなかったため、カードのパスワードが使えません。市役所で手続きが必要です。カードを持って行ってください。
pub const PIN_BLOCKED_BODY: Key = Key("pin-blocked-body");
/// 4けたの暗証番号が使えません
pub const PIN_BLOCKED_DIGITS_TITLE: Key = Key("pin-blocked-digits-title");
/// 入力が続けて合わなかったため、4けたの暗証番号が使えません。市役所で手続きが必要です。
pub const PIN_BLOCKED_DIGITS_BODY: Key = Key("pin-blocked-digits-body");
/// このカードには暗証番号がありません。窓口で登録できます。
pub const PIN_NONE_BODY: Key = Key("pin-none-body");
/// 引っ越しのあとは、市役所で手続きが必要です。電子証明書を新しくしてください。
pub const CERTIFICATE_DEAD_BODY: Key = Key("certificate-dead-body");
/// カードの電子証明書は`$day`までです。市役所で更新できます。
pub const CERTIFICATE_ENDS_SOON: Key = Key("certificate-ends-soon");
/// カードの電子証明書が、まもなく使えなくなります（`$day`まで）。早めに市役所で更新してください。
pub const CERTIFICATE_ENDS_NOW: Key = Key("certificate-ends-now");
/// カードの電子証明書は`$day`で終わりました。市役所で更新してください。ふだんの支払いは、このままできます。
pub const CERTIFICATE_ENDED: Key = Key("certificate-ended");
/// 電子証明書は`$day`まで
pub const CERTIFICATE_LAST_DAY: Key = Key("certificate-last-day");
/// 市役所の窓口で、新しく決められます。カードを持って行ってください。
pub const WAY_OFFICE: Key = Key("way-office");
/// 市役所の窓口で、電子証明書を新しくできます。カードを持って行ってください。
pub const WAY_OFFICE_RENEW: Key = Key("way-office-renew");
/// 4けたの暗証番号がわかれば、コンビニの機械で新しく決められる場合があります。
pub const WAY_STORE: Key = Key("way-store");
/// 窓口で係の人が登録します。本人とわかるものを持って来てください。
pub const WAY_COUNTER: Key = Key("way-counter");
/// 窓口を調べる
pub const WAY_COUNTER_BUTTON: Key = Key("way-counter-button");
/// 未登録
pub const LEVEL_GUEST: Key = Key("level-guest");
/// ビジター
pub const LEVEL_VISITOR: Key = Key("level-visitor");
/// カード確認済み
pub const LEVEL_CARD_HOLDER: Key = Key("level-card-holder");
/// 本人確認済み
pub const LEVEL_VERIFIED: Key = Key("level-verified");
/// 本人確認済み（ほかの方法）
pub const LEVEL_VERIFIED_ELSEWHERE: Key = Key("level-verified-elsewhere");
/// 登録につながっているもの
pub const LINKED_TITLE: Key = Key("linked-title");
/// メールか窓口の登録コード
pub const LINKED_CODE: Key = Key("linked-code");
/// 署名用パスワードで登録すると、使える金額とポイントの種類が増えます。
pub const LEVEL_RAISE_BODY: Key = Key("level-raise-body");
/// 署名用パスワードで登録する
pub const LEVEL_RAISE_BUTTON: Key = Key("level-raise-button");
/// ビジターとして使う
pub const VISITOR_TITLE: Key = Key("visitor-title");
/// 1回`$once`まで、1日`$daily`まで払えます。
pub const VISITOR_LIMITS: Key = Key("visitor-limits");
/// 使えるのは、チャージした分だけです。まちのポイントやクーポンは受け取れません。
pub const VISITOR_CHARGED: Key = Key("visitor-charged");
/// あとからマイナンバーカードで登録すると、残高をそのまま使えます。
pub const VISITOR_LATER: Key = Key("visitor-later");
/// メールで登録コードを受け取る
pub const VISITOR_BY_MAIL: Key = Key("visitor-by-mail");
/// 登録コードを持っている
pub const VISITOR_HAVE_CODE: Key = Key("visitor-have-code");
/// メールアドレスを入れてください
pub const VISITOR_MAIL_TITLE: Key = Key("visitor-mail-title");
/// メールアドレスか窓口の登録コードで始められます。残高は`$amount`までです。
pub const VISITOR_BODY: Key = Key("visitor-body");
/// メールアドレス
pub const VISITOR_MAIL: Key = Key("visitor-mail");
/// メールアドレスは、登録コードを送るために使います。そのままの形では保存しません。
pub const VISITOR_MAIL_USE: Key = Key("visitor-mail-use");
/// 登録コードを送る
pub const VISITOR_SEND: Key = Key("visitor-send");
/// メールを見てください。届かないときは、アドレスを確かめてください。
pub const VISITOR_SENT: Key = Key("visitor-sent");
/// 届いた登録コードを入れてください
pub const VISITOR_CODE: Key = Key("visitor-code");
/// 登録コード
pub const VISITOR_CODE_NAME: Key = Key("visitor-code-name");
/// メールアドレスを入れ直す
pub const VISITOR_MAIL_AGAIN: Key = Key("visitor-mail-again");
/// 使い始める
pub const VISITOR_START: Key = Key("visitor-start");
/// 使っているスマートフォン
pub const PHONES_TITLE: Key = Key("phones-title");
/// 外したスマートフォン
pub const PHONES_REMOVED_TITLE: Key = Key("phones-removed-title");
/// 通信できません。前に確かめたときの内容です。
pub const PHONES_AS_HEARD: Key = Key("phones-as-heard");
/// スマートフォンの一覧を見る
pub const PHONES_SEE: Key = Key("phones-see");
/// 前に登録した人
pub const AGAIN_TITLE: Key = Key("again-title");
/// このスマートフォンで使うには、マイナンバーカードをあてて登録します。残高はそのまま使えます。
pub const AGAIN_BODY: Key = Key("again-body");
/// このスマートフォンを追加する
pub const AGAIN_BUTTON: Key = Key("again-button");
/// このスマートフォン
pub const PHONE_THIS: Key = Key("phone-this");
/// `$day`に追加
pub const PHONE_ADDED: Key = Key("phone-added");
/// 最後に使った日：`$day`
pub const PHONE_SEEN: Key = Key("phone-seen");
/// 外しました
pub const PHONE_REMOVED: Key = Key("phone-removed");
/// スマートフォンを追加する
pub const PHONE_ADD: Key = Key("phone-add");
/// そのスマートフォンで「前に登録した人」を選びます。
pub const PHONE_ADD_CHOOSE: Key = Key("phone-add-choose");
/// 新しいスマートフォンで`-app`を開き、マイナンバーカードをあててください。
pub const PHONE_ADD_BODY: Key = Key("phone-add-body");
/// スマートフォンを外す
pub const PHONE_REMOVE: Key = Key("phone-remove");
/// 「`$name`」を外しますか
pub const PHONE_REMOVE_TITLE: Key = Key("phone-remove-title");
/// 「`$name`」では使えなくなります。残高はそのままです。
pub const PHONE_REMOVE_BODY: Key = Key("phone-remove-body");
/// もう一度使うときは、そのスマートフォンでカードをあてて登録します。
pub const PHONE_REMOVE_AGAIN: Key = Key("phone-remove-again");
/// 「`$name`」では、もう払えません。残高はそのままです。
pub const PHONE_REMOVE_DONE: Key = Key("phone-remove-done");
/// スマートフォンをなくした
pub const LOST_TITLE: Key = Key("lost-title");
/// 新しいスマートフォンとマイナンバーカードで、前のスマートフォンを止められます。残高はそのままです。
pub const LOST_BODY: Key = Key("lost-body");
/// なくしたスマートフォンを選んでください。
pub const LOST_CHOOSE: Key = Key("lost-choose");
/// ほかに、止めるスマートフォンはありません。
pub const LOST_NONE: Key = Key("lost-none");
/// 残高はまちの帳簿にあります。スマートフォンをなくしても、なくなりません。
pub const LOST_SAFE: Key = Key("lost-safe");
/// 止めるまでは、画面ロックを開けられる人が払えてしまいます。早めに止めてください。
pub const LOST_MEANWHILE: Key = Key("lost-meanwhile");
/// 前のスマートフォンを止める
pub const LOST_BUTTON: Key = Key("lost-button");
/// 前のスマートフォンを止めました。残高はそのままです。
pub const LOST_DONE: Key = Key("lost-done");
/// 電話でも止められます：`$telephone`
pub const LOST_TELEPHONE: Key = Key("lost-telephone");
/// カードが新しくなったとき
pub const CARD_REPLACED_TITLE: Key = Key("card-replaced-title");
/// 新しいカードをあててください。係の人が確認してから使えます。
pub const CARD_REPLACED_BODY: Key = Key("card-replaced-body");
/// 電子証明書を更新したときも、同じようにしてください。
pub const CARD_RENEWED_BODY: Key = Key("card-renewed-body");
/// 新しいカードを登録する
pub const CARD_REPLACED_BUTTON: Key = Key("card-replaced-button");
/// カードを使うとき
pub const CARD_USES_TITLE: Key = Key("card-uses-title");
/// スマートフォンを登録するとき
pub const CARD_USE_REGISTER: Key = Key("card-use-register");
/// なくしたスマートフォンを、新しいスマートフォンから止めるとき
pub const CARD_USE_LOST: Key = Key("card-use-lost");
/// `$amount`以上を払うとき
pub const CARD_USE_LARGE: Key = Key("card-use-large");
/// ふだんの支払いでは、カードは使いません。
pub const CARD_USE_NEVER: Key = Key("card-use-never");
/// 画面ロックがありません
pub const NO_LOCK_TITLE: Key = Key("no-lock-title");
/// 画面ロックを設定してから、カードをもう一度あててください。
pub const NO_LOCK_BODY: Key = Key("no-lock-body");
/// 大きな金額を払えるようにする
pub const NO_LOCK_BUTTON: Key = Key("no-lock-button");
/// 暗証番号の残り回数
pub const TRIES_TITLE: Key = Key("tries-title");
/// 暗証番号の残り回数を調べる
pub const TRIES_BUTTON: Key = Key("tries-button");
/// カードをあてると、あと何回入力できるかがわかります。回数は減りません。
pub const TRIES_BODY: Key = Key("tries-body");
/// 署名用パスワード
pub const TRIES_PASSWORD: Key = Key("tries-password");
/// 4けたの暗証番号
pub const TRIES_DIGITS: Key = Key("tries-digits");
/// サインアウトする
pub const SIGN_OUT: Key = Key("sign-out");
/// このスマートフォンからサインアウトしますか
pub const SIGN_OUT_TITLE: Key = Key("sign-out-title");
/// このスマートフォンから、登録と履歴を消します。残高はそのままです。
pub const SIGN_OUT_BODY: Key = Key("sign-out-body");
/// もう一度使うときは、マイナンバーカードで登録します。
pub const SIGN_OUT_CARD: Key = Key("sign-out-card");
/// もう一度使うときは、登録コードが必要です。
pub const SIGN_OUT_CODE: Key = Key("sign-out-code");
/// サインアウトしました
pub const SIGN_OUT_DONE: Key = Key("sign-out-done");
/// `-app`をやめる
pub const LEAVE_TITLE: Key = Key("leave-title");
/// やめると、氏名や住所などの記録を消します。支払いの記録は、法律で決められた期間だけ残します。
pub const LEAVE_BODY: Key = Key("leave-body");
/// ほんとうに`-app`をやめますか
pub const LEAVE_SURE_TITLE: Key = Key("leave-sure-title");
/// やめると、元に戻せません。登録したスマートフォンは、すべて使えなくなります。
pub const LEAVE_SURE_BODY: Key = Key("leave-sure-body");
/// 残高が`$amount`あります。やめると使えません。
pub const LEAVE_BALANCE: Key = Key("leave-balance");
/// 引っ越し・死亡・サービス終了のときは、チャージした分を払い戻せることがあります。係の人に相談してください。
pub const LEAVE_PAY_BACK: Key = Key("leave-pay-back");
/// 残高をあきらめてやめる
pub const LEAVE_GIVE_UP: Key = Key("leave-give-up");
/// やめる手続きをする
pub const LEAVE_BUTTON: Key = Key("leave-button");
/// やめずに使い続ける
pub const LEAVE_STAY: Key = Key("leave-stay");
/// このスマートフォンだけサインアウトする
pub const LEAVE_THIS_PHONE: Key = Key("leave-this-phone");
/// 手続きが終わりました。ありがとうございました。
pub const LEAVE_DONE: Key = Key("leave-done");
/// やめる手続きは終わっていません。もう一度登録すると、手続きができます。
pub const LEAVE_NOT_DONE: Key = Key("leave-not-done");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    REGISTER_TITLE,
    REGISTER_NEED,
    REGISTER_NEED_CARD,
    REGISTER_NEED_PASSWORD,
    REGISTER_NEED_PHONE,
    REGISTER_START,
    REGISTER_READS_TITLE,
    REGISTER_READS,
    REGISTER_NEVER_READS,
    REGISTER_PASSWORD,
    REGISTER_PASSWORD_KEPT,
    REGISTER_PIN_KEPT,
    REGISTER_PIN,
    REGISTER_PIN_ROUTE,
    REGISTER_PIN_ROUTE_BUTTON,
    REGISTER_COUNTER_ROUTE,
    REGISTER_STATEMENT,
    REGISTER_SENDING,
    REGISTER_DONE,
    REGISTER_DONE_BODY,
    REGISTER_REVIEW,
    REGISTER_REVIEW_BODY,
    REGISTER_REVIEW_CHECK,
    REGISTER_REFUSED,
    REGISTER_REFUSED_BODY,
    REGISTER_AGAIN,
    REGISTER_NO_LOCK,
    CARD_HOLD,
    CARD_NEAR,
    CARD_READING,
    CARD_LOST,
    CARD_WRONG,
    CARD_READER_OFF,
    CARD_READER_ABSENT,
    CARD_DONE,
    PIN_TRIES_LEFT,
    PIN_WRONG,
    PIN_WRONG_DIGITS,
    PIN_LAST_TRY_TITLE,
    PIN_LAST_TRY_BODY,
    PIN_LAST_TRY_DIGITS_BODY,
    PIN_LAST_TRY_SURE,
    PIN_LAST_TRY_STOP,
    PIN_FORGOTTEN,
    PIN_FORGOTTEN_BODY,
    PIN_FORGOTTEN_DIGITS,
    PIN_FORGOTTEN_DIGITS_BODY,
    PIN_BLOCKED_TITLE,
    PIN_BLOCKED_BODY,
    PIN_BLOCKED_DIGITS_TITLE,
    PIN_BLOCKED_DIGITS_BODY,
    PIN_NONE_BODY,
    CERTIFICATE_DEAD_BODY,
    CERTIFICATE_ENDS_SOON,
    CERTIFICATE_ENDS_NOW,
    CERTIFICATE_ENDED,
    CERTIFICATE_LAST_DAY,
    WAY_OFFICE,
    WAY_OFFICE_RENEW,
    WAY_STORE,
    WAY_COUNTER,
    WAY_COUNTER_BUTTON,
    LEVEL_GUEST,
    LEVEL_VISITOR,
    LEVEL_CARD_HOLDER,
    LEVEL_VERIFIED,
    LEVEL_VERIFIED_ELSEWHERE,
    LINKED_TITLE,
    LINKED_CODE,
    LEVEL_RAISE_BODY,
    LEVEL_RAISE_BUTTON,
    VISITOR_TITLE,
    VISITOR_LIMITS,
    VISITOR_CHARGED,
    VISITOR_LATER,
    VISITOR_BY_MAIL,
    VISITOR_HAVE_CODE,
    VISITOR_MAIL_TITLE,
    VISITOR_BODY,
    VISITOR_MAIL,
    VISITOR_MAIL_USE,
    VISITOR_SEND,
    VISITOR_SENT,
    VISITOR_CODE,
    VISITOR_CODE_NAME,
    VISITOR_MAIL_AGAIN,
    VISITOR_START,
    PHONES_TITLE,
    PHONES_REMOVED_TITLE,
    PHONES_AS_HEARD,
    PHONES_SEE,
    AGAIN_TITLE,
    AGAIN_BODY,
    AGAIN_BUTTON,
    PHONE_THIS,
    PHONE_ADDED,
    PHONE_SEEN,
    PHONE_REMOVED,
    PHONE_ADD,
    PHONE_ADD_CHOOSE,
    PHONE_ADD_BODY,
    PHONE_REMOVE,
    PHONE_REMOVE_TITLE,
    PHONE_REMOVE_BODY,
    PHONE_REMOVE_AGAIN,
    PHONE_REMOVE_DONE,
    LOST_TITLE,
    LOST_BODY,
    LOST_CHOOSE,
    LOST_NONE,
    LOST_SAFE,
    LOST_MEANWHILE,
    LOST_BUTTON,
    LOST_DONE,
    LOST_TELEPHONE,
    CARD_REPLACED_TITLE,
    CARD_REPLACED_BODY,
    CARD_RENEWED_BODY,
    CARD_REPLACED_BUTTON,
    CARD_USES_TITLE,
    CARD_USE_REGISTER,
    CARD_USE_LOST,
    CARD_USE_LARGE,
    CARD_USE_NEVER,
    NO_LOCK_TITLE,
    NO_LOCK_BODY,
    NO_LOCK_BUTTON,
    TRIES_TITLE,
    TRIES_BUTTON,
    TRIES_BODY,
    TRIES_PASSWORD,
    TRIES_DIGITS,
    SIGN_OUT,
    SIGN_OUT_TITLE,
    SIGN_OUT_BODY,
    SIGN_OUT_CARD,
    SIGN_OUT_CODE,
    SIGN_OUT_DONE,
    LEAVE_TITLE,
    LEAVE_BODY,
    LEAVE_SURE_TITLE,
    LEAVE_SURE_BODY,
    LEAVE_BALANCE,
    LEAVE_PAY_BACK,
    LEAVE_GIVE_UP,
    LEAVE_BUTTON,
    LEAVE_STAY,
    LEAVE_THIS_PHONE,
    LEAVE_DONE,
    LEAVE_NOT_DONE,
];
