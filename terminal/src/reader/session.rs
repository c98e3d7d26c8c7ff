//! A card in a reader, held for this program alone, as `yui-card` wants it.

use std::{
    ffi::CString,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use async_trait::async_trait;
use pcsc::{Card, Context, Error, MAX_BUFFER_SIZE, ReaderState, Scope, State};
use yui_card::{CardTransport, TransportError};
use zeroize::Zeroizing;

use super::Fault;

/// How long the service may take to notice that a card or a reader has gone.
const NOTICED: Duration = Duration::from_secs(2);

/// The fewest bytes of an answer.
const STATUS_WORD: usize = 2;

/// A card that no other program can reach until this is dropped; then it is reset, and forgets what was presented.
/// Clones are handles to the same connection.
#[derive(Clone)]
pub struct CardInReader(Arc<Mutex<Session>>);

struct Session {
    card: Card,
    reader: CString,
    /// The first fault ends the session: what is selected and presented is uncertain after it.
    ended: Option<Fault>,
}

impl CardInReader {
    pub(super) fn new(card: Card, reader: CString) -> Self {
        Self(Arc::new(Mutex::new(Session { card, reader, ended: None })))
    }

    /// Sends a command and waits for its answer. Blocks.
    pub fn exchange(&self, command: &[u8]) -> Result<Vec<u8>, TransportError> {
        let Session { card, reader, ended } = &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(fault) = ended {
            return Err((&*fault).into());
        }
        let mut buffer = Zeroizing::new([0; MAX_BUFFER_SIZE]);
        match card.transmit(command, &mut *buffer) {
            Ok(answer) if answer.len() >= STATUS_WORD => Ok(answer.to_vec()),
            // A driver may call it an empty answer when the card leaves.
            Ok(_) => Err((&*ended.insert(cause(Error::NotTransacted, reader))).into()),
            Err(error) => Err((&*ended.insert(cause(error, reader))).into()),
        }
    }

    /// What ended the session; none while it lasts.
    #[must_use]
    pub fn ended(&self) -> Option<Fault> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).ended.clone()
    }
}

/// Why an exchange failed. A card that leaves in the midst of it, or a service that ends, is told as an exchange that did
/// not work (`SCARD_E_NOT_TRANSACTED`, `SCARD_F_COMM_ERROR`): what has become of the reader says more.
fn cause(error: Error, reader: &CString) -> Fault {
    match Fault::from(error) {
        Fault::Service(error) => what_is_left(reader).err().unwrap_or(Fault::Service(error)),
        Fault::NoService => Fault::ReaderGone,
        known => known,
    }
}

/// The fault that the reader shows; none when the card still lies on it.
fn what_is_left(reader: &CString) -> Result<(), Fault> {
    let service = Context::establish(Scope::User).map_err(|_| Fault::ReaderGone)?;
    let mut state = [ReaderState::new(reader.clone(), State::UNAWARE)];
    let deadline = Instant::now() + NOTICED;
    let mut left = Duration::ZERO;
    loop {
        match service.get_status_change(left, &mut state) {
            Ok(()) => {}
            Err(Error::Timeout) => break,
            Err(error) => return Err(error.into()),
        }
        left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() || !state[0].event_state().contains(State::PRESENT) {
            break;
        }
        state[0].sync_current_state();
    }
    match state[0].event_state() {
        state if state.contains(State::EMPTY) => Err(Fault::Removed),
        state if state.intersects(State::UNKNOWN | State::UNAVAILABLE) => Err(Fault::ReaderGone),
        _ => Ok(()),
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
