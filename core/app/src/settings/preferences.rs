//! How the person wants the app to look on this phone. It leaves the phone nowhere.

use std::sync::{Arc, PoisonError};

use serde::{Deserialize, Serialize};

use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    screens::Screen,
    store::{Meta, WritePoint},
};

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, uniffi::Enum)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the phone is set.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How every screen is drawn.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LookView {
    /// The language of the words (BCP 47), for screen readers and fonts: simple Japanese is Japanese to them.
    pub language: String,
    /// The size of text in hundredths of what the phone is set to: 100 to 200.
    pub text_percent: u32,
    /// Easy mode: one question a screen, larger words and buttons, nothing that has to be held.
    pub easy: bool,
    /// Light or dark.
    pub theme: Theme,
}

/// What is kept of it. What an older or newer app does not know is passed over.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Preferences {
    text_percent: Option<u32>,
    pub(super) easy: bool,
    pub(super) theme: Theme,
    /// Whether the balance is hidden on the first screen.
    pub(crate) balance_hidden: bool,
    /// Her order of the tiles, by their words.
    tiles: Vec<String>,
}

/// The sizes of text that there are, in hundredths.
pub(crate) const TEXT_SIZES: [u32; 4] = [100, 130, 160, 200];

impl Preferences {
    pub(super) fn set_text_percent(&mut self, percent: u32) {
        self.text_percent = TEXT_SIZES.into_iter().min_by_key(|size| size.abs_diff(percent));
    }

    pub(super) fn order(&mut self, tiles: &[Screen]) {
        self.tiles = tiles.iter().map(|screen| screen.word().to_owned()).collect();
    }

    /// The tiles of the first screen in her order; what she never moved stands behind, in ours.
    pub(crate) fn in_order(&self, mut tiles: Vec<Screen>) -> Vec<Screen> {
        let place = |screen: &Screen| self.tiles.iter().position(|word| word == screen.word());
        tiles.sort_by_key(|screen| place(screen).unwrap_or(usize::MAX));
        tiles
    }
}

impl Core {
    /// Her wishes as they are now.
    pub(crate) fn preferences(&self) -> Preferences {
        self.preferences.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How every screen is drawn.
    pub(crate) fn look(&self) -> LookView {
        let wishes = self.preferences();
        LookView {
            language: self.words().voice().to_owned(),
            text_percent: wishes.text_percent.unwrap_or(TEXT_SIZES[0]),
            easy: wishes.easy,
            theme: wishes.theme,
        }
    }

    /// Changes her wishes, at once and for good. What is written is how they stand then, so that the last one written is
    /// the last that was.
    pub(super) async fn prefer(
        self: &Arc<Self>,
        change: impl FnOnce(&mut Preferences) + Send,
    ) -> AppResult<()> {
        change(&mut self.preferences.write().unwrap_or_else(PoisonError::into_inner));
        let core = self.clone();
        self.write(WritePoint::Other, move |unit| unit.put_meta(Meta::Preferences, &core.preferences()))
            .await?;
        self.notifier.changed(Topic::WITH_WORDS);
        Ok(())
    }
}
