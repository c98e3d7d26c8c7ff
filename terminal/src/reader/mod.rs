//! The readers of this computer, through its smart card service: pcscd on Linux, the system's own on Windows and macOS.

mod choice;
mod fault;
mod session;

use std::{
    ffi::CString,
    time::{Duration, Instant},
};

use pcsc::{Context, Error, PNP_NOTIFICATION, Protocols, ReaderState, Scope, ShareMode, State};
use serde::Serialize;

use choice::{Choice, choose};
pub use fault::Fault;
pub use session::CardInReader;

/// A reader as it is seen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Seen {
    /// The name that the service gives it.
    pub name: String,
    /// What lies on it.
    pub card: OnReader,
}

/// What lies on a reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OnReader {
    /// Nothing.
    Nothing,
    /// A card.
    Card,
    /// A card that another program holds.
    InUse,
    /// A card that does not answer: it lies the wrong way round, or is none.
    Mute,
}

impl OnReader {
    fn of(state: State) -> Self {
        if state.contains(State::MUTE) {
            Self::Mute
        } else if state.intersects(State::EXCLUSIVE | State::INUSE) {
            Self::InUse
        } else if state.contains(State::PRESENT) {
            Self::Card
        } else {
            Self::Nothing
        }
    }
}

/// The connection to the smart card service. Every call blocks.
pub struct Readers(Context);

impl Readers {
    /// Connects to the service.
    pub fn open() -> Result<Self, Fault> {
        Ok(Self(Context::establish(Scope::User)?))
    }

    /// All readers, in the order of the service.
    pub fn seen(&self) -> Result<Vec<Seen>, Fault> {
        Ok(seen_in(&self.look()?))
    }

    /// Holds the card on the wished reader, or on the only one that has a card, for this program alone. Where none lies
    /// there yet, calls `waits` once and waits at most this long.
    pub fn card(
        &self,
        wish: Option<&str>,
        patience: Duration,
        waits: impl FnOnce(),
    ) -> Result<CardInReader, Fault> {
        let deadline = Instant::now() + patience;
        let mut waits = Some(waits);
        loop {
            let states = self.look()?;
            let fault = match choose(&seen_in(&states), wish)? {
                Choice::Holds(reader) => match self.hold(&reader) {
                    Err(Fault::Removed) => Fault::NoCard,
                    held => return held,
                },
                Choice::Empty => Fault::NoCard,
            };
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(fault);
            }
            if let Some(waits) = waits.take() {
                waits();
            }
            self.wait(left, states)?;
        }
    }

    fn hold(&self, reader: &str) -> Result<CardInReader, Fault> {
        let name = CString::new(reader).map_err(|_| Fault::Service(Error::UnknownReader))?;
        let card = self.0.connect(&name, ShareMode::Exclusive, Protocols::ANY)?;
        Ok(CardInReader::new(card, name))
    }

    /// Waits until a card or a reader comes or goes since it was looked, but not longer than this.
    fn wait(&self, left: Duration, mut states: Vec<ReaderState>) -> Result<(), Fault> {
        for reader in &mut states {
            reader.sync_current_state();
        }
        states.push(ReaderState::new(PNP_NOTIFICATION(), State::UNAWARE));
        self.changed(left, &mut states)
    }

    /// The readers as they are now.
    fn look(&self) -> Result<Vec<ReaderState>, Fault> {
        let names = match self.0.list_readers_owned() {
            Err(Error::NoReadersAvailable) => Vec::new(),
            names => names?,
        };
        let mut states: Vec<_> =
            names.into_iter().map(|name| ReaderState::new(name, State::UNAWARE)).collect();
        if !states.is_empty() {
            self.changed(Duration::ZERO, &mut states)?;
        }
        Ok(states)
    }

    fn changed(&self, patience: Duration, states: &mut [ReaderState]) -> Result<(), Fault> {
        match self.0.get_status_change(patience, states) {
            Ok(()) | Err(Error::Timeout) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// The readers that are there, of those that were looked at.
fn seen_in(states: &[ReaderState]) -> Vec<Seen> {
    let gone = State::UNKNOWN | State::UNAVAILABLE | State::IGNORE;
    let there = states.iter().filter(|reader| !reader.event_state().intersects(gone));
    let seen = there.map(|reader| Seen {
        name: reader.name().to_string_lossy().into_owned(),
        card: OnReader::of(reader.event_state()),
    });
    seen.collect()
}
