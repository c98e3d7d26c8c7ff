//! The code that pays without a network: shown to the shop, which enters the amount.

use yui_protocol::Points;
use yui_texts::{Args, keys};

use super::qr::QrView;
use crate::{
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
    /// How many seconds are left, in words; read out now and then.
    pub seconds: Option<Text>,
    /// What to do with it.
    pub show: Text,
    /// That it works without a network, and up to how much.
    pub offer: Option<Text>,
    /// The button that makes a new one; none while one can be used.
    pub make: Option<Text>,
    /// Why there is none now.
    pub error: Option<ErrorView>,
}

impl Core {
    /// `make`: a new one, if none can be used.
    pub(super) async fn code_screen(&self, make: bool) -> AppResult<CodeView> {
        let (code, error) = if make {
            match self.show_code().await {
                Ok(code) => (Some(code), None),
                Err(error) => (self.last_code().await?, Some(error)),
            }
        } else {
            (self.last_code().await?, None)
        };
        let words = self.words();
        let alive = code.as_ref().filter(|code| code.state == CodeState::Alive);
        let cap = self.known_municipality().map_or(Points::ZERO, |town| town.codes.cap);
        Ok(CodeView {
            title: words.of(keys::wallet::CODE_TITLE),
            seconds: alive.map(|code| {
                words.get(keys::wallet::CODE_SECONDS, &Args::new().count("count", code.seconds_left.into()))
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
