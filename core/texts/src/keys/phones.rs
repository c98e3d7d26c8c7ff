//! Keys of the domain `phones`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// スマートフォンを止める
pub const COUNTER_STOP_PHONE: Key = Key("counter-stop-phone");
/// スマートフォンを止めました。残高はそのままです。
pub const COUNTER_STOP_PHONE_DONE: Key = Key("counter-stop-phone-done");
/// 登録しているスマートフォン
pub const COUNTER_PHONES: Key = Key("counter-phones");
/// スマートフォンの登録はありません。
pub const COUNTER_PHONES_NONE: Key = Key("counter-phones-none");
/// `$day`に登録
pub const COUNTER_PHONE_SINCE: Key = Key("counter-phone-since");
/// 止めてあります
pub const COUNTER_PHONE_STOPPED: Key = Key("counter-phone-stopped");
/// 本人かどうかを確かめる
pub const COUNTER_PROOF: Key = Key("counter-proof");
/// 紙のカードの「`$code`」の番号
pub const COUNTER_GRID_ASK: Key = Key("counter-grid-ask");
/// 番号を確かめる
pub const COUNTER_GRID_BUTTON: Key = Key("counter-grid-button");
/// 番号は合っています。
pub const COUNTER_GRID_RIGHT: Key = Key("counter-grid-right");
/// 番号が違います。
pub const COUNTER_GRID_WRONG: Key = Key("counter-grid-wrong");
/// 番号の間違いが続いたため、このカードでは確かめられません。窓口で本人を確かめ、新しいカードを印刷してください。
pub const COUNTER_GRID_LOCKED: Key = Key("counter-grid-locked");
/// 止める
pub const COUNTER_STOP_BUTTON: Key = Key("counter-stop-button");
/// 「`$name`」を止めますか
pub const COUNTER_STOP_QUESTION: Key = Key("counter-stop-question");
/// このスマートフォンでは、もう払えなくなります。残高はなくなりません。もう一度使うには、登録し直します。
pub const COUNTER_STOP_HAPPENS: Key = Key("counter-stop-happens");
/// お店のスマートフォン
pub const COUNTER_SHOP_PHONES: Key = Key("counter-shop-phones");
/// つながっているスマートフォンはありません。
pub const COUNTER_SHOP_PHONES_NONE: Key = Key("counter-shop-phones-none");
/// `$moment`につなぎました
pub const COUNTER_SHOP_PHONE_SINCE: Key = Key("counter-shop-phone-since");
/// `$moment`に止めました
pub const COUNTER_SHOP_PHONE_STOPPED: Key = Key("counter-shop-phone-stopped");
/// なくしたスマートフォンは、ここで止めてください。止めたものは元に戻せません。新しいものは、新しいコードでつなぎます。
pub const COUNTER_SHOP_PHONE_STOP_NOTE: Key = Key("counter-shop-phone-stop-note");
/// このスマートフォンでは、もう受け取りも返金もできなくなります。元に戻せません。このお店のスマートフォンをつなぐコードで、まだ使っていないものも使えなくなります。お店のほかのスマートフォンと、受け取ったポイントはそのままです。
pub const COUNTER_SHOP_PHONE_STOP_HAPPENS: Key = Key("counter-shop-phone-stop-happens");
/// スマートフォンを止めました。お店のほかのスマートフォンと、受け取ったポイントはそのままです。
pub const COUNTER_SHOP_PHONE_STOP_DONE: Key = Key("counter-shop-phone-stop-done");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    COUNTER_STOP_PHONE,
    COUNTER_STOP_PHONE_DONE,
    COUNTER_PHONES,
    COUNTER_PHONES_NONE,
    COUNTER_PHONE_SINCE,
    COUNTER_PHONE_STOPPED,
    COUNTER_PROOF,
    COUNTER_GRID_ASK,
    COUNTER_GRID_BUTTON,
    COUNTER_GRID_RIGHT,
    COUNTER_GRID_WRONG,
    COUNTER_GRID_LOCKED,
    COUNTER_STOP_BUTTON,
    COUNTER_STOP_QUESTION,
    COUNTER_STOP_HAPPENS,
    COUNTER_SHOP_PHONES,
    COUNTER_SHOP_PHONES_NONE,
    COUNTER_SHOP_PHONE_SINCE,
    COUNTER_SHOP_PHONE_STOPPED,
    COUNTER_SHOP_PHONE_STOP_NOTE,
    COUNTER_SHOP_PHONE_STOP_HAPPENS,
    COUNTER_SHOP_PHONE_STOP_DONE,
];
