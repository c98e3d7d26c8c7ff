//! The words for an error: what happened, what did not happen, what to do.

use yui_protocol::ErrorCode;

use crate::{Args, Lang, Text, Texts};

/// What a person reads when something goes wrong. The code itself stands small below, for the telephone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ErrorWords {
    /// What happened.
    pub title: Text,
    /// What did *not* happen, and what to do.
    pub body: Text,
    /// The one button, a verb.
    pub button: Text,
}

/// The words for a code; a code newer than this program gets words that are true for any.
#[must_use]
pub fn error(lang: Lang, code: &ErrorCode) -> ErrorWords {
    let known = format!("error-{code}");
    let part = |attribute: Option<&str>| {
        let texts = Texts::embedded();
        texts
            .find(lang, &known, attribute, &Args::new())
            .or_else(|| texts.find(lang, "error-unknown", attribute, &Args::new()))
            .unwrap_or_default()
    };
    ErrorWords { title: part(None), body: part(Some("body")), button: part(Some("button")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_money_is_concerned_the_words_say_what_did_not_happen() {
        let words = error(Lang::Ja, &ErrorCode::InsufficientBalance);
        assert!(words.body.plain.contains("支払いはできていません。残高はそのままです。"), "{words:?}");
        let lost = error(Lang::Ja, &ErrorCode::AnswerLost);
        assert!(lost.title.plain.starts_with("確認しています"), "{lost:?}");
        assert!(lost.body.plain.contains("もう一度払わないでください。"), "{lost:?}");
    }

    #[test]
    fn a_code_newer_than_this_program_has_words_too() {
        for lang in Lang::ALL {
            let words = error(lang, &ErrorCode::Unknown("moon_closed".to_owned()));
            assert!(!words.title.plain.is_empty() && !words.button.plain.is_empty());
        }
    }
}
