//! Keys of the domain `common`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// `-app`
pub const APP_NAME: Key = Key("app-name");
/// 戻る
pub const BACK: Key = Key("back");
/// やめる
pub const STOP: Key = Key("stop");
/// 次へ進む
pub const NEXT: Key = Key("next");
/// 閉じる
pub const CLOSE: Key = Key("close");
/// もう一度試す
pub const TRY_AGAIN: Key = Key("try-again");
/// `$count`分後に、もう一度試せます。
pub const AGAIN_IN_MINUTES: Key = Key("again-in-minutes");
/// 約`$count`時間後に、もう一度試せます。
pub const AGAIN_IN_HOURS: Key = Key("again-in-hours");
/// 保存する
pub const SAVE: Key = Key("save");
/// 変更する
pub const CHANGE: Key = Key("change");
/// 詳しく見る
pub const DETAILS: Key = Key("details");
/// 共有する
pub const SHARE: Key = Key("share");
/// 入力した文字を見る
pub const SECRET_SHOW: Key = Key("secret-show");
/// 入力した文字を隠す
pub const SECRET_HIDE: Key = Key("secret-hide");
/// カメラを使えません。スマートフォンの設定で、このアプリにカメラを許可してください。
pub const CAMERA_REFUSED: Key = Key("camera-refused");
/// 設定を開く
pub const OPEN_SETTINGS: Key = Key("open-settings");
/// コードを読み取る
pub const SCAN_BUTTON: Key = Key("scan-button");
/// 係の人に相談
pub const TALK_TO_STAFF: Key = Key("talk-to-staff");
/// 係の人に相談する
pub const TALK_TITLE: Key = Key("talk-title");
/// `$office`が答えます。受付時間は`$hours`です。
pub const TALK_BODY: Key = Key("talk-body");
/// `$telephone`に電話する
pub const TALK_CALL: Key = Key("talk-call");
/// 文字で相談する
pub const TALK_MESSAGE: Key = Key("talk-message");
/// 電話をかけてもらう
pub const TALK_CALLBACK: Key = Key("talk-callback");
/// 電話では、この番号を伝えてください：`$code`
pub const TALK_CODE: Key = Key("talk-code");
/// ホーム
pub const TAB_HOME: Key = Key("tab-home");
/// 払う
pub const TAB_PAY: Key = Key("tab-pay");
/// 助け合い
pub const TAB_HELP: Key = Key("tab-help");
/// 子育て
pub const TAB_CHILDREN: Key = Key("tab-children");
/// 通信できません。残高と履歴は見られます。支払いコードも使えます。
pub const OFFLINE_BANNER: Key = Key("offline-banner");
/// 通信できません。前に読み込んだ内容だけ見られます。
pub const OFFLINE_GUEST: Key = Key("offline-guest");
/// `$time`の時点の内容です
pub const OFFLINE_SINCE: Key = Key("offline-since");
/// 通信が戻りました
pub const ONLINE_AGAIN: Key = Key("online-again");
/// お待ちください
pub const WAITING: Key = Key("waiting");
/// きょう
pub const TODAY: Key = Key("today");
/// きのう
pub const YESTERDAY: Key = Key("yesterday");
/// 設定
pub const SETTINGS_TITLE: Key = Key("settings-title");
/// ことば
pub const SETTINGS_LANGUAGE: Key = Key("settings-language");
/// 文字の大きさ
pub const SETTINGS_TEXT_SIZE: Key = Key("settings-text-size");
/// かんたん表示
pub const SETTINGS_EASY: Key = Key("settings-easy");
/// この大きさで表示します。
pub const SETTINGS_SAMPLE: Key = Key("settings-sample");
/// 文字とボタンを大きくし、1画面に1つずつ聞きます。
pub const SETTINGS_EASY_NOTE: Key = Key("settings-easy-note");
/// ふつう
pub const TEXT_NORMAL: Key = Key("text-normal");
/// 大きい
pub const TEXT_LARGE: Key = Key("text-large");
/// もっと大きい
pub const TEXT_LARGER: Key = Key("text-larger");
/// いちばん大きい
pub const TEXT_LARGEST: Key = Key("text-largest");
/// 画面の明るさ
pub const SETTINGS_THEME: Key = Key("settings-theme");
/// スマートフォンに合わせる
pub const THEME_SYSTEM: Key = Key("theme-system");
/// 明るい
pub const THEME_LIGHT: Key = Key("theme-light");
/// 暗い
pub const THEME_DARK: Key = Key("theme-dark");
/// まずは見てみる
pub const GUEST_TITLE: Key = Key("guest-title");
/// 登録しなくても、お店とお知らせを見られます。
pub const GUEST_BODY: Key = Key("guest-body");
/// 登録する
pub const GUEST_REGISTER: Key = Key("guest-register");
/// 使えるお店
pub const SHOPS_TITLE: Key = Key("shops-title");
/// `$count`店
pub const SHOPS_COUNT: Key = Key("shops-count");
/// 使えるお店は、ここに表示されます。
pub const SHOPS_EMPTY: Key = Key("shops-empty");
/// お店の名前や地区で探す
pub const SHOPS_SEARCH: Key = Key("shops-search");
/// 続きを見る
pub const SHOPS_MORE: Key = Key("shops-more");
/// `$day`
pub const DAY_TITLE: Key = Key("day-title");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    APP_NAME,
    BACK,
    STOP,
    NEXT,
    CLOSE,
    TRY_AGAIN,
    AGAIN_IN_MINUTES,
    AGAIN_IN_HOURS,
    SAVE,
    CHANGE,
    DETAILS,
    SHARE,
    SECRET_SHOW,
    SECRET_HIDE,
    CAMERA_REFUSED,
    OPEN_SETTINGS,
    SCAN_BUTTON,
    TALK_TO_STAFF,
    TALK_TITLE,
    TALK_BODY,
    TALK_CALL,
    TALK_MESSAGE,
    TALK_CALLBACK,
    TALK_CODE,
    TAB_HOME,
    TAB_PAY,
    TAB_HELP,
    TAB_CHILDREN,
    OFFLINE_BANNER,
    OFFLINE_GUEST,
    OFFLINE_SINCE,
    ONLINE_AGAIN,
    WAITING,
    TODAY,
    YESTERDAY,
    SETTINGS_TITLE,
    SETTINGS_LANGUAGE,
    SETTINGS_TEXT_SIZE,
    SETTINGS_EASY,
    SETTINGS_SAMPLE,
    SETTINGS_EASY_NOTE,
    TEXT_NORMAL,
    TEXT_LARGE,
    TEXT_LARGER,
    TEXT_LARGEST,
    SETTINGS_THEME,
    THEME_SYSTEM,
    THEME_LIGHT,
    THEME_DARK,
    GUEST_TITLE,
    GUEST_BODY,
    GUEST_REGISTER,
    SHOPS_TITLE,
    SHOPS_COUNT,
    SHOPS_EMPTY,
    SHOPS_SEARCH,
    SHOPS_MORE,
    DAY_TITLE,
];
