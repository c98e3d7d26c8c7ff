//! A copy of a SQLite store while it is in use, and putting one back. PostgreSQL has its own tools for this
//! (`pg_dump --schema`); [`crate::export`] serves both.

use std::{fs, os::unix::fs::OpenOptionsExt, path::Path};

use sqlx::SqlSafeStr;

use crate::{engine::Connection, error::StoreError, sqlite, store::StoreUrl};

/// Writes a copy of the file as it is at one instant, commits in the write-ahead log included, to `to`, which
/// must not exist ([`StoreError::NotEmpty`]), for nobody but its owner to read. The copy is on the disk when this
/// returns.
pub async fn backup(url: &StoreUrl, to: &Path) -> Result<(), StoreError> {
    let StoreUrl::Sqlite(path) = url else {
        return Err(StoreError::Statement(
            "a PostgreSQL store is backed up with pg_dump --schema".to_owned(),
        ));
    };
    if to.exists() {
        return Err(StoreError::NotEmpty);
    }
    if !sqlite::check_header(path, sqlite::STORE_MARK)? {
        return Err(StoreError::Foreign("there is no store here".to_owned()));
    }
    let target = to.to_str().ok_or_else(|| StoreError::Statement("the path is no text".to_owned()))?;
    let mut connection: Connection = sqlite::connect(path, sqlite::STORE_MARK).await?;
    // SQLite writes into an empty file that is there, and would make one for everybody to read.
    fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(to)?;
    connection.execute("VACUUM INTO $1".into_sql_str(), vec![target.into()]).await?;
    fs::File::open(to)?.sync_all()?;
    Ok(())
}

/// Puts a copy made by [`backup`] where no store is: [`StoreError::NotEmpty`] when there is something,
/// [`StoreError::Foreign`] when `from` is no copy of a store.
pub fn restore(from: &Path, url: &StoreUrl) -> Result<(), StoreError> {
    let StoreUrl::Sqlite(path) = url else {
        return Err(StoreError::Statement("a PostgreSQL store is restored with pg_restore".to_owned()));
    };
    if path.exists() {
        return Err(StoreError::NotEmpty);
    }
    if !sqlite::check_header(from, sqlite::STORE_MARK)? {
        return Err(StoreError::Foreign("there is no copy of a store here".to_owned()));
    }
    let mut beside = path.file_name().unwrap_or_default().to_owned();
    beside.push(".restoring");
    let beside = path.with_file_name(beside);
    fs::copy(from, &beside)?;
    fs::File::open(&beside)?.sync_all()?;
    fs::rename(beside, path)?;
    Ok(())
}
