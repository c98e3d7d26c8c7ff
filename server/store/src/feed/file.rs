//! Where the projection lies: beside the store's file, in one of its own.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use super::recent::Owned;
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
    CREATE TABLE IF NOT EXISTS feed_cursor (id INTEGER PRIMARY KEY, upto BIGINT NOT NULL);
    INSERT INTO feed_cursor (id, upto) VALUES (1, 0) ON CONFLICT DO NOTHING;";

/// The projection's file of the store at `path`.
pub(super) fn beside(path: &Path) -> PathBuf {
    backup::with_ending(path, FEED_ENDING)
}

/// A connection for writing to the projection of the store at `path`, with its tables made.
pub(super) fn open(path: &Path) -> Result<Connection, StoreError> {
    let connection = sqlite::connect(&beside(path), sqlite::FEED_MARK)?;
    connection.execute_batch(TABLES)?;
    Ok(connection)
}

/// Up to which row of the log the projection goes; none where that was lost.
pub(super) fn cursor(connection: &Connection) -> Result<Option<i64>, StoreError> {
    let mut read = connection.prepare_cached("SELECT upto FROM feed_cursor WHERE id = 1")?;
    Ok(read.query_row([], |row| row.get(0)).optional()?)
}

/// Throws away all that is in it.
pub(super) fn empty(connection: &mut Connection) -> Result<(), StoreError> {
    let empty = "INSERT INTO feed_cursor (id, upto) VALUES (1, 0) ON CONFLICT (id) DO UPDATE SET upto = 0; \
                 DELETE FROM feed";
    let emptied = begin(connection)?;
    emptied.execute_batch(empty)?;
    Ok(emptied.commit()?)
}

/// Adds these rows to those up to the cursor `from`, which goes on to `to` when it is given: the last of them are there.
/// [`StoreError::Corrupt`] where the cursor is elsewhere, because another than the follower wrote.
pub(super) fn add(
    connection: &mut Connection,
    rows: &[Owned],
    from: i64,
    to: Option<i64>,
) -> Result<(), StoreError> {
    let (keys, seqs): (Vec<_>, Vec<_>) = rows.iter().map(|(party, seq)| (party.key(), *seq)).unzip();
    let rows = TableRows {
        table: "feed",
        replaces: &["party", "seq"],
        columns: vec![("party", Column::Bytes(&keys)), ("seq", Column::Int(&seqs))],
    };
    let added = begin(connection)?;
    if cursor(&added)? != Some(from) {
        return Err(StoreError::Corrupt("the feed is not where its follower left it".to_owned()));
    }
    flush::sqlite::insert(&added, &rows)?;
    if let Some(to) = to {
        added.prepare_cached("UPDATE feed_cursor SET upto = ? WHERE id = 1")?.execute([to])?;
    }
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

/// Whether the projection's own file cannot be read any more.
pub(super) fn is_spoilt(error: &StoreError) -> bool {
    matches!(error, StoreError::Corrupt(_) | StoreError::Foreign(_))
}
