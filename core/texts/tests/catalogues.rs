//! Every text is there in every language, takes the same arguments, and keeps the house's words.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use yui_protocol::ErrorCode;
use yui_texts::{Args, DOMAINS, Key, Lang, error, source, text, town_words};

mod sample;
mod towns;

/// Text id (with `.attribute`) → the names of what is put in.
fn texts_of(lang: Lang, domain: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = parser::parse(source(lang, domain))
        .unwrap_or_else(|(_, errors)| panic!("{lang}/{domain}.ftl: {errors:?}"));
    let mut texts = BTreeMap::new();
    for entry in &resource.body {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => {
                (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            Entry::Junk { content } => panic!("{lang}/{domain}.ftl: {content}"),
            _ => continue,
        };
        let mut add = |id: String, pattern: &Pattern<&str>| {
            let mut names = BTreeSet::new();
            names_in(pattern, &mut names);
            assert!(texts.insert(id.clone(), names).is_none(), "{lang}/{domain}: {id} is there twice");
        };
        if let Some(pattern) = value {
            add(id.clone(), pattern);
        }
        for attribute in attributes {
            add(format!("{id}.{}", attribute.id.name), &attribute.value);
        }
    }
    texts
}

fn names_in(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    names_in(&variant.value, names);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            names.insert(id.name.to_owned());
        }
    }
}

/// Every text in one language as a person meets it: (name, words).
fn all_words(lang: Lang) -> Vec<(String, String)> {
    let mut words: Vec<_> =
        Key::all().map(|key| (key.id().to_owned(), text(lang, key, &sample::args()).plain)).collect();
    for code in ErrorCode::ALL {
        let said = error(lang, code);
        words.push((format!("error-{code}"), said.title.plain));
        words.push((format!("error-{code}.body"), said.body.plain));
        words.push((format!("error-{code}.button"), said.button.plain));
    }
    let own = sample::own_words().into_iter();
    words.extend(own.map(|(town, own)| (town, town_words(lang, &own).plain)));
    words
}

#[test]
fn all_languages_have_the_same_texts_with_the_same_arguments() {
    for domain in DOMAINS {
        let japanese = texts_of(Lang::Ja, domain);
        assert!(!japanese.is_empty(), "{domain}");
        for lang in Lang::ALL {
            assert_eq!(texts_of(lang, domain), japanese, "{lang}/{domain}.ftl");
        }
    }
}

#[test]
fn a_name_is_used_in_one_domain_only() {
    let mut seen = BTreeSet::new();
    for domain in DOMAINS {
        for id in texts_of(Lang::Ja, domain).into_keys() {
            assert!(seen.insert(id.clone()), "{id} is in two domains");
        }
    }
}

#[test]
fn nothing_is_empty_and_nothing_is_left_open() {
    for lang in Lang::ALL {
        for (name, words) in all_words(lang) {
            assert!(!words.trim().is_empty(), "{lang} {name}");
            assert!(!words.contains(['{', '}', '《', '》', '｜', '\u{2068}']), "{lang} {name}: {words}");
        }
    }
}

#[test]
fn every_error_has_its_own_words() {
    for domain_words in Lang::ALL.map(|lang| texts_of(lang, "errors")) {
        for code in ErrorCode::ALL {
            for part in ["", ".body", ".button"] {
                let id = format!("error-{code}{part}");
                assert_eq!(domain_words.get(&id), Some(&BTreeSet::new()), "{id}");
            }
        }
        let known: BTreeSet<_> = ErrorCode::ALL.iter().map(ToString::to_string).collect();
        for id in domain_words.keys().filter_map(|id| id.strip_prefix("error-")) {
            let code = id.split('.').next().unwrap_or_default();
            assert!(code == "unknown" || known.contains(code), "error-{code} is of no code");
        }
    }
}

#[test]
fn no_two_errors_say_the_same() {
    for lang in Lang::ALL {
        let mut said = BTreeMap::new();
        for code in ErrorCode::ALL {
            let words = error(lang, code);
            let before = said.insert((words.title.plain, words.body.plain), code);
            assert!(before.is_none(), "{lang}: {before:?} and {code:?}");
        }
    }
}

#[test]
fn the_three_other_languages_have_no_kana() {
    for lang in [Lang::En, Lang::ZhHans, Lang::Vi] {
        for (name, words) in all_words(lang) {
            assert!(!words.chars().any(|c| matches!(c, '\u{3040}'..='\u{30FF}')), "{lang} {name}: {words}");
            if lang != Lang::ZhHans {
                assert!(
                    !words.chars().any(|c| matches!(c, '\u{3400}'..='\u{9FFF}')),
                    "{lang} {name}: {words}"
                );
            }
        }
    }
}

#[test]
fn the_house_never_says() {
    for lang in [Lang::Ja, Lang::JaSimple] {
        for (name, words) in all_words(lang) {
            // The card is マイナンバーカード; the bare word only names the twelve digits that are not read.
            let bare = words.replace("マイナンバーカード", "").replace("マイナンバー（12けたの番号）", "");
            assert!(!bare.contains("マイナンバー"), "{lang} {name}: {words}");
            for word in [
                "端末",
                "エラー",
                "失敗しました",
                "ご利用",
                "いただ",
                "くださいませ",
                "させて",
                "チャット",
                "送信者",
            ] {
                assert!(!words.contains(word), "{lang} {name}: {words}");
            }
        }
    }
    for lang in Lang::ALL {
        for (name, words) in all_words(lang) {
            let label = words.trim().to_lowercase();
            assert!(
                !["ok", "yes", "no", "はい", "いいえ", "error"].contains(&label.as_str()),
                "{lang} {name}"
            );
        }
    }
}

#[test]
fn button_labels_fit_a_button() {
    for lang in Lang::ALL {
        let most = match lang {
            Lang::Ja | Lang::ZhHans => 14,
            Lang::JaSimple => 18,
            Lang::En | Lang::Vi => 30,
        };
        for (name, words) in all_words(lang) {
            let of_a_button =
                name.ends_with("-button") || name.ends_with(".button") || name.starts_with("button-");
            assert!(!of_a_button || words.chars().count() <= most, "{lang} {name}: {words}");
        }
    }
}

#[test]
fn a_count_chooses_the_english_plural() {
    let line = |count| {
        text(Lang::En, yui_texts::keys::identity::PIN_TRIES_LEFT, &Args::new().count("count", count)).plain
    };
    assert_eq!([line(0), line(1), line(3)], ["No tries left", "1 try left", "3 tries left"]);
}
