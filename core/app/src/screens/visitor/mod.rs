//! Becoming a visitor, screen by screen: what a visitor can do, her mail address, the code, done. Nothing that she typed
//! is kept.

use std::sync::{Arc, MutexGuard, PoisonError};

use yui_protocol::{
    ErrorCode, Points,
    identity::Level,
    municipality::{LevelLimits, Municipality},
    wallet::LotKind,
};
use yui_texts::{Args, keys};

use super::{Screen, turn::Turn};
use crate::{
    AppError, Topic,
    core::Core,
    error::AppResult,
    runtime,
    view::{ErrorView, Text, Words},
};

/// The screens of becoming a visitor, in their order.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, uniffi::Enum)]
pub enum VisitorStep {
    /// What a visitor can do, and what not.
    #[default]
    Can,
    /// Her mail address.
    Mail,
    /// The code from the mail or the counter.
    Code,
    /// Done.
    Done,
}

/// What a button does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum VisitorAction {
    /// On to the mail address.
    ByMail,
    /// On to the code, which she has.
    HaveCode,
    /// Have a code sent to what she typed: [`Visitor::send`].
    Send,
    /// Begin with what she typed: [`Visitor::start`].
    Start,
    /// The end: the UI goes home.
    Finish,
}

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

/// Where it stands.
#[derive(Default)]
pub(crate) struct Visiting {
    step: VisitorStep,
    /// Whether a code was sent to her.
    mailed: bool,
    /// What is on its way, and whether she went elsewhere since.
    turn: Option<Turn>,
    error: Option<AppError>,
}

/// See the module.
#[derive(uniffi::Object)]
pub struct Visitor {
    core: Arc<Core>,
}

impl Visitor {
    pub(crate) fn new(core: Arc<Core>) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

/// Every call may be made from any thread, returns without blocking it, and goes on when its future is dropped. An error
/// of the act itself is a part of the view; what is thrown is a store that cannot be read.
#[uniffi::export]
impl Visitor {
    /// The screen she is on. [`Topic::Visitor`](crate::Topic) says when it changed.
    pub async fn view(&self) -> Result<VisitorView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.visitor_view().await }).await
    }

    /// She came: what went wrong before is not shown any more. Who was sent a code goes on there.
    pub fn begin(&self) {
        let mailed = self.core.visiting().mailed;
        self.core.visiting_goes_to(if mailed { VisitorStep::Code } else { VisitorStep::Can }, mailed);
    }

    /// She pressed a button that only leads on.
    pub fn act(&self, action: VisitorAction) {
        match action {
            VisitorAction::ByMail => self.core.visiting_goes_to(VisitorStep::Mail, false),
            VisitorAction::HaveCode => self.core.visiting_goes_to(VisitorStep::Code, false),
            VisitorAction::Send | VisitorAction::Start | VisitorAction::Finish => {}
        }
    }

    /// She typed her mail address: a code is sent there. `mail_invalid` in the view when it can be none.
    pub async fn send(&self, address: String) -> Result<VisitorView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.visiting_sends(address).await;
            core.visitor_view().await
        })
        .await
    }

    /// She typed the code: the phone becomes hers. `device_name` is what it is called in her list.
    #[expect(clippy::similar_names, reason = "the code is hers, the core is ours")]
    pub async fn start(&self, code: String, device_name: String) -> Result<VisitorView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.visiting_starts(code, device_name).await;
            core.visitor_view().await
        })
        .await
    }
}

/// Whether it can be a mail address: something before the one @, and a host with a point after it. What else is none,
/// the server says.
fn can_be_address(typed: &str) -> bool {
    typed.split_once('@').is_some_and(|(name, host)| {
        let host_stands = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
        !name.is_empty() && host_stands && !host.contains('@') && !typed.contains(char::is_whitespace)
    })
}

impl Core {
    pub(in crate::screens) fn visiting(&self) -> MutexGuard<'_, Visiting> {
        self.visiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn visiting_goes_to(&self, step: VisitorStep, mailed: bool) {
        *self.visiting() = Visiting { step, mailed, ..Visiting::default() };
        self.notifier.changed([Topic::Visitor]);
    }

    /// Something is on its way; what was wrong before is not shown any more.
    fn visiting_asks(&self) -> Turn {
        let turn = Turn::next();
        let mut visiting = self.visiting();
        (visiting.turn, visiting.error) = (Some(turn), None);
        turn
    }

    /// It came back: she goes on, unless she went elsewhere meanwhile.
    fn visiting_heard(&self, turn: Turn, answer: AppResult<Visiting>) {
        {
            let mut visiting = self.visiting();
            if visiting.turn != Some(turn) {
                return;
            }
            match answer {
                Ok(next) => *visiting = next,
                Err(error) => (visiting.turn, visiting.error) = (None, Some(error)),
            }
        }
        self.notifier.changed([Topic::Visitor]);
    }

    async fn visiting_sends(&self, address: String) {
        let turn = self.visiting_asks();
        let address = address.trim();
        let sent = if can_be_address(address) {
            self.api.visitor_code(address, self.words().0).await
        } else {
            Err(ErrorCode::MailInvalid.into())
        };
        let next = Visiting { step: VisitorStep::Code, mailed: true, ..Visiting::default() };
        self.visiting_heard(turn, sent.map(|()| next));
    }

    async fn visiting_starts(self: &Arc<Self>, code: String, device_name: String) {
        let turn = self.visiting_asks();
        let done = self.register_visitor(code, device_name).await;
        // What comes after it, the registration says.
        self.visiting_heard(turn, done.map(|_| Visiting::default()));
    }

    async fn visitor_view(&self) -> AppResult<VisitorView> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_no_address_is_not_sent() {
        for address in ["hanako@example.jp", "a.b+c@mail.example.jp"] {
            assert!(can_be_address(address), "{address}");
        }
        for none in [
            "",
            "hanako",
            "@example.jp",
            "hanako@",
            "hanako@example",
            "hanako@.jp",
            "hanako@example.",
            "a@b@x.jp",
            "a b@x.jp",
        ] {
            assert!(!can_be_address(none), "{none}");
        }
    }
}
