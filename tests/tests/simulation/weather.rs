//! What happens to the disk: seldom anything, now and then each of its faults.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    time::Duration,
};

use yui_store::testing::{Mishap, Op, Weather};

use crate::{
    chance::Chance,
    fault::{Fault, Tally},
};

/// One operation in so many goes wrong.
const SELDOM: u32 = 60;

/// See the module. It is fair once `healed` is true.
pub struct Rough {
    pub chance: Chance,
    pub tally: Tally,
    pub healed: Arc<AtomicBool>,
}

impl Rough {
    fn mishap(&self, op: Op) -> (Mishap, Option<Fault>) {
        let keeping = matches!(op, Op::Flush | Op::Commit);
        match self.chance.between(0, 5) {
            0 => (Mishap::Broken, Some(Fault::ConnectionBroken)),
            1 => (Mishap::AnswerLost, (op == Op::Commit).then_some(Fault::CommitAnswerLost)),
            2 if keeping => (Mishap::Full, Some(Fault::DiskFull)),
            3 if op == Op::Commit => (Mishap::SyncFails, Some(Fault::SyncFailed)),
            4 => (Mishap::Stall(self.chance.millis(100, 25_000)), Some(Fault::DiskStalled)),
            _ => (Mishap::None, None),
        }
    }
}

impl Weather for Rough {
    fn at(&mut self, op: Op) -> Mishap {
        if self.healed.load(SeqCst) || !self.chance.one_in(SELDOM) {
            return Mishap::None;
        }
        let (mishap, fault) = self.mishap(op);
        if let Some(fault) = fault {
            self.tally.count(fault);
        }
        mishap
    }

    fn latency(&mut self, op: Op) -> Duration {
        match op {
            Op::Commit => self.chance.millis(1, 8),
            _ => self.chance.millis(0, 2),
        }
    }

    fn keeps(&mut self) -> bool {
        // A torn write is known by its checksum, and so is one that is not there.
        let fault = match self.chance.between(0, 3) {
            0 => Fault::TornWrite,
            1 => Fault::LostWrite,
            _ => return true,
        };
        self.tally.count(fault);
        false
    }
}
