//! What the numbers in the ledger's rows mean, and which lots a wallet ever had, for readers.
//!
//! Rows speak of accounts and terms by number, and no table is ordered by account, so that a commit stays cheap. The
//! reading side therefore follows the log in memory: read once from the tables, then row by row.

use std::collections::HashMap;

use tokio::sync::{RwLock, RwLockReadGuard};
use yui_ledger::{
    Corrupt, Names, Posted, Tables,
    row::{AccountRow, ClassesRow, PostingRow, ProgrammeRow, TermsRow},
};
use yui_protocol::Points;
use yui_store::{Party, Row, Snapshot, StoreError};

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
    lots: HashMap<i64, Vec<i64>>,
}

impl Log {
    /// What is known, at least up to what `view` shows; with the number of the last row in it.
    pub(super) async fn at(
        &self,
        view: &mut Snapshot,
    ) -> Result<(i64, RwLockReadGuard<'_, Known>), StoreError> {
        let head = view.sql("SELECT head_seq FROM meta WHERE id = 1").fetch_one().await?.get("head_seq")?;
        let known = self.0.read().await;
        if known.upto.is_some_and(|upto| upto >= head) {
            return Ok((head, known));
        }
        drop(known);
        let mut known = self.0.write().await;
        if let Err(error) = known.follow(view, head).await {
            // A part of a stride may have been learnt; the next reader begins anew.
            *known = Known::default();
            return Err(error);
        }
        Ok((head, known.downgrade()))
    }
}

impl Known {
    /// The posting of a row.
    pub(super) fn read(&self, row: &Row) -> Result<Seen, StoreError> {
        let posted = Posted::from_row(&posting(row)?, &self.names).map_err(|error| corrupt(&error))?;
        Ok(Seen { posted, refunded: row.get("given_back")? })
    }

    /// The numbers of all lots a party's wallet ever had.
    pub(super) fn lots_of(&self, party: Party) -> &[i64] {
        let account = self.names.account_no(party.account());
        account.and_then(|no| self.lots.get(&no)).map_or(&[], Vec::as_slice)
    }

    /// Goes on to row `head`, by strides that are taken in as a whole.
    async fn follow(&mut self, view: &mut Snapshot, head: i64) -> Result<(), StoreError> {
        if self.upto.is_none() {
            let (names, lots) = (names(view).await?, lots(view, 0, head).await?);
            *self = Self { upto: Some(head), names, lots: HashMap::new() };
            self.own(lots);
        }
        while let Some(upto) = self.upto.filter(|upto| *upto < head) {
            let to = head.min(upto + STRIDE);
            let text = "SELECT * FROM posting WHERE seq > $1 AND seq <= $2 ORDER BY seq";
            let rows = view.sql(text).bind(upto).bind(to).fetch_all().await?;
            let lots = lots(view, upto, to).await?;
            for row in rows {
                self.names.learn(&posting(&row)?).map_err(|error| corrupt(&error))?;
            }
            self.own(lots);
            self.upto = Some(to);
        }
        Ok(())
    }

    fn own(&mut self, lots: Vec<(i64, i64)>) {
        for (account, lot) in lots {
            self.lots.entry(account).or_default().push(lot);
        }
    }
}

/// Account and number of the lots of these rows: a lot has the number of the row that made it.
async fn lots(view: &mut Snapshot, after: i64, upto: i64) -> Result<Vec<(i64, i64)>, StoreError> {
    let text = "SELECT id, account FROM lot WHERE id > $1 AND id <= $2 ORDER BY id";
    let rows = view.sql(text).bind(after).bind(upto).fetch_all().await?;
    rows.iter().map(|row| Ok((row.get("account")?, row.get("id")?))).collect()
}

/// The meaning of all numbers, by the tables that give them.
async fn names(view: &mut Snapshot) -> Result<Names, StoreError> {
    let mut tables = Tables::default();
    for row in view.sql("SELECT no, key FROM account ORDER BY no").fetch_all().await? {
        tables.accounts.push(AccountRow { no: row.get("no")?, key: row.get("key")? });
    }
    for row in view.sql("SELECT no, slug FROM programme ORDER BY no").fetch_all().await? {
        let (no, slug) = (row.get("no")?, row.get("slug")?);
        let programme =
            ProgrammeRow { no, slug, issued: 0, redeemed: 0, expired: 0, refunded: 0, given_up: 0 };
        tables.programmes.push(programme);
    }
    for row in view.sql("SELECT no, list FROM classes ORDER BY no").fetch_all().await? {
        tables.classes.push(ClassesRow { no: row.get("no")?, list: row.get("list")? });
    }
    for row in view.sql("SELECT * FROM terms ORDER BY no").fetch_all().await? {
        tables.terms.push(TermsRow {
            no: row.get("no")?,
            kind: row.get("kind")?,
            programme: row.get("programme")?,
            last_day: row.get("last_day")?,
            classes: row.get("classes")?,
        });
    }
    let mut names = Names::default();
    names.restore(&tables).map_err(|error| corrupt(&error))?;
    Ok(names)
}

fn posting(row: &Row) -> Result<PostingRow, StoreError> {
    Ok(PostingRow {
        seq: row.get("seq")?,
        at: row.get("at")?,
        id: row.get("id")?,
        kind: row.get("kind")?,
        debit: row.get("debit")?,
        credit: row.get("credit")?,
        amount: row.get("amount")?,
        detail: row.get("detail")?,
        digest: row.get("digest")?,
        signature: row.get("signature")?,
    })
}

fn corrupt(error: &Corrupt) -> StoreError {
    StoreError::Corrupt(error.to_string())
}
