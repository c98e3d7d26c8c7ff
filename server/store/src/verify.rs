//! `verify-ledger`: plays the whole log again from zero and compares every row, every commit's hash and every
//! table with what is stored. Reads only, at one instant, beside a running writer.
//!
//! What the replay makes anew (who, when, how much, which lots, which id) names the altered row itself. A command's
//! digest and signature and the body of an event are not made anew; of these only the chain tells, whose hash is
//! stored once a commit: one hash a row would double what a commit writes of them. So the finding names the rows of
//! that commit, of which one was altered; with one row to a commit that is the row.

use std::collections::HashMap;

use yui_ledger::{
    Broken, Head, LogRow, Names, Op, Posted, Replay, Settings,
    row::{BatchRow, PostingRow},
};
use yui_protocol::CommandId;

use crate::{
    db::{Db, Snapshot},
    error::StoreError,
    load,
};

/// How many rows are read at once.
const STRIDE: i64 = 2048;

/// Where the sound log ends; [`StoreError::Altered`] names the first row that is not what was committed,
/// [`StoreError::Corrupt`] a table that does not follow from the log.
pub async fn verify(db: &Db) -> Result<Head, StoreError> {
    let mut view = db.snapshot().await?;
    let meta = view.sql("SELECT head_seq, head_hash FROM meta WHERE id = 1").fetch_one().await?;
    let (head_seq, head_hash): (i64, [u8; 32]) = (meta.get("head_seq")?, meta.get("head_hash")?);
    let settings = Settings::default();
    let (mut replay, mut names) = (Replay::new(settings), Names::default());
    let mut from = 0;
    while from < head_seq {
        let to = head_seq.min(from + STRIDE);
        let page = Page::read(&mut view, from, to).await?;
        page.play(&mut view, &mut replay, &mut names).await?;
        from = to;
    }
    none_beyond(&mut view, head_seq).await?;
    let tables = load::tables(&mut view, &settings).await?;
    let head = replay.finish(tables).map_err(|corrupt| StoreError::Corrupt(corrupt.to_string()))?;
    if head.hash == head_hash || head_seq == 0 {
        Ok(head)
    } else {
        Err(StoreError::Corrupt("table meta: the hash is not the log's".to_owned()))
    }
}

/// A row after the last one was put there by another hand, and the next commit would stumble over it.
async fn none_beyond(view: &mut Snapshot, head_seq: i64) -> Result<(), StoreError> {
    let text = "SELECT seq FROM posting WHERE seq > $1 UNION SELECT seq FROM event WHERE seq > $1 ORDER BY seq LIMIT 1";
    match view.sql(text).bind(head_seq).fetch_optional().await? {
        None => Ok(()),
        Some(row) => {
            Err(StoreError::Altered { row: row.get("seq")?, what: "it is after the last one".to_owned() })
        }
    }
}

/// A stretch of the log.
struct Page {
    rows: Vec<LogRow>,
    batches: HashMap<i64, BatchRow>,
}

impl Page {
    async fn read(view: &mut Snapshot, from: i64, to: i64) -> Result<Self, StoreError> {
        let between = || vec![from.into(), to.into()];
        let postings = "SELECT * FROM posting WHERE seq > $1 AND seq <= $2";
        let postings = load::all(view, postings, between(), load::posting_row).await?;
        let events = "SELECT * FROM event WHERE seq > $1 AND seq <= $2";
        let events = load::all(view, events, between(), load::event_row).await?;
        let batches = "SELECT * FROM batch WHERE last_seq > $1 AND last_seq <= $2";
        let batches = load::all(view, batches, between(), load::batch).await?;
        let mut rows: Vec<_> =
            postings.into_iter().map(LogRow::Posting).chain(events.into_iter().map(LogRow::Event)).collect();
        rows.sort_unstable_by_key(|row| row.place().0);
        let last_seq = |batch: BatchRow| (batch.last_seq, batch);
        let page = Self { rows, batches: batches.into_iter().map(last_seq).collect() };
        page.check_gaps(from, to)?;
        Ok(page)
    }

    fn check_gaps(&self, from: i64, to: i64) -> Result<(), StoreError> {
        let mut rows = self.rows.iter().map(|row| row.place().0);
        match (from + 1..=to).find(|seq| rows.next() != Some(*seq)) {
            None => Ok(()),
            Some(row) => Err(StoreError::Altered { row, what: "it is missing".to_owned() }),
        }
    }

    async fn play(
        &self,
        view: &mut Snapshot,
        replay: &mut Replay,
        names: &mut Names,
    ) -> Result<(), StoreError> {
        for row in &self.rows {
            let (seq, _) = row.place();
            let refunded = match row {
                LogRow::Posting(row) => refunded_by(row, names)?,
                LogRow::Event(_) => None,
            };
            let older = match refunded {
                Some(payment) => load::posting(view, payment).await?.map(|(row, _)| row),
                None => None,
            };
            replay
                .row(row, |_| older)
                .map_err(|broken| StoreError::Altered { row: broken.seq, what: broken.what })?;
            if let Some(batch) = self.batches.get(&seq) {
                replay.batch(batch).map_err(|broken| altered_among(&broken, batch))?;
            }
        }
        Ok(())
    }
}

/// The finding where only the hash of a commit tells.
fn altered_among(broken: &Broken, batch: &BatchRow) -> StoreError {
    let BatchRow { first_seq, last_seq, .. } = batch;
    let what = if first_seq == last_seq {
        broken.what.clone()
    } else {
        format!("{}; it is one of rows {first_seq} to {last_seq}, which are one commit", broken.what)
    };
    StoreError::Altered { row: *last_seq, what }
}

/// The payment that a refund's row gives back.
fn refunded_by(row: &PostingRow, names: &mut Names) -> Result<Option<CommandId>, StoreError> {
    let altered = |what: String| StoreError::Altered { row: row.seq, what };
    names.learn(row).map_err(|corrupt| altered(corrupt.to_string()))?;
    let posted = Posted::from_row(row, names).map_err(|corrupt| altered(corrupt.to_string()))?;
    Ok(if let Op::Refund { payment, .. } = posted.op { Some(payment) } else { None })
}
