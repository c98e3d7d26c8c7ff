//! The way to a person, from every screen.

use yui_texts::{Args, keys};

use crate::{core::Core, error::AppResult, identity::contact_text, view::Text};

/// How to reach a person.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct TalkView {
    /// "Talk to a person".
    pub title: Text,
    /// Who answers, and when.
    pub body: Text,
    /// The telephone number; empty when the town's configuration is not known yet.
    pub telephone: String,
    /// The button that calls it.
    pub call: Option<Text>,
    /// What to read out on the telephone, where something went wrong before.
    pub code: Option<Text>,
}

impl Core {
    /// `about` is the code of what went wrong, if something did.
    pub(super) async fn talk(&self, about: Option<String>) -> AppResult<TalkView> {
        let words = self.words();
        let town = self.municipality().await?;
        let telephone = town.contact.telephone.clone();
        let said = |key, name, value: String| words.get(key, &Args::new().words(name, value));
        Ok(TalkView {
            title: words.of(keys::common::TALK_TITLE),
            body: contact_text(words, &town),
            call: (!telephone.is_empty())
                .then(|| said(keys::common::TALK_CALL, "telephone", telephone.clone())),
            code: about.map(|code| said(keys::common::TALK_CODE, "code", code)),
            telephone,
        })
    }
}
