//! Keys of the domain `os`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// お店のQRコードやチャージ券を読み取るために使います。写した画像は保存しません。
pub const OS_CAMERA_REASON: Key = Key("os-camera-reason");
/// マイナンバーカードを読み取って、本人かどうかを確かめます。マイナンバー（12けたの番号）は読み取りません。
pub const OS_CARD_REASON: Key = Key("os-card-reason");
/// 大きな金額を払うときに、本人かどうかを確かめます。顔の情報は、このアプリには届きません。
pub const OS_FACE_REASON: Key = Key("os-face-reason");
/// 支払いと受け取り
pub const OS_CHANNEL_PAYMENTS: Key = Key("os-channel-payments");
/// 支払いの記録、返金、届いたポイントを知らせます。金額や名前は出しません。
pub const OS_CHANNEL_PAYMENTS_ABOUT: Key = Key("os-channel-payments-about");
/// まちからのお知らせ
pub const OS_CHANNEL_NOTICES: Key = Key("os-channel-notices");
/// 有効期限、カードの更新、まちからの知らせが届きます。
pub const OS_CHANNEL_NOTICES_ABOUT: Key = Key("os-channel-notices-about");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    OS_CAMERA_REASON,
    OS_CARD_REASON,
    OS_FACE_REASON,
    OS_CHANNEL_PAYMENTS,
    OS_CHANNEL_PAYMENTS_ABOUT,
    OS_CHANNEL_NOTICES,
    OS_CHANNEL_NOTICES_ABOUT,
];
