//! Keys of the domain `preview`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// `-app`を机の上でためす
pub const PREVIEW_TITLE: Key = Key("preview-title");
/// 人・カード・お金は、すべて架空のものです。
pub const PREVIEW_MADE_UP: Key = Key("preview-made-up");
/// マイナンバーカード
pub const PREVIEW_CARD_HEADING: Key = Key("preview-card-heading");
/// カードをあてる
pub const PREVIEW_CARD_HOLD: Key = Key("preview-card-hold");
/// カードを読み取っています
pub const PREVIEW_CARD_HELD: Key = Key("preview-card-held");
/// 署名用パスワード：`$password`
pub const PREVIEW_CARD_PASSWORD: Key = Key("preview-card-password");
/// 4けたの暗証番号：`$pin`
pub const PREVIEW_CARD_PIN: Key = Key("preview-card-pin");
/// スマートフォンが求めているときに押すと、入力されます。
pub const PREVIEW_CARD_ENTER: Key = Key("preview-card-enter");
/// 窓口で`$amount`をチャージする
pub const PREVIEW_CHARGE: Key = Key("preview-charge");
/// チャージは、登録してからできます。
pub const PREVIEW_CHARGE_FIRST: Key = Key("preview-charge-first");
/// QRコード
pub const PREVIEW_CODE_HEADING: Key = Key("preview-code-heading");
/// `$shop`のQRコードを読み取る
pub const PREVIEW_CODE_SCAN: Key = Key("preview-code-scan");
/// 画像や文字を貼り付ける
pub const PREVIEW_CODE_PASTE: Key = Key("preview-code-paste");
/// QRコードの画像を、このウィンドウにドロップしてください。
pub const PREVIEW_CODE_DROP: Key = Key("preview-code-drop");
/// QRコードが見つかりませんでした。ほかの画像でためしてください。
pub const PREVIEW_CODE_NONE: Key = Key("preview-code-none");
/// クリップボードに、QRコードの画像も文字もありません。
pub const PREVIEW_PASTE_NONE: Key = Key("preview-paste-none");
/// 通信
pub const PREVIEW_NETWORK_HEADING: Key = Key("preview-network-heading");
/// 通信を切る
pub const PREVIEW_NETWORK_CUT: Key = Key("preview-network-cut");
/// 通信をつなぐ
pub const PREVIEW_NETWORK_JOIN: Key = Key("preview-network-join");
/// 電話をかけます
pub const PREVIEW_CALLED: Key = Key("preview-called");
/// クリップボードに入れました
pub const PREVIEW_SHARED: Key = Key("preview-shared");
/// ファイルに保存しました
pub const PREVIEW_SAVED: Key = Key("preview-saved");
/// 通知が出ます
pub const PREVIEW_NOTIFIED: Key = Key("preview-notified");
/// 声で伝えます
pub const PREVIEW_SPOKEN: Key = Key("preview-spoken");
/// スマートフォンの設定が開きます
pub const PREVIEW_SETTINGS: Key = Key("preview-settings");
/// 画面をいちばん明るくしています
pub const PREVIEW_SHINES: Key = Key("preview-shines");
/// ウィンドウを開きました。データは`$folder`にあります。ウィンドウを閉じると終わります。
pub const PREVIEW_OPENED: Key = Key("preview-opened");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    PREVIEW_TITLE,
    PREVIEW_MADE_UP,
    PREVIEW_CARD_HEADING,
    PREVIEW_CARD_HOLD,
    PREVIEW_CARD_HELD,
    PREVIEW_CARD_PASSWORD,
    PREVIEW_CARD_PIN,
    PREVIEW_CARD_ENTER,
    PREVIEW_CHARGE,
    PREVIEW_CHARGE_FIRST,
    PREVIEW_CODE_HEADING,
    PREVIEW_CODE_SCAN,
    PREVIEW_CODE_PASTE,
    PREVIEW_CODE_DROP,
    PREVIEW_CODE_NONE,
    PREVIEW_PASTE_NONE,
    PREVIEW_NETWORK_HEADING,
    PREVIEW_NETWORK_CUT,
    PREVIEW_NETWORK_JOIN,
    PREVIEW_CALLED,
    PREVIEW_SHARED,
    PREVIEW_SAVED,
    PREVIEW_NOTIFIED,
    PREVIEW_SPOKEN,
    PREVIEW_SETTINGS,
    PREVIEW_SHINES,
    PREVIEW_OPENED,
];
