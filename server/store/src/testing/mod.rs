//! For tests of this crate and of those that build on it: a private place for a store on either engine, a clock
//! set by hand, and faults at chosen steps of a commit. Not part of the shipped program (feature `testing`).

mod cluster;
mod place;

use std::sync::atomic::{AtomicI64, Ordering};

use yui_protocol::Millis;

pub use crate::export::export_line;
pub use cluster::Cluster;
pub use place::Place;

use crate::clock::Clock;

/// A clock that stands still until it is told otherwise.
#[derive(Debug)]
pub struct SetClock(AtomicI64);

impl SetClock {
    /// A clock that shows `at`.
    #[must_use]
    pub fn at(at: Millis) -> Self {
        Self(AtomicI64::new(at.0))
    }

    /// Moves it by `millis`, back when negative.
    pub fn advance(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Millis {
        Millis(self.0.load(Ordering::SeqCst))
    }
}
