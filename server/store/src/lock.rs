//! A lock beside the SQLite file, so that a second writer of the same town is kept out.

use std::{
    fs::{File, OpenOptions, TryLockError},
    path::Path,
};

use crate::{backup::with_ending, error::StoreError};

/// Held while it lives; the operating system gives it back when the process ends in any way.
#[derive(Debug)]
pub(crate) struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Takes the lock of the store at `store`, or [`StoreError::InUse`].
    pub(crate) fn take(store: &Path) -> Result<Self, StoreError> {
        let path = with_ending(store, ".lock");
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_writer_is_kept_out_until_the_first_has_gone() {
        let folder = tempfile::tempdir().expect("temp dir");
        let store = folder.path().join("town.db");
        let first = FolderLock::take(&store).expect("free");
        assert!(matches!(FolderLock::take(&store), Err(StoreError::InUse)));
        drop(first);
        FolderLock::take(&store).expect("free again");
    }
}
