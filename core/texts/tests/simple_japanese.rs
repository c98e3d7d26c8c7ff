//! やさしい日本語 by the rules of 入管庁・文化庁: short sentences, a reading above every kanji, spaces between
//! phrases, no piled-up honorifics, Western years.

use yui_protocol::ErrorCode;
use yui_texts::{Key, Lang, Text, error, text, town_words};

mod sample;
mod towns;

fn all() -> Vec<(String, Text)> {
    let mut texts: Vec<_> =
        Key::all().map(|key| (key.id().to_owned(), text(Lang::JaSimple, key, &sample::args()))).collect();
    for code in ErrorCode::ALL {
        let said = error(Lang::JaSimple, code);
        texts.push((format!("error-{code}"), said.title));
        texts.push((format!("error-{code}.body"), said.body));
        texts.push((format!("error-{code}.button"), said.button));
    }
    let own = sample::own_words().into_iter();
    texts.extend(own.map(|(town, words)| (town, town_words(Lang::JaSimple, &words))));
    texts
}

fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '\u{3400}'..='\u{9FFF}')
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | 'ー')
}

#[test]
fn every_kanji_has_its_reading() {
    for (name, words) in all() {
        for run in &words.runs {
            match &run.ruby {
                None => assert!(!run.base.chars().any(is_kanji), "{name}: {} of {words}", run.base),
                Some(ruby) => assert!(ruby.chars().all(is_kana), "{name}: {} of {words}", run.base),
            }
        }
    }
}

#[test]
fn a_sentence_has_at_most_forty_characters() {
    for (name, words) in all() {
        for sentence in words.plain.split('。') {
            let length = sentence.chars().filter(|c| *c != ' ').count();
            assert!(length <= 40, "{name} ({length}): {sentence}");
        }
    }
}

#[test]
fn phrases_are_set_apart() {
    // After these particles a new phrase begins wherever another kanji word follows directly.
    for (name, words) in all() {
        let letters: Vec<char> = words.plain.chars().collect();
        for (at, pair) in letters.windows(2).enumerate() {
            let particle = matches!(pair[0], 'を' | 'は' | 'が' | 'で' | 'に' | 'の');
            assert!(!(particle && is_kanji(pair[1])), "{name}, after letter {at}: {words}");
        }
    }
}

#[test]
fn honorifics_are_not_piled_up_and_years_are_western() {
    for (name, words) in all() {
        for hard in [
            "いたし",
            "いただ",
            "申し",
            "参り",
            "させて",
            "くださいませ",
            "でしょうか",
            "なければなりません",
            "令和",
            "平成",
            "ないことはない",
        ] {
            assert!(!words.plain.contains(hard), "{name}: {words}");
        }
    }
}
