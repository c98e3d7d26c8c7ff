//! Keys of the domain `pay_back`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// 払い戻しは、2人の係の人が確認します。
pub const PAY_BACK_TWO_STAFF: Key = Key("pay-back-two-staff");
/// まちの外への引っ越し
pub const PAY_BACK_MOVED: Key = Key("pay-back-moved");
/// 死亡
pub const PAY_BACK_DEATH: Key = Key("pay-back-death");
/// サービスの終了
pub const PAY_BACK_CLOSED: Key = Key("pay-back-closed");
/// 払い戻しの確認
pub const PAY_BACK_TITLE: Key = Key("pay-back-title");
/// 退会して払い戻す
pub const PAY_BACK_START: Key = Key("pay-back-start");
/// 理由
pub const PAY_BACK_REASON: Key = Key("pay-back-reason");
/// 払い戻せるのは、チャージした分だけです。
pub const PAY_BACK_NOTE: Key = Key("pay-back-note");
/// 払い戻しを記録する
pub const PAY_BACK_RECORD_BUTTON: Key = Key("pay-back-record-button");
/// 記録しました。まだ払い戻していません。別の係の人が確認すると、退会します。
pub const PAY_BACK_RECORDED: Key = Key("pay-back-recorded");
/// 確認を待っている払い戻しはありません。
pub const PAY_BACK_EMPTY: Key = Key("pay-back-empty");
/// 記録した人：`$name`（`$moment`）
pub const PAY_BACK_RECORDED_BY: Key = Key("pay-back-recorded-by");
/// 自分で記録したものは、確認できません。もう1人の係の人が確認します。
pub const PAY_BACK_OWN: Key = Key("pay-back-own");
/// 払い戻しを確認する
pub const PAY_BACK_CONFIRM_BUTTON: Key = Key("pay-back-confirm-button");
/// この人の退会を決めますか
pub const PAY_BACK_CONFIRM_QUESTION: Key = Key("pay-back-confirm-question");
/// チャージした残高を払い戻します。ほかのポイントはなくなり、スマートフォンはすべて使えなくなります。取り消せません。
pub const PAY_BACK_CONFIRM_HAPPENS: Key = Key("pay-back-confirm-happens");
/// 退会しました。`$amount`を払い戻してください。
pub const PAY_BACK_DONE: Key = Key("pay-back-done");
/// 確認済み
pub const PAY_BACK_CONFIRMED_TITLE: Key = Key("pay-back-confirmed-title");
/// 払い戻し `$amount`
pub const PAY_BACK_SUM: Key = Key("pay-back-sum");
/// 確認して払い戻す人：`$name`（`$moment`）
pub const PAY_BACK_CONFIRMED_BY: Key = Key("pay-back-confirmed-by");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    PAY_BACK_TWO_STAFF,
    PAY_BACK_MOVED,
    PAY_BACK_DEATH,
    PAY_BACK_CLOSED,
    PAY_BACK_TITLE,
    PAY_BACK_START,
    PAY_BACK_REASON,
    PAY_BACK_NOTE,
    PAY_BACK_RECORD_BUTTON,
    PAY_BACK_RECORDED,
    PAY_BACK_EMPTY,
    PAY_BACK_RECORDED_BY,
    PAY_BACK_OWN,
    PAY_BACK_CONFIRM_BUTTON,
    PAY_BACK_CONFIRM_QUESTION,
    PAY_BACK_CONFIRM_HAPPENS,
    PAY_BACK_DONE,
    PAY_BACK_CONFIRMED_TITLE,
    PAY_BACK_SUM,
    PAY_BACK_CONFIRMED_BY,
];
