//! The clock of the test server: the machine's, moved forward by hand.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use yui_protocol::Millis;
use yui_store::{Clock, SystemClock};

/// The machine's time plus an offset that all clones share.
#[derive(Clone, Default)]
pub struct OffsetClock(Arc<AtomicI64>);

impl OffsetClock {
    /// Moves the time by `millis`.
    pub fn advance(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }

    /// By how much the time is ahead of the machine's, in milliseconds.
    #[must_use]
    pub fn offset(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

impl Clock for OffsetClock {
    fn now(&self) -> Millis {
        SystemClock.now().plus(self.offset())
    }

    /// What is passed over by hand is time that the machine ran.
    fn uptime(&self) -> i64 {
        SystemClock.uptime() + self.offset()
    }

    fn boot(&self) -> Option<String> {
        SystemClock.boot()
    }
}
