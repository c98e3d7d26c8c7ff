//! Keys of the domain `counter`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// 窓口で登録する
pub const COUNTER_REGISTER: Key = Key("counter-register");
/// スマートフォンを持っている人
pub const COUNTER_REGISTER_WITH_PHONE: Key = Key("counter-register-with-phone");
/// スマートフォンを持っていない人
pub const COUNTER_REGISTER_NO_PHONE: Key = Key("counter-register-no-phone");
/// 氏名
pub const COUNTER_NAME: Key = Key("counter-name");
/// ふりがな
pub const COUNTER_KANA: Key = Key("counter-kana");
/// 生年月日
pub const COUNTER_BIRTH_DATE: Key = Key("counter-birth-date");
/// 性別
pub const COUNTER_SEX: Key = Key("counter-sex");
/// 住所
pub const COUNTER_ADDRESS: Key = Key("counter-address");
/// 電話番号
pub const COUNTER_TELEPHONE: Key = Key("counter-telephone");
/// 本人確認の書類を見ました
pub const COUNTER_CHECKED: Key = Key("counter-checked");
/// 登録する
pub const COUNTER_REGISTER_BUTTON: Key = Key("counter-register-button");
/// この登録コードをスマートフォンに入れてもらってください
pub const COUNTER_PHONE_CODE: Key = Key("counter-phone-code");
/// 紙のカードを印刷する
pub const COUNTER_PRINT_CARD: Key = Key("counter-print-card");
/// 窓口と電話で使えます。お店の支払いには使えません。なくしたら、すぐに電話してください。
pub const COUNTER_CARD_NOTE: Key = Key("counter-card-note");
/// 住民を探す
pub const COUNTER_FIND_TITLE: Key = Key("counter-find-title");
/// 探す
pub const COUNTER_FIND_BUTTON: Key = Key("counter-find-button");
/// `$count`人
pub const COUNTER_FOUND: Key = Key("counter-found");
/// スマートフォンはありますか
pub const COUNTER_PHONE_QUESTION: Key = Key("counter-phone-question");
/// 女
pub const COUNTER_SEX_FEMALE: Key = Key("counter-sex-female");
/// 男
pub const COUNTER_SEX_MALE: Key = Key("counter-sex-male");
/// 答えない
pub const COUNTER_SEX_UNSTATED: Key = Key("counter-sex-unstated");
/// 見ていないときは、ビジターとして登録します。
pub const COUNTER_CHECKED_NOTE: Key = Key("counter-checked-note");
/// 同じ名前と生年月日の人が、もう登録されています。
pub const COUNTER_KNOWN: Key = Key("counter-known");
/// その人を見る
pub const COUNTER_KNOWN_SEE: Key = Key("counter-known-see");
/// 確かめました。別の人です。
pub const COUNTER_OTHER_PERSON: Key = Key("counter-other-person");
/// 別の人として登録
pub const COUNTER_OTHER_BUTTON: Key = Key("counter-other-button");
/// 登録コードを出す
pub const COUNTER_PHONE_CODE_TITLE: Key = Key("counter-phone-code-title");
/// この登録コードは今だけ表示します。1日以内に1回だけ使えます。
pub const COUNTER_CODE_ONCE: Key = Key("counter-code-once");
/// この登録コードは今だけ表示します。`$count`分以内に1回だけ使えます。
pub const COUNTER_CODE_MINUTES: Key = Key("counter-code-minutes");
/// ブラウザーの「印刷」で印刷できます。
pub const COUNTER_PRINT_HINT: Key = Key("counter-print-hint");
/// 電話で聞かれたら、ますの番号を答えます。
pub const COUNTER_CARD_NUMBER: Key = Key("counter-card-number");
/// 前のカードは使えなくなります。
pub const COUNTER_CARD_REPLACES: Key = Key("counter-card-replaces");
/// カードやスマートフォンの登録がある人、残高がある人の登録コードは、2人の係の人が本人を確かめてから出します。カードもスマートフォンもなくした人も、この方法で登録できます。
pub const COUNTER_CODE_TWO: Key = Key("counter-code-two");
/// もう1人の係の人の確認を待っています。登録コードはまだ出ていません。
pub const COUNTER_CODE_WAITS: Key = Key("counter-code-waits");
/// もう1人の係の人に、自分のホームで「登録コードの確認」を開いてもらってください。確認がすんだら、この画面をもう一度開いて登録コードを出します。1時間で取り消しになります。
pub const COUNTER_CODE_WAITS_HOW: Key = Key("counter-code-waits-how");
/// 頼んだ人：`$name`（`$moment`）
pub const COUNTER_CODE_ASKED_BY: Key = Key("counter-code-asked-by");
/// 本人に会い、顔写真のある書類を見て、確かめてください。電話だけで確認しないでください。
pub const COUNTER_CODE_LOOK: Key = Key("counter-code-look");
/// 本人を確かめました
pub const COUNTER_CODE_CONFIRM_BUTTON: Key = Key("counter-code-confirm-button");
/// `$name`さんが本人を確かめました。登録コードを出せます。
pub const COUNTER_CODE_CONFIRMED: Key = Key("counter-code-confirmed");
/// `$name`さんが頼み、`$other`さんが本人を確かめました。登録コードは、この2人のどちらかが出します。
pub const COUNTER_CODE_FOR_TWO: Key = Key("counter-code-for-two");
/// 登録コードの確認
pub const COUNTER_CODE_LIST_TITLE: Key = Key("counter-code-list-title");
/// 確認を待っている登録コードはありません。
pub const COUNTER_CODE_LIST_EMPTY: Key = Key("counter-code-list-empty");
/// この人を見る
pub const COUNTER_CODE_SEE: Key = Key("counter-code-see");
/// ビジターの登録コードを出す
pub const COUNTER_VISITOR_CODE: Key = Key("counter-visitor-code");
/// 紙のカード
pub const COUNTER_PRINTED_CARD: Key = Key("counter-printed-card");
/// 窓口でチャージする
pub const COUNTER_CHARGE: Key = Key("counter-charge");
/// 氏名・ふりがな・電話番号。紙のカードは、読み取ってください。
pub const COUNTER_FIND: Key = Key("counter-find");
/// 見つかりません。ほかの言葉で探してください。
pub const COUNTER_FOUND_NONE: Key = Key("counter-found-none");
/// 受け取った現金
pub const COUNTER_CHARGE_AMOUNT: Key = Key("counter-charge-amount");
/// この人はスマートフォンを持っていません。お店でポイントを使うには、スマートフォンが必要です。
pub const COUNTER_NO_PHONE: Key = Key("counter-no-phone");
/// `$name`さんに`$amount`をチャージします
pub const COUNTER_CHARGE_CONFIRM: Key = Key("counter-charge-confirm");
/// `$amount`をチャージする
pub const COUNTER_CHARGE_BUTTON: Key = Key("counter-charge-button");
/// `$amount`をチャージしました。控え番号：`$receipt`
pub const COUNTER_CHARGE_DONE: Key = Key("counter-charge-done");
/// 残高：`$amount`
pub const COUNTER_BALANCE: Key = Key("counter-balance");
/// そのうちチャージ：`$amount`
pub const COUNTER_BALANCE_CHARGED: Key = Key("counter-balance-charged");
/// 住民
pub const COUNTER_PERSON_TITLE: Key = Key("counter-person-title");
/// 名前の登録なし
pub const COUNTER_NO_NAME: Key = Key("counter-no-name");
/// 退会した人です。
pub const COUNTER_LEFT: Key = Key("counter-left");
/// ポイントを付与する
pub const COUNTER_GRANT: Key = Key("counter-grant");
/// 付与するポイント
pub const COUNTER_GRANT_AMOUNT: Key = Key("counter-grant-amount");
/// 事業
pub const COUNTER_PROGRAMME: Key = Key("counter-programme");
/// `$name`さんに`$amount`を付与します
pub const COUNTER_GRANT_CONFIRM: Key = Key("counter-grant-confirm");
/// `$amount`を付与する
pub const COUNTER_GRANT_BUTTON: Key = Key("counter-grant-button");
/// `$amount`を付与しました。控え番号：`$receipt`
pub const COUNTER_GRANT_DONE: Key = Key("counter-grant-done");
/// 控え
pub const COUNTER_RECEIPT_TITLE: Key = Key("counter-receipt-title");
/// `$day`まで使えます
pub const COUNTER_USABLE_UNTIL: Key = Key("counter-usable-until");
/// 別の人を探す
pub const COUNTER_AGAIN: Key = Key("counter-again");
/// 直す
pub const COUNTER_CHANGE: Key = Key("counter-change");
/// お店
pub const COUNTER_SHOPS_TITLE: Key = Key("counter-shops-title");
/// 店名・ふりがな・地区
pub const COUNTER_SHOPS_SEARCH: Key = Key("counter-shops-search");
/// お店のスマートフォンをつなぐ
pub const COUNTER_SHOP_PAIR: Key = Key("counter-shop-pair");
/// お店のスマートフォンで読み取ってください。7日以内に1回だけ使えます。
pub const COUNTER_SHOP_PAIR_NOTE: Key = Key("counter-shop-pair-note");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    COUNTER_REGISTER,
    COUNTER_REGISTER_WITH_PHONE,
    COUNTER_REGISTER_NO_PHONE,
    COUNTER_NAME,
    COUNTER_KANA,
    COUNTER_BIRTH_DATE,
    COUNTER_SEX,
    COUNTER_ADDRESS,
    COUNTER_TELEPHONE,
    COUNTER_CHECKED,
    COUNTER_REGISTER_BUTTON,
    COUNTER_PHONE_CODE,
    COUNTER_PRINT_CARD,
    COUNTER_CARD_NOTE,
    COUNTER_FIND_TITLE,
    COUNTER_FIND_BUTTON,
    COUNTER_FOUND,
    COUNTER_PHONE_QUESTION,
    COUNTER_SEX_FEMALE,
    COUNTER_SEX_MALE,
    COUNTER_SEX_UNSTATED,
    COUNTER_CHECKED_NOTE,
    COUNTER_KNOWN,
    COUNTER_KNOWN_SEE,
    COUNTER_OTHER_PERSON,
    COUNTER_OTHER_BUTTON,
    COUNTER_PHONE_CODE_TITLE,
    COUNTER_CODE_ONCE,
    COUNTER_CODE_MINUTES,
    COUNTER_PRINT_HINT,
    COUNTER_CARD_NUMBER,
    COUNTER_CARD_REPLACES,
    COUNTER_CODE_TWO,
    COUNTER_CODE_WAITS,
    COUNTER_CODE_WAITS_HOW,
    COUNTER_CODE_ASKED_BY,
    COUNTER_CODE_LOOK,
    COUNTER_CODE_CONFIRM_BUTTON,
    COUNTER_CODE_CONFIRMED,
    COUNTER_CODE_FOR_TWO,
    COUNTER_CODE_LIST_TITLE,
    COUNTER_CODE_LIST_EMPTY,
    COUNTER_CODE_SEE,
    COUNTER_VISITOR_CODE,
    COUNTER_PRINTED_CARD,
    COUNTER_CHARGE,
    COUNTER_FIND,
    COUNTER_FOUND_NONE,
    COUNTER_CHARGE_AMOUNT,
    COUNTER_NO_PHONE,
    COUNTER_CHARGE_CONFIRM,
    COUNTER_CHARGE_BUTTON,
    COUNTER_CHARGE_DONE,
    COUNTER_BALANCE,
    COUNTER_BALANCE_CHARGED,
    COUNTER_PERSON_TITLE,
    COUNTER_NO_NAME,
    COUNTER_LEFT,
    COUNTER_GRANT,
    COUNTER_GRANT_AMOUNT,
    COUNTER_PROGRAMME,
    COUNTER_GRANT_CONFIRM,
    COUNTER_GRANT_BUTTON,
    COUNTER_GRANT_DONE,
    COUNTER_RECEIPT_TITLE,
    COUNTER_USABLE_UNTIL,
    COUNTER_AGAIN,
    COUNTER_CHANGE,
    COUNTER_SHOPS_TITLE,
    COUNTER_SHOPS_SEARCH,
    COUNTER_SHOP_PAIR,
    COUNTER_SHOP_PAIR_NOTE,
];
