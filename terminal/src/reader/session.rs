//! A card in a reader, held for this program alone, as `yui-card` wants it.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use pcsc::{Card, MAX_BUFFER_SIZE};
use yui_card::{CardTransport, TransportError};
use zeroize::Zeroizing;

use super::Fault;

/// A card that no other program can reach until this is dropped; then it is reset, and forgets what was presented.
/// Clones are handles to the same connection.
#[derive(Clone)]
pub struct CardInReader(Arc<Mutex<Session>>);

struct Session {
    card: Card,
    /// The first fault ends the session: what is selected and presented is uncertain after it.
    ended: Option<Fault>,
}

impl CardInReader {
    pub(super) fn new(card: Card) -> Self {
        Self(Arc::new(Mutex::new(Session { card, ended: None })))
    }

    /// Sends a command and waits for its answer. Blocks.
    pub fn exchange(&self, command: &[u8]) -> Result<Vec<u8>, TransportError> {
        let Session { card, ended } = &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(fault) = ended {
            return Err((&*fault).into());
        }
        let mut buffer = Zeroizing::new([0; MAX_BUFFER_SIZE]);
        match card.transmit(command, &mut *buffer) {
            Ok(answer) => Ok(answer.to_vec()),
            Err(error) => Err((&*ended.insert(error.into())).into()),
        }
    }

    /// What ended the session; none while it lasts.
    #[must_use]
    pub fn ended(&self) -> Option<Fault> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).ended.clone()
    }
}

#[async_trait]
impl CardTransport for CardInReader {
    async fn transceive(&self, command: &[u8]) -> Result<Vec<u8>, TransportError> {
        let (card, command) = (self.clone(), Zeroizing::new(command.to_vec()));
        let done = tokio::task::spawn_blocking(move || card.exchange(&command)).await;
        done.unwrap_or(Err(TransportError::Failed))
    }
}
