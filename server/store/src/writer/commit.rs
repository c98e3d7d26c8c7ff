//! One commit for the whole batch, and finding out what became of one whose answer was lost.

use tokio::time::Instant;
use yui_ledger::Head;

use super::lead::Lead;
use crate::{
    error::StoreError,
    flush::{Advance, Fence},
    hook::{Fate, Moment},
};

/// How a commit ended.
#[derive(Debug)]
pub(crate) enum Ended {
    /// It is on the disk.
    Kept,
    /// It is not; the writer can go on.
    Dropped(StoreError),
    /// The store has another writer now, or cannot be reached.
    Deposed,
    /// The test wants the writer to end here.
    Dead,
}

enum Failure {
    Fenced,
    Engine(StoreError),
    Dead,
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Engine(error)
    }
}

/// Commits what the ledger and the open transaction hold.
pub(crate) async fn commit(lead: &mut Lead) -> Ended {
    let to = lead.unit.ledger.head();
    let advance = Advance { epoch: lead.epoch, from: lead.from, to, clock: lead.trust.reading().clone() };
    let (touch, sent) = (lead.touch.clone(), Instant::now());
    let committed = async {
        match write(lead, &advance).await {
            Ok(()) => Ended::Kept,
            Err(Failure::Dead) => Ended::Dead,
            Err(Failure::Fenced) => Ended::Deposed,
            Err(Failure::Engine(error)) => find_out(lead, &advance.to, error).await,
        }
    };
    // Without an answer for a lease another may write: the connection is given up, and nothing is known.
    let ended = touch.within(committed).await.unwrap_or(Ended::Deposed);
    if matches!(ended, Ended::Kept) {
        touch.heard(sent);
    }
    ended
}

async fn write(lead: &mut Lead, advance: &Advance) -> Result<(), Failure> {
    pause(lead, Moment::Ran)?;
    let session = &lead.unit.session;
    let in_one = session.connection.commits_in_one() && !session.begun();
    if !in_one {
        lead.unit.session.begin().await?;
    }
    let rows = lead.unit.ledger.rows();
    if lead.unit.session.connection.flush(advance, &rows).await? == Fence::Refused {
        lead.unit.session.roll_back().await?;
        return Err(Failure::Fenced);
    }
    if !in_one {
        pause(lead, Moment::Written)?;
        lead.unit.session.commit().await?;
    }
    pause(lead, Moment::Committed)
}

fn pause(lead: &Lead, moment: Moment) -> Result<(), Failure> {
    if lead.hook.at(moment) == Fate::Die { Err(Failure::Dead) } else { Ok(()) }
}

/// The engine reported a fault or the connection broke: reads where the store is. Where it is exactly at the
/// end of this commit, the commit happened.
async fn find_out(lead: &mut Lead, to: &Head, error: StoreError) -> Ended {
    let meta = match lead.unit.session.roll_back().await {
        Ok(()) => lead.unit.session.connection.meta().await,
        Err(broken) => Err(broken),
    };
    let meta = match meta {
        Ok(meta) => Ok(meta),
        Err(_) => lead.reconnect().await,
    };
    match meta {
        Ok(meta) if meta.epoch != lead.epoch => Ended::Deposed,
        Ok(meta) if meta.head == *to => Ended::Kept,
        Ok(_) => Ended::Dropped(error),
        Err(_) => Ended::Deposed,
    }
}
