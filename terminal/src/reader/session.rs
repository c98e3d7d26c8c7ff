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
/// not work (`SCARD_E_NOT_TRANSACTED`, `SCARD_F_COMM_ERROR`): what has become of the reader says more. A service that
/// has ended takes its readers with it.
fn cause(error: Error, reader: &CString) -> Fault {
    let fault = match Fault::from(error) {
        Fault::Service(error) => what_is_left(reader).err().unwrap_or(Fault::Service(error)),
        known => known,
    };
    if fault == Fault::NoService { Fault::ReaderGone } else { fault }
}

/// The fault that the reader shows; none when the card still lies on it.
fn what_is_left(reader: &CString) -> Result<(), Fault> {
    // One that cannot be reached has ended, whatever that is told as.
    let service = Context::establish(Scope::User).map_err(|_| Fault::ReaderGone)?;
    let mut reader = [ReaderState::new(reader.clone(), State::UNAWARE)];
    watch(|patience| {
        service.get_status_change(patience, &mut reader)?;
        reader[0].sync_current_state();
        Ok(reader[0].event_state())
    })
}

/// Looks until the card is gone, or as long as its leaving may take to be noticed. `look` answers the state of the reader
/// when it is another than before, and `Timeout` when it stayed so for this long.
fn watch(mut look: impl FnMut(Duration) -> Result<State, Error>) -> Result<(), Fault> {
    let deadline = Instant::now() + NOTICED;
    let (mut left, mut shown) = (Duration::ZERO, State::UNAWARE);
    loop {
        match look(left) {
            Ok(state) => shown = state,
            Err(Error::Timeout) => break,
            Err(error) => return Err(error.into()),
        }
        left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() || !shown.contains(State::PRESENT) {
            break;
        }
    }
    if shown.contains(State::EMPTY) {
        Err(Fault::Removed)
    } else if shown.intersects(State::UNKNOWN | State::UNAVAILABLE) {
        Err(Fault::ReaderGone)
    } else {
        Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What a reader shows that is in these states one after the other, and stays in the last; and how many of them
    /// were looked at.
    fn shown(states: &[Result<State, Error>]) -> (Result<(), Fault>, usize) {
        let mut coming = states.iter();
        let shown = watch(|_| coming.next().copied().unwrap_or(Err(Error::Timeout)));
        (shown, states.len() - coming.len())
    }

    #[test]
    fn what_the_reader_shows_says_why() {
        let lies = Ok(State::PRESENT | State::CHANGED);
        let taken_off = Ok(State::EMPTY | State::CHANGED);
        let unplugged = Ok(State::UNAVAILABLE | State::CHANGED);
        let not_known = Ok(State::UNKNOWN | State::IGNORE | State::CHANGED);
        for (states, wanted) in [
            (&[lies][..], Ok(())),
            (&[taken_off], Err(Fault::Removed)),
            (&[unplugged], Err(Fault::ReaderGone)),
            (&[not_known], Err(Fault::ReaderGone)),
            (&[lies, taken_off], Err(Fault::Removed)),
            (&[lies, unplugged], Err(Fault::ReaderGone)),
            (&[lies, Ok(State::PRESENT | State::INUSE), lies, taken_off], Err(Fault::Removed)),
            (&[Ok(State::PRESENT | State::MUTE)], Ok(())),
            (&[Err(Error::ServiceStopped)], Err(Fault::ReaderGone)),
            (&[lies, Err(Error::UnknownReader)], Err(Fault::ReaderGone)),
            (&[lies, Err(Error::InternalError)], Err(Fault::Service(Error::InternalError))),
        ] {
            assert_eq!(shown(states), (wanted, states.len()), "{states:?}");
        }
        assert_eq!(shown(&[taken_off, lies]), (Err(Fault::Removed), 1), "another card is another session");
    }

    #[test]
    fn the_first_look_does_not_wait() {
        let mut waits = Vec::new();
        let shown = watch(|patience| {
            waits.push(patience);
            if waits.len() == 1 { Ok(State::PRESENT) } else { Err(Error::Timeout) }
        });
        assert_eq!((shown, waits.len(), waits[0]), (Ok(()), 2, Duration::ZERO));
        assert!(!waits[1].is_zero() && waits[1] <= NOTICED, "{waits:?}");
    }

    #[test]
    fn a_cause_that_is_told_is_not_looked_for() {
        for (error, wanted) in [
            (Error::RemovedCard, Fault::Removed),
            (Error::UnresponsiveCard, Fault::Mute),
            (Error::ReaderUnavailable, Fault::ReaderGone),
            (Error::NoService, Fault::ReaderGone),
        ] {
            assert_eq!(cause(error, &CString::default()), wanted, "{error:?}");
        }
    }
}
