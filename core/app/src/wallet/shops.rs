//! The shops that take points, for whoever looks for one: a guest too.

use yui_protocol::shop::ShopPage;
use yui_texts::{Args, keys};

use super::ShopView;
use crate::{core::Core, error::AppResult, view::Text};

/// A page of the directory.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ShopsPage {
    /// "Shops that take points".
    pub title: Text,
    /// The shops of this page, by kana.
    pub shops: Vec<ShopView>,
    /// Where the next page begins; none on the last.
    pub next: Option<String>,
    /// How many shops this page shows, or that none was found.
    pub count_text: Text,
}

impl Core {
    pub(crate) async fn shops(&self, words: String, after: Option<String>) -> AppResult<ShopsPage> {
        let ShopPage { shops, next } = self.api.shops(&words, after.as_deref()).await?;
        let words = self.words();
        let count = i64::try_from(shops.len()).unwrap_or(i64::MAX);
        Ok(ShopsPage {
            title: words.of(keys::common::SHOPS_TITLE),
            count_text: if shops.is_empty() {
                words.of(keys::common::SHOPS_EMPTY)
            } else {
                words.get(keys::common::SHOPS_COUNT, &Args::new().count("count", count))
            },
            shops: shops.iter().map(ShopView::from).collect(),
            next,
        })
    }
}
