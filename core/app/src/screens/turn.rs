//! Which turn of a job it is: she went on, back or elsewhere since, and an answer to what was asked before is nobody's.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use crate::{Topic, core::Core};

/// See the module. No two are the same while the app runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Turn(u64);

impl Turn {
    /// A new one.
    pub(super) fn next() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self(LAST.fetch_add(1, Ordering::Relaxed))
    }
}

/// A job whose screens follow each other.
pub(super) trait Job {
    /// What says that it changed.
    const TOPIC: Topic;

    /// The turn that it is.
    fn turn(&self) -> Turn;
}

impl Core {
    /// Changes where a job stands, and says so.
    pub(super) fn job_becomes<J: Job, T>(&self, job: &Mutex<J>, change: impl FnOnce(&mut J) -> T) -> T {
        let changed = change(&mut job.lock().unwrap_or_else(PoisonError::into_inner));
        self.notifier.changed([J::TOPIC]);
        changed
    }

    /// The same, for an answer to what was asked in that turn: false when it is over, and the answer nobody's.
    pub(super) fn job_hears<J: Job>(&self, job: &Mutex<J>, turn: Turn, change: impl FnOnce(&mut J)) -> bool {
        self.job_becomes(job, |job| {
            let heard = job.turn() == turn;
            if heard {
                change(job);
            }
            heard
        })
    }
}
