//! The language of who runs a program at a command line, by the machine's own settings.

use crate::Lang;

/// The settings that name a language, the strongest first.
const SETTINGS: [&str; 4] = ["YUI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

/// The language of the environment of this process.
#[must_use]
pub fn environment_lang() -> Lang {
    lang_of(|setting| std::env::var(setting).ok())
}

/// The language of the strongest setting that says something; English for one that we do not have, as for `C`.
fn lang_of(environment: impl Fn(&str) -> Option<String>) -> Lang {
    let wish = SETTINGS.into_iter().filter_map(environment).find(|wish| !wish.is_empty()).unwrap_or_default();
    // `ja_JP.UTF-8@modifier`: the tag ends where encoding and modifier begin.
    wish.split(['.', '@']).next().and_then(Lang::from_tag).unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_setting_that_says_something_chooses_the_language() {
        for (settings, lang) in [
            (&[("LANG", "ja_JP.UTF-8")][..], Lang::Ja),
            (&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "vi_VN")], Lang::Vi),
            (&[("LANG", "vi_VN"), ("LC_MESSAGES", "zh_CN.UTF-8@pinyin")], Lang::ZhHans),
            (&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C.UTF-8")], Lang::En),
            (&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "")], Lang::Ja),
            (&[("LC_ALL", "C"), ("YUI_LANG", "ja-simple")], Lang::JaSimple),
            (&[("LANG", "ja.eucJP")], Lang::Ja),
            (&[("LANG", "fr_FR.UTF-8")], Lang::En),
            (&[("LANG", "POSIX")], Lang::En),
            (&[], Lang::En),
        ] {
            let environment = |name: &str| {
                settings.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(lang_of(environment), lang, "{settings:?}");
        }
    }
}
