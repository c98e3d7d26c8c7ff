//! The phone's store: one SQLite file that only this phone can read.
//!
//! Order, time and state are in the clear, so that lists are cheap; personal payloads are sealed column by
//! column, and what is deleted is overwritten. Every change of meaning is one transaction, named by a [`WritePoint`] at
//! which tests end the process.

mod file;
mod intent;
mod kept;
mod meta;
mod outbox_rows;
mod records;
mod seal;

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use rusqlite::{Connection, TransactionBehavior};
use yui_protocol::ErrorCode;

use crate::{
    error::{AppError, AppResult},
    platform::SecureStore,
};

pub(crate) use file::discard;
pub(crate) use intent::{About, Intent};
pub(crate) use kept::{CodeEnd, PairedShop, Registration};
pub(crate) use meta::Meta;
pub(crate) use outbox_rows::{OutboxRow, RowState, Wire};
pub(crate) use records::{Party, RecordKey, Row};
pub(crate) use seal::Sealer;

/// A write of the store, by what it means.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum WritePoint {
    /// What the person wants is kept.
    Intent,
    /// The signed bytes are kept.
    Signed,
    /// It is kept that the bytes may have left the phone.
    Sending,
    /// The answer, a refusal, or the next try is kept.
    Answered,
    /// A page of the feed is kept.
    Page,
    /// Anything else: settings, registration, cached public data.
    Other,
}

/// Before or after a commit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moment {
    /// The transaction is written and not committed.
    Before,
    /// It is committed and nobody knows yet.
    After,
}

/// Ends the store's life at a chosen moment, as when the system kills the app, or fills the disk.
pub trait StoreFault: Send + Sync {
    /// Whether the app lives on.
    fn survives(&self, point: WritePoint, moment: Moment) -> bool {
        let (_, _) = (point, moment);
        true
    }

    /// Whether the disk has room for this write.
    fn has_room(&self, point: WritePoint) -> bool {
        let _ = point;
        true
    }
}

/// The open store.
pub struct Store {
    connection: Mutex<Option<Connection>>,
    sealer: Sealer,
    fault: Option<Arc<dyn StoreFault>>,
}

/// A transaction, with the key to what is sealed.
pub(crate) struct Unit<'a> {
    connection: &'a Connection,
    sealer: &'a Sealer,
}

impl Store {
    /// Opens or makes the store. `storage_foreign` for a file that is not ours or of a newer version and
    /// `storage_sealed` for one made on another phone; both stay as they are.
    pub fn open(
        path: &Path,
        secure: &dyn SecureStore,
        fault: Option<Arc<dyn StoreFault>>,
    ) -> AppResult<Self> {
        let mut connection = file::open(path)?;
        let sealer = Sealer::open(&mut connection, secure)?;
        Ok(Self { connection: Mutex::new(Some(connection)), sealer, fault })
    }

    /// Runs `work` in a transaction of its own: all of it is kept, or nothing. Blocks.
    pub(crate) fn write<T>(
        &self,
        point: WritePoint,
        work: impl FnOnce(&Unit<'_>) -> AppResult<T>,
    ) -> AppResult<T> {
        let mut guard = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let connection = guard.as_mut().ok_or(ErrorCode::StorageFailed)?;
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let value = work(&Unit { connection: &transaction, sealer: &self.sealer })?;
        if self.dies(point, Moment::Before) {
            drop(transaction);
            *guard = None;
            return Err(ErrorCode::StorageFailed.into());
        }
        if self.fault.as_ref().is_some_and(|fault| !fault.has_room(point)) {
            return Err(ErrorCode::StorageFull.into());
        }
        transaction.commit().map_err(failed)?;
        if self.dies(point, Moment::After) {
            *guard = None;
            return Err(ErrorCode::StorageFailed.into());
        }
        Ok(value)
    }

    /// Runs `work`, which only reads. Blocks.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Unit<'_>) -> AppResult<T>) -> AppResult<T> {
        let mut guard = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let connection = guard.as_mut().ok_or(ErrorCode::StorageFailed)?;
        let transaction = connection.transaction().map_err(failed)?;
        work(&Unit { connection: &transaction, sealer: &self.sealer })
    }

    /// Empties the journal into the file, so that what was forgotten is in neither. Blocks.
    pub(crate) fn scrub(&self) -> AppResult<()> {
        let guard = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let connection = guard.as_ref().ok_or(ErrorCode::StorageFailed)?;
        file::empty_journal(connection)
    }

    fn dies(&self, point: WritePoint, moment: Moment) -> bool {
        self.fault.as_ref().is_some_and(|fault| !fault.survives(point, moment))
    }
}

/// What SQLite said, as a code: no room, not a database, or anything else.
#[expect(clippy::needless_pass_by_value, reason = "a function for map_err")]
pub(crate) fn failed(error: rusqlite::Error) -> AppError {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::DiskFull) => ErrorCode::StorageFull,
        Some(rusqlite::ErrorCode::NotADatabase) => ErrorCode::StorageForeign,
        _ => ErrorCode::StorageFailed,
    }
    .into()
}

#[cfg(test)]
mod tests;
