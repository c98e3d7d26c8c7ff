//! What was paid and received, by day.

use yui_texts::keys;

use super::{Screen, WayView};
use crate::{
    core::Core,
    error::AppResult,
    store::Party,
    view::Text,
    wallet::{HistoryPage, HistoryQuery},
};

/// The history.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct HistoryView {
    /// "History".
    pub title: Text,
    /// What the field for a search is called.
    pub search: Text,
    /// The way to giving it away as a file (CSV); none while there is nothing.
    pub share: Option<WayView>,
    /// The button for older lines; none when all are there.
    pub more: Option<Text>,
    /// The lines.
    pub page: HistoryPage,
}

impl Core {
    /// The newest `pages` pages as one list.
    pub(super) async fn history_view(&self, search: String, pages: u32) -> AppResult<HistoryView> {
        let searched = !search.trim().is_empty();
        let query = HistoryQuery { search: Some(search), ..HistoryQuery::default() };
        let mut page = self.history_pages(Party::Person, query, pages).await?;
        let words = self.words();
        if searched {
            page.empty_text = words.of(keys::wallet::HISTORY_NOT_FOUND);
        }
        Ok(HistoryView {
            title: words.of(keys::wallet::HISTORY_TITLE),
            search: words.of(keys::wallet::HISTORY_SEARCH),
            share: (searched || !page.days.is_empty()).then(|| self.way(Screen::Export)),
            more: page.next.is_some().then(|| words.of(keys::wallet::HISTORY_MORE)),
            page,
        })
    }
}
