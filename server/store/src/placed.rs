//! A store is put where none is in two steps, so that several are put back together or not at all. First each is placed
//! whole where nobody takes it for a store: in SQLite in a file beside its place, in PostgreSQL in a transaction that stays
//! open. Whatever can go wrong with what is read, or for want of room, goes wrong there. Then each is kept.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use sqlx::{AssertSqlSafe, SqlSafeStr};

use crate::{
    backup::{has_log, is_empty, remove, remove_feed, with_ending},
    error::StoreError,
    lock::FolderLock,
    session::Session,
    sqlite,
};

/// What the name of a file has more while it is not kept.
const UNKEPT_ENDING: &str = ".restoring";

/// A whole store that does not count yet. What is dropped without being kept is gone.
pub struct Placed(Form);

enum Form {
    File(Beside),
    Transaction(Box<Session>),
}

impl Placed {
    /// A file, whole and on the disk.
    pub(crate) fn file(beside: Beside) -> Self {
        Self(Form::File(beside))
    }

    /// A transaction with everything in it.
    pub(crate) fn transaction(session: Session) -> Self {
        Self(Form::Transaction(Box::new(session)))
    }

    /// The same with the rows of this table left out, which mean nothing after a time has passed.
    pub async fn leave_out(mut self, table: &'static str) -> Result<Self, StoreError> {
        let text = AssertSqlSafe(format!("DELETE FROM {table}")).into_sql_str();
        match &mut self.0 {
            Form::File(beside) => {
                let connection = sqlite::connect(beside.path(), sqlite::STORE_MARK)?;
                connection.execute(text.as_str(), [])?;
                connection.close().map_err(|(_, error)| error)?;
                beside.settle()?;
            }
            Form::Transaction(session) => drop(session.connection.execute(text, Vec::new()).await?),
        }
        Ok(self)
    }

    /// Makes it the store of its place, durably. After a fault the place is as empty as before; only where PostgreSQL
    /// does not answer ([`StoreError::Unavailable`]) it may have been kept all the same.
    pub async fn keep(self) -> Result<(), StoreError> {
        match self.0 {
            Form::File(beside) => Ok(beside.keep()?),
            Form::Transaction(mut session) => match session.commit().await {
                Ok(()) => {
                    // It is kept, however the connection ends.
                    let _ = session.connection.close().await;
                    Ok(())
                }
                Err(error) => {
                    Self(Form::Transaction(session)).give_up().await;
                    Err(error)
                }
            },
        }
    }

    /// Leaves the place as empty as it was.
    pub async fn give_up(self) {
        if let Form::Transaction(mut session) = self.0 {
            // Where the database does not hear it, it drops the transaction with the connection.
            let _ = session.roll_back().await;
            let _ = session.connection.close().await;
        }
    }
}

/// A file that is made beside its empty place, under the folder's lock.
pub(crate) struct Beside {
    path: PathBuf,
    place: PathBuf,
    _lock: FolderLock,
}

impl Beside {
    /// Room for a file beside `place`, where a store, or a part of one, is [`StoreError::NotEmpty`]. What a try left that
    /// was cut off is removed, and so is the feed of a store that was here: it follows from the log, and is built again.
    pub(crate) fn of(place: &Path) -> Result<Self, StoreError> {
        let lock = FolderLock::take(place)?;
        is_empty(place)?;
        let beside = Self { path: with_ending(place, UNKEPT_ENDING), place: place.to_owned(), _lock: lock };
        remove(&beside.path)?;
        remove_feed(place)?;
        Ok(beside)
    }

    /// Where to make it.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What was written into it is on the disk.
    pub(crate) fn settle(&self) -> Result<(), StoreError> {
        // On a full disk SQLite leaves what was committed in its log, and says nothing of it.
        if has_log(&self.path) {
            return Err(StoreError::Full);
        }
        Ok(fs::File::open(&self.path)?.sync_all()?)
    }

    fn keep(self) -> io::Result<()> {
        fs::rename(&self.path, &self.place)?;
        // The name is durable only with its folder.
        let folder = self.place.parent().filter(|folder| !folder.as_os_str().is_empty());
        let synced = fs::File::open(folder.unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all());
        if synced.is_err() {
            fs::remove_file(&self.place)?;
        }
        synced
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // What cannot be removed now is no obstacle to the next try.
        let _ = remove(&self.path);
    }
}
