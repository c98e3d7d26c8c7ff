//! Where paying stands, and how one screen leads to another. It lives as long as the app does: what was not confirmed
//! is nothing, and what was is in the outbox.

use std::sync::{Arc, MutexGuard, PoisonError};

use async_trait::async_trait;
use yui_protocol::{CommandId, ErrorCode, Points, TillId, command::CardStepUp, wallet::Assurance};

use super::{PayAction, PayStep};
use crate::{
    AppError, Topic,
    core::Core,
    error::AppResult,
    identity::{PinPlace, StepUpCard},
    outbox::CardPart,
    platform::CardTransport,
    screens::{
        card_try::{CardTry, Refused, Typed},
        reader::ReaderState,
        turn::{Job, Turn},
    },
    store::Party,
    wallet::{Reckoned, ShopView},
};

/// The most that the keypad takes: 7 digits.
const MOST: i64 = 9_999_999;

/// Where paying stands.
pub(crate) struct Paying {
    pub(super) step: PayStep,
    turn: Turn,
    pub(super) shop: Option<ShopView>,
    pub(super) till: Option<(TillId, Points)>,
    pub(super) reference: Option<String>,
    pub(super) typed: Points,
    /// Whether what paying would mean is being asked.
    pub(super) asks: bool,
    pub(super) quote: Option<Reckoned>,
    pub(super) paid: Option<CommandId>,
    /// Whether a payment of before the app was killed was looked for.
    looked: bool,
    pub(super) card: CardTry,
    /// What went wrong, if it was not the card.
    pub(super) error: Option<AppError>,
}

impl Paying {
    fn of(shop: Option<ShopView>) -> Self {
        Self {
            step: if shop.is_some() { PayStep::Amount } else { PayStep::Scan },
            turn: Turn::next(),
            shop,
            till: None,
            reference: None,
            typed: Points::ZERO,
            asks: false,
            quote: None,
            paid: None,
            looked: false,
            card: CardTry::default(),
            error: None,
        }
    }

    /// Whether the card has to be held to the phone.
    pub(super) fn needs_card(&self) -> bool {
        self.quote.as_ref().is_some_and(|quote| quote.assurance == Assurance::DeviceUvCard)
    }

    /// What follows what was paid, or given up.
    fn anew() -> Self {
        Self { looked: true, ..Self::default() }
    }

    fn goes_to(&mut self, step: PayStep) -> Turn {
        self.step = step;
        self.turn = Turn::next();
        self.asks = false;
        self.error = None;
        self.turn
    }
}

impl Default for Paying {
    fn default() -> Self {
        Self::of(None)
    }
}

impl Job for Paying {
    const TOPIC: Topic = Topic::Pay;

    fn turn(&self) -> Turn {
        self.turn
    }
}

impl Core {
    pub(in crate::screens) fn paying(&self) -> MutexGuard<'_, Paying> {
        self.paying.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes where paying stands, and says so.
    fn paying_becomes<T>(&self, change: impl FnOnce(&mut Paying) -> T) -> T {
        self.job_becomes(&self.paying, change)
    }

    /// The same, for an answer to what was asked in that turn: false when it is over.
    fn paying_hears(&self, turn: Turn, change: impl FnOnce(&mut Paying)) -> bool {
        self.job_hears(&self.paying, turn, change)
    }

    /// A code is being looked at: what was being paid before is over, and the answer about an earlier code is nobody's.
    pub(in crate::screens) fn paying_scans(&self) -> Turn {
        let (before, turn) =
            self.paying_becomes(|paying| (std::mem::replace(paying, Paying::anew()), paying.turn));
        self.paying_drops(before.quote);
        turn
    }

    /// Looks once for a payment that was sent when the app was killed: how it ended is shown, before anything else is paid.
    pub(super) async fn paying_finds(&self) -> AppResult<()> {
        let turn = {
            let mut paying = self.paying();
            if paying.step != PayStep::Scan || std::mem::replace(&mut paying.looked, true) {
                return Ok(());
            }
            paying.turn
        };
        if let Some(entry) = self.unseen(Party::Person).await? {
            self.paying_hears(turn, |paying| {
                paying.paid = Some(entry.id);
                paying.step = PayStep::Over;
            });
        }
        Ok(())
    }

    /// A shop's code was scanned: paying begins with the amount, which she types. False when she scanned another since.
    pub(in crate::screens) fn paying_begins(&self, turn: Turn, shop: ShopView) -> bool {
        self.paying_hears(turn, |paying| *paying = Paying::of(Some(shop)))
    }

