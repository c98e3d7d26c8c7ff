//! One page of the feed.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use yui_ledger::Op;
use yui_protocol::{
    CommandId, ErrorCode, Millis, ShopId, Subject,
    changes::{Changes, Record},
};
use yui_store::{Db, Event, EventKind, Party, Row, Rows, Snapshot, StoreError, Value, read as read_row};

use super::{
    cursor::{self, Cursor},
    log::{Known, Reading, Seen},
    wallet,
};
use crate::{
    identity::{devices, resident},
    shop::till,
    state::Yui,
    wallet::entry,
};

/// How many rows are asked for by number in one statement.
pub(super) const CHUNK: usize = 16;

/// How long a reader waits for what was committed before it asked.
const PATIENCE: Duration = Duration::from_secs(2);

/// A statement that ends in a list of [`CHUNK`] numbers; what is missing is filled with 0, which no row has.
macro_rules! chunk_query {
    ($head:literal) => {
        concat!($head, " IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)")
    };
}
pub(super) use chunk_query;

const POSTINGS: &str = chunk_query!(
    "SELECT p.*, COALESCE(r.amount, 0) AS given_back FROM posting p
     LEFT JOIN refunded r ON r.payment = p.seq WHERE p.seq"
);
const POSTING_BY_ID: &str = "SELECT p.*, COALESCE(r.amount, 0) AS given_back FROM posting p \
    LEFT JOIN refunded r ON r.payment = p.seq WHERE p.id = $1";
const EVENTS: &str = chunk_query!("SELECT * FROM event WHERE seq");
const TILLS_OPENED: &str = chunk_query!("SELECT * FROM till WHERE opened");
const TILLS_ENDED: &str = chunk_query!("SELECT * FROM till WHERE ended");

/// Runs a [`chunk_query!`] for at most [`CHUNK`] numbers.
pub(super) async fn fetch_chunk(
    view: &mut Snapshot,
    text: &'static str,
    numbers: &[i64],
) -> Result<Vec<Row>, StoreError> {
    let filled = numbers.iter().copied().chain(std::iter::repeat(0)).take(CHUNK);
    filled.fold(view.sql(text), |statement, number| statement.bind(Value::Int(number))).fetch_all().await
}

/// Where a reader stands.
pub(crate) struct Standpoint {
    /// After which of its own rows; none at the beginning.
    pub(crate) after: Option<Cursor>,
    /// The places of the log that it was shown, by the feed and by answers.
    pub(crate) shown: Vec<Cursor>,
}

