//! A writer as production runs it, over a disk in memory that fails as it is told: for simulations with a seed.
//!
//! The disk has the semantics of the two engines as far as the writer sees them: one commit is whole or not there, what
//! was not synced is lost with the power, torn, or there after all; a database that is shared has sessions, a lock that
//! lives with one of them, and a row that the fence locks. Statements of SQL are not simulated.

mod connection;
mod disk;
mod state;
mod weather;

use std::{pin::Pin, sync::Arc, time::Duration};

use tokio::sync::oneshot;

pub use disk::SimulatedDisk;
pub use weather::{Mishap, Op, Planted, Weather};

use crate::{
    clock::Clock,
    damage::Damage,
    error::StoreError,
    hook::Hook,
    time::LedgerClock,
    writer::{self, HeadNews, Setting, Writer},
};

/// A writer that somebody has to run.
pub struct SimulatedWriter {
    /// Takes units.
    pub writer: Writer,
    /// The time of its rows.
    pub clock: LedgerClock,
    /// Says that it leads or stands by, or why it cannot.
    pub ready: oneshot::Receiver<Result<(), StoreError>>,
    /// The writer itself. Whoever drops it kills the process that it is; whoever does not poll it stops that.
    pub process: Pin<Box<dyn Future<Output = ()>>>,
}

impl SimulatedWriter {
    /// A process that writes on this disk, or stands by. `accept_time_jump` as
    /// [`StoreOptions::accept_time_jump`](crate::StoreOptions::accept_time_jump).
    #[must_use]
    pub fn new(
        disk: &SimulatedDisk,
        clock: Arc<dyn Clock>,
        hook: Arc<dyn Hook>,
        lease: Duration,
        accept_time_jump: bool,
    ) -> Self {
        let clock = LedgerClock::new(clock);
        let setting = Setting {
            connector: Arc::new(disk.clone()),
            domain: Vec::new(),
            clock: clock.clone(),
            accept_time_jump,
            hook,
            head: HeadNews::new(None),
            lease,
            lock: None,
            damage: Damage::default(),
        };
        let (writer, run) = writer::Run::apart(setting);
        let (tell, ready) = oneshot::channel();
        let standing = run.standing.clone();
        let process = Box::pin(async move {
            run.run(tell).await;
            writer::tell_stopped(&standing);
        });
        Self { writer, clock, ready, process }
    }
}
