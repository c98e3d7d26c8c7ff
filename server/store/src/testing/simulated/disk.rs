//! The disk and the database on it.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use tokio::time::{Instant, sleep};
use yui_ledger::{
    Settings,
    testing::{Disk, Tables},
};

use super::{
    Mishap, Op, Planted, Weather,
    connection::SimulatedConnection,
    state::{State, Written},
};
use crate::{
    error::StoreError,
    flush::Fence,
    meta::Meta,
    port::{Connector, WriterConnection},
    trust::Reading,
};

/// How long a statement waits before it looks again whether a row is free.
const WAIT: Duration = Duration::from_millis(1);

/// See the module. Clones are the same disk.
#[derive(Clone)]
pub struct SimulatedDisk {
    shared: bool,
    state: Arc<Mutex<State>>,
}

impl SimulatedDisk {
    /// An empty one: `shared` with sessions and a lock as PostgreSQL has, else with one writer at a time as a file has.
    #[must_use]
    pub fn new(shared: bool, weather: Box<dyn Weather>, planted: Option<Planted>) -> Self {
        let meta = Meta { epoch: 0, head: yui_ledger::Ledger::default().head(), clock: Reading::default() };
        let state = State {
            disk: Disk::default(),
            meta,
            beat_at: Instant::now(),
            sessions: BTreeSet::new(),
            last_session: 0,
            lock: None,
            row: None,
            syncing: None,
            ghost: None,
            weather,
            planted,
            commits: 0,
        };
        Self { shared, state: Arc::new(Mutex::new(state)) }
    }

    /// What is stored.
    #[must_use]
    pub fn contents(&self) -> Disk {
        self.state().disk.clone()
    }

    /// The power fails and comes back: every session is over, and what was being synced is there or not.
    pub fn power_fails(&self) {
        self.state().power_fails();
    }

    /// Whether a commit is on its way to the disk.
    #[must_use]
    pub fn is_syncing(&self) -> bool {
        self.state().syncing.is_some()
    }

    /// The database forgets who has the writer's lock while that session lives on, as after a failover.
    pub fn forgets_lock(&self) {
        self.state().lock = None;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits as long as this takes; what goes wrong with it besides.
    pub(super) async fn passes(&self, session: i64, op: Op) -> Result<Mishap, StoreError> {
        let (mishap, latency) = {
            let mut state = self.state();
            let mishap = state.weather.at(op);
            (mishap, state.weather.latency(op))
        };
        let stall = if let Mishap::Stall(longer) = mishap { longer } else { Duration::ZERO };
        sleep(latency + stall).await;
        let mut state = self.state();
        match mishap {
            _ if !state.sessions.contains(&session) => Err(StoreError::Unavailable),
            Mishap::Broken => {
                if self.shared {
                    state.end(session);
                }
                Err(StoreError::Unavailable)
            }
            Mishap::Full => Err(StoreError::Full),
            other => Ok(other),
        }
    }

    /// Loses an answer if it shall be lost.
    pub(super) fn answered<T>(&self, session: i64, mishap: Mishap, answer: T) -> Result<T, StoreError> {
        if mishap != Mishap::AnswerLost {
            return Ok(answer);
        }
        if self.shared {
            self.state().end(session);
        }
        Err(StoreError::Unavailable)
    }

    pub(super) fn try_lock(&self, session: i64) -> bool {
        *self.state().lock.get_or_insert(session) == session
    }

    pub(super) fn unlock(&self, session: i64) {
        self.state().lock.take_if(|holder| *holder == session);
    }

    pub(super) fn seize(&self, session: i64, of: Option<i64>) -> bool {
        let mut state = self.state();
        if let Some(holder) = state.lock.filter(|holder| of.is_none_or(|of| of == *holder)) {
            state.end(holder);
        }
        *state.lock.get_or_insert(session) == session
    }

    pub(super) fn silent_for(&self) -> Duration {
        self.state().beat_at.elapsed()
    }

    pub(super) fn meta(&self) -> Meta {
        self.state().meta.clone()
    }

    /// Has the row of the fence for the transaction of this session, once no other has it.
    async fn take_row(&self, session: i64) -> Result<MutexGuard<'_, State>, StoreError> {
        loop {
            {
                let mut state = self.state();
                if !state.sessions.contains(&session) {
                    return Err(StoreError::Unavailable);
                }
                if state.row.is_none_or(|of| of == session) {
                    state.row = Some(session);
                    drop(state);
                    break;
                }
            }
            sleep(WAIT).await;
        }
        Ok(self.state())
    }

