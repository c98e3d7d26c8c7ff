//! Keys of the domain `wallet`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// `$name`さん、こんにちは
pub const HOME_GREETING: Key = Key("home-greeting");
/// 残高
pub const HOME_BALANCE: Key = Key("home-balance");
/// `$amount`（1ポイント＝1円）
pub const BALANCE_VALUE: Key = Key("balance-value");
/// `$amount`
pub const BALANCE_POINTS: Key = Key("balance-points");
/// 1ポイント＝1円
pub const BALANCE_RATE: Key = Key("balance-rate");
/// 残高を隠す
pub const BALANCE_HIDE: Key = Key("balance-hide");
/// 残高を見る
pub const BALANCE_SHOW: Key = Key("balance-show");
/// 通信できないときも、1回`$amount`まで払えます
pub const HOME_OFFLINE_PART: Key = Key("home-offline-part");
/// `$amount`は`$day`まで使えます
pub const HOME_EXPIRES_SOON: Key = Key("home-expires-soon");
/// 払う
pub const HOME_PAY: Key = Key("home-pay");
/// 受け取る
pub const HOME_RECEIVE: Key = Key("home-receive");
/// 並べ替える
pub const TILES_ARRANGE: Key = Key("tiles-arrange");
/// 並べ替えを終える
pub const TILES_ARRANGED: Key = Key("tiles-arranged");
/// `$tile`を上へ
pub const TILE_UP: Key = Key("tile-up");
/// `$tile`を下へ
pub const TILE_DOWN: Key = Key("tile-down");
/// 残高はまだありません。市役所の窓口でチャージできます。
pub const HOME_EMPTY: Key = Key("home-empty");
/// お店のQRコードを読み取ってください
pub const PAY_SCAN: Key = Key("pay-scan");
/// ライトをつける
pub const PAY_TORCH: Key = Key("pay-torch");
/// コードを貼り付ける・写真から読む
pub const PAY_PASTE: Key = Key("pay-paste");
/// いくら払いますか
pub const PAY_AMOUNT: Key = Key("pay-amount");
/// `$shop`に払う金額
pub const PAY_AMOUNT_FOR: Key = Key("pay-amount-for");
/// 1つ消す
pub const PAY_ERASE: Key = Key("pay-erase");
/// この内容で払いますか
pub const PAY_CONFIRM_TITLE: Key = Key("pay-confirm-title");
/// `$amount`を払う
pub const PAY_BUTTON: Key = Key("pay-button");
/// もう一度押して払う
pub const PAY_AGAIN_BUTTON: Key = Key("pay-again-button");
/// 長押しして払う
pub const PAY_HOLD_BUTTON: Key = Key("pay-hold-button");
/// 支払いを送っています。画面を閉じないでください。
pub const PAY_SENDING: Key = Key("pay-sending");
/// `$amount`を使います。`$day`までのポイントから先に使います。
pub const PAY_LOTS: Key = Key("pay-lots");
/// `$kind` `$amount`（`$day`まで）
pub const PAY_LOT_LINE: Key = Key("pay-lot-line");
/// 払ったあとの残高：`$amount`
pub const PAY_BALANCE_AFTER: Key = Key("pay-balance-after");
/// 確認しています。もう一度払わないでください。
pub const PAY_PENDING: Key = Key("pay-pending");
/// 注文番号：`$reference`
pub const PAY_TILL_REFERENCE: Key = Key("pay-till-reference");
/// 払いました
pub const PAID_TITLE: Key = Key("paid-title");
/// `$shop`に`$amount`を払いました
pub const PAID_AMOUNT: Key = Key("paid-amount");
/// `$moment`
pub const PAID_AT: Key = Key("paid-at");
/// お店に見せる
pub const PAID_SHOW: Key = Key("paid-show");
/// 動く模様は終わりました。お店には領収の控えを見せてください。
pub const PAID_ENDED: Key = Key("paid-ended");
/// ホームに戻る
pub const PAID_DONE: Key = Key("paid-done");
/// 支払いコード
pub const CODE_TITLE: Key = Key("code-title");
/// 通信できなくても、1回`$amount`まで使えます
pub const CODE_OFFER: Key = Key("code-offer");
/// 支払いコードを出す
pub const CODE_MAKE: Key = Key("code-make");
/// `$time`まで使えます（`$amount`まで）
pub const CODE_UNTIL: Key = Key("code-until");
/// 支払いコードで`$amount`まで使われることがあります（`$time`まで）
pub const CODE_OPEN: Key = Key("code-open");
/// 残り`$count`秒
pub const CODE_SECONDS: Key = Key("code-seconds");
/// 支払いコードは使われませんでした。残高はそのままです。
pub const CODE_UNUSED: Key = Key("code-unused");
/// このコードをお店の人に見せてください。金額はお店が入れます。
pub const CODE_SHOW: Key = Key("code-show");
/// 履歴
pub const HISTORY_TITLE: Key = Key("history-title");
/// 支払いや受け取りは、ここに表示されます。
pub const HISTORY_EMPTY: Key = Key("history-empty");
/// お店や金額で探す
pub const HISTORY_SEARCH: Key = Key("history-search");
/// 見つかりませんでした。ことばを変えて探してください。
pub const HISTORY_NOT_FOUND: Key = Key("history-not-found");
/// 前の履歴を見る
pub const HISTORY_MORE: Key = Key("history-more");
/// 一覧をファイルで渡す
pub const HISTORY_SHARE: Key = Key("history-share");
/// どの月の一覧を渡しますか
pub const HISTORY_SHARE_TITLE: Key = Key("history-share-title");
/// 表計算のアプリで開けるファイル（CSV）です。お店の名前と金額が入ります。渡す相手に気をつけてください。
pub const HISTORY_SHARE_NOTE: Key = Key("history-share-note");
/// すべての月
pub const HISTORY_SHARE_ALL: Key = Key("history-share-all");
/// `$amount`
pub const HISTORY_AMOUNT: Key = Key("history-amount");
/// 金額を確認しています
pub const HISTORY_AMOUNT_UNKNOWN: Key = Key("history-amount-unknown");
/// チャージ
pub const KIND_CHARGE: Key = Key("kind-charge");
/// もらったポイント
pub const KIND_GRANT: Key = Key("kind-grant");
/// 支払い
pub const KIND_PAYMENT: Key = Key("kind-payment");
/// 返金
pub const KIND_REFUND: Key = Key("kind-refund");
/// 有効期限切れ
pub const KIND_EXPIRY: Key = Key("kind-expiry");
/// 取り置き
pub const KIND_HOLD: Key = Key("kind-hold");
/// 取り置きからの支払い
pub const KIND_CAPTURE: Key = Key("kind-capture");
/// 取り置きからの戻り
pub const KIND_RELEASE: Key = Key("kind-release");
/// お店への振り込み
pub const KIND_SETTLEMENT: Key = Key("kind-settlement");
/// 退会による清算
pub const KIND_CLOSURE: Key = Key("kind-closure");
/// 確認待ち
pub const STATE_PENDING: Key = Key("state-pending");
/// できませんでした
pub const STATE_REFUSED: Key = Key("state-refused");
/// 完了
pub const STATE_DONE: Key = Key("state-done");
/// 支払い済み
pub const STATE_PAID: Key = Key("state-paid");
/// 一部返金
pub const STATE_PARTLY_REFUNDED: Key = Key("state-partly-refunded");
/// 返金済み
pub const STATE_REFUNDED: Key = Key("state-refunded");
/// 領収の控え
pub const RECEIPT_TITLE: Key = Key("receipt-title");
/// 控え番号：`$receipt`
pub const RECEIPT_NUMBER: Key = Key("receipt-number");
/// まちの帳簿に記録済み ✓
pub const RECEIPT_IN_BOOK: Key = Key("receipt-in-book");
/// `$amount`が返金されました
pub const RECEIPT_REFUNDED: Key = Key("receipt-refunded");
/// 返金のうち`$amount`は有効期限が過ぎていたため、使えません。
pub const RECEIPT_REFUND_EXPIRED: Key = Key("receipt-refund-expired");
/// ポイントの内訳
pub const LOTS_TITLE: Key = Key("lots-title");
/// チャージ
pub const LOT_CHARGED: Key = Key("lot-charged");
/// もらったポイント
pub const LOT_GRANTED: Key = Key("lot-granted");
/// クーポン
pub const LOT_COUPON: Key = Key("lot-coupon");
/// お手伝いポイント
pub const LOT_REWARD: Key = Key("lot-reward");
/// `$day`まで使えます
pub const LOT_UNTIL: Key = Key("lot-until");
/// もうすぐ使えなくなります
pub const LOT_SOON: Key = Key("lot-soon");
/// 有効期限
pub const LOT_LAST_DAY_LABEL: Key = Key("lot-last-day-label");
/// すべてのお店で使えます
pub const LOT_EVERYWHERE: Key = Key("lot-everywhere");
/// 使えるお店：`$classes`
pub const LOT_SOME_SHOPS: Key = Key("lot-some-shops");
/// チャージする
pub const CHARGE_TITLE: Key = Key("charge-title");
/// 市役所の窓口で、現金でチャージできます。チャージ券のQRコードも使えます。
pub const CHARGE_BODY: Key = Key("charge-body");
/// `$office`で受け付けます。受付時間：`$hours`
pub const CHARGE_WHERE: Key = Key("charge-where");
/// `$amount`をチャージしました
pub const CHARGE_DONE: Key = Key("charge-done");
/// `$programme`：`$amount`を受け取りました
pub const GRANT_ARRIVED: Key = Key("grant-arrived");
/// チャージ券を使う
pub const VOUCHER_TITLE: Key = Key("voucher-title");
/// `$amount`のチャージ券です。`$day`まで使えます。
pub const VOUCHER_CONFIRM: Key = Key("voucher-confirm");
/// このチャージ券でチャージしますか。チャージ券は1回だけ使えます。
pub const VOUCHER_ASK: Key = Key("voucher-ask");
/// チャージする
pub const VOUCHER_BUTTON: Key = Key("voucher-button");
/// 使える金額の上限
pub const LIMITS_TITLE: Key = Key("limits-title");
/// 1回の支払い：`$amount`まで
pub const LIMIT_PAYMENT: Key = Key("limit-payment");
/// 1日の支払い：`$amount`まで
pub const LIMIT_DAY: Key = Key("limit-day");
/// 残高：`$amount`まで
pub const LIMIT_BALANCE: Key = Key("limit-balance");
/// 通信できないとき：1回`$amount`まで
pub const LIMIT_OFFLINE: Key = Key("limit-offline");
/// きょうは、あと`$amount`まで払えます
pub const LIMIT_LEFT_TODAY: Key = Key("limit-left-today");
/// 登録すると、次の金額まで使えます。
pub const LIMITS_GUEST: Key = Key("limits-guest");
/// 本人かどうかの確認
pub const LIMITS_PROOF_TITLE: Key = Key("limits-proof-title");
/// もっと使えるようにするには
pub const LIMITS_RAISE_TITLE: Key = Key("limits-raise-title");
/// マイナンバーカードで登録すると、上限が上がります。
pub const LIMITS_RAISE_CARD: Key = Key("limits-raise-card");
/// 署名用パスワードでもう一度登録すると、上限が上がります。
pub const LIMITS_RAISE_PASSWORD: Key = Key("limits-raise-password");
/// このスマートフォンには画面ロックがありません。スマートフォンの設定で画面ロックをつけて、もう一度登録してください。`$amount`以上も払えるようになります。
pub const LIMITS_RAISE_LOCK: Key = Key("limits-raise-lock");
/// これより高い上限はありません。
pub const LIMITS_HIGHEST: Key = Key("limits-highest");
/// `$amount`以上の支払いでは、顔・指・画面ロックで本人かどうか確認します。
pub const STEP_UP_USER: Key = Key("step-up-user");
/// `$amount`以上の支払いでは、マイナンバーカードもかざしてください。
pub const STEP_UP_CARD: Key = Key("step-up-card");
/// カードをかざして払う
pub const STEP_UP_CARD_BUTTON: Key = Key("step-up-card-button");
/// この`$count`時間に払った合計で決まります。
pub const STEP_UP_WINDOW: Key = Key("step-up-window");
/// このポイントについて
pub const PROGRAMME_TITLE: Key = Key("programme-title");
/// 発行者
pub const PROGRAMME_ISSUER: Key = Key("programme-issuer");
/// 登録番号
pub const PROGRAMME_REGISTRATION: Key = Key("programme-registration");
/// 受け取れる上限
pub const PROGRAMME_LIMIT: Key = Key("programme-limit");
/// 有効期限
pub const PROGRAMME_VALIDITY: Key = Key("programme-validity");
/// 受け取った日から`$count`か月使えます
pub const PROGRAMME_VALIDITY_MONTHS: Key = Key("programme-validity-months");
/// `$day`まで使えます
pub const PROGRAMME_VALIDITY_UNTIL: Key = Key("programme-validity-until");
/// 使えるお店
pub const PROGRAMME_WHERE: Key = Key("programme-where");
/// 問い合わせ先
pub const PROGRAMME_CONTACT: Key = Key("programme-contact");
/// 不正に使われたときの補償
pub const PROGRAMME_MISUSE: Key = Key("programme-misuse");
/// チャージしたお金は、原則として払い戻せません。引っ越しなどのときは、払い戻せることがあります。
pub const PROGRAMME_NO_PAY_BACK: Key = Key("programme-no-pay-back");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    HOME_GREETING,
    HOME_BALANCE,
    BALANCE_VALUE,
    BALANCE_POINTS,
    BALANCE_RATE,
    BALANCE_HIDE,
    BALANCE_SHOW,
    HOME_OFFLINE_PART,
    HOME_EXPIRES_SOON,
    HOME_PAY,
    HOME_RECEIVE,
    TILES_ARRANGE,
    TILES_ARRANGED,
    TILE_UP,
    TILE_DOWN,
    HOME_EMPTY,
    PAY_SCAN,
    PAY_TORCH,
    PAY_PASTE,
    PAY_AMOUNT,
    PAY_AMOUNT_FOR,
    PAY_ERASE,
    PAY_CONFIRM_TITLE,
    PAY_BUTTON,
    PAY_AGAIN_BUTTON,
    PAY_HOLD_BUTTON,
    PAY_SENDING,
    PAY_LOTS,
    PAY_LOT_LINE,
    PAY_BALANCE_AFTER,
    PAY_PENDING,
    PAY_TILL_REFERENCE,
    PAID_TITLE,
    PAID_AMOUNT,
    PAID_AT,
    PAID_SHOW,
    PAID_ENDED,
    PAID_DONE,
    CODE_TITLE,
    CODE_OFFER,
    CODE_MAKE,
    CODE_UNTIL,
    CODE_OPEN,
    CODE_SECONDS,
    CODE_UNUSED,
    CODE_SHOW,
    HISTORY_TITLE,
    HISTORY_EMPTY,
    HISTORY_SEARCH,
    HISTORY_NOT_FOUND,
    HISTORY_MORE,
    HISTORY_SHARE,
    HISTORY_SHARE_TITLE,
    HISTORY_SHARE_NOTE,
    HISTORY_SHARE_ALL,
    HISTORY_AMOUNT,
    HISTORY_AMOUNT_UNKNOWN,
    KIND_CHARGE,
    KIND_GRANT,
    KIND_PAYMENT,
    KIND_REFUND,
    KIND_EXPIRY,
    KIND_HOLD,
    KIND_CAPTURE,
    KIND_RELEASE,
    KIND_SETTLEMENT,
    KIND_CLOSURE,
    STATE_PENDING,
    STATE_REFUSED,
    STATE_DONE,
    STATE_PAID,
    STATE_PARTLY_REFUNDED,
    STATE_REFUNDED,
    RECEIPT_TITLE,
    RECEIPT_NUMBER,
    RECEIPT_IN_BOOK,
    RECEIPT_REFUNDED,
    RECEIPT_REFUND_EXPIRED,
    LOTS_TITLE,
    LOT_CHARGED,
    LOT_GRANTED,
    LOT_COUPON,
    LOT_REWARD,
    LOT_UNTIL,
    LOT_SOON,
    LOT_LAST_DAY_LABEL,
    LOT_EVERYWHERE,
    LOT_SOME_SHOPS,
    CHARGE_TITLE,
    CHARGE_BODY,
    CHARGE_WHERE,
    CHARGE_DONE,
    GRANT_ARRIVED,
    VOUCHER_TITLE,
    VOUCHER_CONFIRM,
    VOUCHER_ASK,
    VOUCHER_BUTTON,
    LIMITS_TITLE,
    LIMIT_PAYMENT,
    LIMIT_DAY,
    LIMIT_BALANCE,
    LIMIT_OFFLINE,
    LIMIT_LEFT_TODAY,
    LIMITS_GUEST,
    LIMITS_PROOF_TITLE,
    LIMITS_RAISE_TITLE,
    LIMITS_RAISE_CARD,
    LIMITS_RAISE_PASSWORD,
    LIMITS_RAISE_LOCK,
    LIMITS_HIGHEST,
    STEP_UP_USER,
    STEP_UP_CARD,
    STEP_UP_CARD_BUTTON,
    STEP_UP_WINDOW,
    PROGRAMME_TITLE,
    PROGRAMME_ISSUER,
    PROGRAMME_REGISTRATION,
    PROGRAMME_LIMIT,
    PROGRAMME_VALIDITY,
    PROGRAMME_VALIDITY_MONTHS,
    PROGRAMME_VALIDITY_UNTIL,
    PROGRAMME_WHERE,
    PROGRAMME_CONTACT,
    PROGRAMME_MISUSE,
    PROGRAMME_NO_PAY_BACK,
];
