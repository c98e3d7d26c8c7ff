//! Value that ran out leaves its wallets: at every midnight in Japan and at the start, in units of bounded size.

use std::time::Duration;

use sha2::{Digest, Sha256};
use yui_ledger::{Command, Op};
use yui_protocol::{CommandId, ErrorCode, Subject};
use yui_store::{Unit, UnitError};

use crate::{random::random, state::Yui};

/// How many wallets one unit takes; others' payments come in between.
const WALLETS: usize = 32;

/// How often the job looks whether a new day has begun.
const LOOK: Duration = Duration::from_secs(1);

/// How long the job waits after a fault.
const AFTER_FAULT: Duration = Duration::from_secs(30);

/// Expires all that has run out by now; how many wallets were touched.
pub async fn run_due(yui: &Yui) -> Result<usize, ErrorCode> {
    let (mut touched, mut after) = (0, None);
    loop {
        let done = yui.town_write(move |unit| Box::pin(async move { some(unit, after).await })).await?;
        touched += done.len();
        if done.len() < WALLETS {
            return Ok(touched);
        }
        after = done.last().copied();
    }
}

/// Expires those who come after `after`, so that none is looked at twice.
async fn some(unit: &mut Unit, after: Option<Subject>) -> Result<Vec<Subject>, UnitError> {
    let now = unit.now();
    let due: Vec<Subject> = unit.ledger().expiry_due(now, after).take(WALLETS).collect();
    for wallet in &due {
        let id = CommandId::new(now, random()?);
        let digest =
            Sha256::new().chain_update(b"yui/expire/v1").chain_update(wallet.as_bytes()).finalize().into();
        let op = Op::Expire { wallet: *wallet };
        unit.apply(&Command { id, digest, signature: None, op }).await?;
    }
    Ok(due)
}

/// The job: once at the start, then whenever a day has begun in Japan, until the server stops. A server that stands
/// by leaves it to the one that writes.
pub async fn every_day(yui: Yui) {
    let mut done = None;
    loop {
        let today = yui.clock.now().day_jst();
        let mut wait = LOOK;
        if yui.leads_town() && done != Some(today) {
            match run_due(&yui).await {
                Ok(_) => done = Some(today),
                Err(code) => {
                    tracing::warn!(%code, "value that ran out could not be expired yet");
                    wait = AFTER_FAULT;
                }
            }
        }
        if !yui.rests(wait).await {
            return;
        }
    }
}
