//! Paying a shop, screen by screen: the code, the amount, the confirmation, where needed the card. What was confirmed
//! shows on [`Paid`](super::PaidView), which also knows how it stands after the app was killed.

mod flow;
mod view;

use std::sync::Arc;

use super::{
    keypad::{with_digits, without_last},
    reader::ReaderState,
};
use crate::{AppError, core::Core, platform::CardTransport, runtime};

pub(crate) use flow::Paying;
pub use view::{PayButton, PayConfirm, PayView};

/// The screens of paying, in their order.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum PayStep {
    /// A shop's code has to be scanned first: the UI shows its scanner.
    Scan,
    /// How much.
    Amount,
    /// What will happen, to be confirmed.
    Confirm,
    /// The card's 4-digit PIN.
    Pin,
    /// The question before the last try.
    LastTry,
    /// The card goes to the phone.
    Hold,
    /// Why this card or PIN does not serve, and the ways on.
    Trouble,
    /// On its way.
    Sending,
    /// Over: [`PayView::paid`] says which payment it was.
    Over,
}

/// What a button does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum PayAction {
    /// The amount is typed.
    Next,
    /// Confirm: pays, or goes on to the card.
    Confirm,
    /// Another amount.
    Change,
    /// She does not know the PIN.
    Forgotten,
    /// She is sure, before the last try.
    Sure,
    /// Nothing is paid: the UI goes home.
    Stop,
    /// Back to what was to be confirmed.
    Again,
    /// The way to a person: the UI opens that screen.
    Talk,
}

/// See the module.
#[derive(uniffi::Object)]
pub struct Pay {
    core: Arc<Core>,
}

impl Pay {
    pub(crate) fn new(core: Arc<Core>) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

/// Every call may be made from any thread, returns without blocking it, and goes on when its future is dropped. An error
/// of the act itself is a part of the view; what is thrown is a store that cannot be read.
#[uniffi::export]
impl Pay {
    /// The screen she is on; a payment whose end she did not see before the app was killed is found again. [`Topic::Pay`](crate::Topic) says when it changed.
    pub async fn view(&self) -> Result<PayView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.paying_finds().await?;
            Ok(core.pay_view())
        })
        .await
    }

    /// She pressed a key of the amount: its digits go behind what stands there, unless that would be too much. Answers at
    /// once, so that no key is lost however fast she types.
    #[expect(clippy::needless_pass_by_value, reason = "what crosses the FFI crosses by value")]
    pub fn type_digits(&self, digits: String) {
        self.core.paying_types(|typed| with_digits(typed, &digits));
    }

    /// She took the last digit back. Answers at once.
    pub fn erase_digit(&self) {
        self.core.paying_types(without_last);
    }

    /// She pressed a button. Confirming answers when the payment has an answer, or is known to be on its way.
    pub async fn act(&self, action: PayAction) -> Result<PayView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.paying_acts(action).await;
            Ok(core.pay_view())
        })
        .await
    }

    /// She typed the card's PIN. It is checked for its form and waits in memory for the card.
    pub async fn enter(&self, pin: String) -> Result<PayView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.paying_has_pin(pin);
            Ok(core.pay_view())
        })
        .await
    }

    /// She goes back one screen. False where there is none before: then the UI leaves, and nothing is paid.
    pub async fn back(&self) -> Result<bool, AppError> {
        let core = self.core.clone();
        runtime::run(async move { Ok(core.paying_goes_back()) }).await
    }

    /// She left this screen: a PIN that was typed is forgotten, and typed anew when she comes back. Answers at once.
    pub fn leave(&self) {
        self.core.paying_is_left();
    }

    /// What the phone's reader is doing, other than while a card is read.
    pub fn reader(&self, state: ReaderState) {
        self.core.paying_reader(state);
    }

    /// The card is at the phone.
    pub async fn hold(&self, card: Arc<dyn CardTransport>) -> Result<PayView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.paying_holds(card).await;
            Ok(core.pay_view())
        })
        .await
    }
}
