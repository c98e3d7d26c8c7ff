//! The five catalogues, read once from the binary.

use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::{LanguageIdentifier, langid};

use crate::{Args, Key, Lang, Text, format};

macro_rules! sources {
    ($($domain:literal),+) => {
        /// The files of every language, one a domain.
        pub const DOMAINS: &[&str] = &[$($domain),+];

        /// The Fluent source of one domain in one language; empty for a domain that is not in [`DOMAINS`].
        #[must_use]
        pub fn source(lang: Lang, domain: &str) -> &'static str {
            match (lang, domain) {
                $(
                    (Lang::Ja, $domain) => include_str!(concat!("../ftl/ja/", $domain, ".ftl")),
                    (Lang::JaSimple, $domain) => include_str!(concat!("../ftl/ja-simple/", $domain, ".ftl")),
                    (Lang::En, $domain) => include_str!(concat!("../ftl/en/", $domain, ".ftl")),
                    (Lang::ZhHans, $domain) => include_str!(concat!("../ftl/zh-Hans/", $domain, ".ftl")),
                    (Lang::Vi, $domain) => include_str!(concat!("../ftl/vi/", $domain, ".ftl")),
                )+
                _ => "",
            }
        }
    };
}

sources!(
    "common", "errors", "identity", "wallet", "shop", "staff", "counter", "grants", "phones", "pay_back",
    "review", "ledger", "poster", "notices", "about", "os", "demo", "preview", "cli", "chores", "terminal",
    "reader"
);

/// All texts in all languages.
pub struct Texts {
    bundles: [FluentBundle<FluentResource>; 5],
}

impl Texts {
    /// The texts of this binary. They are read at the first call; a test proves that every file is sound, so
    /// there is nothing that could fail here.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Texts> = OnceLock::new();
        EMBEDDED.get_or_init(|| Self { bundles: Lang::ALL.map(bundle) })
    }

    /// The words for a key.
    #[must_use]
    pub fn get(&self, lang: Lang, key: Key, args: &Args) -> Text {
        self.find(lang, key.id(), None, args).unwrap_or_else(|| Text::verbatim(key.id()))
    }

    pub(crate) fn find(&self, lang: Lang, id: &str, attribute: Option<&str>, args: &Args) -> Option<Text> {
        let bundle = &self.bundles[Lang::ALL.iter().position(|other| *other == lang)?];
        let message = bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let given: FluentArgs =
            args.iter().map(|(name, value)| (*name, format::fluent(lang, value))).collect();
        let mut problems = Vec::new();
        let words = bundle.format_pattern(pattern, Some(&given), &mut problems);
        // What an absent argument leaves is its name in braces: a caller's fault that its tests shall meet.
        debug_assert!(problems.is_empty(), "{lang} {id}: {problems:?}");
        Some(Text::marked(&words))
    }
}

/// The words for a key, out of [`Texts::embedded`].
#[must_use]
pub fn text(lang: Lang, key: Key, args: &Args) -> Text {
    Texts::embedded().get(lang, key, args)
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![plural_rules(lang)]);
    // Isolation marks would be read aloud and break copied amounts; none of the five runs right to left.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Vi => |value, _| grouped(Lang::Vi, value),
        _ => |value, _| grouped(Lang::Ja, value),
    }));
    for domain in DOMAINS {
        let resource =
            FluentResource::try_new(source(lang, domain).to_owned()).unwrap_or_else(|(sound, _)| sound);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn plural_rules(lang: Lang) -> LanguageIdentifier {
    match lang {
        Lang::Ja | Lang::JaSimple => langid!("ja"),
        Lang::En => langid!("en"),
        Lang::ZhHans => langid!("zh-Hans"),
        Lang::Vi => langid!("vi"),
    }
}

fn grouped(lang: Lang, value: &FluentValue) -> Option<String> {
    match value {
        #[expect(clippy::cast_possible_truncation, reason = "counts go in as whole numbers")]
        FluentValue::Number(count) => Some(format::number(lang, count.value as i64)),
        _ => None,
    }
}