impl Standpoint {
    /// Whether something that the reader was shown is of another log: it begins anew then.
    async fn is_gone(&self, db: &Db) -> Result<bool, StoreError> {
        for cursor in self.after.iter().chain(&self.shown) {
            if !cursor.is_of(db).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// The records after where the reader stands, caused by at most `limit` rows.
pub(super) async fn read(
    yui: &Yui,
    party: Party,
    reader: Standpoint,
    limit: u32,
) -> Result<Changes, ErrorCode> {
    // An act of before is in what is waited for.
    let began = yui.clock.now();
    let reached = yui.town.feed().catch_up(PATIENCE).await;
    let db = yui.town.reader();
    let anew = reader.is_gone(db).await.map_err(|error| error.code())?;
    let after = reader.after.filter(|_| !anew).map(|cursor| cursor.seq);
    let whole = after.is_none();
    let page = Page::fetch(yui, party, after.unwrap_or_default(), limit).await;
    let mut page = yui.town.noted(page).map_err(|error| error.code())?;
    let mut records = Vec::new();
    if let Party::Person(subject) = party {
        records.extend(person(yui, subject, &page.topics, whole).await?);
    }
    records.append(&mut page.records);
    let cursor = Cursor::after(db, page.upto).await.map_err(|error| error.code())?.write();
    let shown = cursor::place(db, page.head).await.map_err(|error| error.code())?;
    // Whoever builds the feed anew may have begun meanwhile.
    let complete = reached.is_some_and(|head| page.of_feed >= head);
    let complete_until = complete_until(began, complete, page.more);
    let server_time = yui.clock.now();
    Ok(Changes { records, cursor, more: page.more, anew, shown, complete_until, server_time })
}

/// What a page may promise: nothing while the feed trails, nor before its end.
fn complete_until(began: Millis, complete: bool, more: bool) -> Option<Millis> {
    (complete && !more).then_some(began)
}

/// What the realm and the town's register say, where it changed.
async fn person(
    yui: &Yui,
    subject: Subject,
    topics: &BTreeSet<String>,
    whole: bool,
) -> Result<Vec<Record>, ErrorCode> {
    let mut records = Vec::new();
    if whole || topics.contains("profile") {
        records.extend(resident::profile(yui.town.reader(), subject).await?.map(Record::Profile));
    }
    if whole || topics.contains("devices") {
        let devices = devices::list(yui.realm.reader(), yui.config.town(), subject).await?;
        records.extend(devices.into_iter().map(Record::Device));
    }
    Ok(records)
}

struct Page {
    records: Vec<Record>,
    topics: BTreeSet<String>,
    upto: i64,
    /// Up to which row of the log the feed named all.
    of_feed: i64,
    /// The last row of the log in the view it was read in.
    head: i64,
    more: bool,
}

impl Page {
    async fn fetch(yui: &Yui, party: Party, after: i64, limit: u32) -> Result<Self, StoreError> {
        let Rows { seqs: mut rows, upto: of_feed } = yui.town.feed().rows(party, after, limit + 1).await?;
        let more = rows.len() > usize::try_from(limit).unwrap_or(usize::MAX);
        if more {
            rows.pop();
        }
        let upto = rows.last().copied().unwrap_or(after);
        // Begun after the projection was asked, so it shows every row that the projection named.
        let Reading { mut view, head, known } = yui.log.read(yui.town.reader()).await?;
        let mut lines = Lines::default();
        let mut topics = BTreeSet::new();
        for numbers in rows.chunks(CHUNK) {
            lines.take_postings(&mut view, &known, party, numbers).await?;
            for row in fetch_chunk(&mut view, EVENTS, numbers).await? {
                topics.extend(topic(&row)?);
            }
            if let Party::Shop(shop) = party {
                lines.take_tills(&mut view, shop, numbers).await?;
            }
        }
        let moved = !lines.postings.is_empty() || after == 0;
        let mut records = lines.into_records(yui, party);
        if moved {
            records.push(match party {
                Party::Person(_) => {
                    let now = yui.clock.now();
                    Record::Wallet(wallet::record(&mut view, &known, party, head, now).await?)
                }
                Party::Shop(_) => Record::Takings(wallet::takings(&mut view, party, head).await?),
            });
        }
        Ok(Self { records, topics, upto, of_feed, head, more })
    }
}

/// The lines of a page by the row that put them there.
#[derive(Default)]
struct Lines {
    postings: BTreeMap<i64, Seen>,
    /// Payments of which something was given back, by the refund's row.
    given_back: BTreeMap<i64, Seen>,
    tills: BTreeMap<i64, yui_protocol::shop::Till>,
}

impl Lines {
    /// What the feed names is looked at again here: whatever became of its file, nobody is shown what is another's.
    async fn take_postings(
        &mut self,
        view: &mut Snapshot,
        known: &Known,
        party: Party,
        numbers: &[i64],
    ) -> Result<(), StoreError> {
        for row in fetch_chunk(view, POSTINGS, numbers).await? {
            let seen = known.read(&row)?;
            if !entry::concerns(&seen.posted, party) {
                continue;
            }
            if let Op::Refund { payment, .. } = seen.posted.op {
                let paid = by_id(view, known, payment).await?;
                self.given_back.insert(seen.posted.seq, paid);
            }
            self.postings.insert(seen.posted.seq, seen);
        }
        Ok(())
    }

    async fn take_tills(
        &mut self,
        view: &mut Snapshot,
        shop: ShopId,
        numbers: &[i64],
    ) -> Result<(), StoreError> {
        for (text, changed) in [(TILLS_OPENED, "opened"), (TILLS_ENDED, "ended")] {
            for row in fetch_chunk(view, text, numbers).await? {
                let till = till::read(&row)?;
                if till.shop == shop {
                    self.tills.insert(row.get(changed)?, till);
                }
            }
        }
        Ok(())
    }

    fn into_records(self, yui: &Yui, party: Party) -> Vec<Record> {
        let line = |seen: &Seen| Record::Entry(entry::now(&seen.posted, seen.refunded, party, &yui.shops));
        let now = yui.clock.now();
        let mut records: Vec<(i64, Record)> = Vec::new();
        records.extend(self.postings.iter().map(|(seq, seen)| (*seq, line(seen))));
        records.extend(self.given_back.iter().map(|(seq, seen)| (*seq, line(seen))));
        records.extend(self.tills.into_iter().map(|(seq, till)| (seq, Record::Till(till::at(till, now)))));
        // Stable: a refund goes before the payment it changed, a payment before the order it paid.
        records.sort_by_key(|(seq, _)| *seq);
        records.into_iter().map(|(_, record)| record).collect()
    }
}

async fn by_id(view: &mut Snapshot, known: &Known, id: CommandId) -> Result<Seen, StoreError> {
    let row = view.sql(POSTING_BY_ID).bind(*id.as_bytes()).fetch_one().await?;
    known.read(&row)
}

/// The topic of a notice.
fn topic(row: &Row) -> Result<Option<String>, StoreError> {
    let row = read_row::event(row)?;
    let event = Event::from_row(row.kind, &row.body);
    Ok(event.filter(|event| event.kind == EventKind::Notice).map(|event| event.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_page_of_a_feed_that_caught_up_is_complete() {
        let at = Millis(7);
        assert_eq!(complete_until(at, true, false), Some(at));
        for (complete, more) in [(true, true), (false, false), (false, true)] {
            assert_eq!(complete_until(at, complete, more), None);
        }
    }
}
