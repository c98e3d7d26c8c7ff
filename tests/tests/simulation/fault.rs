//! The kinds of faults, and how often each happened.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

/// What went wrong.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Fault {
    RequestDropped,
    AnswerDropped,
    Duplicated,
    Reordered,
    Partition,
    ClockJump,
    DaysPass,
    KilledSomewhere,
    KilledBeforeWriting,
    KilledBeforeCommit,
    KilledBeforeAnswer,
    Stopped,
    PowerFailed,
    LostWrite,
    TornWrite,
    SyncFailed,
    DiskFull,
    DiskStalled,
    ConnectionBroken,
    CommitAnswerLost,
    LockForgotten,
    AppDied,
    AppRolledBack,
    Cloned,
}

impl Fault {
    /// All kinds.
    pub const ALL: [Self; 24] = [
        Self::RequestDropped,
        Self::AnswerDropped,
        Self::Duplicated,
        Self::Reordered,
        Self::Partition,
        Self::ClockJump,
        Self::DaysPass,
        Self::KilledSomewhere,
        Self::KilledBeforeWriting,
        Self::KilledBeforeCommit,
        Self::KilledBeforeAnswer,
        Self::Stopped,
        Self::PowerFailed,
        Self::LostWrite,
        Self::TornWrite,
        Self::SyncFailed,
        Self::DiskFull,
        Self::DiskStalled,
        Self::ConnectionBroken,
        Self::CommitAnswerLost,
        Self::LockForgotten,
        Self::AppDied,
        Self::AppRolledBack,
        Self::Cloned,
    ];
}

/// Counts by kind. Clones are the same.
#[derive(Clone, Default)]
pub struct Tally(Arc<Mutex<BTreeMap<Fault, usize>>>);

impl Tally {
    pub fn count(&self, fault: Fault) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(fault).or_default() += 1;
    }

    pub fn counts(&self) -> BTreeMap<Fault, usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
