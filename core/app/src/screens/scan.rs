//! The scanner: any code a resident can meet, and the screen to which it leads.

use std::sync::Arc;

use yui_protocol::ErrorCode;
use yui_texts::keys;

use super::Screen;
use crate::{
    core::Core,
    error::AppResult,
    store::Party,
    view::{ErrorView, Text},
    wallet::Intent,
};

/// The scanner.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ScanView {
    /// What to point the camera at.
    pub title: Text,
    /// The switch for the light.
    pub torch: Text,
    /// The way for who cannot scan: a text or a picture.
    pub paste: Text,
    /// The other way to pay: the code on this phone; none for a guest.
    pub code: Option<Text>,
}

/// Where a scanned code leads.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct Scanned {
    /// The screen; none when it leads nowhere.
    pub screen: Option<Screen>,
    /// Why it leads nowhere.
    pub error: Option<ErrorView>,
}

impl Core {
    pub(super) async fn scan_view(&self) -> AppResult<ScanView> {
        let registered = self.speaks_for(Party::Person).await?;
        let words = self.words();
        Ok(ScanView {
            title: words.of(keys::wallet::PAY_SCAN),
            torch: words.of(keys::wallet::PAY_TORCH),
            paste: words.of(keys::wallet::PAY_PASTE),
            code: registered.then(|| words.of(keys::wallet::CODE_MAKE)),
        })
    }

    pub(super) async fn scanned_leads(self: &Arc<Self>, text: String) -> Scanned {
        let leads = match self.scan(text).await {
            Ok(Intent::PayShop { shop }) => {
                self.paying_begins(shop);
                Ok(Screen::Pay)
            }
            Ok(Intent::PayTill { shop, till, amount, reference, .. }) => {
                self.paying_begins_at_till(shop, (till, amount), reference).await;
                Ok(Screen::Pay)
            }
            Ok(_) => Err(ErrorCode::QrForeign.into()),
            Err(error) => Err(error),
        };
        match leads {
            Ok(screen) => Scanned { screen: Some(screen), error: None },
            Err(error) => Scanned { screen: None, error: Some(self.words().error(&error)) },
        }
    }
}
