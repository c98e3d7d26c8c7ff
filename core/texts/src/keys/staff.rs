//! Keys of the domain `staff`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// 係の人の画面
pub const STAFF_TITLE: Key = Key("staff-title");
/// 職員名
pub const STAFF_NAME: Key = Key("staff-name");
/// パスワード
pub const STAFF_PASSWORD: Key = Key("staff-password");
/// 入る
pub const STAFF_SIGN_IN: Key = Key("staff-sign-in");
/// 職員名かパスワードが違います。続けて5回違うと、15分間入れません。
pub const STAFF_SIGN_IN_WRONG: Key = Key("staff-sign-in-wrong");
/// 画面を閉じて出る
pub const STAFF_SIGN_OUT: Key = Key("staff-sign-out");
/// `$name`さんとして入っています
pub const STAFF_SIGNED_IN: Key = Key("staff-signed-in");
/// 係の人のホーム
pub const STAFF_HOME: Key = Key("staff-home");
/// 本文へ進む
pub const STAFF_SKIP: Key = Key("staff-skip");
/// 自分のパスワードを決める
pub const STAFF_PASSWORD_TITLE: Key = Key("staff-password-title");
/// 今のパスワード
pub const STAFF_PASSWORD_OLD: Key = Key("staff-password-old");
/// 今のパスワードが違います。パスワードは変わっていません。続けて5回違うと、15分間変えられません。
pub const STAFF_PASSWORD_OLD_WRONG: Key = Key("staff-password-old-wrong");
/// 12文字以上にしてください。職員名は入れられません。
pub const STAFF_PASSWORD_RULE: Key = Key("staff-password-rule");
/// 新しいパスワード
pub const STAFF_PASSWORD_NEW: Key = Key("staff-password-new");
/// もう一度、同じパスワード
pub const STAFF_PASSWORD_AGAIN: Key = Key("staff-password-again");
/// パスワードを決める
pub const STAFF_PASSWORD_BUTTON: Key = Key("staff-password-button");
/// このパスワードは使えません。12文字以上で、職員名を入れないでください。
pub const STAFF_PASSWORD_WEAK: Key = Key("staff-password-weak");
/// 2つのパスワードが違います。
pub const STAFF_PASSWORD_DIFFERS: Key = Key("staff-password-differs");
/// この画面は古くなりました。まだ何も変わっていません。もう一度開いて、やり直してください。
pub const STAFF_FORM_OLD: Key = Key("staff-form-old");
/// 市 市民窓口
pub const STAFF_ROLE_TOWN_COUNTER: Key = Key("staff-role-town-counter");
/// 市 こどもセンター
pub const STAFF_ROLE_TOWN_CHILDREN: Key = Key("staff-role-town-children");
/// 市 事業担当
pub const STAFF_ROLE_TOWN_PROGRAMMES: Key = Key("staff-role-town-programmes");
/// 運営団体 窓口
pub const STAFF_ROLE_BODY_COUNTER: Key = Key("staff-role-body-counter");
/// 運営団体 電話
pub const STAFF_ROLE_BODY_DESK: Key = Key("staff-role-body-desk");
/// 運営団体 会計
pub const STAFF_ROLE_BODY_ACCOUNTS: Key = Key("staff-role-body-accounts");
/// 操作の記録
pub const AUDIT_TITLE: Key = Key("audit-title");
/// まだ記録はありません。
pub const AUDIT_EMPTY: Key = Key("audit-empty");
/// 個人の情報を見たことも、すべて記録されます。
pub const AUDIT_NOTE: Key = Key("audit-note");
/// 情報を見た
pub const AUDIT_ACT_READ: Key = Key("audit-act-read");
/// 登録・カード
pub const AUDIT_ACT_REGISTER: Key = Key("audit-act-register");
/// スマートフォン
pub const AUDIT_ACT_PHONE: Key = Key("audit-act-phone");
/// チャージ・付与
pub const AUDIT_ACT_MONEY: Key = Key("audit-act-money");
/// 払い戻し・退会
pub const AUDIT_ACT_PAY_BACK: Key = Key("audit-act-pay-back");
/// お店
pub const AUDIT_ACT_SHOP: Key = Key("audit-act-shop");
/// 職員
pub const AUDIT_ACT_STAFF: Key = Key("audit-act-staff");
/// 権限がなく断られた操作
pub const AUDIT_ACT_DENIED: Key = Key("audit-act-denied");
/// そのほか
pub const AUDIT_ACT_OTHER: Key = Key("audit-act-other");
/// サーバーの管理者
pub const AUDIT_OPERATOR: Key = Key("audit-operator");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    STAFF_TITLE,
    STAFF_NAME,
    STAFF_PASSWORD,
    STAFF_SIGN_IN,
    STAFF_SIGN_IN_WRONG,
    STAFF_SIGN_OUT,
    STAFF_SIGNED_IN,
    STAFF_HOME,
    STAFF_SKIP,
    STAFF_PASSWORD_TITLE,
    STAFF_PASSWORD_OLD,
    STAFF_PASSWORD_OLD_WRONG,
    STAFF_PASSWORD_RULE,
    STAFF_PASSWORD_NEW,
    STAFF_PASSWORD_AGAIN,
    STAFF_PASSWORD_BUTTON,
    STAFF_PASSWORD_WEAK,
    STAFF_PASSWORD_DIFFERS,
    STAFF_FORM_OLD,
    STAFF_ROLE_TOWN_COUNTER,
    STAFF_ROLE_TOWN_CHILDREN,
    STAFF_ROLE_TOWN_PROGRAMMES,
    STAFF_ROLE_BODY_COUNTER,
    STAFF_ROLE_BODY_DESK,
    STAFF_ROLE_BODY_ACCOUNTS,
    AUDIT_TITLE,
    AUDIT_EMPTY,
    AUDIT_NOTE,
    AUDIT_ACT_READ,
    AUDIT_ACT_REGISTER,
    AUDIT_ACT_PHONE,
    AUDIT_ACT_MONEY,
    AUDIT_ACT_PAY_BACK,
    AUDIT_ACT_SHOP,
    AUDIT_ACT_STAFF,
    AUDIT_ACT_DENIED,
    AUDIT_ACT_OTHER,
    AUDIT_OPERATOR,
];
