//! What the numbers in the ledger's rows mean, and which lots a wallet has, for readers.
//!
//! Rows speak of accounts and terms by number, and no table is ordered by account, so that a commit stays cheap. The
//! reading side therefore follows the log in memory: read once from the tables, then row by row.

use tokio::sync::{RwLock, RwLockReadGuard};
use yui_ledger::{Names, Posted};
use yui_protocol::Points;
use yui_store::{Db, Party, Row, Snapshot, StoreError, read};

use super::lots::Lots;

/// How many rows of the log are taken in at once.
const STRIDE: i64 = 4096;

/// A posting with what was given back of it.
pub(super) struct Seen {
    pub(super) posted: Posted,
    pub(super) refunded: Points,
}

/// See the module.
#[derive(Default)]
pub struct Log(RwLock<Known>);

/// What is known up to a row of the log.
#[derive(Default)]
pub(super) struct Known {
    upto: Option<i64>,
    names: Names,
    lots: Lots,
}

/// A view of the store at an instant, with what its numbers mean.
pub(super) struct Reading<'l> {
    pub(super) view: Snapshot,
    /// The last row of the log in it.
    pub(super) head: i64,
    /// What is known, at least up to there.
    pub(super) known: RwLockReadGuard<'l, Known>,
}

impl Log {
    /// Begins to read.
    pub(super) async fn read(&self, db: &Db) -> Result<Reading<'_>, StoreError> {
        loop {
            let mut view = db.snapshot().await?;
            let row = view.sql("SELECT head_seq FROM meta WHERE id = 1").fetch_one().await?;
            let head = row.get("head_seq")?;
            let known = self.upto(&mut view, head).await?;
            // Others may have gone on so far meanwhile that lots of this view are forgotten; a fresh one has them all.
            if known.lots.serve(head) {
                return Ok(Reading { view, head, known });
            }
        }
    }

    async fn upto(&self, view: &mut Snapshot, head: i64) -> Result<RwLockReadGuard<'_, Known>, StoreError> {
        let known = self.0.read().await;
        if known.upto.is_some_and(|upto| upto >= head) {
            return Ok(known);
        }
        drop(known);
        let mut known = self.0.write().await;
        if let Err(error) = known.follow(view, head).await {
            // A part of a stride may have been learnt; the next reader begins anew.
            *known = Known::default();
            return Err(error);
        }
        Ok(known.downgrade())
    }
}

impl Known {
    /// The posting of a row.
    pub(super) fn read(&self, row: &Row) -> Result<Seen, StoreError> {
        let (row, refunded) = read::posting_and_refunded(row)?;
        Ok(Seen { posted: read::posted(&row, &self.names)?, refunded })
    }

    /// The numbers of the lots in a party's wallet, with some in which nothing is left.
    pub(super) fn lots_of(&self, party: Party) -> Vec<i64> {
        self.names.account_no(party.account()).map_or_else(Vec::new, |account| self.lots.of(account))
    }

    /// Goes on to row `head`, by strides that are taken in as a whole.
    async fn follow(&mut self, view: &mut Snapshot, head: i64) -> Result<(), StoreError> {
        if self.upto.is_none() {
            let mut names = Names::default();
            read::learn_all(&mut names, view).await?;
            *self = Self { upto: Some(head), names, lots: lots(view, head).await? };
        }
        while let Some(upto) = self.upto.filter(|upto| *upto < head) {
            let to = head.min(upto + STRIDE);
            let text = "SELECT * FROM posting WHERE seq > $1 AND seq <= $2 ORDER BY seq";
            for row in view.sql(text).bind(upto).bind(to).fetch_all().await? {
                let row = read::posting(&row)?;
                read::learn(&mut self.names, &row)?;
                self.lots.take(&read::posted(&row, &self.names)?, &self.names);
            }
            self.upto = Some(to);
        }
        Ok(())
    }
}

/// The lots in which something is left after row `head`.
async fn lots(view: &mut Snapshot, head: i64) -> Result<Lots, StoreError> {
    let rows = view.sql("SELECT id, account, amount FROM lot WHERE amount > 0").fetch_all().await?;
    let lot = |row: &Row| Ok((row.get("account")?, row.get("id")?, row.get("amount")?));
    Ok(Lots::at(head, rows.iter().map(lot).collect::<Result<Vec<_>, StoreError>>()?))
}
