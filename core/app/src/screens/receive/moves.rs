//! Where receiving stands, and how one screen leads to another. What the shopkeeper does begins a new turn: the answer to
//! what was asked before it is nobody's.

use std::sync::{Arc, MutexGuard, PoisonError};

use yui_protocol::{CommandId, ErrorCode, Millis, Points, TillId, wallet::EntryKind};

use super::ReceiveAction as Action;
use crate::{
    AppError, Topic,
    core::Core,
    error::AppResult,
    screens::turn::{Job, Turn},
    shop::RefundQuote,
    store::Party,
};

/// Where receiving stands. It lives as long as the app does; the order that is shown is kept for longer.
pub(crate) struct Receiving {
    pub(super) at: At,
    pub(super) turn: Turn,
    /// The amount so far.
    pub(super) typed: Points,
    /// How many pages of older lines stand below today's.
    pub(super) older: u32,
    /// What went wrong.
    pub(super) error: Option<AppError>,
    /// Whether what came of it was not said aloud yet.
    pub(super) unsaid: bool,
    /// Whether an order of before the app was killed was looked for.
    pub(super) looked: bool,
}

/// The screen, and what it is about.
#[derive(Clone)]
pub(super) enum At {
    /// How much; with a customer's code that was scanned before.
    Amount(Option<Code>),
    /// The customer's code.
    Scan,
    /// On its way.
    Sending,
    /// An order.
    Till {
        /// Its id.
        id: TillId,
        /// Whether it was withdrawn here.
        withdrawn: bool,
    },
    /// What came of a payment that was taken, or given back.
    Over(CommandId),
    /// Today's list.
    Today,
    /// A line of it.
    Line(CommandId),
    /// What giving back means.
    Refund(RefundQuote),
    /// Whether this phone shall be the shop's no more.
    Unpair,
}

/// A customer's one-time code.
#[derive(Clone)]
pub(super) struct Code {
    pub(super) text: String,
    /// The most that can be taken by it.
    pub(super) cap: Points,
    /// Until when.
    pub(super) valid_until: Millis,
}

impl Default for Receiving {
    fn default() -> Self {
        Self {
            at: At::Amount(None),
            turn: Turn::next(),
            typed: Points::ZERO,
            older: 0,
            error: None,
            unsaid: false,
            looked: false,
        }
    }
}

impl Receiving {
    pub(super) fn goes_to(&mut self, at: At) {
        self.at = at;
        self.turn = Turn::next();
        self.error = None;
    }
}

impl Job for Receiving {
    const TOPIC: Topic = Topic::Shop;

    fn turn(&self) -> Turn {
        self.turn
    }
}

impl Core {
    pub(in crate::screens) fn receiving(&self) -> MutexGuard<'_, Receiving> {
        self.receiving.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes where receiving stands, and says so.
    pub(super) fn receiving_becomes<T>(&self, change: impl FnOnce(&mut Receiving) -> T) -> T {
        self.job_becomes(&self.receiving, change)
    }

    /// The shopkeeper goes to a screen; the turn that begins there.
    pub(super) fn receiving_goes_to(&self, at: At) -> Turn {
        self.receiving_becomes(|receiving| {
            receiving.goes_to(at);
            receiving.turn
        })
    }

    /// The answer to what was asked in that turn; false when it is over, and the answer nobody's.
    pub(super) fn receiving_hears(&self, turn: Turn, change: impl FnOnce(&mut Receiving)) -> bool {
        self.job_hears(&self.receiving, turn, change)
    }

    /// What a button of that turn does is on its way, with the amount that stands there: the turn that its answer is
    /// for. None when another button was pressed since, or the same one twice.
    pub(super) fn receiving_sends(&self, pressed: Turn) -> Option<(Turn, Points)> {
        let mut sent = None;
        self.receiving_hears(pressed, |receiving| {
            receiving.goes_to(At::Sending);
            sent = Some((receiving.turn, receiving.typed));
        });
        sent
    }

