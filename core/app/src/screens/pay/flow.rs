//! Where paying stands, and how one screen leads to another. It lives as long as the app does: what was not confirmed
//! is nothing, and what was is in the outbox.

use std::sync::{Arc, MutexGuard, PoisonError};

use yui_protocol::{CommandId, ErrorCode, Points, TillId, wallet::Assurance};
use zeroize::Zeroizing;

use super::{PayAction, PayStep};
use crate::{
    AppError, Topic,
    core::Core,
    identity::{CardTrouble, PinPlace},
    outbox::CardPart,
    platform::CardTransport,
    screens::reader::ReaderState,
    wallet::{Reckoned, ShopView},
};

/// The most that the keypad takes: 7 digits.
const MOST: i64 = 9_999_999;

/// Where paying stands.
pub(crate) struct Paying {
    pub(super) step: PayStep,
    pub(super) shop: Option<ShopView>,
    pub(super) till: Option<(TillId, Points)>,
    pub(super) reference: Option<String>,
    pub(super) typed: Points,
    pub(super) quote: Option<Reckoned>,
    pub(super) paid: Option<CommandId>,
    pub(super) reader: ReaderState,
    pub(super) tries_left: Option<u32>,
    pub(super) trouble: Option<CardTrouble>,
    /// How the last try ended, if it failed.
    pub(super) after: Option<AppError>,
    pin: Option<Zeroizing<String>>,
    sure: bool,
}

impl Paying {
    fn of(shop: Option<ShopView>) -> Self {
        Self {
            step: if shop.is_some() { PayStep::Amount } else { PayStep::Scan },
            shop,
            till: None,
            reference: None,
            typed: Points::ZERO,
            quote: None,
            paid: None,
            reader: ReaderState::Waiting,
            tries_left: None,
            trouble: None,
            after: None,
            pin: None,
            sure: false,
        }
    }

    fn forget_pin(&mut self) {
        self.pin = None;
        self.sure = false;
        self.trouble = None;
    }

    /// Whether the card has to be held to the phone.
    pub(super) fn needs_card(&self) -> bool {
        self.quote.as_ref().is_some_and(|quote| quote.assurance == Assurance::DeviceUvCard)
    }
}

impl Default for Paying {
    fn default() -> Self {
        Self::of(None)
    }
}

impl Core {
    pub(in crate::screens) fn paying(&self) -> MutexGuard<'_, Paying> {
        self.paying.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn paying_goes_to(&self, step: PayStep) {
        self.paying().step = step;
        self.notifier.changed([Topic::Pay]);
    }

    /// A shop's code was scanned: paying begins with the amount, which she types.
    pub(in crate::screens) fn paying_begins(&self, shop: ShopView) {
        self.paying_drops_quote();
        *self.paying() = Paying::of(Some(shop));
        self.notifier.changed([Topic::Pay]);
    }

    /// An order at a till was scanned: the amount is the shop's.
    pub(in crate::screens) async fn paying_begins_at_till(
        &self,
        shop: ShopView,
        till: (TillId, Points),
        reference: Option<String>,
    ) {
        self.paying_drops_quote();
        *self.paying() = Paying { till: Some(till), typed: till.1, reference, ..Paying::of(Some(shop)) };
        self.paying_asks().await;
    }

    fn paying_drops_quote(&self) {
        let quote = self.paying().quote.take();
        if let Some(quote) = quote {
            self.quotes.discard(quote.id);
        }
    }

    /// What stands there becomes what `key` makes of it, as far as that is an amount that can be typed.
    pub(super) fn paying_types(&self, key: impl FnOnce(i64) -> i64) {
        let mut paying = self.paying();
        if paying.step == PayStep::Amount && paying.till.is_none() {
            let typed = key(paying.typed.0);
            if (0..=MOST).contains(&typed) {
                paying.typed = Points(typed);
                paying.after = None;
            }
        }
        drop(paying);
        self.notifier.changed([Topic::Pay]);
    }

    /// Asks what paying the amount would mean.
    async fn paying_asks(&self) {
        self.paying_drops_quote();
        let (shop, amount, till) = {
            let paying = self.paying();
            let Some(shop) = &paying.shop else { return };
            (shop.id, paying.typed, paying.till.map(|(till, _)| till))
        };
        let quoted = self.reckon(shop, amount, till).await;
        let next = {
            let mut paying = self.paying();
            match quoted {
                Ok(quote) => {
                    paying.quote = Some(quote);
                    paying.after = None;
                    PayStep::Confirm
                }
                Err(error) => {
                    paying.after = Some(error);
                    PayStep::Amount
                }
            }
        };
        self.paying_goes_to(next);
    }

