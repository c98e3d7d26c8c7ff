//! The card in the hand: the bridge from the phone's reader to `yui-card`, what the screen shows meanwhile, and
//! the card's part in a step-up.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use tokio_util::sync::CancellationToken;
use yui_card::{Card, CardError, KeyKind, LastTry, Pin, TransportError};
use yui_protocol::{Base64Url, ErrorCode, command::CardStepUp};
use yui_texts::{Args, keys};

use super::CardTrouble;
use crate::{
    core::Core,
    error::{AppError, AppResult, PlatformError},
    outbox::CardPart,
    platform::CardTransport,
    runtime,
    view::Text,
};

/// Where a call with a card stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum CardStep {
    /// The card is read; it must not move.
    Reading,
    /// The card was read; it may go.
    Read,
    /// The server is asked.
    Sending,
}

/// Follows a call with a card.
#[uniffi::export(rust, foreign)]
pub trait CardListener: Send + Sync {
    /// A step began. Must not call back into the app on that thread. An error is of no consequence.
    fn step(&self, step: CardStep) -> Result<(), PlatformError>;
}

/// What a card tells without any PIN.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct CardTries {
    /// Tries left for the signature password; none when the card has no such certificate.
    pub password_tries: Option<u32>,
    /// Tries left for the 4-digit PIN; none when the card has no such certificate, or no PIN.
    pub pin_tries: Option<u32>,
    /// The password's tries in words.
    pub password_text: Option<Text>,
    /// The PIN's tries in words.
    pub pin_text: Option<Text>,
    /// What to do instead when the card lacks the password's certificate or the PIN.
    pub without: Option<CardTrouble>,
}

/// A phone's reader as `yui-card` wants it.
pub(super) struct Bridge {
    card: Arc<dyn CardTransport>,
    stop: CancellationToken,
}

#[async_trait]
impl yui_card::CardTransport for Bridge {
    async fn transceive(&self, command: &[u8]) -> Result<Vec<u8>, TransportError> {
        if self.stop.is_cancelled() {
            return Err(TransportError::Failed);
        }
        // PIN bytes pass here: the copy for the host is the host's to wipe, as its own buffers are.
        let (card, command) = (self.card.clone(), command.to_vec());
        runtime::blocking(move || Ok(card.transceive(command)))
            .await
            .map_err(|_| TransportError::Failed)?
            .map_err(|error| match error {
                PlatformError::CardLost => TransportError::Lost,
                _ => TransportError::Failed,
            })
    }
}

impl Core {
    /// Ends what is going on with a card: that call fails with `cancelled`.
    pub(crate) fn stop_card(&self) {
        self.card_stop.lock().unwrap_or_else(PoisonError::into_inner).cancel();
    }

    /// What ends the call with a card that begins now.
    fn begin_with_card(&self) -> CancellationToken {
        let stop = CancellationToken::new();
        *self.card_stop.lock().unwrap_or_else(PoisonError::into_inner) = stop.clone();
        stop
    }

    /// A card for one call, which `Identity::cancel` can end.
    pub(super) fn card(&self, card: Arc<dyn CardTransport>) -> (Card<Bridge>, CancellationToken) {
        let stop = self.begin_with_card();
        (Card::new(Bridge { card, stop: stop.clone() }), stop)
    }

    pub(crate) async fn card_state(&self, card: Arc<dyn CardTransport>) -> AppResult<CardTries> {
        let (mut card, stop) = self.card(card);
        let failed = |error| card_error(error, &stop);
        let overview = card.inspect().await.map_err(failed)?;
        let mut tries = [None, None];
        for (slot, key) in tries.iter_mut().zip([KeyKind::Signature, KeyKind::Authentication]) {
            *slot = card.tries_for(key, &overview).await.map_err(failed)?.map(u32::from);
        }
        let [password_tries, pin_tries] = tries;
        let words = self.words();
        let text = |left: Option<u32>| {
            left.map(|left| {
                words.get(keys::identity::PIN_TRIES_LEFT, &Args::new().count("count", left.into()))
            })
        };
        Ok(CardTries {
            password_tries,
            pin_tries,
            password_text: text(password_tries),
            pin_text: text(pin_tries),
            without: (password_tries.is_none() || pin_tries.is_none()).then(|| self.without_pin(words)),
        })
    }

    /// The card's part of a command that needs it.
    pub(crate) fn card_part(
        &self,
        card: Arc<dyn CardTransport>,
        pin: Arc<Pin>,
        last_try_confirmed: bool,
    ) -> StepUpCard {
        StepUpCard {
            card,
            stop: self.begin_with_card(),
            pin,
            last_try: last_try(last_try_confirmed),
            left: Mutex::default(),
        }
    }
}

/// The card and its PIN, for one command.
pub(crate) struct StepUpCard {
    card: Arc<dyn CardTransport>,
    stop: CancellationToken,
    pin: Arc<Pin>,
    last_try: LastTry,
    left: Mutex<Option<u32>>,
}

impl StepUpCard {
    /// How many tries the PIN has now, where the card was used and said so.
    pub(crate) fn tries_left(&self) -> Option<u32> {
        *self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl CardPart for StepUpCard {
    async fn sign(&self, statement: Vec<u8>) -> AppResult<CardStepUp> {
        let mut card = Card::new(Bridge { card: self.card.clone(), stop: self.stop.clone() });
        let signed = card
            .sign_statement(KeyKind::Authentication, &self.pin, self.last_try, move |_| statement)
            .await
            .map_err(|error| card_error(error, &self.stop))?;
        *self.left.lock().unwrap_or_else(PoisonError::into_inner) = Some(signed.tries_left.into());
        Ok(CardStepUp {
            certificate: Base64Url(signed.authentication_certificate.der().to_vec()),
            signature: Base64Url(signed.signature),
        })
    }
}

pub(super) fn last_try(confirmed: bool) -> LastTry {
    if confirmed { LastTry::Confirmed } else { LastTry::Ask }
}

pub(super) fn card_error(error: CardError, stop: &CancellationToken) -> AppError {
    if stop.is_cancelled() {
        return ErrorCode::Cancelled.into();
    }
    AppError::from(error.code).with_tries_left(error.tries_left.map(u32::from))
}
