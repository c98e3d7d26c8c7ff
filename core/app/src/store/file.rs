//! The file itself: whose it is, which version, and the way up to this one.

use std::{fs::File, io::Read, path::Path};

use rusqlite::Connection;
use yui_protocol::ErrorCode;

use super::failed;
use crate::error::AppResult;

/// "YUIA", in SQLite's application id.
const APPLICATION_ID: u32 = 0x5955_4941;

/// The schemas in order; a released one is never edited.
pub(super) const MIGRATIONS: &[&str] = &[include_str!("0001.sql")];

/// Opens the file, making or upgrading it.
pub(super) fn open(path: &Path) -> AppResult<Connection> {
    let version = version(path)?;
    let mut connection = Connection::open(path).map_err(failed)?;
    upgrade(&mut connection, version)?;
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; \
                 PRAGMA secure_delete = ON;",
        )
        .map_err(failed)?;
    Ok(connection)
}

/// The version in the file's header, 0 for a new file. Only the header's bytes are read, so that a file which
/// is not ours is not even opened as a database (SQLite file format §1.3).
fn version(path: &Path) -> AppResult<usize> {
    let mut header = Vec::with_capacity(100);
    match File::open(path) {
        Ok(file) => file.take(100).read_to_end(&mut header).map_err(|_| ErrorCode::StorageFailed)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(0),
        Err(_) => return Err(ErrorCode::StorageFailed.into()),
    };
    if header.is_empty() {
        return Ok(0);
    }
    let number = |at: usize| {
        header.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_be_bytes)
    };
    let version = usize::try_from(number(60)).unwrap_or(usize::MAX);
    let ours = header.starts_with(b"SQLite format 3\0") && number(68) == APPLICATION_ID;
    if ours && (1..=MIGRATIONS.len()).contains(&version) {
        Ok(version)
    } else {
        Err(ErrorCode::StorageForeign.into())
    }
}

/// Runs the missing migrations in one transaction. The journal is not in WAL mode yet on a new file, so the
/// header carries our mark from the first commit on; an older file is checkpointed for the same reason.
fn upgrade(connection: &mut Connection, from: usize) -> AppResult<()> {
    let missing = MIGRATIONS.get(from..).unwrap_or_default();
    if missing.is_empty() {
        return Ok(());
    }
    let transaction = connection.transaction().map_err(failed)?;
    for migration in missing {
        transaction.execute_batch(migration).map_err(failed)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID).map_err(failed)?;
    transaction
        .pragma_update(None, "user_version", i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX))
        .map_err(failed)?;
    transaction.commit().map_err(failed)?;
    empty_journal(connection)
}

/// Writes the journal into the file and empties it.
pub(super) fn empty_journal(connection: &Connection) -> AppResult<()> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(failed)
}

/// Deletes a store of ours, with its journal: `storage_foreign` for a file that is none, which stays.
pub(crate) fn discard(path: &Path) -> AppResult<()> {
    version(path)?;
    for end in ["-wal", "-shm", ""] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        match std::fs::remove_file(Path::new(&name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(ErrorCode::StorageFailed.into());
            }
            _ => {}
        }
    }
    Ok(())
}
