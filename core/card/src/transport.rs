//! The port to whatever carries bytes to the card: NFC of a phone, PC/SC of a counter, a virtual card.

use std::sync::Arc;

use async_trait::async_trait;

/// Why no answer came back.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TransportError {
    /// The card left the field or the reader, or the session ran out.
    #[error("the card was taken away")]
    Lost,
    /// The reader or its driver failed.
    #[error("the reader failed")]
    Failed,
}

/// Carries command APDUs (ISO/IEC 7816-4) to a card and its answers back.
///
/// The implementation only moves bytes: it answers `61xx` and `6Cxx` as they are, keeps no copy, logs nothing, and
/// ends the session by its own time limit (a phone's NFC session lasts about 20 seconds). Over PC/SC the connection
/// must be exclusive, because the guard knows only the commands that pass through it.
#[async_trait]
pub trait CardTransport: Send + Sync {
    /// Sends one command and returns the whole answer, status word included.
    async fn transceive(&self, command: &[u8]) -> Result<Vec<u8>, TransportError>;
}

#[async_trait]
impl<T: CardTransport + ?Sized> CardTransport for Arc<T> {
    async fn transceive(&self, command: &[u8]) -> Result<Vec<u8>, TransportError> {
        (**self).transceive(command).await
    }
}

#[async_trait]
impl<T: CardTransport + ?Sized> CardTransport for Box<T> {
    async fn transceive(&self, command: &[u8]) -> Result<Vec<u8>, TransportError> {
        (**self).transceive(command).await
    }
}
