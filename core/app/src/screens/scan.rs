//! The scanner: any code a resident can meet, and the screen to which it leads.

use std::sync::Arc;

use yui_protocol::{CommandId, ErrorCode};
use yui_texts::{Key, keys};

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
    /// What is said where she does not let the app use the camera.
    pub refused: Text,
    /// The button that leads to where she can.
    pub allow: Text,
    /// The other way to pay: the code on this phone; none for a guest.
    pub code: Option<Text>,
}

/// Where a scanned code leads.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct Scanned {
    /// The screen; none when it leads nowhere, or another code was scanned since.
    pub screen: Option<Screen>,
    /// What that screen is about.
    pub about: Option<String>,
    /// Why it leads nowhere.
    pub error: Option<ErrorView>,
}

impl Core {
    pub(super) async fn scan_view(&self) -> AppResult<ScanView> {
        let registered = self.speaks_for(Party::Person).await?;
        let code = registered.then(|| self.words().of(keys::wallet::CODE_MAKE));
        Ok(ScanView { code, ..self.scanner(keys::wallet::PAY_SCAN) })
    }

    /// A scanner for the codes that `title` names.
    pub(super) fn scanner(&self, title: Key) -> ScanView {
        let words = self.words();
        ScanView {
            title: words.of(title),
            torch: words.of(keys::wallet::PAY_TORCH),
            paste: words.of(keys::wallet::PAY_PASTE),
            refused: words.of(keys::common::CAMERA_REFUSED),
            allow: words.of(keys::common::OPEN_SETTINGS),
            code: None,
        }
    }

    pub(super) async fn scanned_leads(self: &Arc<Self>, text: String) -> Scanned {
        let turn = self.paying_scans();
        let scanned = text.clone();
        let intent = async {
            self.is_seen(Party::Person).await?;
            self.scan(text).await
        };
        let leads = match intent.await {
            Ok(Intent::PayShop { shop }) => Ok(self.paying_begins(turn, shop).then_some((Screen::Pay, None))),
            Ok(Intent::PayTill { shop, till, amount, reference, .. }) => {
                let begun = self.paying_begins_at_till(turn, shop, (till, amount), reference).await;
                Ok(begun.then_some((Screen::Pay, None)))
            }
            Ok(intent) => self.scanned_else(scanned, intent).await.map(Some),
            Err(error) => Err(error),
        };
        match leads {
            Ok(leads) => {
                let (screen, about) = leads.unzip();
                Scanned { screen, about: about.flatten().map(|id: CommandId| id.to_string()), error: None }
            }
            Err(error) => Scanned { screen: None, about: None, error: Some(self.words().error(&error)) },
        }
    }

    /// Where a code leads that nobody is paid by.
    async fn scanned_else(&self, text: String, intent: Intent) -> AppResult<(Screen, Option<CommandId>)> {
        match intent {
            Intent::Voucher => {
                self.require(Party::Person).await?;
                Ok((Screen::Charge, Some(self.charging_begins(text))))
            }
            Intent::PairShop { shop } => Ok((Screen::Pairing, Some(self.pairing_begins(text, shop)))),
            Intent::TakeCode { cap, valid_until } if self.speaks_for(Party::Shop).await? => {
                self.receiving_begins_with(text, cap, valid_until);
                Ok((Screen::Receive, None))
            }
            _ => Err(ErrorCode::QrForeign.into()),
        }
    }
}
