//! The code that pays without a network: shown to the shop, which enters the amount.

use std::sync::{MutexGuard, PoisonError};

use yui_protocol::Points;
use yui_texts::{Args, keys};

use super::qr::QrView;
use crate::{
    AppError, Topic,
    core::Core,
    error::AppResult,
    view::{ErrorView, Text},
    wallet::{CodeState, OneTimeCode},
};

/// The code that pays.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct CodeView {
    /// "Payment code".
    pub title: Text,
    /// The code and how it stands; none when there never was one.
    pub code: Option<OneTimeCode>,
    /// The same to be scanned; none when it cannot be used.
    pub qr: Option<QrView>,
    /// How many seconds are left, in words.
    pub seconds: Option<Text>,
    /// How many thousandths of its time are left, for a ring; 0 when it cannot be used.
    pub ring: u32,
    /// What to do with it.
    pub show: Text,
    /// That it works without a network, and up to how much.
    pub offer: Option<Text>,
    /// The button that makes a new one; none while one can be used.
    pub make: Option<Text>,
    /// Why there is none now.
    pub error: Option<ErrorView>,
}

/// The whole of a ring.
const WHOLE: u32 = 1000;

impl Core {
    fn code_refused(&self) -> MutexGuard<'_, Option<AppError>> {
        self.code_refused.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new code if none can be used. Why there is none stays until the next try, however often the screen is drawn.
    async fn code_made(&self) -> AppResult<Option<OneTimeCode>> {
        match self.show_code().await {
            Ok(code) => {
                *self.code_refused() = None;
                Ok(Some(code))
            }
            Err(error) => {
                *self.code_refused() = Some(error);
                self.notifier.changed([Topic::Code]);
                self.last_code().await
            }
        }
    }

    /// `make`: a new one, if none can be used.
    pub(super) async fn code_screen(&self, make: bool) -> AppResult<CodeView> {
        let code = if make { self.code_made().await? } else { self.last_code().await? };
        let error = self.code_refused().clone();
        let words = self.words();
        let alive = code.as_ref().filter(|code| code.state == CodeState::Alive);
        let rules = self.known_municipality();
        let cap = rules.as_ref().map_or(Points::ZERO, |town| town.codes.cap);
        let seconds = rules.as_ref().map_or(0, |town| town.codes.seconds);
        Ok(CodeView {
            title: words.of(keys::wallet::CODE_TITLE),
            seconds: alive.map(|code| {
                words.get(keys::wallet::CODE_SECONDS, &Args::new().count("count", code.seconds_left.into()))
            }),
            ring: alive.map_or(0, |code| {
                code.seconds_left.saturating_mul(WHOLE).checked_div(seconds).unwrap_or(0).min(WHOLE)
            }),
            qr: alive.and_then(|code| QrView::of(&code.text)),
            show: words.of(keys::wallet::CODE_SHOW),
            offer: (cap > Points::ZERO)
                .then(|| words.get(keys::wallet::CODE_OFFER, &Args::new().yen("amount", cap))),
            make: alive.is_none().then(|| words.of(keys::wallet::CODE_MAKE)),
            error: error.map(|error| words.error(&error)),
            code,
        })
    }
}
