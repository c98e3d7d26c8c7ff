//! What the person sets on this phone, and the words of screens.

use std::sync::Arc;

use yui_protocol::ErrorCode;
use yui_texts::{Key, Lang};

use crate::{
    AppError, Text,
    core::Core,
    listener::Topic,
    runtime,
    store::{Meta, WritePoint},
};

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
        let chosen = self.core.words().0;
        let view = |lang: Lang| LanguageView {
            tag: lang.tag().to_owned(),
            name: lang.own_name().to_owned(),
            chosen: lang == chosen,
        };
        Lang::ALL.into_iter().map(view).collect()
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
