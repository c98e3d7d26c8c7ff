//! What crosses to a screen: plain words, and the same words as runs with ruby above them.
//!
//! In the `.ftl` files a reading stands behind its kanji as in printed e-texts: `残高《ざんだか》`. The base
//! is the run of kanji before 《; where it has other characters, ｜ marks its start: `｜1日《ついたち》`.

use serde::{Deserialize, Serialize};

/// Words with the same reading mark, or none.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Run {
    /// What is written.
    pub base: String,
    /// What stands small above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ruby: Option<String>,
}

/// Words for a person.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Text {
    /// The words without ruby: for screen readers, mails, terminals.
    pub plain: String,
    /// The same words in runs; their bases joined are `plain`.
    pub runs: Vec<Run>,
}

impl Text {
    /// Words as they are, such as a shop's name: nothing in them is read as markup.
    #[must_use]
    pub fn verbatim(words: impl Into<String>) -> Self {
        let plain = words.into();
        let runs = if plain.is_empty() { Vec::new() } else { vec![Run { base: plain.clone(), ruby: None }] };
        Self { plain, runs }
    }

    /// Words with readings marked. A mark that is not closed or has no base is taken as written.
    #[must_use]
    pub fn marked(source: &str) -> Self {
        let mut text = Self::default();
        let mut rest = source;
        while let Some((before, base, ruby, after)) = next_mark(rest) {
            text.push(before, None);
            text.push(base, Some(ruby));
            rest = after;
        }
        text.push(rest, None);
        text
    }

    /// The words for a web page, with `<ruby>` elements and everything else escaped.
    #[must_use]
    pub fn html(&self) -> String {
        self.runs
            .iter()
            .map(|run| match &run.ruby {
                None => escape(&run.base),
                Some(ruby) => {
                    format!("<ruby>{}<rp>(</rp><rt>{}</rt><rp>)</rp></ruby>", escape(&run.base), escape(ruby))
                }
            })
            .collect()
    }

    /// The words with their readings as marks again, to stand inside another text.
    pub(crate) fn source(&self) -> String {
        self.runs
            .iter()
            .map(|run| match &run.ruby {
                None => guarded(&run.base),
                Some(ruby) => format!("｜{}《{}》", guarded(&run.base), guarded(ruby)),
            })
            .collect()
    }

    fn push(&mut self, base: &str, ruby: Option<&str>) {
        if base.is_empty() {
            return;
        }
        let base = unguarded(base);
        self.plain.push_str(&base);
        match self.runs.last_mut() {
            Some(last) if ruby.is_none() && last.ruby.is_none() => last.base.push_str(&base),
            _ => self.runs.push(Run { base, ruby: ruby.map(unguarded) }),
        }
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.plain)
    }
}

/// The marks, and the private characters that stand for them inside words that came from outside.
const GUARDED: [(char, char); 3] = [('｜', '\u{F8F0}'), ('《', '\u{F8F1}'), ('》', '\u{F8F2}')];

/// Words from outside, made safe to stand among marked words.
pub(crate) fn guarded(words: &str) -> String {
    swap(words, |c, (mark, guard)| (c == mark).then_some(guard))
}

fn unguarded(words: &str) -> String {
    swap(words, |c, (mark, guard)| (c == guard).then_some(mark))
}

fn swap(words: &str, with: impl Fn(char, (char, char)) -> Option<char>) -> String {
    words.chars().map(|c| GUARDED.iter().find_map(|pair| with(c, *pair)).unwrap_or(c)).collect()
}

/// Before, base, ruby and after of the first complete mark.
fn next_mark(source: &str) -> Option<(&str, &str, &str, &str)> {
    let mut from = 0;
    loop {
        let open = from + source.get(from..)?.find('《')?;
        let inside = open + '《'.len_utf8();
        let close = inside + source.get(inside..)?.find('》')?;
        let head = source.get(..open)?;
        let (before, base) = match head.rfind('｜') {
            Some(bar) => (head.get(..bar)?, head.get(bar + '｜'.len_utf8()..)?),
            None => head.split_at(kanji_tail(head)),
        };
        let ruby = source.get(inside..close)?;
        let after = close + '》'.len_utf8();
        if !base.is_empty() && !ruby.is_empty() {
            return Some((before, base, ruby, source.get(after..)?));
        }
        from = after;
    }
}

fn kanji_tail(head: &str) -> usize {
    head.char_indices().rev().take_while(|(_, c)| is_kanji(*c)).last().map_or(head.len(), |(at, _)| at)
}

/// Whether a character is a kanji or the mark that repeats one.
#[must_use]
pub fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '〆' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn run(base: &str, ruby: &str) -> Run {
        Run { base: base.to_owned(), ruby: (!ruby.is_empty()).then(|| ruby.to_owned()) }
    }

    #[test]
    fn a_reading_stands_above_its_kanji() {
        let text = Text::marked("お店《みせ》で 払《はら》います。");
        assert_eq!(text.plain, "お店で 払います。");
        assert_eq!(
            text.runs,
            [run("お", ""), run("店", "みせ"), run("で ", ""), run("払", "はら"), run("います。", "")]
        );
        assert_eq!(
            Text::marked("4月《がつ》｜1日《ついたち》").runs,
            [run("4", ""), run("月", "がつ"), run("1日", "ついたち")]
        );
    }

    #[test]
    fn what_is_no_mark_stays_as_written() {
        for odd in ["《かな》だけ", "残高《ざんだか", "》《", "残高《》です"] {
            assert_eq!(Text::marked(odd).plain, odd);
        }
    }

    #[test]
    fn words_for_a_page_are_escaped() {
        let text = Text::marked("<b>残高《ざんだか》&");
        assert_eq!(text.html(), "&lt;b&gt;<ruby>残高<rp>(</rp><rt>ざんだか</rt><rp>)</rp></ruby>&amp;");
    }

    proptest! {
        #[test]
        fn runs_joined_are_the_plain_words(source in "[あ漢字a《》｜ <]{0,24}") {
            let text = Text::marked(&source);
            prop_assert_eq!(text.runs.iter().map(|r| r.base.as_str()).collect::<String>(), text.plain);
        }

        #[test]
        fn a_text_inside_a_text_keeps_its_readings(source in "[あ漢字a《》｜ <]{0,24}") {
            let text = Text::marked(&source);
            prop_assert_eq!(Text::marked(&text.source()), text);
        }

        #[test]
        fn words_from_outside_never_become_marks(name in "[あ漢字《》｜]{0,24}") {
            let text = Text::marked(&format!("店は{}です", guarded(&name)));
            prop_assert_eq!(&text.plain, &format!("店は{name}です"));
            prop_assert!(text.runs.iter().all(|r| r.ruby.is_none()));
        }
    }
}