    /// An order at a till was scanned: the amount is the shop's. False when she scanned another since.
    pub(in crate::screens) async fn paying_begins_at_till(
        &self,
        turn: Turn,
        shop: ShopView,
        till: (TillId, Points),
        reference: Option<String>,
    ) -> bool {
        let begun = self.paying_hears(turn, |paying| {
            *paying = Paying { till: Some(till), typed: till.1, reference, ..Paying::of(Some(shop)) };
        });
        if begun {
            self.paying_asks().await;
        }
        begun
    }

    fn paying_drops(&self, quote: Option<Reckoned>) {
        if let Some(quote) = quote {
            self.quotes.discard(quote.id);
        }
    }

    /// What stands there becomes what `key` makes of it, as far as that is an amount that can be typed.
    pub(super) fn paying_types(&self, key: impl FnOnce(i64) -> i64) {
        self.paying_becomes(|paying| {
            if paying.step == PayStep::Amount && paying.till.is_none() && !paying.asks {
                let typed = key(paying.typed.0);
                if (0..=MOST).contains(&typed) {
                    paying.typed = Points(typed);
                    paying.error = None;
                }
            }
        });
    }

    /// Asks what paying the amount would mean.
    async fn paying_asks(&self) {
        let asked = self.paying_becomes(|paying| {
            let shop = paying.shop.as_ref().filter(|_| paying.step == PayStep::Amount)?.id;
            let turn = paying.goes_to(PayStep::Amount);
            paying.asks = true;
            Some((turn, paying.quote.take(), shop, paying.typed, paying.till.map(|(till, _)| till)))
        });
        let Some((turn, before, shop, amount, till)) = asked else { return };
        self.paying_drops(before);
        let quoted = self.reckon(shop, amount, till).await;
        let id = quoted.as_ref().ok().map(|quote| quote.id);
        let heard = self.paying_hears(turn, |paying| match quoted {
            Ok(quote) => {
                paying.goes_to(PayStep::Confirm);
                // Where the directory could not be asked before, the name was the code's own.
                paying.shop = Some(ShopView::from(&quote.shop));
                paying.quote = Some(quote);
            }
            Err(error) => {
                paying.goes_to(PayStep::Amount);
                paying.error = Some(error);
            }
        });
        if let Some(id) = id.filter(|_| !heard) {
            self.quotes.discard(id);
        }
    }

    pub(super) async fn paying_acts(self: &Arc<Self>, action: PayAction) {
        let step = self.paying().step;
        match action {
            PayAction::Next => self.paying_asks().await,
            PayAction::Confirm if step == PayStep::Confirm && self.paying().needs_card() => {
                self.paying_becomes(|paying| {
                    paying.card.forget();
                    paying.goes_to(PayStep::Pin);
                });
            }
            PayAction::Confirm => self.paying_confirms().await,
            PayAction::Change => self.paying_changes(),
            PayAction::Forgotten if step == PayStep::Pin => {
                self.paying_becomes(|paying| {
                    paying.card.is_forgotten();
                    paying.goes_to(PayStep::Trouble);
                });
            }
            PayAction::Sure if step == PayStep::LastTry => {
                self.paying_becomes(|paying| {
                    paying.card.is_sure();
                    paying.goes_to(PayStep::Hold);
                });
            }
            PayAction::Again if matches!(step, PayStep::LastTry | PayStep::Trouble) => {
                self.paying_becomes(|paying| {
                    paying.card.forget();
                    paying.goes_to(PayStep::Confirm);
                });
            }
            PayAction::Stop => self.paying_stops(),
            _ => {}
        }
    }

    /// Nothing is paid. What is on its way cannot be stopped any more.
    fn paying_stops(&self) {
        let before = self.paying_becomes(|paying| {
            let sent = matches!(paying.step, PayStep::Sending | PayStep::Over);
            (!sent).then(|| std::mem::replace(paying, Paying::anew()))
        });
        if let Some(before) = before {
            self.paying_drops(before.quote);
            self.stop_card();
        }
    }

    /// Another amount is typed.
    fn paying_changes(&self) {
        let before = self.paying_becomes(|paying| match paying.step {
            PayStep::Amount if paying.till.is_none() && !paying.asks => {
                paying.typed = Points::ZERO;
                paying.error = None;
                None
            }
            PayStep::Confirm => {
                paying.goes_to(PayStep::Amount);
                paying.quote.take()
            }
            _ => None,
        });
        self.paying_drops(before);
    }

