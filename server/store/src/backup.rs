//! A copy of a SQLite store while it is in use, and putting one back. PostgreSQL has its own tools for this
//! (`pg_dump --schema`); [`crate::export`] serves both.

use std::{
    ffi::OsStr,
    fs, io,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use crate::{
    error::StoreError,
    migrate::Migration,
    placed::{Beside, Placed},
    sqlite,
    store::StoreUrl,
};

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
    let (path, to) = (path.clone(), to.to_owned());
    // It takes long, and whoever serves meanwhile does not wait for it.
    let copied = tokio::task::spawn_blocking(move || copy_of(&path, &to));
    copied.await.map_err(|_| StoreError::Unavailable)?
}

fn copy_of(path: &Path, to: &Path) -> Result<(), StoreError> {
    let target = to.to_str().ok_or_else(|| StoreError::Statement("the path is no text".to_owned()))?;
    let connection = sqlite::connect(path, sqlite::STORE_MARK)?;
    // SQLite writes into an empty file that is there, and would make one for everybody to read.
    new_file(to)?;
    connection.execute("VACUUM INTO ?", [target])?;
    fs::File::open(to)?.sync_all()?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Whether [`Placed::copy`] would find an empty place and a copy, by its first bytes; nothing is made or changed.
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

impl Placed {
    /// Places a copy made by [`backup`] where no store is: [`StoreError::NotEmpty`] when there is one, or a part of one that
    /// SQLite would take for a part of the copy; [`StoreError::InUse`] when a process writes here; [`StoreError::Foreign`]
    /// when `from` is no copy of a store, or one that somebody has open; [`StoreError::Corrupt`] when it is damaged;
    /// [`StoreError::OtherVersion`] when it is not of this domain.
    pub async fn copy(from: &Path, url: &StoreUrl, domain: &[Migration]) -> Result<Self, StoreError> {
        can_restore(from, url)?;
        let beside = Beside::of(file_of(url)?)?;
        let mut to = new_file(beside.path())?;
        io::copy(&mut fs::File::open(from)?, &mut to)?;
        to.sync_all()?;
        sqlite::check_whole(beside.path(), domain).await?;
        Ok(Self::file(beside))
    }
}

/// A new file for nobody but its owner to read.
fn new_file(path: &Path) -> io::Result<fs::File> {
    fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// [`StoreError::NotEmpty`] when a SQLite store, or what is left of one, is at `path`.
pub(crate) fn is_empty(path: &Path) -> Result<(), StoreError> {
    let left = std::iter::once(path.to_owned()).chain(companions(path)).find(|file| file.exists());
    left.map_or(Ok(()), |file| Err(StoreError::NotEmpty(file.display().to_string())))
}

/// Removes the projection of the store at `path`, which can be built again.
pub(crate) fn remove_feed(path: &Path) -> Result<(), StoreError> {
    Ok(remove(&with_ending(path, crate::feed::FEED_ENDING))?)
}

/// Removes a SQLite file with what is beside it, where it is there.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    for file in companions(path).chain([path.to_owned()]) {
        match fs::remove_file(file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// Whether something is in the log beside a SQLite file, which is then not whole without it.
pub(crate) fn has_log(path: &Path) -> bool {
    fs::metadata(with_ending(path, "-wal")).is_ok_and(|log| log.len() > 0)
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
