//! What must be known of a payer before the unit runs: read beside the writer, so that a payment does not make it
//! wait. It can only have become better meanwhile (levels rise); leaving closes the wallet in the ledger itself.

use yui_protocol::{CommandId, ErrorCode, Subject, identity::Level, municipality::Municipality};
use yui_rules::wallet::{limits::Spent, step_up};
use yui_store::Unit;

use crate::state::Yui;

/// See the module.
pub(super) struct Payer {
    pub(super) subject: Subject,
    /// `person_left` after she left, `not_found` while the town does not know her yet.
    level: Result<Level, ErrorCode>,
    /// Whether a shop's till used the id already.
    id_taken: bool,
}

impl Payer {
    pub(super) async fn read(yui: &Yui, subject: Subject, id: CommandId) -> Result<Self, ErrorCode> {
        let (level, id_taken) =
            (yui.levels.of(yui.town.reader(), subject).await, yui.till_ids.has(yui.town.reader(), id).await?);
        match level {
            Err(code) if !matches!(code, ErrorCode::NotFound | ErrorCode::PersonLeft) => Err(code),
            level => Ok(Self { subject, level, id_taken }),
        }
    }

    /// Her level, for an id that nothing else has: `id_conflict`, or as [`Payer::level`] says.
    pub(super) fn level(&self) -> Result<Level, ErrorCode> {
        if self.id_taken { Err(ErrorCode::IdConflict) } else { self.level.clone() }
    }

    /// What she paid before, by the ledger of this unit.
    pub(super) fn spent(&self, unit: &Unit, town: &Municipality) -> Spent {
        let now = unit.now();
        let since = |from| unit.ledger().spent_since(self.subject, from);
        Spent {
            today: since(yui_protocol::Millis::start_of_day_jst(now.day_jst())),
            window: since(step_up::window_start(&town.step_up, now)),
        }
    }
}
