//! One check of a P-256 signature, by the function with which the server checks a command's.

use std::time::Instant;

use yui_protocol::{Millis, ShopId};
use yui_server::identity::signature;

use crate::{
    measure::{cpu, turns::Turn},
    outcome::Outcome,
    town::payers::Payer,
};

/// Checks so many signatures on this thread.
pub fn turn(checks: u32) -> Outcome<Turn> {
    let payer = Payer::fresh()?;
    let signed = payer.payment(Millis(1_800_000_000_000), ShopId([7; 8]))?;
    let message = yui_protocol::command::Command::signed_bytes(&signed.payload.0);
    let (before, began) = (cpu::of_thread(), Instant::now());
    for _ in 0..checks {
        signature::check(&payer.key, &message, &signed.signature)?;
    }
    let (wall, cpu) = (began.elapsed(), cpu::of_thread() - before);
    let each = wall / checks.max(1);
    Ok(Turn { acts: checks.into(), wall, cpu, p50: each, p99: each })
}
