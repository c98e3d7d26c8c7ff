//! The one time of a server: what it tells phones and what it judges their commands by.
//!
//! The ledger's time never goes back, so after a small step back of the wall clock the rows are ahead of it. A phone
//! that were told the wall's time then would sign commands that have run out by the ledger's. And a time that stood
//! still until the wall has caught up would leave behind the phones that count on from what they were told.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use yui_protocol::Millis;

use crate::clock::Clock;

/// How slowly the time goes on while the wall clock is behind it, so that the wall catches up: 99 parts of 100. A
/// phone without a network that counts at full speed stays within a minute of it for more than an hour.
const SLOWED: (i64, i64) = (99, 100);

/// Shows the wall clock's time, but never one before what it showed at the last commit, or look at the clocks, of the writers
/// that share it: while the wall is behind, it goes on from there more slowly. Clones are the same clock.
#[derive(Clone)]
pub struct LedgerClock {
    machine: Arc<dyn Clock>,
    reached: Arc<Mutex<Option<Reached>>>,
}

/// A time that is not gone behind any more, and the uptime at which it was reached.
#[derive(Clone, Copy)]
struct Reached {
    at: Millis,
    uptime: i64,
}

impl Reached {
    fn goes_on(self, uptime: i64) -> Millis {
        let (slow, full) = SLOWED;
        self.at.plus(uptime.saturating_sub(self.uptime).max(0) / full * slow)
    }
}

impl LedgerClock {
    pub(crate) fn new(machine: Arc<dyn Clock>) -> Self {
        Self { machine, reached: Arc::default() }
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Millis {
        self.at(self.machine.now())
    }

    /// What it shows now if the wall clock shows `wall`.
    pub(crate) fn at(&self, wall: Millis) -> Millis {
        let uptime = self.machine.uptime();
        self.lock().map_or(wall, |reached| wall.max(reached.goes_on(uptime)))
    }

    /// Some row, or a wall clock that is believed, is of this time.
    pub(crate) fn reach(&self, at: Millis) {
        let uptime = self.machine.uptime();
        let mut reached = self.lock();
        if reached.is_none_or(|reached| reached.goes_on(uptime) < at) {
            *reached = Some(Reached { at, uptime });
        }
    }

    /// The machine's clocks under it.
    pub(crate) fn machine(&self) -> &dyn Clock {
        &*self.machine
    }

    fn lock(&self) -> MutexGuard<'_, Option<Reached>> {
        self.reached.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