    pub(in crate::screens) fn paying_goes_back(&self) -> bool {
        let left = self.paying_becomes(|paying| {
            let at_till = paying.till.is_some();
            let before = match paying.step {
                // She need not wait for what she asked.
                PayStep::Amount if paying.asks && !at_till => PayStep::Amount,
                PayStep::Scan | PayStep::Amount | PayStep::Sending | PayStep::Over => return None,
                PayStep::Confirm if at_till => return None,
                PayStep::Confirm => PayStep::Amount,
                PayStep::Pin => PayStep::Confirm,
                PayStep::LastTry | PayStep::Hold | PayStep::Trouble => PayStep::Pin,
            };
            paying.card.forget();
            paying.goes_to(before);
            Some(paying.quote.take_if(|_| before == PayStep::Amount))
        });
        let Some(quote) = left else { return false };
        self.paying_drops(quote);
        self.stop_card();
        true
    }

    pub(super) fn paying_has_pin(&self, pin: String) {
        self.paying_becomes(|paying| {
            if paying.step != PayStep::Pin {
                return;
            }
            paying.card.enter(PinPlace::PayPin, pin);
            if paying.card.waits() {
                paying.goes_to(if paying.card.asks_first() { PayStep::LastTry } else { PayStep::Hold });
            }
        });
    }

    pub(super) fn paying_reader(&self, state: ReaderState) {
        self.paying_becomes(|paying| paying.card.reader = state);
    }

    /// What was typed is forgotten: she is not looking at this screen any more.
    pub(in crate::screens) fn paying_is_left(&self) {
        let mut paying = self.paying();
        if paying.card.leave() {
            paying.goes_to(PayStep::Pin);
        }
    }

    async fn paying_confirms(self: &Arc<Self>) {
        let asked = self.paying_becomes(|paying| {
            let id = paying.quote.as_ref().filter(|_| paying.step == PayStep::Confirm)?.id;
            Some((paying.goes_to(PayStep::Sending), id))
        });
        let Some((turn, id)) = asked else { return };
        let ended = self.confirm(id, None).await.map(|entry| entry.id);
        self.paying_ended(turn, None, ended);
    }

    pub(super) async fn paying_holds(self: &Arc<Self>, card: Arc<dyn CardTransport>) {
        let asked = self.paying_becomes(|paying| {
            let id = paying.quote.as_ref().filter(|_| paying.step == PayStep::Hold)?.id;
            Some((paying.turn, id, paying.card.hold()?))
        });
        let Some((turn, id, typed)) = asked else { return };
        let part = self.card_part(card, typed.pin.clone(), typed.sure);
        let ended = self.confirm(id, Some(&Held { core: self, turn, part })).await.map(|entry| entry.id);
        self.paying_ended(turn, Some(typed), ended);
    }

    fn paying_ended(&self, turn: Turn, typed: Option<Typed>, ended: AppResult<CommandId>) {
        let serves = self.card_serves(PinPlace::PayPin, &ended);
        self.paying_hears(turn, |paying| match ended {
            Ok(id) => {
                paying.card.forget();
                paying.paid = Some(id);
                paying.step = PayStep::Over;
            }
            Err(error) => {
                if let Some(quote) = &mut paying.quote {
                    quote.assurance = error.required().unwrap_or(quote.assurance);
                }
                match paying.card.refused(typed, error, serves) {
                    Refused::Trouble => paying.step = PayStep::Trouble,
                    Refused::LastTry => paying.step = PayStep::LastTry,
                    Refused::Type => paying.step = PayStep::Pin,
                    Refused::Hold => paying.step = PayStep::Hold,
                    Refused::Other(error) => {
                        paying.card.forget();
                        // A quote that was refused for what it is can never be paid: it is asked for anew.
                        paying.step = if can_be_confirmed_again(&error) {
                            PayStep::Confirm
                        } else {
                            paying.quote = None;
                            PayStep::Amount
                        };
                        paying.error = Some(error);
                    }
                }
            }
        });
    }
}

/// Whether the very same payment may be confirmed once more.
fn can_be_confirmed_again(error: &AppError) -> bool {
    error.is_transient()
        || matches!(
            error.code(),
            ErrorCode::StepUpRequired | ErrorCode::UserNotVerified | ErrorCode::Cancelled
        )
}

/// The card in the hand of her who pays: once it has signed, the payment is on its way, unless she stopped before.
struct Held<'a> {
    core: &'a Arc<Core>,
    turn: Turn,
    part: StepUpCard,
}

#[async_trait]
impl CardPart for Held<'_> {
    async fn sign(&self, statement: Vec<u8>) -> AppResult<CardStepUp> {
        let signed = self.part.sign(statement).await?;
        let on_its_way = self.core.paying_hears(self.turn, |paying| {
            paying.card.reader = ReaderState::Read;
            paying.step = PayStep::Sending;
        });
        if on_its_way { Ok(signed) } else { Err(ErrorCode::Cancelled.into()) }
    }
}
