//! Where one can pay: the town's shops, with a search, for a guest too.

use yui_protocol::shop::Shop;
use yui_texts::{Args, keys};

use super::Screen;
use crate::{
    core::Core,
    view::{ErrorView, Text, Words},
};

/// Where one can pay.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ShopsView {
    /// "Shops that take points".
    pub title: Text,
    /// What the field for a search is called.
    pub search: Text,
    /// The shops, by kana.
    pub shops: Vec<ShopLine>,
    /// How many there are; none while there are more.
    pub count: Option<Text>,
    /// What to say when there is none.
    pub empty: Option<Text>,
    /// The button for more; none when all are there.
    pub more: Option<Text>,
    /// Why the list, or the rest of it, is not there; its button asks once more.
    pub error: Option<ErrorView>,
}

/// A shop in the list.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ShopLine {
    /// Its id, as a text.
    pub id: String,
    /// Its name as on the signboard.
    pub name: Text,
    /// The part of town and the address, each where it is known.
    pub place: Vec<Text>,
}

impl Core {
    /// The first `pages` pages as one list. What came before the network went away stays.
    pub(super) async fn shops_view(&self, search: &str, pages: u32) -> ShopsView {
        let (mut shops, mut after, mut refused) = (Vec::new(), None, None);
        for _ in 0..pages.max(1) {
            match self.api.shops(search.trim(), after.as_deref()).await {
                Ok(page) => {
                    shops.extend(page.shops);
                    after = page.next;
                }
                Err(error) => refused = Some(error),
            }
            if after.is_none() || refused.is_some() {
                break;
            }
        }
        let words = self.words();
        let (whole, searched) = (refused.is_none() && after.is_none(), !search.trim().is_empty());
        let count = i64::try_from(shops.len()).unwrap_or(i64::MAX);
        let empty = if searched { keys::wallet::HISTORY_NOT_FOUND } else { keys::common::SHOPS_EMPTY };
        ShopsView {
            title: words.of(Screen::Shops.key()),
            search: words.of(keys::common::SHOPS_SEARCH),
            count: (whole && count > 0)
                .then(|| words.get(keys::common::SHOPS_COUNT, &Args::new().count("count", count))),
            empty: (whole && count == 0).then(|| words.of(empty)),
            more: (refused.is_none() && after.is_some()).then(|| words.of(keys::common::SHOPS_MORE)),
            error: refused.map(|error| words.error(&error)),
            shops: shops.iter().map(ShopLine::of).collect(),
        }
    }
}

impl ShopLine {
    fn of(shop: &Shop) -> Self {
        let place = [&shop.area, &shop.address].into_iter().filter(|words| !words.is_empty());
        Self {
            id: shop.id.to_string(),
            name: Words::verbatim(&shop.name),
            place: place.map(|words| Words::verbatim(words)).collect(),
        }
    }
}