    pub(super) async fn paying_acts(self: &Arc<Self>, action: PayAction) {
        match action {
            PayAction::Next => self.paying_asks().await,
            PayAction::Confirm if self.paying().needs_card() => {
                self.paying().after = None;
                self.paying_goes_to(PayStep::Pin);
            }
            PayAction::Confirm => self.paying_confirms(None).await,
            PayAction::Change => {
                self.paying_drops_quote();
                self.paying().after = None;
                self.paying_goes_to(PayStep::Amount);
            }
            PayAction::Forgotten => {
                self.paying().trouble = Some(self.pin_prompt(PinPlace::PayPin, None, None).forgotten);
                self.paying_goes_to(PayStep::Trouble);
            }
            PayAction::Sure => {
                self.paying().sure = true;
                self.paying_goes_to(PayStep::Hold);
            }
            PayAction::Again => {
                let mut paying = self.paying();
                paying.forget_pin();
                paying.after = None;
                drop(paying);
                self.paying_goes_to(PayStep::Confirm);
            }
            PayAction::Stop => {
                self.stop_card();
                self.paying_drops_quote();
                *self.paying() = Paying::default();
                self.notifier.changed([Topic::Pay]);
            }
            PayAction::Talk => {}
        }
    }

    pub(super) fn paying_goes_back(&self) -> bool {
        let (step, at_till) = {
            let paying = self.paying();
            (paying.step, paying.till.is_some())
        };
        let before = match step {
            PayStep::Scan | PayStep::Amount | PayStep::Sending | PayStep::Over => return false,
            PayStep::Confirm if at_till => return false,
            PayStep::Confirm => PayStep::Amount,
            PayStep::Pin => PayStep::Confirm,
            PayStep::LastTry | PayStep::Hold | PayStep::Trouble => PayStep::Pin,
        };
        self.stop_card();
        let mut paying = self.paying();
        paying.forget_pin();
        paying.after = None;
        drop(paying);
        self.paying_goes_to(before);
        true
    }

    pub(super) fn paying_has_pin(&self, pin: String) {
        let mut paying = self.paying();
        paying.pin = Some(Zeroizing::new(pin));
        paying.after = None;
        paying.sure = false;
        let last_try = paying.tries_left == Some(1);
        drop(paying);
        self.paying_goes_to(if last_try { PayStep::LastTry } else { PayStep::Hold });
    }

    pub(super) fn paying_reader(&self, state: ReaderState) {
        self.paying().reader = state;
        self.notifier.changed([Topic::Pay]);
    }

    pub(super) async fn paying_holds(self: &Arc<Self>, card: Arc<dyn CardTransport>) {
        let (pin, sure) = {
            let paying = self.paying();
            match &paying.pin {
                Some(pin) if paying.step == PayStep::Hold => (String::clone(pin), paying.sure),
                _ => return,
            }
        };
        self.paying_reader(ReaderState::Reading);
        let part = self.card_part(card, pin, sure);
        self.paying_confirms(Some(&part)).await;
    }

    async fn paying_confirms(self: &Arc<Self>, card: Option<&dyn CardPart>) {
        let Some(id) = self.paying().quote.as_ref().map(|quote| quote.id) else { return };
        if card.is_none() {
            self.paying_goes_to(PayStep::Sending);
        }
        let ended = self.confirm(id, card).await;
        let next = {
            let mut paying = self.paying();
            match ended {
                Ok(entry) => {
                    paying.forget_pin();
                    paying.after = None;
                    paying.paid = Some(entry.id);
                    PayStep::Over
                }
                Err(error) => self.paying_failed(&mut paying, error),
            }
        };
        self.paying_goes_to(next);
    }

    /// Where a refused payment leads.
    fn paying_failed(&self, paying: &mut Paying, error: AppError) -> PayStep {
        if let (Some(quote), AppError::Failed { required: Some(required), .. }) = (&mut paying.quote, &error)
        {
            quote.assurance = *required;
        }
        let trouble = self.card_trouble(PinPlace::PayPin, &error);
        paying.tries_left = error.tries_left().or(paying.tries_left);
        let next = match error.code() {
            _ if trouble.is_some() => PayStep::Trouble,
            ErrorCode::PinLastTry => PayStep::LastTry,
            ErrorCode::PinWrong | ErrorCode::PinFormat => PayStep::Pin,
            ErrorCode::CardLost | ErrorCode::CardUnsupported | ErrorCode::CardFailed => PayStep::Hold,
            _ => PayStep::Confirm,
        };
        paying.reader = match error.code() {
            ErrorCode::CardLost => ReaderState::Lost,
            ErrorCode::CardUnsupported => ReaderState::Wrong,
            _ => ReaderState::Waiting,
        };
        paying.trouble = trouble;
        paying.after = Some(error);
        next
    }
}
