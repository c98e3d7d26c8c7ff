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

#[cfg(test)]
mod tests {
    use super::*;

    /// Every error that is told apart, and of the rest those that a reader's driver gives.
    #[test]
    fn an_error_of_the_service_is_what_a_clerk_can_do_about_it() {
        for (errors, fault, code) in [
            (&[Error::NoService][..], Fault::NoService, "reader_absent"),
            (&[Error::NoReadersAvailable], Fault::NoReader, "reader_absent"),
            (&[Error::SharingViolation], Fault::InUse, "card_in_use"),
            (
                &[Error::UnresponsiveCard, Error::UnpoweredCard, Error::UnsupportedCard, Error::InvalidAtr],
                Fault::Mute,
                "card_failed",
            ),
            (&[Error::RemovedCard, Error::NoSmartcard, Error::ResetCard], Fault::Removed, "card_lost"),
            (
                &[
                    Error::ReaderUnavailable,
                    Error::UnknownReader,
                    Error::ServiceStopped,
                    Error::Shutdown,
                    Error::InvalidHandle,
                ],
                Fault::ReaderGone,
                "reader_absent",
            ),
        ] {
            for error in errors {
                let told = Fault::from(*error);
                assert_eq!((&told, told.code().as_str()), (&fault, code), "{error:?}");
            }
        }
        for error in [Error::NotTransacted, Error::CommError, Error::ProtoMismatch, Error::InternalError] {
            let told = Fault::from(error);
            assert_eq!((&told, told.code().as_str()), (&Fault::Service(error), "card_failed"));
        }
    }

    #[test]
    fn only_a_card_that_is_gone_can_be_laid_on_again() {
        for fault in [Fault::Removed, Fault::NoCard] {
            assert_eq!(TransportError::from(&fault), TransportError::Lost, "{fault}");
        }
        for fault in [Fault::InUse, Fault::Mute, Fault::ReaderGone, Fault::Service(Error::CommError)] {
            assert_eq!(TransportError::from(&fault), TransportError::Failed, "{fault}");
        }
    }
}
