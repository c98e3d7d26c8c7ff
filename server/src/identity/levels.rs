//! The levels of residents who pay, in memory, so that a payment does not wait for a look at their table. Each is read
//! when it is first asked for, and forgotten after every write that may have changed it.

use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock},
};

use yui_protocol::{ErrorCode, Subject, identity::Level};
use yui_store::Db;

use crate::identity::resident;

/// See the module.
#[derive(Default)]
pub struct Levels(RwLock<Memory>);

#[derive(Default)]
struct Memory {
    of: HashMap<Subject, Result<Level, ErrorCode>>,
    /// Counts what was forgotten: what was read before that is not taken in after it.
    forgotten: u64,
}

impl Levels {
    /// The level of an active resident, by a commit that is not older than the last [`Levels::forget`] of her:
    /// `person_left` after she left, `not_found` while the town does not know her.
    pub async fn of(&self, town: &Db, subject: Subject) -> Result<Level, ErrorCode> {
        let forgotten = {
            let memory = self.0.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(known) = memory.of.get(&subject) {
                return known.clone();
            }
            memory.forgotten
        };
        let row = town.sql(resident::LEVEL).bind(subject).fetch_optional().await;
        let row = row.map_err(|error| error.code())?.ok_or(ErrorCode::NotFound)?;
        let read = resident::level_in(&row).map_err(|error| error.code())?;
        let mut memory = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if memory.forgotten == forgotten {
            memory.of.insert(subject, read.clone());
        }
        read
    }

    /// After a write about her, whatever became of it.
    pub fn forget(&self, subject: Subject) {
        let mut memory = self.0.write().unwrap_or_else(PoisonError::into_inner);
        memory.of.remove(&subject);
        memory.forgotten += 1;
    }

    /// Another server may have written.
    pub fn forget_all(&self) {
        let mut memory = self.0.write().unwrap_or_else(PoisonError::into_inner);
        memory.of.clear();
        memory.forgotten += 1;
    }
}
