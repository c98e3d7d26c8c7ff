//! Keys of the domain `grants`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// 全員への付与
pub const GRANTS_TITLE: Key = Key("grants-title");
/// 1人の係の人が記録し、別の係の人が確認すると、登録しているすべての住民に付与します。
pub const GRANTS_TWO_STAFF: Key = Key("grants-two-staff");
/// 新しい付与
pub const GRANTS_NEW: Key = Key("grants-new");
/// 1人あたりのポイント
pub const GRANTS_AMOUNT: Key = Key("grants-amount");
/// 付与を記録する
pub const GRANTS_RECORD_BUTTON: Key = Key("grants-record-button");
/// 途中で止まった付与は、その付与のページで再開します。新しい付与は、すでに受け取った人も含めて全員に付与します。
pub const GRANTS_NEW_NOT_THE_REST: Key = Key("grants-new-not-the-rest");
/// 付与の一覧
pub const GRANTS_LIST: Key = Key("grants-list");
/// まだ付与はありません。
pub const GRANTS_EMPTY: Key = Key("grants-empty");
/// 1人に`$amount`
pub const GRANTS_EACH: Key = Key("grants-each");
/// 確認を待っています
pub const GRANTS_WAITING: Key = Key("grants-waiting");
/// 取り下げました
pub const GRANTS_WITHDRAWN: Key = Key("grants-withdrawn");
/// 付与しています
pub const GRANTS_RUNNING: Key = Key("grants-running");
/// 付与が終わりました
pub const GRANTS_DONE: Key = Key("grants-done");
/// 途中で止まりました
pub const GRANTS_STOPPED: Key = Key("grants-stopped");
/// 受け取った人のポイントは、そのままです。ほかの人には、まだ付与していません。
pub const GRANTS_STOPPED_WHAT: Key = Key("grants-stopped-what");
/// 原因がなくなったら、記録した人とは別の係の人が、このページで再開できます。まだの人から続け、同じ人に2回付与することはありません。新しい付与を記録すると、全員にもう一度付与することになります。
pub const GRANTS_STOPPED_HOW: Key = Key("grants-stopped-how");
/// 記録した人：`$name`（`$moment`）
pub const GRANTS_RECORDED_BY: Key = Key("grants-recorded-by");
/// 確認した人：`$name`（`$moment`）
pub const GRANTS_CONFIRMED_BY: Key = Key("grants-confirmed-by");
/// 再開した人：`$name`（`$moment`）
pub const GRANTS_CONTINUED_BY: Key = Key("grants-continued-by");
/// 取り下げた人：`$name`（`$moment`）
pub const GRANTS_WITHDRAWN_BY: Key = Key("grants-withdrawn-by");
/// 終わり：`$moment`
pub const GRANTS_ENDED_AT: Key = Key("grants-ended-at");
/// 今、付与するとどうなるか
pub const GRANTS_ESTIMATE: Key = Key("grants-estimate");
/// 今、再開するとどうなるか
pub const GRANTS_REST: Key = Key("grants-rest");
/// 本人確認
pub const GRANTS_LEVEL: Key = Key("grants-level");
/// 人数
pub const GRANTS_LEVEL_PEOPLE: Key = Key("grants-level-people");
/// 受け取り
pub const GRANTS_LEVEL_GETS: Key = Key("grants-level-gets");
/// 受け取れます
pub const GRANTS_GETS: Key = Key("grants-gets");
/// 受け取れません
pub const GRANTS_GETS_NOT: Key = Key("grants-gets-not");
/// `$count`人
pub const GRANTS_PEOPLE: Key = Key("grants-people");
/// 受け取る人
pub const GRANTS_HEADS: Key = Key("grants-heads");
/// 合計（最大）
pub const GRANTS_SUM: Key = Key("grants-sum");
/// 予算の残り
pub const GRANTS_BUDGET_LEFT: Key = Key("grants-budget-left");
/// 上限なし
pub const GRANTS_NO_BUDGET: Key = Key("grants-no-budget");
/// 自分で記録したものは、確認できません。別の係の人が確認します。
pub const GRANTS_OWN: Key = Key("grants-own");
/// この事業の付与が途中で止まっています。受け取った`$count`人にも、もう一度付与します。まだの人だけに付与するには、止まった付与を再開してください。
pub const GRANTS_AGAIN: Key = Key("grants-again");
/// 止まった付与を見る
pub const GRANTS_AGAIN_SEE: Key = Key("grants-again-see");
/// 付与を確認する
pub const GRANTS_CONFIRM_BUTTON: Key = Key("grants-confirm-button");
/// 全員への付与を始めますか
pub const GRANTS_CONFIRM_QUESTION: Key = Key("grants-confirm-question");
/// 登録しているすべての住民に、順に付与します。始めたら取り消せません。
pub const GRANTS_CONFIRM_HAPPENS: Key = Key("grants-confirm-happens");
/// 付与を始める
pub const GRANTS_START_BUTTON: Key = Key("grants-start-button");
/// 取り下げる
pub const GRANTS_WITHDRAW_BUTTON: Key = Key("grants-withdraw-button");
/// すでに確認されています。取り下げていません。
pub const GRANTS_WITHDRAW_LATE: Key = Key("grants-withdraw-late");
/// 付与を再開する
pub const GRANTS_CONTINUE_BUTTON: Key = Key("grants-continue-button");
/// 付与を再開しますか
pub const GRANTS_CONTINUE_QUESTION: Key = Key("grants-continue-question");
/// まだの人に、順に付与します。受け取った人には付与しません。始めたら取り消せません。
pub const GRANTS_CONTINUE_HAPPENS: Key = Key("grants-continue-happens");
/// 受け取った人
pub const GRANTS_RECEIVED: Key = Key("grants-received");
/// 付与した合計
pub const GRANTS_RECEIVED_SUM: Key = Key("grants-received-sum");
/// 受け取れなかった人
pub const GRANTS_LEFT_OUT: Key = Key("grants-left-out");
/// 受け取れなかった人を見る
pub const GRANTS_LEFT_OUT_SEE: Key = Key("grants-left-out-see");
/// ここに出ている人には、自動ではもう付与しません。理由を確かめ、解決したら窓口でその人に付与してください。
pub const GRANTS_LEFT_OUT_DO: Key = Key("grants-left-out-do");
/// ここに出す人はいません。
pub const GRANTS_LEFT_OUT_NONE: Key = Key("grants-left-out-none");
/// 続きを見る
pub const GRANTS_LEFT_OUT_MORE: Key = Key("grants-left-out-more");
/// 今の状態を見る
pub const GRANTS_REFRESH: Key = Key("grants-refresh");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    GRANTS_TITLE,
    GRANTS_TWO_STAFF,
    GRANTS_NEW,
    GRANTS_AMOUNT,
    GRANTS_RECORD_BUTTON,
    GRANTS_NEW_NOT_THE_REST,
    GRANTS_LIST,
    GRANTS_EMPTY,
    GRANTS_EACH,
    GRANTS_WAITING,
    GRANTS_WITHDRAWN,
    GRANTS_RUNNING,
    GRANTS_DONE,
    GRANTS_STOPPED,
    GRANTS_STOPPED_WHAT,
    GRANTS_STOPPED_HOW,
    GRANTS_RECORDED_BY,
    GRANTS_CONFIRMED_BY,
    GRANTS_CONTINUED_BY,
    GRANTS_WITHDRAWN_BY,
    GRANTS_ENDED_AT,
    GRANTS_ESTIMATE,
    GRANTS_REST,
    GRANTS_LEVEL,
    GRANTS_LEVEL_PEOPLE,
    GRANTS_LEVEL_GETS,
    GRANTS_GETS,
    GRANTS_GETS_NOT,
    GRANTS_PEOPLE,
    GRANTS_HEADS,
    GRANTS_SUM,
    GRANTS_BUDGET_LEFT,
    GRANTS_NO_BUDGET,
    GRANTS_OWN,
    GRANTS_AGAIN,
    GRANTS_AGAIN_SEE,
    GRANTS_CONFIRM_BUTTON,
    GRANTS_CONFIRM_QUESTION,
    GRANTS_CONFIRM_HAPPENS,
    GRANTS_START_BUTTON,
    GRANTS_WITHDRAW_BUTTON,
    GRANTS_WITHDRAW_LATE,
    GRANTS_CONTINUE_BUTTON,
    GRANTS_CONTINUE_QUESTION,
    GRANTS_CONTINUE_HAPPENS,
    GRANTS_RECEIVED,
    GRANTS_RECEIVED_SUM,
    GRANTS_LEFT_OUT,
    GRANTS_LEFT_OUT_SEE,
    GRANTS_LEFT_OUT_DO,
    GRANTS_LEFT_OUT_NONE,
    GRANTS_LEFT_OUT_MORE,
    GRANTS_REFRESH,
];
