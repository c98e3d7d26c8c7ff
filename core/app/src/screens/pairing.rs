//! Making this phone a shop's: the code that was scanned, and whether it shall be.

use std::sync::Arc;

use yui_protocol::CommandId;
use yui_texts::{Args, keys};

use super::{Screen, WayView, asked::Stands};
use crate::{
    Topic,
    core::Core,
    error::AppResult,
    view::{ErrorView, Text},
    wallet::ShopView,
};

/// Whether this phone shall be a shop's.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct PairingView {
    /// What it asks, or says.
    pub title: Text,
    /// Words below it.
    pub body: Vec<Text>,
    /// The shop; none before a code was scanned.
    pub shop: Option<ShopView>,
    /// Whether it is on its way.
    pub sending: bool,
    /// Why it is not done.
    pub error: Option<ErrorView>,
    /// The button that does it; none where there is nothing to do.
    pub pair: Option<Text>,
    /// The main button elsewhere: to the scanner, or to receiving.
    pub way: Option<WayView>,
}

impl Core {
    /// A pairing code was scanned: by what is answered its screen knows it again.
    pub(super) fn pairing_begins(&self, text: String, shop: ShopView) -> CommandId {
        let id = self.new_id();
        self.pairing.begins(id, text, shop);
        self.notifier.changed([Topic::Shop]);
        id
    }

    pub(super) fn pairing_view(&self, about: Option<CommandId>) -> PairingView {
        let words = self.words();
        let view = PairingView {
            title: words.of(Screen::Pairing.key()),
            body: Vec::new(),
            shop: None,
            sending: false,
            error: None,
            pair: None,
            way: None,
        };
        let Some((shop, stands)) = self.pairing.of(about) else {
            return PairingView {
                body: vec![words.of(keys::shop::SHOP_PAIR_BODY)],
                way: Some(WayView::to(Screen::Scan, words.of(keys::common::SCAN_BUTTON))),
                ..view
            };
        };
        let view = PairingView { shop: Some(shop.clone()), ..view };
        match stands {
            Stands::Asked(error) => PairingView {
                body: vec![words.of(keys::shop::SHOP_PAIR_MEANS)],
                error: error.map(|error| words.error(&error)),
                pair: Some(words.of(keys::shop::SHOP_PAIR_BUTTON)),
                ..view
            },
            Stands::Sending => PairingView { title: words.of(keys::common::WAITING), sending: true, ..view },
            Stands::Done => PairingView {
                title: words.get(keys::shop::SHOP_PAIR_DONE, &Args::new().words("shop", shop.name)),
                shop: None,
                way: Some(self.way(Screen::Receive)),
                ..view
            },
        }
    }

    /// It shall be; a second tap while the first is on its way does nothing.
    pub(super) async fn pair_scanned(self: &Arc<Self>, about: CommandId) -> AppResult<PairingView> {
        if let Some(text) = self.pairing.sends(about) {
            self.notifier.changed([Topic::Shop]);
            let paired = self.pair(text).await;
            self.pairing.hears(about, paired);
            self.notifier.changed([Topic::Shop]);
        }
        Ok(self.pairing_view(Some(about)))
    }
}
