//! Keys of the domain `staff`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// 係の人の画面
pub const STAFF_TITLE: Key = Key("staff-title");
/// 職員名
pub const STAFF_NAME: Key = Key("staff-name");
/// パスワード
pub const STAFF_PASSWORD: Key = Key("staff-password");
/// 確認コード（6けた）
pub const STAFF_CODE: Key = Key("staff-code");
/// 入る
pub const STAFF_SIGN_IN: Key = Key("staff-sign-in");
/// 職員名・パスワード・確認コードのどれかが違います
pub const STAFF_SIGN_IN_WRONG: Key = Key("staff-sign-in-wrong");
/// 画面を閉じて出る
pub const STAFF_SIGN_OUT: Key = Key("staff-sign-out");
/// `$name`さんとして入っています
pub const STAFF_SIGNED_IN: Key = Key("staff-signed-in");
/// 係の人のホーム
pub const STAFF_HOME: Key = Key("staff-home");
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
/// 登録しました
pub const COUNTER_REGISTER_DONE: Key = Key("counter-register-done");
/// この番号をスマートフォンに入れてもらってください：`$code`
pub const COUNTER_PHONE_CODE: Key = Key("counter-phone-code");
/// 紙のカードを印刷する
pub const COUNTER_PRINT_CARD: Key = Key("counter-print-card");
/// お店・訪問・避難所・電話で使えます。なくしたら、すぐに電話してください。
pub const COUNTER_CARD_NOTE: Key = Key("counter-card-note");
/// 窓口でチャージする
pub const COUNTER_CHARGE: Key = Key("counter-charge");
/// 氏名・電話番号・カードの番号で探す
pub const COUNTER_FIND: Key = Key("counter-find");
/// 見つかりません。ほかの言葉で探してください。
pub const COUNTER_FOUND_NONE: Key = Key("counter-found-none");
/// 受け取った現金
pub const COUNTER_CHARGE_AMOUNT: Key = Key("counter-charge-amount");
/// `$name`さんに`$amount`をチャージします
pub const COUNTER_CHARGE_CONFIRM: Key = Key("counter-charge-confirm");
/// `$amount`をチャージする
pub const COUNTER_CHARGE_BUTTON: Key = Key("counter-charge-button");
/// `$amount`をチャージしました。控え番号：`$receipt`
pub const COUNTER_CHARGE_DONE: Key = Key("counter-charge-done");
/// 帳簿の状態
pub const LEDGER_TITLE: Key = Key("ledger-title");
/// 帳簿は正しくつながっています（`$count`行）
pub const LEDGER_SOUND: Key = Key("ledger-sound");
/// `$row`行目が合いません。支払いを止めました。
pub const LEDGER_BROKEN: Key = Key("ledger-broken");
/// 最後の行：`$row`（`$moment`）
pub const LEDGER_HEAD: Key = Key("ledger-head");
/// まだ使われていないポイント：`$amount`
pub const LEDGER_OUTSTANDING: Key = Key("ledger-outstanding");
/// お店にまだ振り込んでいない金額：`$amount`
pub const LEDGER_UNSETTLED: Key = Key("ledger-unsettled");
/// 確認を待っている登録
pub const REVIEW_TITLE: Key = Key("review-title");
/// 確認を待っている登録はありません。
pub const REVIEW_EMPTY: Key = Key("review-empty");
/// カードが新しくなりました
pub const REVIEW_REASON_CARD: Key = Key("review-reason-card");
/// 同じ人として認める
pub const REVIEW_SAME_PERSON: Key = Key("review-same-person");
/// 認めない
pub const REVIEW_REFUSE: Key = Key("review-refuse");
/// 返金は、2人の係の人が確認します
pub const REVIEW_TWO_STAFF: Key = Key("review-two-staff");
/// 町の外への引っ越し
pub const REFUND_CASE_MOVED: Key = Key("refund-case-moved");
/// 死亡
pub const REFUND_CASE_DEATH: Key = Key("refund-case-death");
/// サービスの終了
pub const REFUND_CASE_CLOSED: Key = Key("refund-case-closed");
/// 操作の記録
pub const AUDIT_TITLE: Key = Key("audit-title");
/// `$moment` `$name`：`$act`
pub const AUDIT_LINE: Key = Key("audit-line");
/// まだ記録はありません。
pub const AUDIT_EMPTY: Key = Key("audit-empty");
/// 個人の情報を見たことも、すべて記録されます。
pub const AUDIT_NOTE: Key = Key("audit-note");
/// スマートフォンを止める
pub const COUNTER_STOP_PHONE: Key = Key("counter-stop-phone");
/// スマートフォンを止めました。残高はそのままです。
pub const COUNTER_STOP_PHONE_DONE: Key = Key("counter-stop-phone-done");
/// ビジターのコードを出す
pub const COUNTER_VISITOR_CODE: Key = Key("counter-visitor-code");
/// 紙のカード
pub const COUNTER_PRINTED_CARD: Key = Key("counter-printed-card");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    STAFF_TITLE,
    STAFF_NAME,
    STAFF_PASSWORD,
    STAFF_CODE,
    STAFF_SIGN_IN,
    STAFF_SIGN_IN_WRONG,
    STAFF_SIGN_OUT,
    STAFF_SIGNED_IN,
    STAFF_HOME,
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
    COUNTER_REGISTER_DONE,
    COUNTER_PHONE_CODE,
    COUNTER_PRINT_CARD,
    COUNTER_CARD_NOTE,
    COUNTER_CHARGE,
    COUNTER_FIND,
    COUNTER_FOUND_NONE,
    COUNTER_CHARGE_AMOUNT,
    COUNTER_CHARGE_CONFIRM,
    COUNTER_CHARGE_BUTTON,
    COUNTER_CHARGE_DONE,
    LEDGER_TITLE,
    LEDGER_SOUND,
    LEDGER_BROKEN,
    LEDGER_HEAD,
    LEDGER_OUTSTANDING,
    LEDGER_UNSETTLED,
    REVIEW_TITLE,
    REVIEW_EMPTY,
    REVIEW_REASON_CARD,
    REVIEW_SAME_PERSON,
    REVIEW_REFUSE,
    REVIEW_TWO_STAFF,
    REFUND_CASE_MOVED,
    REFUND_CASE_DEATH,
    REFUND_CASE_CLOSED,
    AUDIT_TITLE,
    AUDIT_LINE,
    AUDIT_EMPTY,
    AUDIT_NOTE,
    COUNTER_STOP_PHONE,
    COUNTER_STOP_PHONE_DONE,
    COUNTER_VISITOR_CODE,
    COUNTER_PRINTED_CARD,
];
