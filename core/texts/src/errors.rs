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
    /// Which of the buttons that errors share it is; none where it is its own.
    pub shared: Option<SharedButton>,
}

/// A button that many errors share, by what it does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SharedButton {
    /// The same once more.
    Retry,
    /// Back to the screen before.
    Back,
    /// To a person.
    Talk,
    /// To the scanner.
    Scan,
    /// Another amount.
    Amount,
    /// To the balance.
    Balance,
    /// The card once more.
    Card,
    /// A newer app.
    Update,
    /// To registering.
    Register,
    /// Proving once more who is there.
    SignIn,
    /// From the beginning.
    Restart,
    /// To the town office's telephone.
    Office,
    /// To the limits.
    Limits,
    /// To the history.
    History,
}

impl SharedButton {
    /// Each with its name in the catalogues.
    const NAMES: [(Self, &str); 14] = [
        (Self::Retry, "button-retry"),
        (Self::Back, "button-back"),
        (Self::Talk, "button-talk"),
        (Self::Scan, "button-scan"),
        (Self::Amount, "button-amount"),
        (Self::Balance, "button-balance"),
        (Self::Card, "button-card"),
        (Self::Update, "button-update"),
        (Self::Register, "button-register"),
        (Self::SignIn, "button-sign-in"),
        (Self::Restart, "button-restart"),
        (Self::Office, "button-office"),
        (Self::Limits, "button-limits"),
        (Self::History, "button-history"),
    ];

    /// The one with these words.
    fn of(lang: Lang, words: &Text) -> Option<Self> {
        let said = |name| Texts::embedded().find(lang, name, None, &Args::new());
        Self::NAMES.into_iter().find(|(_, name)| said(name).as_ref() == Some(words)).map(|(button, _)| button)
    }
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
    let button = part(Some("button"));
    ErrorWords {
        title: part(None),
        body: part(Some("body")),
        shared: SharedButton::of(lang, &button),
        button,
    }
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
    fn a_button_that_errors_share_is_known_in_every_language() {
        for lang in Lang::ALL {
            let shared = |code| error(lang, &code).shared;
            assert_eq!(shared(ErrorCode::Offline), Some(SharedButton::Retry));
            assert_eq!(shared(ErrorCode::AnswerLost), Some(SharedButton::History));
            assert_eq!(shared(ErrorCode::StepUpRequired), None);
            for (button, name) in SharedButton::NAMES {
                let words = Texts::embedded().find(lang, name, None, &Args::new()).expect("words");
                assert_eq!(
                    SharedButton::of(lang, &words),
                    Some(button),
                    "two of {lang:?} have the same words"
                );
            }
        }
    }

    #[test]
    fn a_code_newer_than_this_program_has_words_too() {
        for lang in Lang::ALL {
            let words = error(lang, &ErrorCode::Unknown("moon_closed".to_owned()));
            assert!(!words.title.plain.is_empty() && !words.button.plain.is_empty());
        }
    }
}
