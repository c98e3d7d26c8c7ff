//! Whether a signed command arrives for the first time. It is asked before anything else: what was accepted once is
//! answered for ever, and only a new command can be refused.

use std::sync::Arc;

use yui_ledger::{Command, Op, Posted};
use yui_protocol::{ErrorCode, wallet::Assurance};
use yui_store::{Unit, UnitError};

use super::entry;
use crate::command::VerifiedCommand;

/// How a command arrives.
pub(super) enum Arrival {
    /// Once more: what became of it.
    Again(Arc<Posted>),
    /// For the first time, with this proof.
    First(Assurance),
}

impl Arrival {
    /// Looks the id up: `id_conflict` when it was used for something else, or by somebody else; for an unknown one as
    /// [`VerifiedCommand::check_first_time`].
    pub(super) async fn of(verified: &VerifiedCommand, unit: &mut Unit) -> Result<Self, UnitError> {
        match unit.find(verified.command.id).await? {
            Some(posted) if posted.digest == verified.digest && entry::concerns(&posted, verified.party) => {
                Ok(Self::Again(posted))
            }
            Some(_) => Err(ErrorCode::IdConflict.into()),
            None => verified.check_first_time(unit.now()).map(Self::First),
        }
    }
}

/// The ledger's command for a signed one.
pub(super) fn ledger_command(verified: &VerifiedCommand, op: Op) -> Command {
    Command { id: verified.command.id, digest: verified.digest, signature: Some(verified.signature), op }
}
