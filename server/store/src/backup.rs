//! A copy of a SQLite store while it is in use, and putting one back. PostgreSQL has its own tools for this
//! (`pg_dump --schema`); [`crate::export`] serves both.

use std::{
    ffi::OsStr,
    fs,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use sqlx::SqlSafeStr;

use crate::{engine::Connection, error::StoreError, lock::FolderLock, sqlite, store::StoreUrl};

/// What SQLite keeps beside a file, and reads as a part of it when it opens the file.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

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
        return Err(StoreError::NotEmpty(to.display().to_string()));
    }
    if !sqlite::check_header(path, sqlite::STORE_MARK)? {
        return Err(StoreError::Absent);
    }
    let target = to.to_str().ok_or_else(|| StoreError::Statement("the path is no text".to_owned()))?;
    let mut connection: Connection = sqlite::connect(path, sqlite::STORE_MARK).await?;
    // SQLite writes into an empty file that is there, and would make one for everybody to read.
    fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(to)?;
    connection.execute("VACUUM INTO $1".into_sql_str(), vec![target.into()]).await?;
    fs::File::open(to)?.sync_all()?;
    connection.close().await
}

/// Whether [`restore`] would find an empty place and a whole copy, with nothing touched.
pub fn can_restore(from: &Path, url: &StoreUrl) -> Result<(), StoreError> {
    let path = file_of(url)?;
    is_empty(path)?;
    if !sqlite::check_header(from, sqlite::STORE_MARK)? {
        return Err(StoreError::Foreign("there is no copy of a store here".to_owned()));
    }
    match companions(from).find(|file| fs::metadata(file).is_ok_and(|file| file.len() > 0)) {
        Some(part) => Err(StoreError::Foreign(format!("the copy is in use: {}", part.display()))),
        None => Ok(()),
    }
}

/// Puts a copy made by [`backup`] where no store is: [`StoreError::NotEmpty`] when there is one, or a part of one that
/// SQLite would take for a part of the copy; [`StoreError::InUse`] when a process writes here; [`StoreError::Foreign`]
/// when `from` is no copy of a store, or one that somebody has open. The feed of a store that was here is thrown away:
/// it follows from the log, and is built again from the restored one.
pub fn restore(from: &Path, url: &StoreUrl) -> Result<(), StoreError> {
    let path = file_of(url)?;
    let _lock = FolderLock::take(path)?;
    can_restore(from, url)?;
    remove_feed(path)?;
    let beside = with_ending(path, ".restoring");
    fs::copy(from, &beside)?;
    fs::File::open(&beside)?.sync_all()?;
    fs::rename(beside, path)?;
    // The name is durable only with its folder.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(fs::File::open(folder)?.sync_all()?)
}

/// [`StoreError::NotEmpty`] when a SQLite store, or what is left of one, is at `path`.
pub(crate) fn is_empty(path: &Path) -> Result<(), StoreError> {
    let left = std::iter::once(path.to_owned()).chain(companions(path)).find(|file| file.exists());
    left.map_or(Ok(()), |file| Err(StoreError::NotEmpty(file.display().to_string())))
}

/// Removes the projection of the store at `path`, which can be built again.
pub(crate) fn remove_feed(path: &Path) -> Result<(), StoreError> {
    let feed = with_ending(path, crate::feed::ENDING);
    for file in companions(&feed).chain([feed.clone()]) {
        match fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

fn file_of(url: &StoreUrl) -> Result<&Path, StoreError> {
    match url {
        StoreUrl::Sqlite(path) => Ok(path),
        StoreUrl::Postgres { .. } => {
            Err(StoreError::Statement("a PostgreSQL store is restored with pg_restore".to_owned()))
        }
    }
}

fn companions(path: &Path) -> impl Iterator<Item = PathBuf> {
    COMPANIONS.map(|ending| with_ending(path, ending)).into_iter()
}

/// The file beside `path` whose name has this ending more.
pub(crate) fn with_ending(path: &Path, ending: impl AsRef<OsStr>) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}
