//! Reading the log: postings and events by number or id, for history, receipts and the feed.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sqlx::AssertSqlSafe;
use yui_ledger::{Head, Names, Posted};
use yui_protocol::{CommandId, Millis, Points};

use crate::{
    damage::Damage,
    db::{Db, Snapshot},
    error::StoreError,
    event::Event,
    load,
    meta::Meta,
    read, rows,
    value::Row,
};

/// How many rows one statement asks for. Fewer are filled up, so that there is one text to prepare.
const PAGE: usize = 64;

/// A row of the log.
#[derive(Clone, Debug)]
pub enum Logged {
    /// Money.
    Posting {
        /// What was posted.
        posted: Box<Posted>,
        /// What was given back of it so far.
        refunded: Points,
    },
    /// Anything else.
    Event {
        /// The row's number.
        seq: i64,
        /// When it was appended.
        at: Millis,
        /// What it says.
        event: Event,
    },
}

impl Logged {
    /// The row's number.
    #[must_use]
    pub fn seq(&self) -> i64 {
        match self {
            Self::Posting { posted, .. } => posted.seq,
            Self::Event { seq, .. } => *seq,
        }
    }
}

/// Reads the log. Cheap to clone.
#[derive(Clone)]
pub struct Log {
    db: Db,
    damage: Damage,
    known: Arc<Mutex<Known>>,
}

/// What the numbers in the rows up to `upto` mean.
#[derive(Default)]
struct Known {
    names: Names,
    upto: i64,
}

impl Log {
    pub(crate) fn new(db: Db, damage: Damage) -> Self {
        Self { db, damage, known: Arc::default() }
    }

    /// Closes its connections, for whoever opened the log alone.
    pub async fn close(self) {
        self.db.close().await;
    }

    /// Up to where the log goes.
    pub async fn head(&self) -> Result<Head, StoreError> {
        let read = async { Ok(Meta::read(&mut self.db.snapshot().await?).await?.head) };
        self.damage.note(read.await)
    }

    /// The accepted command with this id and what was given back of it.
    pub async fn by_id(&self, id: CommandId) -> Result<Option<(Posted, Points)>, StoreError> {
        self.damage.note(self.find(id).await)
    }

    async fn find(&self, id: CommandId) -> Result<Option<(Posted, Points)>, StoreError> {
        let mut view = self.db.snapshot().await?;
        let Some((row, refunded)) = load::posting(&mut view, id).await? else { return Ok(None) };
        self.learn(&mut view, row.seq).await?;
        Ok(Some((self.read(&row)?, refunded)))
    }

    /// The rows with these numbers, in the order of the log; a number without a row is left out.
    pub async fn rows(&self, seqs: &[i64]) -> Result<Vec<Logged>, StoreError> {
        self.damage.note(self.list(seqs).await)
    }

    async fn list(&self, seqs: &[i64]) -> Result<Vec<Logged>, StoreError> {
        let Some(last) = seqs.iter().max() else { return Ok(Vec::new()) };
        let mut view = self.db.snapshot().await?;
        self.learn(&mut view, *last).await?;
        let among = (1..=PAGE).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
        let postings = format!(
            "SELECT p.*, COALESCE(r.amount, 0) AS given_back FROM posting p \
             LEFT JOIN refunded r ON r.payment = p.seq WHERE p.seq IN ({among})"
        );
        let events = format!("SELECT * FROM event WHERE seq IN ({among})");
        let mut rows = Vec::with_capacity(seqs.len());
        for page in seqs.chunks(PAGE) {
            for row in fetch_page(&mut view, &postings, page).await? {
                let (row, refunded) = rows::posting_and_refunded(&row)?;
                rows.push(Logged::Posting { posted: Box::new(self.read(&row)?), refunded });
            }
            for row in fetch_page(&mut view, &events, page).await? {
                let row = rows::event(&row)?;
                // A kind of a newer version says nothing to this one.
                if let Some(event) = Event::from_row(row.kind, &row.body) {
                    rows.push(Logged::Event { seq: row.seq, at: Millis(row.at), event });
                }
            }
        }
        rows.sort_unstable_by_key(Logged::seq);
        Ok(rows)
    }

    fn read(&self, row: &yui_ledger::row::PostingRow) -> Result<Posted, StoreError> {
        read::posted(row, &self.known().names)
    }

    /// Learns what the numbers in the rows up to `upto` mean, out of the tables that commits write with them.
    async fn learn(&self, view: &mut Snapshot, upto: i64) -> Result<(), StoreError> {
        let last = {
            let known = self.known();
            if upto <= known.upto {
                return Ok(());
            }
            known.names.last()
        };
        let head = Meta::read(view).await?.head.seq;
        let new = load::names_after(view, last).await?;
        let mut known = self.known();
        // Another reader may have learned a part of it meanwhile, or more.
        known.names.take_in(&new).map_err(rows::contradicts)?;
        known.upto = known.upto.max(head);
        Ok(())
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn fetch_page(view: &mut Snapshot, text: &str, page: &[i64]) -> Result<Vec<Row>, StoreError> {
    let last = page.last().copied().unwrap_or_default();
    let mut statement = view.sql(AssertSqlSafe(text.to_owned()));
    for at in 0..PAGE {
        statement = statement.bind(page.get(at).copied().unwrap_or(last));
    }
    statement.fetch_all().await
}
