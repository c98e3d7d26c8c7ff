//! Running the units of one batch, each kept or undone as a whole.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;

use super::job::Job;
use crate::{
    error::StoreError,
    event::{Event, EventKind},
    unit::{Unit, UnitError},
};

/// Runs the units in order. Afterwards the ledger and the open transaction hold exactly what the accepted ones
/// did, or [`Unit::spoiled`] says that nothing of the batch can be committed.
pub(crate) async fn run(unit: &mut Unit, jobs: &mut [Box<dyn Job>]) {
    for job in jobs {
        if unit.spoiled.is_some() {
            return;
        }
        run_one(unit, job.as_mut()).await;
    }
}

async fn run_one(unit: &mut Unit, job: &mut dyn Job) {
    let mark = unit.ledger.mark();
    let seq = unit.ledger.head().seq;
    unit.failed = false;
    let mut accepted = AssertUnwindSafe(job.run(unit)).catch_unwind().await.unwrap_or_else(|_| {
        job.fail(UnitError::Failed("the unit panicked".to_owned()));
        false
    });
    if accepted && !unit.failed && unit.session.wrote() && unit.ledger.head().seq == seq {
        // Every commit raises the head, or the fence could not tell two of them apart.
        let change =
            Event { kind: EventKind::Change, name: String::new(), party: None, actor: String::new() };
        unit.append(&change);
    }
    if accepted && unit.failed {
        job.fail(UnitError::Failed("the unit went on after a statement or a row was refused".to_owned()));
        accepted = false;
    }
    let settled = if accepted && unit.spoiled.is_none() {
        unit.session.keep_unit().await
    } else {
        unit.ledger.undo(mark);
        unit.session.undo_unit().await
    };
    if let Err(error) = settled {
        unit.spoiled.get_or_insert(error);
    }
}

/// What the units of a batch are told that could not be committed.
pub(crate) fn told(error: &StoreError) -> UnitError {
    if matches!(error, StoreError::Full) { UnitError::Full } else { UnitError::Unavailable }
}
