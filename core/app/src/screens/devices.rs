//! Her phones, this one first. To a guest the same screen shows the way in for who registered before.

use std::time::Duration;

use yui_protocol::identity::EnrolPurpose;
use yui_texts::keys;

use super::{Screen, WayView};
use crate::{
    core::Core,
    error::AppResult,
    identity::DeviceView,
    store::Party,
    view::{Text, Words},
};

/// How long to wait for the server before the list is shown as it was last heard.
const PATIENCE: Duration = Duration::from_secs(3);

/// Her phones.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct DevicesView {
    /// "Your phones"; for a guest "I have registered before".
    pub title: Text,
    /// That the list is not of now, for want of a network; for a guest how she comes in.
    pub body: Option<Text>,
    /// What stands with the phone in her hand.
    pub this_phone: Text,
    /// Those in use, this one first; none for a guest.
    pub phones: Vec<DeviceView>,
    /// What stands above those that were removed; none where there are none.
    pub removed_title: Option<Text>,
    /// Those that were removed.
    pub removed: Vec<DeviceView>,
    /// "Add a phone"; none for a guest.
    pub add: Option<Text>,
    /// How to.
    pub add_how: Vec<Text>,
    /// Other ways.
    pub ways: Vec<WayView>,
    /// What a guest comes for.
    pub primary: Option<WayView>,
}

impl Core {
    pub(super) async fn devices_view(&self) -> AppResult<DevicesView> {
        if !self.speaks_for(Party::Person).await? {
            return Ok(came_before(self.words(), self.way(Screen::Lost)));
        }
        let heard = match tokio::time::timeout(PATIENCE, self.hear_devices()).await {
            Ok(Err(error)) if !error.is_transient() => return Err(error),
            Ok(Ok(())) => true,
            _ => false,
        };
        let (removed, mut phones): (Vec<_>, Vec<_>) =
            self.known_devices().await?.into_iter().partition(|phone| phone.revoked);
        phones.sort_by_key(|phone| !phone.this_phone);
        let words = self.words();
        Ok(DevicesView {
            title: words.of(Screen::Devices.key()),
            body: (!heard).then(|| words.of(keys::identity::PHONES_AS_HEARD)),
            this_phone: words.of(keys::identity::PHONE_THIS),
            phones,
            removed_title: (!removed.is_empty()).then(|| words.of(keys::identity::PHONES_REMOVED_TITLE)),
            removed,
            add: Some(words.of(keys::identity::PHONE_ADD)),
            add_how: vec![
                words.of(keys::identity::PHONE_ADD_BODY),
                words.of(keys::identity::PHONE_ADD_CHOOSE),
            ],
            ways: vec![self.way(Screen::Lost)],
            primary: None,
        })
    }
}

fn came_before(words: Words, lost: WayView) -> DevicesView {
    DevicesView {
        title: words.of(keys::identity::AGAIN_TITLE),
        body: Some(words.of(keys::identity::AGAIN_BODY)),
        this_phone: words.of(keys::identity::PHONE_THIS),
        phones: Vec::new(),
        removed_title: None,
        removed: Vec::new(),
        add: None,
        add_how: Vec::new(),
        ways: vec![lost, WayView::to(Screen::Visitor, words.of(keys::identity::VISITOR_HAVE_CODE))],
        primary: Some(WayView::to_register(EnrolPurpose::AddDevice, words.of(keys::identity::AGAIN_BUTTON))),
    }
}
