//! How an act that moves money ended, for the mark and the colour that stand beside the words.

use yui_protocol::wallet::EntryState;

/// See the module.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, uniffi::Enum)]
pub enum Ended {
    /// In the town's book.
    Done,
    /// On its way; it must not be done again.
    Checking,
    /// No money moved.
    Refused,
}

impl From<EntryState> for Ended {
    fn from(state: EntryState) -> Self {
        match state {
            EntryState::Pending => Self::Checking,
            EntryState::Refused => Self::Refused,
            EntryState::Done | EntryState::Paid | EntryState::PartlyRefunded | EntryState::Refunded => {
                Self::Done
            }
        }
    }
}
