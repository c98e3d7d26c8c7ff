//! The ids under which shops opened and withdrew orders a short while ago, in memory: a payment that has one of them is
//! refused without a look at the table.

use std::{
    collections::BTreeSet,
    sync::{PoisonError, RwLock},
};

use yui_protocol::{CLOCK_SKEW, CommandId, ErrorCode, Millis};
use yui_store::{Db, StoreError};

/// For how long an id is remembered, by the instant in it.
const REMEMBERED: i64 = 2 * Millis::DAY;

/// See the module.
#[derive(Default)]
pub struct TillIds(RwLock<Memory>);

#[derive(Default)]
struct Memory {
    ids: BTreeSet<CommandId>,
    /// All ids of this instant and later ones are there.
    since: Millis,
}

impl TillIds {
    /// Reads what is remembered at `now`, at the start and after taking over.
    pub(super) async fn load(&self, town: &Db, now: Millis) -> Result<(), StoreError> {
        let since = now.plus(-REMEMBERED);
        let text = "SELECT id FROM till_act WHERE id >= $1";
        let rows = town.sql(text).bind(CommandId::new(since, [0; 10])).fetch_all().await?;
        let ids = rows.iter().map(|row| row.get("id")).collect::<Result<_, _>>()?;
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Memory { ids, since };
        Ok(())
    }

    /// Notes an id before the write that uses it, whatever becomes of that. One of a time to come is refused there, and
    /// would stay here until then.
    pub(super) fn put(&self, id: CommandId, now: Millis) {
        if id.at().is_ok_and(|at| at.since(now) > CLOCK_SKEW) {
            return;
        }
        self.0.write().unwrap_or_else(PoisonError::into_inner).ids.insert(id);
    }

    /// Whether a till uses this id, or tried to.
    pub async fn has(&self, town: &Db, id: CommandId) -> Result<bool, ErrorCode> {
        {
            let memory = self.0.read().unwrap_or_else(PoisonError::into_inner);
            if id.at().is_ok_and(|at| at >= memory.since) {
                return Ok(memory.ids.contains(&id));
            }
        }
        let text = "SELECT id FROM till_act WHERE id = $1";
        let row = town.sql(text).bind(id).fetch_optional().await.map_err(|error| error.code())?;
        Ok(row.is_some())
    }

    /// Forgets what is old, so that memory stays bounded.
    pub fn forget_old(&self, now: Millis) {
        let since = now.plus(-REMEMBERED);
        let mut memory = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if since > memory.since {
            memory.ids = memory.ids.split_off(&CommandId::new(since, [0; 10]));
            memory.since = since;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(at: i64) -> CommandId {
        CommandId::new(Millis(at), [7; 10])
    }

    #[test]
    fn ids_of_other_times_are_not_kept() {
        let ids = TillIds::default();
        let now = 100 * Millis::DAY;
        for at in [now - 3 * Millis::DAY, now - Millis::DAY, now, now + Millis::DAY] {
            ids.put(id(at), Millis(now));
        }
        ids.forget_old(Millis(now));
        let memory = ids.0.read().expect("unpoisoned");
        assert_eq!(memory.ids.iter().copied().collect::<Vec<_>>(), [id(now - Millis::DAY), id(now)]);
        assert_eq!(memory.since, Millis(now - REMEMBERED));
    }
}
