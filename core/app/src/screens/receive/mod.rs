//! Taking a shop's money, screen by screen: the amount, the till's code or the customer's, what came of it; and today's
//! list, from which a payment of that day or of an earlier one is given back. Only on a phone that is a shop's.

mod found;
mod moves;
mod over;
mod refund;
mod taking;
mod takings;
mod view;

use std::sync::Arc;

use yui_protocol::CommandId;

use super::keypad::{with_digits, without_last};
use crate::{AppError, core::Core, runtime};

pub(crate) use moves::Receiving;
pub use view::{ReceiveButton, ReceiveView, SpokenView, TakingsView};

/// The screens of receiving.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum ReceiveStep {
    /// How much.
    Amount,
    /// The customer's code has to be scanned: the UI shows its scanner.
    Scan,
    /// On its way.
    Sending,
    /// The till's code is shown, and the payment awaited.
    Till,
    /// What came of it.
    Over,
    /// Today's list.
    Today,
    /// A line of it, and how much of it to give back.
    Line,
    /// What giving back means, to be confirmed.
    Refund,
    /// Whether this phone shall be the shop's no more.
    Unpair,
    /// It is no shop's: the UI goes home.
    Gone,
}

/// What a button does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum ReceiveAction {
    /// Shows the code of an order of this amount.
    Show,
    /// Scans the customer's code.
    Scan,
    /// Takes the amount by the code that was scanned.
    Take,
    /// Withdraws the order.
    Cancel,
    /// Begins with the next payment.
    Next,
    /// Shows today's list.
    Today,
    /// Shows older lines below it.
    Older,
    /// The amount to give back is typed.
    Prepare,
    /// Gives it back.
    Refund,
    /// Asks whether this phone shall be the shop's no more.
    Unpair,
    /// It shall not.
    Leave,
}

/// See the module.
#[derive(uniffi::Object)]
pub struct Receive {
    core: Arc<Core>,
}

impl Receive {
    pub(crate) fn new(core: Arc<Core>) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

/// Every call may be made from any thread, returns without blocking it, and goes on when its future is dropped. An error
/// of the act itself is a part of the view; what is thrown is a store that cannot be read.
#[uniffi::export]
impl Receive {
    /// The screen the shop is on; an order that was open when the app was killed is found again. [`Topic::Shop`](crate::Topic)
    /// says when it changed.
    pub async fn view(&self) -> Result<ReceiveView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.receive_view().await }).await
    }

    /// A key of the amount was pressed: its digits go behind what stands there, unless that would be too much. Answers at
    /// once, so that no key is lost.
    #[expect(clippy::needless_pass_by_value, reason = "what crosses the FFI crosses by value")]
    pub fn type_digits(&self, digits: String) {
        self.core.receiving_types(|typed| with_digits(typed, &digits));
    }

    /// The last digit was taken back. Answers at once.
    pub fn erase_digit(&self) {
        self.core.receiving_types(without_last);
    }

    /// A code was scanned or pasted where the customer's is wanted. Any text at all may be given. Answers when what was
    /// taken by it has an answer, or is known to be on its way.
    pub async fn scanned(&self, text: String) -> Result<ReceiveView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.receiving_scans(text).await;
            core.receive_view().await
        })
        .await
    }

    /// A line of today's list was pressed: `payment_unknown` when there is none of this id.
    pub async fn choose(&self, id: CommandId) -> Result<ReceiveView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.receiving_chooses(id).await?;
            core.receive_view().await
        })
        .await
    }

    /// A button was pressed. What moves money answers when it has an answer, or is known to be on its way.
    pub async fn act(&self, action: ReceiveAction) -> Result<ReceiveView, AppError> {
        let core = self.core.clone();
        runtime::run(async move {
            core.receiving_acts(action).await?;
            core.receive_view().await
        })
        .await
    }

    /// Goes back one screen. False where there is none before: then the UI leaves. An order that is open stays open.
    pub async fn back(&self) -> Result<bool, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.receiving_goes_back().await }).await
    }

    /// What the phone says aloud of what came of it: answered once for each.
    pub async fn say(&self) -> Result<Option<SpokenView>, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.receiving_says().await }).await
    }
}
