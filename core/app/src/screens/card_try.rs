//! A try with the card, as registering and paying both have it: what was typed and waits for the card, where the reader
//! stands, and how the last try ended.

use std::sync::Arc;

use yui_card::Pin;
use yui_protocol::ErrorCode;

use super::reader::ReaderState;
use crate::{
    AppError,
    core::Core,
    error::AppResult,
    identity::{CardTrouble, PinPlace},
};

/// See the module.
#[derive(Default)]
pub(super) struct CardTry {
    /// What was typed; with the card, and only there, while it is read.
    pin: Option<Arc<Pin>>,
    /// Whether a card has it.
    held: bool,
    /// Whether she left while a card had it: then it does not come back.
    left: bool,
    /// Whether she said that she is sure, before the last try.
    sure: bool,
    /// How many tries the card last said it has.
    pub(super) tries_left: Option<u32>,
    pub(super) reader: ReaderState,
    /// How the last try ended, if it failed.
    pub(super) after: Option<AppError>,
    /// Why this card or PIN does not serve.
    pub(super) trouble: Option<Trouble>,
}

/// Why a card or PIN does not serve, in no language yet.
#[derive(Clone)]
pub(super) enum Trouble {
    /// She does not know the PIN.
    Forgotten,
    /// Another try cannot mend it.
    Refused(AppError),
}

/// What was typed, on its way to the card.
pub(super) struct Typed {
    pub(super) pin: Arc<Pin>,
    pub(super) sure: bool,
}

/// Where a refused try leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Refused {
    /// This card or PIN does not serve.
    Trouble,
    /// The question before the last try.
    LastTry,
    /// It has to be typed again.
    Type,
    /// The card has to be held again; what was typed still waits.
    Hold,
    /// It has nothing to do with the card.
    Other(AppError),
}

impl CardTry {
    /// Forgets what was typed and how it ended; the reader is as it is.
    pub(super) fn forget(&mut self) {
        *self = Self { tries_left: self.tries_left, reader: self.reader.without_card(), ..Self::default() };
    }

    /// Takes what was typed, if a card can be asked about it; otherwise the field says so.
    pub(super) fn enter(&mut self, place: PinPlace, typed: String) {
        self.forget();
        let pin = Pin::new(typed);
        let Some(rule) = place.rule() else { return };
        match pin.prepare(rule) {
            Ok(_) => self.pin = Some(Arc::new(pin)),
            Err(error) => self.after = Some(error.code.into()),
        }
    }

    /// Whether the next try is the last, and she has not said that she is sure.
    pub(super) fn asks_first(&self) -> bool {
        self.tries_left == Some(1) && !self.sure
    }

    /// She is sure.
    pub(super) fn is_sure(&mut self) {
        self.sure = true;
        self.after = None;
    }

    /// What was typed goes to the card; none when nothing was, or another card has it already.
    pub(super) fn hold(&mut self) -> Option<Typed> {
        let pin = self.pin.take()?;
        self.held = true;
        self.reader = ReaderState::Reading;
        self.after = None;
        Some(Typed { pin, sure: self.sure })
    }

    /// Whether what was typed waits for a card.
    pub(super) fn waits(&self) -> bool {
        self.pin.is_some()
    }

    /// She is not looking any more: what was typed is forgotten, by a card that has it once that is done. Whether
    /// nothing waits for a card any more that did.
    pub(super) fn leave(&mut self) -> bool {
        self.left = self.held;
        let waited = self.waits();
        if waited {
            self.forget();
        }
        waited
    }

    /// What went wrong with the card was read: it is held once more.
    pub(super) fn again(&mut self) {
        if !self.held {
            self.after = None;
            self.reader = self.reader.without_card();
        }
    }

    /// She does not know the PIN.
    pub(super) fn is_forgotten(&mut self) {
        self.forget();
        self.trouble = Some(Trouble::Forgotten);
    }

    /// The try ended so; `serves` is whether another try can mend it.
    pub(super) fn refused(&mut self, typed: Option<Typed>, error: AppError, serves: bool) -> Refused {
        // What is said of a card that cannot be used any more is not said of the next one.
        self.tries_left = error.tries_left().or(self.tries_left).filter(|left| *left > 0);
        self.reader = self.reader.after(error.code());
        self.held = false;
        let typed = typed.filter(|_| !std::mem::take(&mut self.left));
        let with_typed = |leads| if typed.is_some() { leads } else { Refused::Type };
        let leads = match error.code() {
            _ if !serves => Refused::Trouble,
            ErrorCode::PinLastTry => with_typed(Refused::LastTry),
            ErrorCode::PinWrong | ErrorCode::PinFormat => Refused::Type,
            ErrorCode::CardLost | ErrorCode::CardUnsupported | ErrorCode::CardFailed => {
                with_typed(Refused::Hold)
            }
            _ => Refused::Other(error.clone()),
        };
        let mended_by_itself = matches!(leads, Refused::Other(_)) && error.is_transient();
        if mended_by_itself || matches!(leads, Refused::LastTry | Refused::Hold) {
            self.pin = typed.map(|typed| typed.pin);
        }
        self.trouble = (!serves).then(|| Trouble::Refused(error.clone()));
        self.after = (!matches!(leads, Refused::Other(_))).then_some(error);
        leads
    }

    /// What went wrong with the card, where neither the reader nor the field for the PIN says it.
    pub(super) fn error(&self) -> Option<&AppError> {
        self.after.as_ref().filter(|error| error.code() == &ErrorCode::CardFailed)
    }
}

impl Core {
    /// Whether another try with the card can mend how the last one ended.
    pub(super) fn card_serves<T>(&self, place: PinPlace, ended: &AppResult<T>) -> bool {
        ended.as_ref().err().is_none_or(|error| self.card_trouble(place, error).is_none())
    }

    /// Why this card or PIN does not serve, with the ways on.
    pub(super) fn trouble_of(&self, place: PinPlace, card: &CardTry) -> Option<CardTrouble> {
        match card.trouble.as_ref()? {
            Trouble::Forgotten => Some(self.pin_prompt(place, None, None).forgotten),
            Trouble::Refused(error) => self.card_trouble(place, error),
        }
    }
}
