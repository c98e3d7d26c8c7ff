//! Keys of the domain `ledger`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// 帳簿の状態
pub const LEDGER_TITLE: Key = Key("ledger-title");
/// 帳簿は正しくつながっています（`$count`行）
pub const LEDGER_SOUND: Key = Key("ledger-sound");
/// 帳簿に合わないところが`$count`件あります（最初は `$words`）。すぐに管理者に連絡してください。
pub const LEDGER_BROKEN: Key = Key("ledger-broken");
/// 最後の行：`$row`（`$moment`）
pub const LEDGER_HEAD: Key = Key("ledger-head");
/// お店にまだ振り込んでいない金額：`$amount`
pub const LEDGER_UNSETTLED: Key = Key("ledger-unsettled");
/// 帳簿の印
pub const LEDGER_HASH: Key = Key("ledger-hash");
/// 書き込みは動いています
pub const LEDGER_WRITING: Key = Key("ledger-writing");
/// ほかの機械が書き込んでいます
pub const LEDGER_STANDBY: Key = Key("ledger-standby");
/// 時計が動かされたため、書き込みを止めています。すぐに管理者に連絡してください。
pub const LEDGER_CLOCK: Key = Key("ledger-clock");
/// 書き込みを止めています。すぐに管理者に連絡してください。
pub const LEDGER_STOPPED: Key = Key("ledger-stopped");
/// 待っている書き込み：`$count`件
pub const LEDGER_QUEUE: Key = Key("ledger-queue");
/// 事業ごとのポイント
pub const LEDGER_PROGRAMMES: Key = Key("ledger-programmes");
/// 発行した合計
pub const LEDGER_ISSUED: Key = Key("ledger-issued");
/// まだ使われていない
pub const LEDGER_UNUSED: Key = Key("ledger-unused");
/// まだ使われていないチャージ券
pub const LEDGER_ON_VOUCHERS: Key = Key("ledger-on-vouchers");
/// 初めから確かめる
pub const LEDGER_CHECK_BUTTON: Key = Key("ledger-check-button");
/// 確かめています。少したってから、もう一度開いてください。
pub const LEDGER_CHECKING: Key = Key("ledger-checking");
/// まだ確かめていません。
pub const LEDGER_NEVER_CHECKED: Key = Key("ledger-never-checked");
/// 確かめた時：`$moment`
pub const LEDGER_CHECKED_AT: Key = Key("ledger-checked-at");
/// 帳簿を確かめられませんでした。すぐに管理者に連絡してください。
pub const LEDGER_WRONG: Key = Key("ledger-wrong");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    LEDGER_TITLE,
    LEDGER_SOUND,
    LEDGER_BROKEN,
    LEDGER_HEAD,
    LEDGER_UNSETTLED,
    LEDGER_HASH,
    LEDGER_WRITING,
    LEDGER_STANDBY,
    LEDGER_CLOCK,
    LEDGER_STOPPED,
    LEDGER_QUEUE,
    LEDGER_PROGRAMMES,
    LEDGER_ISSUED,
    LEDGER_UNUSED,
    LEDGER_ON_VOUCHERS,
    LEDGER_CHECK_BUTTON,
    LEDGER_CHECKING,
    LEDGER_NEVER_CHECKED,
    LEDGER_CHECKED_AT,
    LEDGER_WRONG,
];
