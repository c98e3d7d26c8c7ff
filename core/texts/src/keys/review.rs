//! Keys of the domain `review`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// 確認を待っている登録
pub const REVIEW_TITLE: Key = Key("review-title");
/// 確認を待っている登録はありません。
pub const REVIEW_EMPTY: Key = Key("review-empty");
/// カードが新しくなりました
pub const REVIEW_REASON_CARD: Key = Key("review-reason-card");
/// 同じ人として認める
pub const REVIEW_SAME_PERSON: Key = Key("review-same-person");
/// 登録を認めない
pub const REVIEW_REFUSE: Key = Key("review-refuse");
/// 別の人として登録する
pub const REVIEW_OTHER_PERSON: Key = Key("review-other-person");
/// 新しいカードの人
pub const REVIEW_NEW_CARD: Key = Key("review-new-card");
/// 登録されている人
pub const REVIEW_KNOWN: Key = Key("review-known");
/// `$moment`から
pub const REVIEW_SINCE: Key = Key("review-since");
/// 受付番号：`$code`
pub const REVIEW_REFERENCE: Key = Key("review-reference");
/// 2つを見比べて、決めてください。
pub const REVIEW_LOOK: Key = Key("review-look");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    REVIEW_TITLE,
    REVIEW_EMPTY,
    REVIEW_REASON_CARD,
    REVIEW_SAME_PERSON,
    REVIEW_REFUSE,
    REVIEW_OTHER_PERSON,
    REVIEW_NEW_CARD,
    REVIEW_KNOWN,
    REVIEW_SINCE,
    REVIEW_REFERENCE,
    REVIEW_LOOK,
];
