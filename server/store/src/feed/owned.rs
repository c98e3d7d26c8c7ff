//! Whose a row of the log is, and where the commit ends that it is in.

use std::collections::BTreeSet;

use sqlx::SqlSafeStr;

use super::{gathered::Owned, projection_file::Reach};
use crate::{
    error::StoreError,
    event::{Event, EventKind, Party},
    rows,
    source::Source,
    value::Row,
};

/// How many rows of the log are taken in at once.
pub(super) const STRIDE: i64 = 4096;

const POSTINGS: &str = "SELECT p.seq, d.key AS debit, c.key AS credit FROM posting p \
    JOIN account d ON d.no = p.debit JOIN account c ON c.no = p.credit WHERE p.seq > $1 AND p.seq <= $2";

const EVENTS: &str = "SELECT * FROM event WHERE seq > $1 AND seq <= $2 AND kind = $3";

/// Whose the rows of a stretch of the log are.
pub(super) async fn owned(log: &mut impl Source, from: i64, to: i64) -> Result<BTreeSet<Owned>, StoreError> {
    let postings = log.fetch(POSTINGS.into_sql_str(), vec![from.into(), to.into()]).await?;
    let notice = EventKind::Notice.number();
    let events = log.fetch(EVENTS.into_sql_str(), vec![from.into(), to.into(), notice.into()]).await?;
    let mut owned = BTreeSet::new();
    for row in &postings {
        let seq: i64 = row.get("seq")?;
        let side = |name| row.get::<Vec<u8>>(name).map_err(|error| rows::altered(seq, error));
        let sides = [side("debit")?, side("credit")?];
        owned.extend(sides.iter().filter_map(|key| Party::from_key(key)).map(|party| (party, seq)));
    }
    for row in &events {
        owned.extend(notice_of(row)?);
    }
    Ok(owned)
}

/// The end of the commit that has this row; none when the log ends before it.
pub(super) async fn end_of(log: &mut impl Source, seq: i64) -> Result<Option<Reach>, StoreError> {
    let text = "SELECT * FROM batch WHERE last_seq >= $1 ORDER BY last_seq LIMIT 1";
    let found = log.fetch(text.into_sql_str(), vec![seq.into()]).await?;
    found.first().map(|row| rows::batch(row).map(|it| Reach { seq: it.last_seq, hash: it.hash })).transpose()
}

fn notice_of(row: &Row) -> Result<Option<Owned>, StoreError> {
    let row = rows::event(row)?;
    let (seq, event) = (row.seq, Event::from_row(row.kind, &row.body));
    Ok(event.and_then(|event| event.party).map(|party| (party, seq)))
}
