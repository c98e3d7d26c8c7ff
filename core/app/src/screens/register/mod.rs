//! Registering with the card, screen by screen: what she needs, what is read, the password, the card at the phone, done.
//! Where she stands outlives an interruption; what she typed does not.

mod flow;
mod view;

use std::sync::Arc;

use yui_protocol::identity::EnrolPurpose;

use super::reader::ReaderState;
use crate::{AppError, core::Core, platform::CardTransport, runtime};

pub(crate) use flow::Registering;
pub use view::{NeedView, Picture, RegisterButton, RegisterView};

/// The screens of registering, in their order.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize, serde::Deserialize, uniffi::Enum)]
pub enum RegisterStep {
    /// The three things to have at hand.
    Need,
    /// What is read of the card, and what never is.
    Reads,
    /// The password or the 4-digit PIN.
    Secret,
    /// The question before the last try.
    LastTry,
    /// The card goes to the phone.
    Hold,
    /// Why this card or PIN does not serve, and the ways on.
    Trouble,
    /// On its way: the card was read and may go.
    Sending,
    /// Staff look at it first.
    Review,
    /// Done.
    Done,
}

/// What a button does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum RegisterAction {
    /// Go on to the next screen.
    Next,
    /// Register with the signature password.
    Password,
    /// Register with the 4-digit PIN, at a lower level.
    Digits,
    /// She does not know the password or PIN.
    Forgotten,
    /// She is sure, before the last try.
    Sure,
    /// Not this time: what was typed is forgotten.
    Stop,
    /// Ask whether staff have looked.
    Check,
    /// What failed once more; while staff look, or after they refused, registering anew.
    Again,
    /// The way to a person: the UI opens that screen.
    Talk,
    /// The end: it is over, and the UI goes home.
    Finish,
}

/// See the module.
#[derive(uniffi::Object)]
pub struct Register {
    core: Arc<Core>,
}

impl Register {
    pub(crate) fn new(core: Arc<Core>) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

/// Every call may be made from any thread, returns without blocking it, and goes on when its future is dropped. An error
/// of the act itself is a part of the view; what is thrown is a store that cannot be read.
#[uniffi::export]
impl Register {
    /// The screen she is on. [`Topic::Register`](crate::Topic) says when it changed.
    pub async fn view(&self) -> Result<RegisterView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.register_view().await }).await
    }

    /// Begins, or goes on where she was interrupted. `device_name` is what this phone is called in her list.
    pub async fn begin(&self, purpose: EnrolPurpose, device_name: String) -> Result<RegisterView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.registering_begins(purpose, device_name).await?;
            core.register_view().await
        })
        .await
    }

    /// She pressed a button.
    pub async fn act(&self, action: RegisterAction) -> Result<RegisterView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.registering_acts(action).await?;
            core.register_view().await
        })
        .await
    }

    /// She goes back one screen. False on the first and the last: then the UI leaves.
    pub async fn back(&self) -> Result<bool, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.registering_goes_back().await }).await
    }

    /// She typed the password or PIN. It is checked for its form and waits in memory for the card.
    pub async fn enter(&self, secret: String) -> Result<RegisterView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.registering_has_secret(secret).await?;
            core.register_view().await
        })
        .await
    }

    /// She left this screen: a password or PIN that was typed is forgotten, and typed anew when she comes back. Answers at
    /// once.
    pub fn leave(&self) {
        self.core.registering_is_left();
    }

    /// What the phone's reader is doing, other than while a card is read.
    pub fn reader(&self, state: ReaderState) {
        self.core.registering_reader(state);
    }

    /// The card is at the phone.
    pub async fn hold(&self, card: Arc<dyn CardTransport>) -> Result<RegisterView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.registering_holds(card).await?;
            core.register_view().await
        })
        .await
    }
}
