//! For tests of this crate and of those that build on it: a private place for a store on either engine, a clock
//! set by hand, and faults at chosen steps of a commit. Not part of the shipped program (feature `testing`).

mod cluster;
mod place;
mod simulated;

use std::sync::atomic::{AtomicI64, Ordering};

use yui_protocol::Millis;

pub use crate::export::export_line;
pub use cluster::Cluster;
pub use place::Place;
pub use simulated::{Mishap, Op, Planted, SimulatedDisk, SimulatedWriter, Weather};

use crate::clock::Clock;

/// A clock that stands still until it is told otherwise, on a machine that was started when the clock was made.
#[derive(Debug)]
pub struct SetClock {
    wall: AtomicI64,
    uptime: AtomicI64,
    boots: AtomicI64,
}

impl SetClock {
    /// A clock that shows `at`.
    #[must_use]
    pub fn at(at: Millis) -> Self {
        Self { wall: AtomicI64::new(at.0), uptime: AtomicI64::new(0), boots: AtomicI64::new(1) }
    }

    /// Lets `millis` pass; takes them back when negative.
    pub fn advance(&self, millis: i64) {
        self.uptime.fetch_add(millis, Ordering::SeqCst);
        self.wall.fetch_add(millis, Ordering::SeqCst);
    }

    /// Sets the wall clock forward by `millis`, back when negative, while no time passes.
    pub fn jump(&self, millis: i64) {
        self.wall.fetch_add(millis, Ordering::SeqCst);
    }

    /// Starts the machine again.
    pub fn reboot(&self) {
        self.boots.fetch_add(1, Ordering::SeqCst);
        self.uptime.store(0, Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Millis {
        Millis(self.wall.load(Ordering::SeqCst))
    }

    fn uptime(&self) -> i64 {
        self.uptime.load(Ordering::SeqCst)
    }

    fn boot(&self) -> Option<String> {
        Some(format!("boot {}", self.boots.load(Ordering::SeqCst)))
    }
}
