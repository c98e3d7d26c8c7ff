//! Leaving the service, by two steps: what is lost and what can be paid back, then whether she means it.

use yui_protocol::{ErrorCode, Points, wallet::LotKind};
use yui_texts::{Args, keys};

use super::Screen;
use crate::{
    core::Core,
    error::AppResult,
    identity::leaving_asked,
    store::{Meta, Registration},
    view::{Text, Words},
    wallet::WalletView,
};

/// A step of leaving, or its end.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LeaveView {
    /// What it is, or what is asked.
    pub title: Text,
    /// What she would still have; none when that is nothing.
    pub balance: Option<Text>,
    /// What happens.
    pub body: Vec<Text>,
    /// The one button at the bottom.
    pub primary: LeaveButton,
    /// Other ways, as plain buttons.
    pub others: Vec<LeaveButton>,
}

/// A button.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LeaveButton {
    /// What it does.
    pub action: LeaveAction,
    /// Its words.
    pub text: Text,
}

/// What a button does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum LeaveAction {
    /// The UI asks whether she is sure.
    Sure,
    /// Leave (`Identity::leave`).
    Leave,
    /// The same, and what she charged is given up.
    GiveUp,
    /// The UI goes on to signing out of this phone.
    SignOut,
    /// The way to a person: the UI opens that screen.
    Talk,
    /// The UI goes home.
    Home,
}

impl Core {
    pub(super) async fn leave_view(&self, sure: bool) -> AppResult<LeaveView> {
        let words = self.words();
        let identity = self.identity_snapshot().await?;
        let (stands, asked_before) = self
            .read(|unit| Ok((unit.meta::<Registration>(Meta::Registration)?, leaving_asked(unit)?)))
            .await?;
        if stands == Some(Registration::Left) {
            return Ok(over(words, words.of(keys::identity::LEAVE_DONE), Vec::new()));
        }
        if !identity.registered {
            return Ok(over(words, words.error(&ErrorCode::NotRegistered.into()).title, Vec::new()));
        }
        // Who asked and lost the answer asks once more: what stopped this phone may be her leaving.
        if let Some(title) = identity.removed_text.filter(|_| !asked_before) {
            let body = [
                words.of(keys::identity::LEAVE_NOT_DONE),
                words.error(&ErrorCode::DeviceRevoked.into()).body,
            ];
            let talk = button(LeaveAction::Talk, words.of(keys::common::TALK_TO_STAFF));
            return Ok(LeaveView { others: vec![talk], ..over(words, title, body.into()) });
        }
        let wallet = self.wallet_snapshot().await?;
        Ok(if sure { asked(words, &wallet) } else { told(words, &wallet) })
    }
}

fn button(action: LeaveAction, text: Text) -> LeaveButton {
    LeaveButton { action, text }
}

fn balance(words: Words, wallet: &WalletView) -> Option<Text> {
    let args = Args::new().points("amount", wallet.available);
    (wallet.available > Points::ZERO).then(|| words.get(keys::identity::LEAVE_BALANCE, &args))
}

fn has_charged(wallet: &WalletView) -> bool {
    wallet.lots.iter().any(|lot| lot.kind == LotKind::Charged)
}

fn told(words: Words, wallet: &WalletView) -> LeaveView {
    let pay_back = has_charged(wallet).then(|| words.of(keys::identity::LEAVE_PAY_BACK));
    LeaveView {
        title: words.of(Screen::Leave.key()),
        balance: balance(words, wallet),
        body: pay_back.into_iter().chain([words.of(keys::identity::LEAVE_BODY)]).collect(),
        primary: button(LeaveAction::Sure, words.of(keys::common::NEXT)),
        others: vec![
            button(LeaveAction::SignOut, words.of(keys::identity::LEAVE_THIS_PHONE)),
            button(LeaveAction::Talk, words.of(keys::common::TALK_TO_STAFF)),
        ],
    }
}

fn asked(words: Words, wallet: &WalletView) -> LeaveView {
    let (action, leave) = if has_charged(wallet) {
        (LeaveAction::GiveUp, keys::identity::LEAVE_GIVE_UP)
    } else {
        (LeaveAction::Leave, keys::identity::LEAVE_BUTTON)
    };
    LeaveView {
        title: words.of(keys::identity::LEAVE_SURE_TITLE),
        balance: balance(words, wallet),
        body: vec![words.of(keys::identity::LEAVE_SURE_BODY)],
        primary: button(action, words.of(leave)),
        others: vec![button(LeaveAction::Home, words.of(keys::identity::LEAVE_STAY))],
    }
}

/// There is nothing to leave from this phone any more.
fn over(words: Words, title: Text, body: Vec<Text>) -> LeaveView {
    LeaveView {
        title,
        balance: None,
        body,
        primary: button(LeaveAction::Home, words.of(keys::wallet::PAID_DONE)),
        others: Vec::new(),
    }
}