    pub(super) async fn claim(&self, session: i64, accepted: Option<&Reading>) -> Result<Meta, StoreError> {
        let mut state = self.take_row(session).await?;
        state.row = None;
        state.beat_at = Instant::now();
        state.meta.epoch += 1;
        // It is a commit, too.
        state.ghost = None;
        if let Some(accepted) = accepted {
            state.meta.clock = accepted.clone();
        }
        Ok(state.meta.clone())
    }

    pub(super) async fn beat(&self, session: i64, epoch: i64) -> Result<bool, StoreError> {
        let mut state = self.take_row(session).await?;
        state.row = None;
        let leads = state.meta.epoch == epoch;
        if leads {
            state.beat_at = Instant::now();
        }
        Ok(leads)
    }

    /// The fence; where it lets pass, its row is this session's until the transaction ends.
    pub(super) async fn fence(&self, session: i64, written: &Written) -> Result<Fence, StoreError> {
        let mut state = self.take_row(session).await?;
        if state.planted == Some(Planted::NoFence) {
            return Ok(Fence::Passed);
        }
        if (state.meta.epoch, state.meta.head.seq) != (written.advance.epoch, written.advance.from.seq) {
            state.row = None;
            return Ok(Fence::Refused);
        }
        let taken = written.rows.postings.id.iter().any(|id| state.disk.posting(*id).is_some());
        if taken {
            state.row = None;
            return Err(StoreError::Constraint("unique posting.id".to_owned()));
        }
        Ok(Fence::Passed)
    }

    pub(super) fn roll_back(&self, session: i64) {
        self.state().row.take_if(|of| *of == session);
    }

    /// Syncs what was written, and answers when it is on the disk.
    pub(super) async fn keep(&self, session: i64, written: Written) -> Result<(), StoreError> {
        self.state().syncing = Some((session, written));
        let mishap = self.passes(session, Op::Commit).await;
        let mut state = self.state();
        let Some((_, written)) = state.syncing.take_if(|(of, _)| *of == session) else {
            return Err(StoreError::Unavailable);
        };
        state.row.take_if(|of| *of == session);
        match mishap? {
            Mishap::SyncFails if self.shared => {
                // The database does not trust what it wrote, and starts again from its log.
                state.syncing = Some((session, written));
                state.power_fails();
                Err(StoreError::Unavailable)
            }
            Mishap::SyncFails => {
                state.ghost = Some(written);
                Err(StoreError::Unavailable)
            }
            mishap => {
                state.apply(written);
                drop(state);
                self.answered(session, mishap, ())
            }
        }
    }

    pub(super) fn tables(&self, settings: &Settings) -> Tables {
        let state = self.state();
        let mut tables = state.disk.tables(settings);
        if state.planted == Some(Planted::WrongLot) {
            swap_terms(&mut tables);
        }
        tables
    }

    /// The session is over: its process has ended, or the database has ended it.
    pub(super) fn end(&self, session: i64) {
        self.state().end(session);
    }
}

/// Gives two lots of one wallet each other's terms.
fn swap_terms(tables: &mut Tables) {
    for first in 0..tables.lots.len() {
        let (account, terms) = (tables.lots[first].account, tables.lots[first].terms);
        let mut others = tables.lots[first + 1..].iter_mut();
        if let Some(other) = others.find(|other| other.account == account && other.terms != terms) {
            let terms = std::mem::replace(&mut other.terms, terms);
            tables.lots[first].terms = terms;
            return;
        }
    }
}

#[async_trait]
impl Connector for SimulatedDisk {
    async fn open(&self) -> Result<Box<dyn WriterConnection>, StoreError> {
        let session = {
            let mut state = self.state();
            state.last_session += 1;
            let session = state.last_session;
            state.sessions.insert(session);
            session
        };
        let connection = SimulatedConnection::new(self.clone(), session);
        self.passes(session, Op::Open).await?;
        Ok(Box::new(connection))
    }

    fn is_shared(&self) -> bool {
        self.shared
    }
}
