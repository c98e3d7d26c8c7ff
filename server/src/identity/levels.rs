//! The levels of residents who pay, in memory, so that a payment does not wait for a look at their table. Each is read
//! when it is first asked for, and forgotten after every write that may have changed it.

use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock},
};

use yui_protocol::{ErrorCode, Subject, identity::Level};
use yui_store::Db;

use crate::identity::level;

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
        let text = "SELECT level, state FROM resident WHERE subject = $1";
        let row = town.sql(text).bind(subject).fetch_optional().await.map_err(|error| error.code())?;
        let row = row.ok_or(ErrorCode::NotFound)?;
        let word = |name| row.get::<String>(name).map_err(|error| error.code());
        let read = if word("state")? == "active" {
            Ok(level::of_word(&word("level")?))
        } else {
            Err(ErrorCode::PersonLeft)
        };
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
