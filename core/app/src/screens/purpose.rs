//! Why she registers, as a way to registering carries it from one screen to the other.

use yui_protocol::identity::EnrolPurpose;

use super::{Screen, WayView};
use crate::view::Text;

const WORDS: [(EnrolPurpose, &str); 4] = [
    (EnrolPurpose::Register, "register"),
    (EnrolPurpose::AddDevice, "add-device"),
    (EnrolPurpose::ReplaceLost, "replace-lost"),
    (EnrolPurpose::RenewUserKey, "renew-user-key"),
];

/// Why she registers, by what her way to that screen is about; a first registration where it says nothing.
#[uniffi::export]
#[must_use]
#[expect(clippy::needless_pass_by_value, reason = "what crosses the FFI crosses by value")]
pub fn enrol_purpose(about: Option<String>) -> EnrolPurpose {
    let named = |word: &str| WORDS.into_iter().find(|(_, known)| *known == word).map(|(purpose, _)| purpose);
    about.as_deref().and_then(named).unwrap_or(EnrolPurpose::Register)
}

impl WayView {
    /// A way to registering for that reason.
    pub(super) fn to_register(purpose: EnrolPurpose, text: Text) -> Self {
        let about = WORDS.into_iter().find(|(known, _)| *known == purpose).map(|(_, word)| word.to_owned());
        Self { about, ..Self::to(Screen::Register, text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_arrives() {
        for (purpose, _) in WORDS {
            let way = WayView::to_register(purpose, Text::default());
            assert_eq!((way.screen, enrol_purpose(way.about)), (Screen::Register, purpose));
        }
        let unknown = [None, Some(String::new()), Some("lost".to_owned())].map(enrol_purpose);
        assert_eq!(unknown, [EnrolPurpose::Register; 3]);
    }
}
