//! What the person sets on this phone, and the words of screens.

mod preferences;

use std::sync::Arc;

use yui_protocol::ErrorCode;
use yui_texts::{Key, Lang};

use crate::{
    AppError, Text,
    core::Core,
    listener::Topic,
    runtime,
    screens::Screen,
    store::{Meta, WritePoint},
};

pub use preferences::{LookView, Theme};
pub(crate) use preferences::{Preferences, TEXT_SIZES};

/// A language of the menu.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LanguageView {
    /// Its tag (BCP 47).
    pub tag: String,
    /// Its own name for itself.
    pub name: String,
    /// Whether it is in use.
    pub chosen: bool,
}

/// See the module.
#[derive(uniffi::Object)]
pub struct Settings {
    core: Arc<Core>,
}

impl Settings {
    pub(crate) fn new(core: Arc<Core>) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

#[uniffi::export]
impl Settings {
    /// The languages, in the order of the menu.
    #[must_use]
    pub fn languages(&self) -> Vec<LanguageView> {
        self.core.languages()
    }

    /// Changes the language at once and for good; every view pulled from now on is in it. `malformed_request`
    /// for a language there is none of.
    pub async fn set_language(&self, tag: String) -> Result<(), AppError> {
        let lang = Lang::from_tag(&tag).ok_or(ErrorCode::MalformedRequest)?;
        let core = self.core.clone();
        runtime::run(async move {
            core.write(WritePoint::Other, move |unit| unit.put_meta(Meta::Language, &lang)).await?;
            core.speak(lang);
            core.notifier.changed(Topic::WITH_WORDS);
            Ok(())
        })
        .await
    }

    /// How every screen is drawn.
    #[must_use]
    pub fn look(&self) -> LookView {
        self.core.look()
    }

    /// Changes the size of text; the nearest of those that there are.
    pub async fn set_text_percent(&self, percent: u32) -> Result<(), AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.prefer(|wishes| wishes.set_text_percent(percent)).await }).await
    }

    /// Switches easy mode on or off.
    pub async fn set_easy(&self, easy: bool) -> Result<(), AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.prefer(|wishes| wishes.easy = easy).await }).await
    }

    /// Light, dark, or as the phone.
    pub async fn set_theme(&self, theme: Theme) -> Result<(), AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.prefer(|wishes| wishes.theme = theme).await }).await
    }

    /// Hides the balance on the first screen, or shows it.
    pub async fn hide_balance(&self, hidden: bool) -> Result<(), AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.prefer(|wishes| wishes.balance_hidden = hidden).await }).await
    }

    /// Her own order of the tiles on the first screen; what is not named stands behind.
    pub async fn order_tiles(&self, tiles: Vec<Screen>) -> Result<(), AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.prefer(|wishes| wishes.order(&tiles)).await }).await
    }

    /// The fixed words of a screen, by their keys, in one call. A key there is none of comes back as itself.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "what crosses the FFI crosses by value")]
    pub fn texts(&self, keys: Vec<String>) -> Vec<Text> {
        let words = self.core.words();
        keys.iter()
            .map(|id| Key::named(id).map_or_else(|| crate::view::Words::verbatim(id), |key| words.of(key)))
            .collect()
    }
}

impl Core {
    /// The languages, in the order of the menu.
    pub(crate) fn languages(&self) -> Vec<LanguageView> {
        let chosen = self.words().0;
        let view = |lang: Lang| LanguageView {
            tag: lang.tag().to_owned(),
            name: lang.own_name().to_owned(),
            chosen: lang == chosen,
        };
        Lang::ALL.into_iter().map(view).collect()
    }
}
