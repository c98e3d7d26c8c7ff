//! Opening a SQLite file: only one of ours, in WAL mode, every commit on the disk before it is answered.

use std::{fs::File, io::Read, path::Path, time::Duration};

use sqlx::{
    ConnectOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{
    db::{Db, Pool},
    engine::Connection,
    error::StoreError,
    migrate::{self, Migration},
};

/// `Yui` and a version of the file's outer form, at offset 68 of the header (SQLite file format §1.3.14).
pub(crate) const STORE_MARK: u32 = 0x5975_6901;

/// The mark of the feed's file, which can be thrown away and built again.
pub(crate) const FEED_MARK: u32 = 0x5975_69F1;

/// What is said of a file that SQLite cannot read as one of its own.
pub(crate) const DAMAGED: &str = "SQLite reports a damaged file";

const HEADER: usize = 100;
const MARK_AT: usize = 68;
const READERS: u32 = 4;

/// Whether there is a file with something in it; [`StoreError::Foreign`] when it does not carry `mark`. Reads
/// the header only, so that a foreign file stays as it is to the last byte.
pub(crate) fn check_header(path: &Path, mark: u32) -> Result<bool, StoreError> {
    let mut header = Vec::with_capacity(HEADER);
    match File::open(path) {
        Ok(file) => file.take(HEADER as u64).read_to_end(&mut header)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    if header.is_empty() {
        return Ok(false);
    }
    if header.len() < HEADER || !header.starts_with(b"SQLite format 3\0") {
        return Err(StoreError::Foreign("the file is no SQLite database".to_owned()));
    }
    if header[MARK_AT..MARK_AT + 4] != mark.to_be_bytes() {
        return Err(StoreError::Foreign("the file belongs to another program".to_owned()));
    }
    Ok(true)
}

/// A writing connection; a new file gets its mark before it is switched to WAL, so that the mark is in the
/// file itself from the first moment on. What is committed to a store is on the disk; the feed, which goes on from where
/// its own file says, may lose its last commits with the power.
pub(crate) async fn connect(path: &Path, mark: u32) -> Result<Connection, StoreError> {
    let exists = check_header(path, mark)?;
    let synchronous = if mark == FEED_MARK { SqliteSynchronous::Normal } else { SqliteSynchronous::Full };
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .synchronous(synchronous)
        .statement_cache_capacity(1024)
        .pragma("cache_size", "-65536")
        .pragma("wal_autocheckpoint", "4000");
    if !exists {
        let mut fresh =
            Connection::Sqlite(options.clone().journal_mode(SqliteJournalMode::Delete).connect().await?);
        fresh
            .script(sqlx::SqlSafeStr::into_sql_str(sqlx::AssertSqlSafe(format!(
                "PRAGMA application_id = {mark}"
            ))))
            .await?;
        fresh.close().await?;
    }
    Ok(Connection::Sqlite(options.journal_mode(SqliteJournalMode::Wal).connect().await?))
}

/// [`StoreError::Corrupt`] unless every page of a file that nobody writes is as SQLite wrote it, and
/// [`StoreError::OtherVersion`] unless it is a store of this domain.
pub(crate) async fn check_whole(path: &Path, domain: &[Migration]) -> Result<(), StoreError> {
    let options = SqliteConnectOptions::new().filename(path).read_only(true).immutable(true);
    let mut connection = Connection::Sqlite(options.connect().await?);
    let check = sqlx::SqlSafeStr::into_sql_str("PRAGMA integrity_check(1)");
    let found = connection.fetch(check, Vec::new()).await;
    let steps = migrate::check_domain(&mut connection, domain).await;
    connection.close().await?;
    match found?.first().map(|row| row.get::<String>("integrity_check")).transpose()?.as_deref() {
        Some("ok") => steps,
        _ => Err(StoreError::Corrupt(DAMAGED.to_owned())),
    }
}

/// A pool of connections that cannot write.
pub(crate) fn readers(path: &Path) -> Db {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(Duration::from_secs(10))
        .pragma("query_only", "ON");
    Db::new(Pool::Sqlite(SqlitePoolOptions::new().max_connections(READERS).connect_lazy_with(options)))
}
