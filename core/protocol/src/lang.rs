//! The five languages and how a wish such as `zh-TW` or an `Accept-Language` header finds one of them. The words
//! themselves lie in `yui-texts`, and a town's own in its folder.

use serde::{Deserialize, Serialize};

/// A language of the service. `JaSimple` is やさしい日本語, chosen in the app and never by the phone's system.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Debug,
    Default,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
pub enum Lang {
    /// Japanese.
    #[default]
    #[serde(rename = "ja")]
    Ja,
    /// Plain Japanese with ruby and spaces between phrases.
    #[serde(rename = "ja-simple")]
    JaSimple,
    /// English.
    #[serde(rename = "en")]
    En,
    /// Chinese in simplified characters.
    #[serde(rename = "zh-Hans")]
    ZhHans,
    /// Vietnamese.
    #[serde(rename = "vi")]
    Vi,
}

impl Lang {
    /// All, in the order of every menu.
    pub const ALL: [Self; 5] = [Self::Ja, Self::JaSimple, Self::En, Self::ZhHans, Self::Vi];

    /// The tag (BCP 47) under which texts are kept and `lang` attributes are written.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::JaSimple => "ja-simple",
            Self::En => "en",
            Self::ZhHans => "zh-Hans",
            Self::Vi => "vi",
        }
    }

    /// The language's own name, for menus.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Ja => "日本語",                  // ja: its own name
            Self::JaSimple => "やさしい にほんご", // ja: its own name
            Self::En => "English",
            Self::ZhHans => "简体中文", // ja: its own name
            Self::Vi => "Tiếng Việt",
        }
    }

    /// The language for a tag: exact, or by its first part (`zh-TW` is read in `zh-Hans`, `ja-JP` in `ja`,
    /// `ja-Hira` in `ja-simple`). `None` for a language we do not have.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().replace('_', "-").to_ascii_lowercase();
        let mut parts = tag.split('-');
        match parts.next()? {
            "ja" if parts.any(|part| part == "simple" || part == "hira") => Some(Self::JaSimple),
            "ja" => Some(Self::Ja),
            "en" => Some(Self::En),
            "zh" => Some(Self::ZhHans),
            "vi" => Some(Self::Vi),
            _ => None,
        }
    }

    /// The language for an `Accept-Language` header (RFC 9110 §12.5.4): the best-weighted one we have. Who
    /// names only languages we lack gets plain Japanese, which more foreign residents read than any other one
    /// language; who names none gets Japanese.
    #[must_use]
    pub fn from_accept_language(header: &str) -> Self {
        let mut wishes: Vec<(f32, &str)> = header
            .split(',')
            .filter_map(|item| {
                let mut parts = item.split(';');
                let tag = parts.next()?.trim();
                let weight = parts
                    .find_map(|part| part.trim().strip_prefix("q="))
                    .map_or(Some(1.0), |q| q.parse().ok())?;
                (!tag.is_empty() && tag != "*" && weight > 0.0).then_some((weight, tag))
            })
            .collect();
        if wishes.is_empty() {
            return Self::Ja;
        }
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes.iter().find_map(|(_, tag)| Self::from_tag(tag)).unwrap_or(Self::JaSimple)
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_comes_back_and_a_near_one_finds_its_language() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_tag(lang.tag()), Some(lang));
        }
        for (tag, lang) in [
            ("zh-TW", Lang::ZhHans),
            ("zh_CN", Lang::ZhHans),
            ("JA-jp", Lang::Ja),
            ("ja-Hira", Lang::JaSimple),
            ("vi-VN", Lang::Vi),
            ("en-GB", Lang::En),
        ] {
            assert_eq!(Lang::from_tag(tag), Some(lang), "{tag}");
        }
        assert_eq!(Lang::from_tag("ne"), None);
        assert_eq!(Lang::from_tag(""), None);
    }

    #[test]
    fn a_browser_gets_the_best_of_its_wishes() {
        assert_eq!(Lang::from_accept_language("vi-VN,vi;q=0.9,en;q=0.8"), Lang::Vi);
        assert_eq!(Lang::from_accept_language("en;q=0.3, zh-CN;q=0.7"), Lang::ZhHans);
        assert_eq!(Lang::from_accept_language("ne,en;q=0.1"), Lang::En);
        assert_eq!(Lang::from_accept_language("ne"), Lang::JaSimple);
        assert_eq!(Lang::from_accept_language("en;q=0"), Lang::Ja);
        assert_eq!(Lang::from_accept_language(""), Lang::Ja);
    }
}
