//! What to do when a phone is lost: from another phone, from a new one with the card, or by telephone; and what is safe
//! meanwhile.

use yui_protocol::identity::EnrolPurpose;
use yui_texts::{Args, keys};

use super::{Screen, WayView};
use crate::{core::Core, error::AppResult, identity::DeviceView, store::Party, view::Text};

/// What to do when a phone is lost.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LostView {
    /// "I lost my phone".
    pub title: Text,
    /// How it is stopped from here.
    pub body: Text,
    /// Her other phones, one of which is lost; none for a guest.
    pub phones: Vec<DeviceView>,
    /// What is safe, and what is not before it is stopped.
    pub meanwhile: Vec<Text>,
    /// That it can be stopped by telephone; none while no number is known.
    pub by_telephone: Option<Text>,
    /// The button that calls.
    pub call: Option<Text>,
    /// The town's number; empty while it is not known.
    pub telephone: String,
    /// For a guest, on her new phone: to stop the old one with the card.
    pub primary: Option<WayView>,
}

impl Core {
    pub(super) async fn lost_view(&self) -> AppResult<LostView> {
        let registered = self.speaks_for(Party::Person).await?;
        let mut phones = if registered { self.known_devices().await? } else { Vec::new() };
        phones.retain(|phone| !phone.revoked && !phone.this_phone);
        let words = self.words();
        let telephone =
            self.known_municipality().map(|town| town.contact.telephone.clone()).unwrap_or_default();
        let said = |key| words.get(key, &Args::new().words("telephone", telephone.clone()));
        let calls = !telephone.is_empty();
        let how = match (registered, phones.is_empty()) {
            (false, _) => keys::identity::LOST_BODY,
            (true, false) => keys::identity::LOST_CHOOSE,
            (true, true) => keys::identity::LOST_NONE,
        };
        let stop = || WayView::to_register(EnrolPurpose::ReplaceLost, words.of(keys::identity::LOST_BUTTON));
        Ok(LostView {
            title: words.of(Screen::Lost.key()),
            body: words.of(how),
            phones,
            meanwhile: vec![words.of(keys::identity::LOST_SAFE), words.of(keys::identity::LOST_MEANWHILE)],
            by_telephone: calls.then(|| said(keys::identity::LOST_TELEPHONE)),
            call: calls.then(|| said(keys::common::TALK_CALL)),
            telephone,
            primary: (!registered).then(stop),
        })
    }
}
