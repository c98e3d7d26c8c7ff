//! Keys of the domain `shop`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// お店のスマートフォンにする
pub const SHOP_PAIR_TITLE: Key = Key("shop-pair-title");
/// 係の人から受け取ったQRコードを読み取ってください。1回だけ使えます。
pub const SHOP_PAIR_BODY: Key = Key("shop-pair-body");
/// このスマートフォンで、お店の支払いを受け取れるようになります。
pub const SHOP_PAIR_MEANS: Key = Key("shop-pair-means");
/// このお店で使う
pub const SHOP_PAIR_BUTTON: Key = Key("shop-pair-button");
/// 「`$shop`」で使えます
pub const SHOP_PAIR_DONE: Key = Key("shop-pair-done");
/// お店で使うのをやめますか
pub const SHOP_UNPAIR_TITLE: Key = Key("shop-unpair-title");
/// このスマートフォンでは、受け取りと返金ができなくなります。受け取ったお金はそのままです。もう一度使うには、係の人から新しいQRコードを受け取ってください。
pub const SHOP_UNPAIR_BODY: Key = Key("shop-unpair-body");
/// お店で使うのをやめる
pub const SHOP_UNPAIR_BUTTON: Key = Key("shop-unpair-button");
/// いくら受け取りますか
pub const SHOP_RECEIVE_AMOUNT: Key = Key("shop-receive-amount");
/// `$amount`のQRコードを出す
pub const SHOP_RECEIVE_BUTTON: Key = Key("shop-receive-button");
/// 支払いを待っています
pub const SHOP_RECEIVE_WAIT: Key = Key("shop-receive-wait");
/// `$time`まで払えます
pub const SHOP_RECEIVE_UNTIL: Key = Key("shop-receive-until");
/// 支払いコードを読み取る
pub const SHOP_SCAN: Key = Key("shop-scan");
/// `$amount`を受け取る
pub const SHOP_SCAN_BUTTON: Key = Key("shop-scan-button");
/// お客さまの支払いコードではありません
pub const SHOP_SCAN_FOREIGN: Key = Key("shop-scan-foreign");
/// お金は動いていません。お客さまに、支払いコードを出してもらってください。
pub const SHOP_SCAN_FOREIGN_BODY: Key = Key("shop-scan-foreign-body");
/// `$amount`、受け取りました
pub const SHOP_RECEIVED: Key = Key("shop-received");
/// 控え番号：`$receipt`
pub const SHOP_RECEIVED_RECEIPT: Key = Key("shop-received-receipt");
/// 確認しています。「受け取りました」と出るまで、お待ちください。
pub const SHOP_CHECKING: Key = Key("shop-checking");
/// 次の支払いを受け取る
pub const SHOP_NEXT_BUTTON: Key = Key("shop-next-button");
/// この注文を取り消す
pub const SHOP_CANCEL: Key = Key("shop-cancel");
/// 取り消しました。お金は動いていません。
pub const SHOP_CANCELLED: Key = Key("shop-cancelled");
/// 取り消しは、通信が戻ると届きます。それまでは、お客さまが払えることがあります。
pub const SHOP_CANCEL_WAITING: Key = Key("shop-cancel-waiting");
/// このQRコードでは、もう払えません。
pub const SHOP_EXPIRED: Key = Key("shop-expired");
/// 支払い待ち
pub const TILL_OPEN: Key = Key("till-open");
/// 支払い済み
pub const TILL_PAID: Key = Key("till-paid");
/// 取り消し
pub const TILL_CANCELLED: Key = Key("till-cancelled");
/// 時間切れ
pub const TILL_EXPIRED: Key = Key("till-expired");
/// きょうの受け取り
pub const SHOP_TODAY: Key = Key("shop-today");
/// 合計`$amount`（`$count`件）
pub const SHOP_TODAY_TOTAL: Key = Key("shop-today-total");
/// 受け取った支払いは、ここに表示されます。
pub const SHOP_TODAY_EMPTY: Key = Key("shop-today-empty");
/// `$time` `$kind`
pub const SHOP_LINE: Key = Key("shop-line");
/// まだ振り込まれていない金額：`$amount`
pub const SHOP_UNSETTLED: Key = Key("shop-unsettled");
/// 返金する
pub const REFUND_TITLE: Key = Key("refund-title");
/// いくら返金しますか（`$amount`まで）
pub const REFUND_AMOUNT: Key = Key("refund-amount");
/// `$amount`は有効期限が過ぎているため、お客さまは使えません。
pub const REFUND_EXPIRED_WARNING: Key = Key("refund-expired-warning");
/// `$amount`を返金する
pub const REFUND_BUTTON: Key = Key("refund-button");
/// `$amount`を返金しました
pub const REFUND_DONE: Key = Key("refund-done");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    SHOP_PAIR_TITLE,
    SHOP_PAIR_BODY,
    SHOP_PAIR_MEANS,
    SHOP_PAIR_BUTTON,
    SHOP_PAIR_DONE,
    SHOP_UNPAIR_TITLE,
    SHOP_UNPAIR_BODY,
    SHOP_UNPAIR_BUTTON,
    SHOP_RECEIVE_AMOUNT,
    SHOP_RECEIVE_BUTTON,
    SHOP_RECEIVE_WAIT,
    SHOP_RECEIVE_UNTIL,
    SHOP_SCAN,
    SHOP_SCAN_BUTTON,
    SHOP_SCAN_FOREIGN,
    SHOP_SCAN_FOREIGN_BODY,
    SHOP_RECEIVED,
    SHOP_RECEIVED_RECEIPT,
    SHOP_CHECKING,
    SHOP_NEXT_BUTTON,
    SHOP_CANCEL,
    SHOP_CANCELLED,
    SHOP_CANCEL_WAITING,
    SHOP_EXPIRED,
    TILL_OPEN,
    TILL_PAID,
    TILL_CANCELLED,
    TILL_EXPIRED,
    SHOP_TODAY,
    SHOP_TODAY_TOTAL,
    SHOP_TODAY_EMPTY,
    SHOP_LINE,
    SHOP_UNSETTLED,
    REFUND_TITLE,
    REFUND_AMOUNT,
    REFUND_EXPIRED_WARNING,
    REFUND_BUTTON,
    REFUND_DONE,
];
