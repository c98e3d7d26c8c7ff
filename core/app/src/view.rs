//! What every screen shares: words with ruby, and the words for an error.

use chrono::NaiveDate;
use yui_protocol::municipality::TownWords;
use yui_texts::{Args, Key, Lang, SharedButton, keys};

use crate::{AppError, screens::Screen};

/// Words for a person: plain ones, and the same as runs with readings above.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, uniffi::Record)]
pub struct Text {
    /// The words, for screen readers and search.
    pub plain: String,
    /// The words as they are drawn.
    pub runs: Vec<TextRun>,
}

/// Words under one reading, or under none.
#[derive(Clone, PartialEq, Eq, Hash, Debug, uniffi::Record)]
pub struct TextRun {
    /// The words.
    pub base: String,
    /// Their reading, in kana.
    pub ruby: Option<String>,
}

impl From<yui_texts::Text> for Text {
    fn from(text: yui_texts::Text) -> Self {
        let runs = text.runs.into_iter().map(|run| TextRun { base: run.base, ruby: run.ruby }).collect();
        Self { plain: text.plain, runs }
    }
}

impl From<Text> for yui_texts::Text {
    fn from(text: Text) -> Self {
        let runs =
            text.runs.into_iter().map(|run| yui_texts::Run { base: run.base, ruby: run.ruby }).collect();
        Self { plain: text.plain, runs }
    }
}

/// An error as a person reads it: what happened, what did not, what to do, one button; the code stands small
/// below, for the telephone.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ErrorView {
    /// What happened.
    pub title: Text,
    /// What did not happen, and what to do.
    pub body: Text,
    /// The one button.
    pub button: Text,
    /// What it does.
    pub way: ErrorWay,
    /// When it may be tried again, where that is not soon.
    pub again: Option<Text>,
    /// The code's word, for the telephone.
    pub code: String,
    /// The request's id, for the telephone.
    pub instance: Option<String>,
}

/// The way on that an error offers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, uniffi::Enum)]
pub enum ErrorWay {
    /// What failed, once more, as the screen has it.
    Again,
    /// The screen before.
    Back,
    /// Another amount, where one was typed.
    Amount,
    /// Another screen.
    Leads {
        /// Which.
        screen: Screen,
    },
}

impl From<Option<SharedButton>> for ErrorWay {
    fn from(button: Option<SharedButton>) -> Self {
        use SharedButton as Button;
        let leads = |screen| Self::Leads { screen };
        match button {
            Some(Button::Back) => Self::Back,
            Some(Button::Amount) => Self::Amount,
            Some(Button::Talk | Button::Office | Button::Update) => leads(Screen::Talk),
            Some(Button::Scan) => leads(Screen::Scan),
            Some(Button::Balance) => leads(Screen::Home),
            Some(Button::Limits) => leads(Screen::Limits),
            Some(Button::Register | Button::SignIn) => leads(Screen::Register),
            Some(Button::History) => leads(Screen::History),
            Some(Button::Retry | Button::Card | Button::Restart) | None => Self::Again,
        }
    }
}

/// The texts in one language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Words(pub(crate) Lang);

impl Words {
    /// The text of a key.
    pub(crate) fn get(self, key: Key, args: &Args) -> Text {
        yui_texts::text(self.0, key, args).into()
    }

    /// The text of a key that takes nothing.
    pub(crate) fn of(self, key: Key) -> Text {
        self.get(key, &Args::new())
    }

    /// The language of the voice that says them (BCP 47): simple Japanese is said as Japanese.
    pub(crate) fn voice(self) -> &'static str {
        match self.0 {
            Lang::JaSimple => Lang::Ja.tag(),
            lang => lang.tag(),
        }
    }

    /// Words of the town's own.
    pub(crate) fn of_town(self, words: &TownWords) -> Text {
        yui_texts::town_words(self.0, words).into()
    }

    /// Words that came from outside, as they are.
    pub(crate) fn verbatim(words: &str) -> Text {
        yui_texts::Text::verbatim(words).into()
    }

    /// A list's day: "Today", "Yesterday", or the date.
    pub(crate) fn day_title(self, day: NaiveDate, today: NaiveDate) -> Text {
        if day == today {
            self.of(keys::common::TODAY)
        } else if Some(day) == today.pred_opt() {
            self.of(keys::common::YESTERDAY)
        } else {
            self.get(keys::common::DAY_TITLE, &Args::new().day("day", day))
        }
    }

    /// When to try again; nothing where a person hardly notices the wait.
    fn again(self, seconds: u32) -> Option<Text> {
        let (minutes, hours) = (seconds.div_ceil(60), seconds.div_ceil(60 * 60));
        let said = |key, count: u32| Some(self.get(key, &Args::new().count("count", count.into())));
        match minutes {
            0 | 1 => None,
            2..=90 => said(keys::common::AGAIN_IN_MINUTES, minutes),
            _ => said(keys::common::AGAIN_IN_HOURS, hours),
        }
    }

    /// The words for an error.
    pub(crate) fn error(self, error: &AppError) -> ErrorView {
        let AppError::Failed { code, instance, .. } = error;
        let words = yui_texts::error(self.0, code);
        ErrorView {
            title: words.title.into(),
            body: words.body.into(),
            button: words.button.into(),
            way: words.shared.into(),
            again: error.retry_after().and_then(|seconds| self.again(seconds)),
            code: code.to_string(),
            instance: instance.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use yui_protocol::ErrorCode;

    use super::*;

    #[test]
    fn when_to_try_again_is_said_where_it_is_not_soon() {
        let again = |seconds| {
            let error = AppError::from(ErrorCode::RateLimited).with_retry_after(seconds);
            Words(Lang::En).error(&error).again.map(|text| text.plain)
        };
        assert_eq!([again(None), again(Some(5)), again(Some(60))], [None, None, None]);
        assert_eq!(again(Some(61)).as_deref(), Some("You can try again in 2 minutes."));
        assert_eq!(again(Some(5400)).as_deref(), Some("You can try again in 90 minutes."));
        assert_eq!(again(Some(5401)).as_deref(), Some("You can try again in about 2 hours."));
        assert_eq!(again(Some(86_400)).as_deref(), Some("You can try again in about 24 hours."));
    }
}
