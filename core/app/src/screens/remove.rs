//! Whether to remove a phone, or to sign out of this one: what happens then, and that it is done.

use yui_protocol::{ErrorCode, identity::Level};
use yui_texts::{Args, keys};

use crate::{
    core::Core,
    error::AppResult,
    identity::DeviceView,
    view::{Text, Words},
};

/// The question, or how it ended.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct RemoveView {
    /// What is asked, or what was done.
    pub title: Text,
    /// The phone; none once this one was signed out.
    pub phone: Option<DeviceView>,
    /// What happens, or what follows.
    pub body: Vec<Text>,
    /// The one button at the bottom.
    pub primary: RemoveButton,
}

/// A button.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct RemoveButton {
    /// What it does.
    pub action: RemoveAction,
    /// Its words.
    pub text: Text,
}

/// What a button does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum RemoveAction {
    /// Remove [`RemoveView::phone`] (`Identity::remove_device`).
    Remove,
    /// Sign out (`Identity::sign_out`).
    SignOut,
    /// The UI goes back to her phones.
    Devices,
    /// The UI goes home.
    Home,
}

impl Core {
    /// `id` is the phone's; none is this one.
    pub(super) async fn remove_view(&self, id: Option<String>) -> AppResult<RemoveView> {
        let words = self.words();
        let identity = self.identity_snapshot().await?;
        if !identity.registered {
            return Ok(signed_out(words));
        }
        let known = self.known_devices().await?;
        let phone = match id {
            Some(ref id) => known.into_iter().find(|phone| phone.id.to_string() == *id),
            None => known.into_iter().find(|phone| phone.this_phone),
        };
        match phone {
            Some(phone) if phone.this_phone => Ok(sign_out(words, identity.level, Some(phone))),
            Some(phone) => Ok(remove(words, phone)),
            // This phone may not have heard of itself yet.
            None if id.is_none() => Ok(sign_out(words, identity.level, None)),
            None => Err(ErrorCode::NotFound.into()),
        }
    }
}

fn button(action: RemoveAction, text: Text) -> RemoveButton {
    RemoveButton { action, text }
}

fn remove(words: Words, phone: DeviceView) -> RemoveView {
    let of_it = |key| words.get(key, &Args::new().words("name", phone.name.clone()));
    if phone.revoked {
        return RemoveView {
            title: words.of(keys::identity::PHONE_REMOVED),
            body: vec![of_it(keys::identity::PHONE_REMOVE_DONE)],
            phone: Some(phone),
            primary: button(RemoveAction::Devices, words.of(keys::identity::PHONES_SEE)),
        };
    }
    RemoveView {
        title: of_it(keys::identity::PHONE_REMOVE_TITLE),
        body: vec![of_it(keys::identity::PHONE_REMOVE_BODY), words.of(keys::identity::PHONE_REMOVE_AGAIN)],
        phone: Some(phone),
        primary: button(RemoveAction::Remove, words.of(keys::identity::PHONE_REMOVE)),
    }
}

fn sign_out(words: Words, level: Level, phone: Option<DeviceView>) -> RemoveView {
    RemoveView {
        title: words.of(keys::identity::SIGN_OUT_TITLE),
        phone,
        body: vec![words.of(keys::identity::SIGN_OUT_BODY), words.of(way_back(level))],
        primary: button(RemoveAction::SignOut, words.of(keys::identity::SIGN_OUT)),
    }
}

fn signed_out(words: Words) -> RemoveView {
    RemoveView {
        title: words.of(keys::identity::SIGN_OUT_DONE),
        phone: None,
        body: Vec::new(),
        primary: button(RemoveAction::Home, words.of(keys::wallet::PAID_DONE)),
    }
}

/// How she comes in again.
fn way_back(level: Level) -> yui_texts::Key {
    match level {
        Level::Guest | Level::Visitor => keys::identity::SIGN_OUT_CODE,
        Level::CardHolder | Level::Verified | Level::VerifiedElsewhere => keys::identity::SIGN_OUT_CARD,
    }
}
