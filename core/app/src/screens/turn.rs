//! Which turn of a job it is: she went on, back or elsewhere since, and an answer to what was asked before is nobody's.

use std::sync::atomic::{AtomicU64, Ordering};

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
