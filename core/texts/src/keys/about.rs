//! Keys of the domain `about`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// このアプリについて
pub const ABOUT_TITLE: Key = Key("about-title");
/// バージョン
pub const ABOUT_VERSION: Key = Key("about-version");
/// まち
pub const ABOUT_TOWN: Key = Key("about-town");
/// 係の人
pub const ABOUT_OFFICE: Key = Key("about-office");
/// プログラム
pub const ABOUT_SOURCE: Key = Key("about-source");
/// だれでも中身を確かめられる、オープンソースです（`$words`）。
pub const ABOUT_SOURCE_OPEN: Key = Key("about-source-open");
/// どこに何を残すか
pub const ABOUT_KEPT_TITLE: Key = Key("about-kept-title");
/// このスマートフォン
pub const ABOUT_KEPT_PHONE: Key = Key("about-kept-phone");
/// 残高と履歴を、暗号にして残します。アプリを消すと、なくなります。
pub const ABOUT_KEPT_PHONE_WHAT: Key = Key("about-kept-phone-what");
/// まちと運営団体のサーバー
pub const ABOUT_KEPT_TOWN: Key = Key("about-kept-town");
/// 氏名・住所・生年月日・性別と、支払いの記録を残します。支払いの記録に、氏名は書きません。
pub const ABOUT_KEPT_TOWN_WHAT: Key = Key("about-kept-town-what");
/// お店
pub const ABOUT_KEPT_SHOP: Key = Key("about-kept-shop");
/// 金額と日時だけが伝わります。氏名は伝わりません。
pub const ABOUT_KEPT_SHOP_WHAT: Key = Key("about-kept-shop-what");
/// どこにも残さないもの
pub const ABOUT_KEPT_NEVER: Key = Key("about-kept-never");
/// マイナンバー（12けたの番号）は読み取りません。パスワードと暗証番号は、カードに渡すだけです。
pub const ABOUT_KEPT_NEVER_WHAT: Key = Key("about-kept-never-what");
/// オープンソースのライセンス
pub const LICENCES_TITLE: Key = Key("licences-title");
/// このアプリに入っているソフトウェアです。
pub const LICENCES_NOTE: Key = Key("licences-note");
/// アプリの中心
pub const LICENCES_CORE: Key = Key("licences-core");
/// Androidの画面
pub const LICENCES_ANDROID: Key = Key("licences-android");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    ABOUT_TITLE,
    ABOUT_VERSION,
    ABOUT_TOWN,
    ABOUT_OFFICE,
    ABOUT_SOURCE,
    ABOUT_SOURCE_OPEN,
    ABOUT_KEPT_TITLE,
    ABOUT_KEPT_PHONE,
    ABOUT_KEPT_PHONE_WHAT,
    ABOUT_KEPT_TOWN,
    ABOUT_KEPT_TOWN_WHAT,
    ABOUT_KEPT_SHOP,
    ABOUT_KEPT_SHOP_WHAT,
    ABOUT_KEPT_NEVER,
    ABOUT_KEPT_NEVER_WHAT,
    LICENCES_TITLE,
    LICENCES_NOTE,
    LICENCES_CORE,
    LICENCES_ANDROID,
];
