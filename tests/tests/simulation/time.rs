//! The true time, and what the servers' machines make of it.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering::SeqCst},
};

use tokio::time::Instant;
use yui_protocol::Millis;
use yui_store::Clock;

/// 2027-02-20T12:00 in Japan, so that a month's end comes soon.
const START: Millis = Millis(1_803_092_400_000);

/// The true time: the runtime's, which stands still while anything is done, and days that pass over. Clones are the same.
#[derive(Clone)]
pub struct TrueTime {
    begun: Instant,
    passed_over: Arc<AtomicI64>,
}

impl TrueTime {
    /// Begins now, inside a runtime.
    pub fn begin() -> Self {
        Self { begun: Instant::now(), passed_over: Arc::default() }
    }

    pub fn now(&self) -> Millis {
        START.plus(self.elapsed())
    }

    /// Time in which nobody did anything.
    pub fn pass_over(&self, millis: i64) {
        self.passed_over.fetch_add(millis, SeqCst);
    }

    fn elapsed(&self) -> i64 {
        let run = i64::try_from(self.begun.elapsed().as_millis()).unwrap_or(i64::MAX);
        run + self.passed_over.load(SeqCst)
    }
}

/// A machine's clocks: its wall clock can be set wrong.
pub struct MachineClock {
    time: TrueTime,
    name: usize,
    wrong_by: AtomicI64,
}

impl MachineClock {
    pub fn new(time: &TrueTime, name: usize) -> Self {
        Self { time: time.clone(), name, wrong_by: AtomicI64::default() }
    }

    pub fn set_wrong_by(&self, millis: i64) {
        self.wrong_by.store(millis, SeqCst);
    }
}

impl Clock for MachineClock {
    fn now(&self) -> Millis {
        self.time.now().plus(self.wrong_by.load(SeqCst))
    }

    fn uptime(&self) -> i64 {
        self.time.elapsed()
    }

    fn boot(&self) -> Option<String> {
        Some(format!("machine {}", self.name))
    }
}
