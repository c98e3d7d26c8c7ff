//! Opening a SQLite file: only one of ours, in WAL mode, every commit on the disk before it is answered.

use std::{
    collections::BTreeSet,
    fs::{self, File, Metadata},
    io::Read,
    os::unix::fs::MetadataExt,
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};

use crate::{
    db::{Db, Pool},
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
/// Whoever is in a log of SQLite's writes into its index, readers too.
const WRITING: OpenFlags = OpenFlags::SQLITE_OPEN_READ_WRITE.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);
/// How long a connection waits for another that holds the file.
const PATIENCE: Duration = Duration::from_secs(10);

/// Files whose mark this process has seen, by device and inode. To read it a second time would open and close a file that may
/// be in use here, and with that drop all locks that this process has on it (fcntl(2)): another that closes the file would
/// take itself for the last, and throw away the log with what is committed in it.
static SEEN: Mutex<BTreeSet<Marked>> = Mutex::new(BTreeSet::new());

/// Device, inode and mark.
type Marked = (u64, u64, u32);

fn marked(about: &Metadata, mark: u32) -> Marked {
    (about.dev(), about.ino(), mark)
}

fn seen() -> MutexGuard<'static, BTreeSet<Marked>> {
    SEEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether there is a file with something in it; [`StoreError::Foreign`] when it does not carry `mark`. Reads
/// the header only, so that a foreign file stays as it is to the last byte.
pub(crate) fn check_header(path: &Path, mark: u32) -> Result<bool, StoreError> {
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    if about.len() == 0 {
        return Ok(false);
    }
    if seen().contains(&marked(&about, mark)) {
        return Ok(true);
    }
    let mut header = Vec::with_capacity(HEADER);
    File::open(path)?.take(HEADER as u64).read_to_end(&mut header)?;
    if header.len() < HEADER || !header.starts_with(b"SQLite format 3\0") {
        return Err(StoreError::Foreign("the file is no SQLite database".to_owned()));
    }
    if header[MARK_AT..MARK_AT + 4] != mark.to_be_bytes() {
        return Err(StoreError::Foreign("the file belongs to another program".to_owned()));
    }
    seen().insert(marked(&about, mark));
    Ok(true)
}

/// A writing connection; a new file gets its mark before it is switched to WAL, so that the mark is in the
/// file itself from the first moment on. What is committed to a store is on the disk; the feed, which goes on from where
/// its own file says, may lose its last commits with the power.
pub(crate) fn connect(path: &Path, mark: u32) -> Result<Connection, StoreError> {
    let exists = check_header(path, mark)?;
    let connection = Connection::open_with_flags(path, WRITING.union(OpenFlags::SQLITE_OPEN_CREATE))?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(1024);
    if !exists {
        connection.execute_batch(&format!("PRAGMA journal_mode = DELETE; PRAGMA application_id = {mark}"))?;
        seen().insert(marked(&fs::metadata(path)?, mark));
    }
    let synchronous = if mark == FEED_MARK { "NORMAL" } else { "FULL" };
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA foreign_keys = ON; \
         PRAGMA cache_size = -16384"
    ))?;
    Ok(connection)
}

/// A connection that cannot write, for a thread that reads all the time.
pub(crate) fn reader(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(path, WRITING)?;
    connection.busy_timeout(PATIENCE)?;
    connection.execute_batch("PRAGMA query_only = ON")?;
    Ok(connection)
}

/// [`StoreError::Corrupt`] unless every page of a file that nobody writes is as SQLite wrote it, and
/// [`StoreError::OtherVersion`] unless it is a store of this domain.
pub(crate) async fn check_whole(path: &Path, domain: &[Migration]) -> Result<(), StoreError> {
    let file = readers_of(SqliteConnectOptions::new().filename(path).read_only(true).immutable(true));
    let mut view = file.snapshot().await?;
    let found = view.sql("PRAGMA integrity_check(1)").fetch_all().await;
    let steps = migrate::check_domain(&mut view, domain).await;
    drop(view);
    file.close().await;
    match found?.first().map(|row| row.get::<String>("integrity_check")).transpose()?.as_deref() {
        Some("ok") => steps,
        _ => Err(StoreError::Corrupt(DAMAGED.to_owned())),
    }
}

/// A pool of connections that cannot write.
pub(crate) fn readers(path: &Path) -> Db {
    let options = SqliteConnectOptions::new().filename(path).busy_timeout(PATIENCE);
    readers_of(options.pragma("query_only", "ON"))
}

fn readers_of(options: SqliteConnectOptions) -> Db {
    Db::new(Pool::Sqlite(SqlitePoolOptions::new().max_connections(READERS).connect_lazy_with(options)))
}
