//! Where the projection lies: beside the store's file, in one of its own.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use super::gathered::Owned;
use crate::{
    backup,
    db::Db,
    error::StoreError,
    flush::{self, Column, TableRows},
    sqlite,
};

/// What the name of the projection's file has more than that of the store.
pub(crate) const FEED_ENDING: &str = ".feed";

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS feed (party BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (party, seq)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS feed_cursor (
        id INTEGER PRIMARY KEY, upto BIGINT NOT NULL, reach BIGINT NOT NULL, reach_hash BLOB NOT NULL
    );
    INSERT INTO feed_cursor (id, upto, reach, reach_hash) VALUES (1, 0, 0, ZEROBLOB(32)) ON CONFLICT DO NOTHING;";

/// How far the file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Cursor {
    /// All rows of the log up to here are in it.
    pub(super) upto: i64,
    /// The commit up to whose end some are.
    pub(super) reach: Reach,
}

/// The end of a commit: a log that has another there is not the one that the file was made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Reach {
    pub(super) seq: i64,
    pub(super) hash: [u8; 32],
}

impl Reach {
    /// Of a file without rows.
    pub(super) const NONE: Self = Self { seq: 0, hash: [0; 32] };
}

impl Cursor {
    /// Of a file without rows.
    pub(super) const NONE: Self = Self { upto: 0, reach: Reach::NONE };
}

/// The projection's file of the store at `path`.
pub(super) fn beside(path: &Path) -> PathBuf {
    backup::with_ending(path, FEED_ENDING)
}

/// A connection for writing to the projection of the store at `path`, with its tables made.
pub(super) fn open(path: &Path) -> Result<Connection, StoreError> {
    let connection = sqlite::connect(&beside(path), sqlite::FEED_MARK)?;
    connection.execute_batch(TABLES).map_err(of_another)?;
    Ok(connection)
}

/// A statement that is refused met tables that are not ours, or a value that is none of ours.
fn of_another(error: rusqlite::Error) -> StoreError {
    match StoreError::from(error) {
        StoreError::Statement(what) => StoreError::Corrupt(format!("the feed: {what}")),
        other => other,
    }
}

/// How far the file is; none where that was lost.
pub(super) fn cursor(connection: &Connection) -> Result<Option<Cursor>, StoreError> {
    let text = "SELECT upto, reach, reach_hash FROM feed_cursor WHERE id = 1";
    let mut read = connection.prepare_cached(text).map_err(of_another)?;
    let cursor = |row: &rusqlite::Row<'_>| {
        Ok(Cursor { upto: row.get(0)?, reach: Reach { seq: row.get(1)?, hash: row.get(2)? } })
    };
    read.query_row([], cursor).optional().map_err(of_another)
}

/// Throws away all that is in it.
pub(super) fn empty(connection: &mut Connection) -> Result<(), StoreError> {
    let emptied = begin(connection)?;
    emptied.execute_batch("DELETE FROM feed_cursor; DELETE FROM feed")?;
    emptied.execute_batch(TABLES)?;
    Ok(emptied.commit()?)
}

/// Adds these rows, and takes the cursor from where it is to where it comes. [`StoreError::Corrupt`] where it is elsewhere,
/// because another than the follower wrote.
pub(super) fn add(
    connection: &mut Connection,
    rows: &[Owned],
    (upto, reach): (i64, i64),
    to: Cursor,
) -> Result<(), StoreError> {
    let (keys, seqs): (Vec<_>, Vec<_>) = rows.iter().map(|(party, seq)| (party.key(), *seq)).unzip();
    let rows = TableRows {
        table: "feed",
        replaces: &["party", "seq"],
        columns: vec![("party", Column::Bytes(&keys)), ("seq", Column::Int(&seqs))],
    };
    let added = begin(connection)?;
    if cursor(&added)?.is_none_or(|now| (now.upto, now.reach.seq) != (upto, reach)) {
        return Err(StoreError::Corrupt("the feed is not where its follower left it".to_owned()));
    }
    flush::sqlite::insert(&added, &rows)?;
    let set = "UPDATE feed_cursor SET upto = ?, reach = ?, reach_hash = ? WHERE id = 1";
    added.prepare_cached(set)?.execute((to.upto, to.reach.seq, to.reach.hash))?;
    Ok(added.commit()?)
}

fn begin(connection: &mut Connection) -> Result<Transaction<'_>, StoreError> {
    Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

/// The pool of the projection's present file. Clones are the same.
#[derive(Clone)]
pub(super) struct Reader(Arc<Mutex<Db>>);

impl Reader {
    pub(super) fn new(db: Db) -> Self {
        Self(Arc::new(Mutex::new(db)))
    }

    pub(super) fn now(&self) -> Db {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set(&self, fresh: Db) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = fresh;
    }
}

/// Whether what was read of it shows that another hand wrote there.
pub(super) fn is_unreadable(error: &StoreError) -> bool {
    is_spoilt(error) || matches!(error, StoreError::Column(_) | StoreError::Statement(_))
}

/// Whether the projection's own file cannot be used any more.
pub(super) fn is_spoilt(error: &StoreError) -> bool {
    matches!(error, StoreError::Corrupt(_) | StoreError::Foreign(_))
}
