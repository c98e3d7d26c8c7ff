//! A question before what cannot be taken back: what will happen, one button that does it, and a way back. It is a page
//! of its own, so it needs no script; the button sends the same form again, with `confirmed`.

use askama::Template;

use crate::pages::{Page, frame::Frame, show, words::Words};

/// The field by which a form says that its question was answered.
pub(super) const ANSWERED: &str = "confirmed";

/// See the module.
#[derive(Template)]
#[template(path = "question.html")]
pub(super) struct Question {
    pub(super) f: Frame,
    /// What is asked.
    pub(super) asked: Words,
    /// Whom or what it is about, where the question does not say it: a line each.
    pub(super) about: Vec<Words>,
    /// What has to be weighed before: heading and words.
    pub(super) facts: Vec<(Words, Words)>,
    /// What happens then.
    pub(super) happens: Words,
    /// What the button says.
    pub(super) button: Words,
    /// What the form carries on.
    pub(super) fields: Vec<(&'static str, String)>,
    /// Where it leads who does not want it.
    pub(super) back: String,
}

impl Question {
    /// The page.
    pub(super) fn ask(&self) -> Page {
        show(self)
    }
}
