//! What the screens of becoming a visitor show.

use yui_protocol::{
    ErrorCode, Points,
    identity::Level,
    municipality::{LevelLimits, Municipality},
    wallet::LotKind,
};
use yui_texts::{Args, keys};

use super::{VisitorAction, VisitorStep};
use crate::{
    AppError,
    core::Core,
    error::AppResult,
    screens::Screen,
    view::{ErrorView, Text, Words},
};

/// A button.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct VisitorButton {
    /// What it does.
    pub action: VisitorAction,
    /// Its words.
    pub text: Text,
}

/// A screen of becoming a visitor.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct VisitorView {
    /// Which it is.
    pub step: VisitorStep,
    /// What it asks, or says.
    pub title: Text,
    /// Words below it.
    pub body: Vec<Text>,
    /// The name of the field, where something is typed.
    pub field: Option<Text>,
    /// What went wrong.
    pub error: Option<ErrorView>,
    /// What the error's button does here, where it does not lead elsewhere.
    pub again: VisitorAction,
    /// The one button at the bottom.
    pub primary: VisitorButton,
    /// Other ways, as plain buttons.
    pub others: Vec<VisitorButton>,
}

impl Core {
    pub(super) async fn visitor_view(&self) -> AppResult<VisitorView> {
        let identity = self.identity_snapshot().await?;
        let (words, town) = (self.words(), self.known_municipality());
        let limits = town.as_deref().and_then(limits);
        if identity.registered {
            return Ok(done(words, limits));
        }
        let visiting = self.visiting();
        let view = match visiting.step {
            VisitorStep::Can | VisitorStep::Done => can(words, limits),
            VisitorStep::Mail => mail(words),
            VisitorStep::Code => code(words, visiting.mailed),
        };
        let again = match visiting.error.as_ref().map(AppError::code) {
            Some(ErrorCode::MailInvalid | ErrorCode::RegistrationCodeWrong) => VisitorAction::ByMail,
            _ => view.primary.action,
        };
        Ok(VisitorView { error: visiting.error.as_ref().map(|error| words.error(error)), again, ..view })
    }
}

fn limits(town: &Municipality) -> Option<&LevelLimits> {
    town.levels.iter().find(|limits| limits.level == Level::Visitor)
}

fn button(action: VisitorAction, text: Text) -> VisitorButton {
    VisitorButton { action, text }
}

/// What she can pay, and what she cannot get.
fn bounds(words: Words, limits: &LevelLimits) -> Vec<Text> {
    let yen = |name, amount: Points| Args::new().yen(name, amount);
    let pays = words
        .get(keys::identity::VISITOR_LIMITS, &yen("once", limits.per_payment).yen("daily", limits.per_day));
    let only_charged = limits.kinds.as_slice() == [LotKind::Charged];
    [pays].into_iter().chain(only_charged.then(|| words.of(keys::identity::VISITOR_CHARGED))).collect()
}

fn can(words: Words, limits: Option<&LevelLimits>) -> VisitorView {
    let begins = limits.map(|limits| {
        words.get(keys::identity::VISITOR_BODY, &Args::new().yen("amount", limits.balance_cap))
    });
    let bounds = limits.map(|limits| bounds(words, limits)).unwrap_or_default();
    VisitorView {
        step: VisitorStep::Can,
        title: words.of(Screen::Visitor.key()),
        body: begins.into_iter().chain(bounds).chain([words.of(keys::identity::VISITOR_LATER)]).collect(),
        field: None,
        error: None,
        again: VisitorAction::ByMail,
        primary: button(VisitorAction::ByMail, words.of(keys::identity::VISITOR_BY_MAIL)),
        others: vec![button(VisitorAction::HaveCode, words.of(keys::identity::VISITOR_HAVE_CODE))],
    }
}

fn mail(words: Words) -> VisitorView {
    VisitorView {
        step: VisitorStep::Mail,
        title: words.of(keys::identity::VISITOR_MAIL_TITLE),
        body: vec![words.of(keys::identity::VISITOR_MAIL_USE)],
        field: Some(words.of(keys::identity::VISITOR_MAIL)),
        error: None,
        again: VisitorAction::Send,
        primary: button(VisitorAction::Send, words.of(keys::identity::VISITOR_SEND)),
        others: vec![button(VisitorAction::HaveCode, words.of(keys::identity::VISITOR_HAVE_CODE))],
    }
}

fn code(words: Words, mailed: bool) -> VisitorView {
    let mail = if mailed { keys::identity::VISITOR_MAIL_AGAIN } else { keys::identity::VISITOR_BY_MAIL };
    VisitorView {
        step: VisitorStep::Code,
        title: words.of(keys::identity::VISITOR_CODE),
        body: mailed.then(|| words.of(keys::identity::VISITOR_SENT)).into_iter().collect(),
        field: Some(words.of(keys::identity::VISITOR_CODE_NAME)),
        error: None,
        again: VisitorAction::Start,
        primary: button(VisitorAction::Start, words.of(keys::identity::VISITOR_START)),
        others: vec![button(VisitorAction::ByMail, words.of(mail))],
    }
}

fn done(words: Words, limits: Option<&LevelLimits>) -> VisitorView {
    let bounds = limits.map(|limits| bounds(words, limits)).unwrap_or_default();
    VisitorView {
        step: VisitorStep::Done,
        title: words.of(keys::identity::REGISTER_DONE),
        body: bounds.into_iter().chain([words.of(keys::identity::VISITOR_LATER)]).collect(),
        field: None,
        error: None,
        again: VisitorAction::Finish,
        primary: button(VisitorAction::Finish, words.of(keys::wallet::PAID_DONE)),
        others: Vec::new(),
    }
}
