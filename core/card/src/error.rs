//! What goes wrong with a card, as the codes of the whole project, without any secret.

use yui_protocol::ErrorCode;

use crate::{apdu::Status, transport::TransportError};

/// A failed act with the card. Holds no PIN, no certificate and nothing that was read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{code}")]
pub struct CardError {
    /// What happened.
    pub code: ErrorCode,
    /// How many tries are left, where the code is about a PIN and the card said so.
    pub tries_left: Option<u8>,
    /// The card's status word, where it was the reason.
    pub status: Option<Status>,
}

impl CardError {
    /// An error with nothing but its code.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        Self { code, tries_left: None, status: None }
    }

    /// An error about a PIN, with how many tries it has left.
    #[must_use]
    pub fn tries(code: ErrorCode, left: u8) -> Self {
        Self { tries_left: Some(left), ..Self::new(code) }
    }

    pub(crate) fn status(code: ErrorCode, status: Status) -> Self {
        Self { status: Some(status), ..Self::new(code) }
    }

    /// `card_failed`: the card's answer makes no sense.
    pub(crate) fn nonsense() -> Self {
        Self::new(ErrorCode::CardFailed)
    }
}

impl From<TransportError> for CardError {
    fn from(error: TransportError) -> Self {
        Self::new(match error {
            TransportError::Lost => ErrorCode::CardLost,
            TransportError::Failed => ErrorCode::CardFailed,
        })
    }
}
