//! Keys of the domain `poster`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// ポイントで払えます
pub const POSTER_TITLE: Key = Key("poster-title");
/// 「払う」を押して、QRコードを読み取る
pub const POSTER_STEP_SCAN: Key = Key("poster-step-scan");
/// 金額を入れる
pub const POSTER_STEP_AMOUNT: Key = Key("poster-step-amount");
/// 払ったら、画面をお店の人に見せる
pub const POSTER_STEP_CONFIRM: Key = Key("poster-step-confirm");
/// 1ポイント＝1円
pub const POSTER_ONE_POINT: Key = Key("poster-one-point");
/// 通信できないときは「支払いコード」を見せてください
pub const POSTER_OFFLINE: Key = Key("poster-offline");
/// 困ったとき：`$telephone`
pub const POSTER_CONTACT: Key = Key("poster-contact");
/// ポスターを印刷する
pub const POSTER_PRINT: Key = Key("poster-print");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    POSTER_TITLE,
    POSTER_STEP_SCAN,
    POSTER_STEP_AMOUNT,
    POSTER_STEP_CONFIRM,
    POSTER_ONE_POINT,
    POSTER_OFFLINE,
    POSTER_CONTACT,
    POSTER_PRINT,
];
