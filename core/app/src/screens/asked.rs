//! A code that was scanned and is asked about: whether what it is for shall be done, and what came of it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use yui_protocol::CommandId;
use zeroize::Zeroizing;

use crate::AppError;

/// Room for one such code, and how it stands. It lives as long as the app does.
pub(crate) struct Asked<T>(Mutex<Option<Question<T>>>);

struct Question<T> {
    /// Names this code; the answer about an earlier one is nobody's.
    id: CommandId,
    text: Zeroizing<String>,
    /// What it is about.
    about: T,
    stands: Stands,
}

/// How it stands.
#[derive(Clone)]
pub(super) enum Stands {
    /// To be asked about, again after it went wrong.
    Asked(Option<AppError>),
    Sending,
    Done,
}

impl<T> Default for Asked<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Asked<T> {
    fn question(&self) -> MutexGuard<'_, Option<Question<T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A code was scanned, and is asked about instead of the one before.
    pub(super) fn begins(&self, id: CommandId, text: String, about: T) {
        *self.question() = Some(Question { id, text: text.into(), about, stands: Stands::Asked(None) });
    }

    pub(super) fn is_forgotten(&self) {
        *self.question() = None;
    }

    /// What it is about and how it stands; none when another was scanned since, or the app was killed.
    pub(super) fn of(&self, id: Option<CommandId>) -> Option<(T, Stands)> {
        let question = self.question();
        let question = question.as_ref().filter(|question| Some(question.id) == id)?;
        Some((question.about.clone(), question.stands.clone()))
    }

    /// It was confirmed: the code's text, to be sent; none while it is on its way, and once it is done.
    pub(super) fn sends(&self, id: CommandId) -> Option<String> {
        let mut question = self.question();
        let question = question
            .as_mut()
            .filter(|question| question.id == id && matches!(question.stands, Stands::Asked(_)))?;
        question.stands = Stands::Sending;
        Some(question.text.to_string())
    }

    /// What came of it.
    pub(super) fn hears(&self, id: CommandId, answer: Result<T, AppError>) {
        if let Some(question) = self.question().as_mut().filter(|question| question.id == id) {
            question.stands = match answer {
                Ok(about) => {
                    question.about = about;
                    Stands::Done
                }
                Err(error) => Stands::Asked(Some(error)),
            };
        }
    }
}
