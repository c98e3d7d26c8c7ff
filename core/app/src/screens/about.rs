//! What the app is, whose, and what is kept where.

use yui_texts::{Args, keys};

use super::{Screen, WayView};
use crate::{core::Core, error::AppResult, view::Text, wallet::TermLine};

/// About the app.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct AboutView {
    /// "About this app".
    pub title: Text,
    /// Version, town, who to ask, under which licence the programs are open.
    pub facts: Vec<TermLine>,
    /// What is said above what is kept.
    pub kept_title: Text,
    /// What is kept on this phone, on the servers, by shops, and nowhere.
    pub kept: Vec<TermLine>,
    /// The points' conditions and the licences.
    pub ways: Vec<WayView>,
}

impl Core {
    pub(super) async fn about(&self) -> AppResult<AboutView> {
        let town = self.municipality().await?;
        let words = self.words();
        let line = |label, value| TermLine { label: words.of(label), value };
        let said = |label, value| line(label, words.of(value));
        let licence = Args::new().words("words", env!("CARGO_PKG_LICENSE"));
        let verbatim = crate::view::Words::verbatim;
        Ok(AboutView {
            title: words.of(Screen::About.key()),
            facts: vec![
                line(keys::about::ABOUT_VERSION, verbatim(env!("CARGO_PKG_VERSION"))),
                line(keys::about::ABOUT_TOWN, verbatim(&town.name)),
                line(keys::about::ABOUT_OFFICE, words.of_town(&town.contact.name)),
                line(keys::about::ABOUT_SOURCE, words.get(keys::about::ABOUT_SOURCE_OPEN, &licence)),
            ],
            kept_title: words.of(keys::about::ABOUT_KEPT_TITLE),
            kept: vec![
                said(keys::about::ABOUT_KEPT_PHONE, keys::about::ABOUT_KEPT_PHONE_WHAT),
                said(keys::about::ABOUT_KEPT_TOWN, keys::about::ABOUT_KEPT_TOWN_WHAT),
                said(keys::about::ABOUT_KEPT_SHOP, keys::about::ABOUT_KEPT_SHOP_WHAT),
                said(keys::about::ABOUT_KEPT_NEVER, keys::about::ABOUT_KEPT_NEVER_WHAT),
            ],
            ways: [Screen::Points, Screen::Licences].map(|screen| self.way(screen)).to_vec(),
        })
    }
}