    /// What stands there becomes what `key` makes of it, as far as that is an amount.
    pub(super) fn receiving_types(&self, key: impl FnOnce(i64) -> i64) {
        self.receiving_becomes(|receiving| {
            if matches!(receiving.at, At::Amount(_) | At::Line(_)) {
                let typed = key(receiving.typed.0);
                if typed == 0 || Points::act(typed).is_ok() {
                    receiving.typed = Points(typed);
                    receiving.error = None;
                }
            }
        });
    }

    /// A button that the screen does not have, such as one pressed twice, does nothing.
    pub(super) async fn receiving_acts(self: &Arc<Self>, action: Action) -> AppResult<()> {
        let view = self.receive_view().await?;
        let buttons = view.primary.iter().chain(&view.others).map(|button| button.action);
        if !buttons.chain(view.again).any(|offered| offered == action) {
            return Ok(());
        }
        let (at, turn) = {
            let Receiving { at, turn, .. } = &*self.receiving();
            (at.clone(), *turn)
        };
        match (action, at) {
            (Action::Show, At::Amount(None)) => self.receiving_opens_till(turn).await,
            (Action::Scan, At::Amount(_) | At::Scan) => drop(self.receiving_goes_to(At::Scan)),
            (Action::Take, At::Amount(Some(code))) => self.receiving_takes(code, turn).await,
            (Action::Cancel, At::Till { id, .. }) => self.receiving_withdraws(id, turn).await,
            (Action::Next, at) => self.receiving_begins_anew(at).await?,
            (Action::Today, at) => {
                self.receiving_begins_anew(at).await?;
                self.receiving_goes_to(At::Today);
            }
            (Action::Older, At::Today) => self.receiving_becomes(|receiving| receiving.older += 1),
            (Action::Prepare, At::Line(id)) => self.receiving_asks_refund(id).await,
            (Action::Refund, At::Refund(quote)) => self.receiving_refunds(quote, turn).await,
            (Action::Unpair, At::Today) => drop(self.receiving_goes_to(At::Unpair)),
            (Action::Leave, At::Unpair) => {
                self.receiving_is_over();
                self.unpair().await?;
            }
            _ => {}
        }
        Ok(())
    }

    /// See [`Receive::back`](super::Receive::back).
    pub(in crate::screens) async fn receiving_goes_back(self: &Arc<Self>) -> AppResult<bool> {
        let at = self.receiving().at.clone();
        let before = match at {
            At::Amount(Some(_)) | At::Scan | At::Today => At::Amount(None),
            At::Line(_) | At::Unpair => At::Today,
            At::Refund(quote) => At::Line(quote.payment),
            At::Sending => return Ok(false),
            At::Till { id, .. } if self.order(id).await?.is_open() => return Ok(false),
            At::Over(id) if self.is_refund(id).await? => At::Today,
            at @ (At::Amount(None) | At::Till { .. } | At::Over(_)) => {
                self.receiving_begins_anew(at).await?;
                return Ok(false);
            }
        };
        self.receiving_goes_to(before);
        Ok(true)
    }

    /// A line that is not known any more is none.
    async fn is_refund(&self, id: CommandId) -> AppResult<bool> {
        match self.entry(Party::Shop, id).await {
            Err(error) if error.code() == &ErrorCode::PaymentUnknown => Ok(false),
            line => Ok(line?.kind == EntryKind::Refund),
        }
    }

    /// Receiving begins anew: it ended, what was shown is known no more, or this phone is another shop's now.
    pub(crate) fn receiving_is_over(&self) {
        self.receiving_becomes(|receiving| *receiving = Receiving::default());
    }

    /// What came of it was seen or heard: it need not be found again.
    pub(super) async fn receiving_is_seen(&self, at: &At) -> AppResult<()> {
        match at {
            At::Till { id, .. } => self.forget_order(*id).await,
            At::Over(_) => self.is_seen(Party::Shop).await,
            _ => Ok(()),
        }
    }

    /// Whatever was shown is over. An order beside it that is still open is shown again.
    async fn receiving_begins_anew(&self, at: At) -> AppResult<()> {
        self.receiving_is_seen(&at).await?;
        self.receiving_is_over();
        Ok(())
    }
}
