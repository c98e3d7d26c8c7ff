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

/// How far ahead the instant of an id that is noted may lie. A command may say that it was made so much ahead of our
/// clock, and its id as much ahead of that; and the write, which decides by its own time, may come a while later.
const AHEAD: i64 = 3 * CLOCK_SKEW;

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
        self.take_in(ids, since);
        Ok(())
    }

    /// Adds what the table said. An id that was noted meanwhile stays: its write may have come after the look.
    fn take_in(&self, mut ids: BTreeSet<CommandId>, since: Millis) {
        let mut memory = self.0.write().unwrap_or_else(PoisonError::into_inner);
        memory.ids.append(&mut ids);
        memory.since = memory.since.max(since);
    }

    /// Notes an id before the write that uses it, whatever becomes of that. One of a time to come is refused there, and
    /// would stay here until then.
    pub(super) fn put(&self, id: CommandId, now: Millis) {
        if id.at().is_ok_and(|at| at.since(now) > AHEAD) {
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

    fn kept(ids: &TillIds) -> Vec<CommandId> {
        ids.0.read().expect("unpoisoned").ids.iter().copied().collect()
    }

    #[test]
    fn an_id_at_the_edge_of_what_a_write_lets_through_is_kept() {
        let ids = TillIds::default();
        let now = 100 * Millis::DAY;
        for at in [now + CLOCK_SKEW + 1, now + 2 * CLOCK_SKEW, now + AHEAD, now + AHEAD + 1] {
            ids.put(id(at), Millis(now));
        }
        assert_eq!(
            kept(&ids),
            [id(now + CLOCK_SKEW + 1), id(now + 2 * CLOCK_SKEW), id(now + AHEAD)],
            "what no write lets through does not stay"
        );
    }

    #[test]
    fn what_was_noted_while_the_table_was_read_stays() {
        let ids = TillIds::default();
        let now = 100 * Millis::DAY;
        ids.put(id(now), Millis(now));
        ids.take_in([id(now - 1)].into(), Millis(now - REMEMBERED));
        assert_eq!(kept(&ids), [id(now - 1), id(now)]);
        ids.take_in([id(now - 2)].into(), Millis(now - REMEMBERED - 1));
        assert_eq!(kept(&ids), [id(now - 2), id(now - 1), id(now)]);
        assert_eq!(
            ids.0.read().expect("unpoisoned").since,
            Millis(now - REMEMBERED),
            "a clock that went back"
        );
    }

    #[test]
    fn ids_of_other_times_are_not_kept() {
        let ids = TillIds::default();
        let now = 100 * Millis::DAY;
        for at in [now - 3 * Millis::DAY, now - Millis::DAY, now, now + Millis::DAY] {
            ids.put(id(at), Millis(now));
        }
        ids.forget_old(Millis(now));
        assert_eq!(kept(&ids), [id(now - Millis::DAY), id(now)]);
        assert_eq!(ids.0.read().expect("unpoisoned").since, Millis(now - REMEMBERED));
    }
}
