//! The files in which the phones' systems look up words of ours: what each name there says, in which folder which
//! language lies, and how the two formats are written. Simple Japanese is no language of theirs.

use std::fmt::Write as _;

use yui_texts::{
    Args, Key, Lang,
    keys::{common, os, wallet},
    text,
};

/// Android's names.
pub const ANDROID: &[(&str, Key)] = &[
    ("app_name", common::APP_NAME),
    ("channel_payments", os::OS_CHANNEL_PAYMENTS),
    ("channel_payments_about", os::OS_CHANNEL_PAYMENTS_ABOUT),
    ("channel_notices", os::OS_CHANNEL_NOTICES),
    ("channel_notices_about", os::OS_CHANNEL_NOTICES_ABOUT),
    ("shortcut_pay", common::TAB_PAY),
    ("shortcut_code", wallet::CODE_TITLE),
];

/// Names of the iPhone's `InfoPlist.strings`.
pub const IPHONE: &[(&str, Key)] = &[
    ("CFBundleDisplayName", common::APP_NAME),
    ("NFCReaderUsageDescription", os::OS_CARD_REASON),
    ("NSCameraUsageDescription", os::OS_CAMERA_REASON),
    ("NSFaceIDUsageDescription", os::OS_FACE_REASON),
    ("shortcut_pay", common::TAB_PAY),
    ("shortcut_code", wallet::CODE_TITLE),
];

/// The files to be, by their path in the tree.
pub fn files() -> Vec<(String, String)> {
    let folders = [
        (Lang::Ja, "values", "ja"),
        (Lang::En, "values-en", "en"),
        (Lang::ZhHans, "values-b+zh+Hans", "zh-Hans"),
        (Lang::Vi, "values-vi", "vi"),
    ];
    folders
        .into_iter()
        .flat_map(|(lang, values, lproj)| {
            [
                (format!("android/app/src/main/res/{values}/strings.xml"), android(lang)),
                (format!("ios/App/Resources/{lproj}.lproj/InfoPlist.strings"), iphone(lang)),
            ]
        })
        .collect()
}

fn android(lang: Lang) -> String {
    let mut lines = String::new();
    for (name, key) in ANDROID {
        let words = words(lang, *key).replace('&', "&amp;").replace('<', "&lt;");
        let _ =
            writeln!(lines, "    <string name=\"{name}\">{}</string>", escaped(&words).replace('\'', "\\'"));
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <!-- What the system says in our name, written out of core/texts/ftl by the test `generated` of yui-texts. -->\n\
         <resources>\n{lines}</resources>\n"
    )
}

fn iphone(lang: Lang) -> String {
    let mut lines = String::new();
    for (name, key) in IPHONE {
        let _ = writeln!(lines, "\"{name}\" = \"{}\";", escaped(&words(lang, *key)));
    }
    format!(
        "/* What the system says in our name, written out of core/texts/ftl by the test `generated` of yui-texts. */\n\
         {lines}"
    )
}

fn words(lang: Lang, key: Key) -> String {
    text(lang, key, &Args::new()).plain
}

/// As both formats have it.
fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}
