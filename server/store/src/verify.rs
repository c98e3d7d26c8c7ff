//! `verify-ledger`: plays the whole log again from zero and compares every row, every commit's hash and every
//! table with what is stored. Reads only, at one instant, beside a running writer or with none.
//!
//! What the replay makes anew (who, when, how much, which lots, which id) names the altered row itself. A command's
//! digest and signature and the body of an event are not made anew; of these only the chain tells, whose hash is
//! stored once a commit: one hash a row would double what a commit writes of them. So the finding names the rows of
//! that commit, of which one was altered; with one row to a commit that is the row.

use std::collections::HashMap;

use yui_ledger::{
    Altered, Head, LogRow, Made, Names, Op, Posted, Replay, Settings,
    row::{BatchRow, PostingRow},
};
use yui_protocol::CommandId;

use crate::{
    codes::Codes,
    db::{Db, Snapshot},
    error::StoreError,
    load,
    meta::Meta,
    rows::{self, contradicts},
    source::{all, each},
};

/// How many rows are read at once.
const STRIDE: i64 = 2048;

/// Where the sound log ends; [`StoreError::Altered`] names the first row that is not what was committed,
/// [`StoreError::Corrupt`] a table that does not follow from the log, with its row.
pub async fn verify(db: &Db) -> Result<Head, StoreError> {
    let mut view = db.snapshot().await?;
    let end = Meta::read(&mut view).await?.head;
    same_end(&mut view, end.seq).await?;
    let settings = Settings::default();
    let mut play = Play { replay: Replay::new(settings), names: Names::default(), codes: Codes::default() };
    let mut from = 0;
    while from < end.seq {
        let to = end.seq.min(from + STRIDE);
        let page = Page::read(&mut view, from, to).await?;
        page.play(&mut view, &mut play).await?;
        play.codes.compare(&mut view, &play.replay.made().take_codes()).await?;
        from = to;
    }
    none_beyond(&mut view, end.seq).await?;
    play.codes.none_else(&mut view).await?;
    compare(&mut view, play.replay.made()).await?;
    let stored = load::stored(&mut view, settings).await?;
    let head = play.replay.finish(&stored).map_err(contradicts)?;
    if head == end {
        Ok(head)
    } else {
        Err(StoreError::Corrupt("table meta: the hash or the time is not the log's".to_owned()))
    }
}

/// Both tables that say where the log ends must say the same.
async fn same_end(view: &mut Snapshot, seq: i64) -> Result<(), StoreError> {
    let text = "SELECT COALESCE(MAX(last_seq), 0) AS last FROM batch";
    let last: i64 = view.sql(text).fetch_one().await?.get("last")?;
    if last == seq { Ok(()) } else { Err(load::ends_differ(seq, last)) }
}

/// A row after the last one or before the first was put there by another hand.
async fn none_beyond(view: &mut Snapshot, last: i64) -> Result<(), StoreError> {
    let text = "SELECT seq FROM posting WHERE seq > $1 OR seq < 1 UNION \
                SELECT seq FROM event WHERE seq > $1 OR seq < 1 UNION \
                SELECT last_seq FROM batch WHERE last_seq < 1 ORDER BY seq LIMIT 1";
    match view.sql(text).bind(last).fetch_optional().await? {
        None => Ok(()),
        Some(row) => {
            let row = row.get("seq")?;
            let place = if row > last { "it is after the last one" } else { "it is before the first one" };
            Err(StoreError::Altered { row, what: place.to_owned() })
        }
    }
}

/// Every table that follows from the log, row by row as it is read.
async fn compare(view: &mut Snapshot, made: &mut Made) -> Result<(), StoreError> {
    macro_rules! tables {
        ($($one:ident: $text:literal by $read:ident;)+) => {
            $(each(view, $text, vec![], rows::$read, |row| made.$one(&row).map_err(contradicts)).await?;)+
        };
    }
    tables! {
        account_row: "SELECT * FROM account" by account;
        programme_row: "SELECT * FROM programme" by programme;
        classes_row: "SELECT * FROM classes" by classes;
        terms_row: "SELECT * FROM terms" by terms;
        balance_row: "SELECT * FROM balance" by balance;
        lot_row: "SELECT * FROM lot" by lot;
        hold_row: "SELECT * FROM hold" by hold;
        issued_to_row: "SELECT * FROM issued_to" by issued_to;
        refunded_row: "SELECT * FROM refunded" by refunded;
    }
    made.none_left().map_err(contradicts)
}

/// How far the log was played.
struct Play {
    replay: Replay,
    names: Names,
    codes: Codes,
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
        let postings = all(view, postings, between(), rows::posting).await?;
        let events = "SELECT * FROM event WHERE seq > $1 AND seq <= $2";
        let events = all(view, events, between(), rows::event).await?;
        let batches = "SELECT * FROM batch WHERE last_seq > $1 AND last_seq <= $2";
        let batches = all(view, batches, between(), rows::batch).await?;
        let mut rows: Vec<_> =
            postings.into_iter().map(LogRow::Posting).chain(events.into_iter().map(LogRow::Event)).collect();
        rows.sort_unstable_by_key(|row| row.place().0);
        let last_seq = |batch: BatchRow| (batch.last_seq, batch);
        let page = Self { rows, batches: batches.into_iter().map(last_seq).collect() };
        page.check_numbers(from, to)?;
        Ok(page)
    }

    /// Each number from the one after `from` up to `to` stands once.
    fn check_numbers(&self, from: i64, to: i64) -> Result<(), StoreError> {
        let mut rows = self.rows.iter().map(|row| row.place().0).peekable();
        for row in from + 1..=to {
            if rows.next_if_eq(&row).is_none() {
                return Err(StoreError::Altered { row, what: "it is missing".to_owned() });
            }
            if rows.peek() == Some(&row) {
                return Err(StoreError::Altered { row, what: "it stands twice".to_owned() });
            }
        }
        Ok(())
    }

    async fn play(&self, view: &mut Snapshot, play: &mut Play) -> Result<(), StoreError> {
        for row in &self.rows {
            let (seq, _) = row.place();
            let refunded = match row {
                LogRow::Posting(row) => play.refunded_by(row)?,
                LogRow::Event(_) => None,
            };
            let older = match refunded {
                Some(payment) => load::posting(view, payment).await?.map(|(row, _)| row),
                None => None,
            };
            play.replay.row(row, |_| older).map_err(named)?;
            if let Some(batch) = self.batches.get(&seq) {
                play.replay.batch(batch).map_err(named)?;
            }
        }
        Ok(())
    }
}

impl Play {
    /// The payment that a refund's row gives back.
    fn refunded_by(&mut self, row: &PostingRow) -> Result<Option<CommandId>, StoreError> {
        let learnt = self.names.learn(row).and_then(|()| Posted::from_row(row, &self.names));
        let posted = learnt.map_err(|corrupt| named(self.replay.altered(row.seq, &corrupt.what)))?;
        Ok(if let Op::Refund { payment, .. } = posted.op { Some(payment) } else { None })
    }
}

fn named(Altered { seq, what }: Altered) -> StoreError {
    StoreError::Altered { row: seq, what }
}
