//! What goes wrong with a reader, in a clerk's terms: what she can do about it decides which fault it is.

use pcsc::Error;
use yui_card::TransportError;
use yui_protocol::ErrorCode;

/// Why a card could not be reached through a reader.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Fault {
    /// The smart card service of the computer does not run.
    #[error("the smart card service does not run")]
    NoService,
    /// No reader is connected.
    #[error("no reader is connected")]
    NoReader,
    /// No reader has this name.
    #[error("no reader is called {wish}")]
    Unknown {
        /// The name that was given.
        wish: String,
        /// The readers that are there.
        known: Vec<String>,
    },
    /// Several readers could be meant.
    #[error("several readers could be meant: {}", .0.join(", "))]
    Several(Vec<String>),
    /// No card lies on the reader.
    #[error("no card lies on the reader")]
    NoCard,
    /// Another program holds the card.
    #[error("another program holds the card")]
    InUse,
    /// The card does not answer.
    #[error("the card does not answer")]
    Mute,
    /// The card was taken off before it was done.
    #[error("the card was taken off")]
    Removed,
    /// The reader was unplugged, or its service ended.
    #[error("the reader is gone")]
    ReaderGone,
    /// Something else, in the words of the service.
    #[error("{0}")]
    Service(Error),
}

impl Fault {
    /// The code of the whole project.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::NoService | Self::NoReader | Self::Unknown { .. } | Self::ReaderGone => {
                ErrorCode::ReaderAbsent
            }
            Self::Several(_) => ErrorCode::ReaderUndecided,
            Self::NoCard => ErrorCode::CardAbsent,
            Self::InUse => ErrorCode::CardInUse,
            Self::Removed => ErrorCode::CardLost,
            Self::Mute | Self::Service(_) => ErrorCode::CardFailed,
        }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::NoService => Self::NoService,
            Error::NoReadersAvailable => Self::NoReader,
            Error::SharingViolation => Self::InUse,
            Error::UnresponsiveCard | Error::UnpoweredCard | Error::UnsupportedCard | Error::InvalidAtr => {
                Self::Mute
            }
            // A card that was reset has forgotten what was selected and presented: for us it has been away.
            Error::RemovedCard | Error::NoSmartcard | Error::ResetCard => Self::Removed,
            Error::ReaderUnavailable
            | Error::UnknownReader
            | Error::ServiceStopped
            | Error::Shutdown
            | Error::InvalidHandle => Self::ReaderGone,
            other => Self::Service(other),
        }
    }
}

impl From<&Fault> for TransportError {
    fn from(fault: &Fault) -> Self {
        match fault {
            Fault::Removed | Fault::NoCard => Self::Lost,
            _ => Self::Failed,
        }
    }
}
