//! Whose row is it: the log by person and shop. Where an index of the log costs a commit little it is that; where it would
//! cost the commit as much again, a projection that follows behind.

mod filing;
mod follow;
mod gathered;
mod indexed;
mod owned;
mod projection;
mod projection_file;
mod verify;

use std::time::Duration;

use tokio::{sync::watch, time::timeout};

use crate::{
    changed::Changed, damage::Damage, db::Db, error::StoreError, event::Party, store::StoreUrl, value::Row,
};
pub(crate) use filing::GATHERED;
use projection::Projection;
pub(crate) use projection_file::FEED_ENDING;

/// Whether the feed of this store is its log, with nothing behind it.
pub(crate) fn is_the_log(url: &StoreUrl) -> bool {
    matches!(url, StoreUrl::Postgres { .. })
}

/// Whether the feed of a store is what the log makes of it, beside whoever has it open. Of a log that is not sound itself this
/// says nothing.
pub async fn verify_feed(url: &StoreUrl, store: &Db) -> Result<bool, StoreError> {
    match url {
        StoreUrl::Sqlite(path) => projection::verify(path, store).await,
        StoreUrl::Postgres { .. } => Ok(true),
    }
}

/// Rows of a party, as the feed has them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rows {
    /// Their numbers, oldest first.
    pub seqs: Vec<i64>,
    /// Up to which row of the log the feed went when they were read: up to there it named them all.
    pub upto: i64,
}

impl Rows {
    /// Of rows with `upto`, the same in all, and `seq`, which is nothing where there is none.
    fn read(rows: &[Row]) -> Result<Self, StoreError> {
        let upto = rows.first().map_or(Ok(0), |row| row.get("upto"))?;
        Ok(Self { seqs: seqs(rows)?, upto })
    }
}

/// Those of these rows that are some.
fn seqs(rows: &[Row]) -> Result<Vec<i64>, StoreError> {
    rows.iter().filter_map(|row| row.get::<Option<i64>>("seq").transpose()).collect()
}

/// Reads the feed.
pub struct Feed {
    store: Db,
    head: watch::Receiver<i64>,
    projection: Option<Projection>,
}

impl Feed {
    pub(crate) fn start(
        url: &StoreUrl,
        store: &Db,
        changed: &Changed,
        head: watch::Receiver<i64>,
        damage: &Damage,
        gathers: usize,
    ) -> Result<Self, StoreError> {
        let projection = match url {
            StoreUrl::Sqlite(path) => Some(Projection::start(path, changed, head.clone(), damage, gathers)?),
            StoreUrl::Postgres { .. } => None,
        };
        Ok(Self { store: store.clone(), head, projection })
    }

    /// The party's rows after `after`, at most `limit`. A damaged file is built afresh and meanwhile
    /// [`StoreError::Unavailable`].
    pub async fn rows(&self, party: Party, after: i64, limit: u32) -> Result<Rows, StoreError> {
        match &self.projection {
            Some(projection) => projection.rows(party, after, limit).await,
            None => indexed::rows(&self.store, party, after, limit).await,
        }
    }

    /// Throws a projection away and builds it again from the log; returns when it begins.
    pub async fn rebuild(&self) -> Result<(), StoreError> {
        match &self.projection {
            Some(projection) => projection.rebuild().await,
            None => Ok(()),
        }
    }

    /// Waits until the feed holds all that was committed before this call, but no longer than `at_most`: a
    /// reader who was just told of an act finds it. Up to which row that was; none when it was not reached: late is not
    /// lost, the rows are there at a later reading.
    pub async fn catch_up(&self, at_most: Duration) -> Option<i64> {
        let head = *self.head.borrow();
        let mut upto = self.upto();
        let reached = timeout(at_most, upto.wait_for(|upto| *upto >= head)).await;
        matches!(reached, Ok(Ok(_))).then_some(head)
    }

    /// How many rows of the log the feed does not hold yet.
    #[must_use]
    pub fn lag(&self) -> u64 {
        let (head, upto) = (*self.head.borrow(), *self.upto().borrow());
        u64::try_from(head.saturating_sub(upto)).unwrap_or(0)
    }

    /// Up to which row of the log the feed goes; can be awaited.
    #[must_use]
    pub fn upto(&self) -> watch::Receiver<i64> {
        self.projection.as_ref().map_or(&self.head, Projection::upto).clone()
    }

    pub(crate) async fn end(&self) {
        if let Some(projection) = &self.projection {
            projection.end().await;
        }
    }
}
