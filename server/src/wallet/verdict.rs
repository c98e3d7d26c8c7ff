//! What all money acts share: the look for an earlier arrival, the answer, and the refusal that names a proof.

use std::sync::{Arc, OnceLock};

use yui_ledger::{Command, Op, Posted, WalletView};
use yui_protocol::{
    ErrorCode, Points,
    changes::Record,
    command::CommandAnswer,
    shop::TakingsRecord,
    wallet::{Assurance, WalletRecord},
};
use yui_rules::Refusal;
use yui_store::{Party, Unit, UnitError};

use super::entry;
use crate::{command::VerifiedCommand, http::problem::ApiError, shop::Shops};

/// The proof that a refused payment asks for, handed out of the unit beside its error.
#[derive(Clone, Default)]
pub(super) struct Asked(Arc<OnceLock<Assurance>>);

impl Asked {
    /// The refusal as the unit's error.
    pub(super) fn refuse(&self, refusal: Refusal) -> UnitError {
        if let Some(required) = refusal.required {
            // A unit refuses once.
            let _ = self.0.set(required);
        }
        refusal.code.into()
    }

    /// The unit's error as it leaves the server.
    pub(super) fn error(&self, code: ErrorCode) -> ApiError {
        self.0.get().map_or_else(|| code.into(), |required| ApiError::step_up(*required))
    }
}

/// The ledger's command for a signed one.
pub(super) fn ledger_command(verified: &VerifiedCommand, op: Op) -> Command {
    Command { id: verified.command.id, digest: verified.digest, signature: Some(verified.signature), op }
}

/// The posting of an earlier arrival of this command: `id_conflict` when the id was used for something else, or by
/// somebody else. When there was none, the command's times are checked.
pub(super) async fn earlier(
    unit: &mut Unit,
    verified: &VerifiedCommand,
) -> Result<Option<Arc<Posted>>, UnitError> {
    match unit.find(verified.command.id).await? {
        Some(posted) if posted.digest == verified.digest && is_of(&posted, verified.party) => {
            Ok(Some(posted))
        }
        Some(_) => Err(ErrorCode::IdConflict.into()),
        None => verified.check_first_time(unit).await.map(|()| None),
    }
}

fn is_of(posted: &Posted, party: Party) -> bool {
    match party {
        Party::Person(subject) => posted.wallets().any(|wallet| wallet == subject),
        Party::Shop(shop) => posted.shop() == Some(shop),
    }
}

/// A posting with what the party that asked has now.
pub(super) struct Made {
    posted: Arc<Posted>,
    party: Party,
    now: Record,
}

impl Made {
    /// Looks at the ledger right after the posting, or right after an earlier arrival was found.
    pub(super) fn read(unit: &Unit, posted: Arc<Posted>, party: Party) -> Self {
        let (ledger, seq) = (unit.ledger(), unit.ledger().head().seq);
        let now = match party {
            Party::Person(subject) => {
                let WalletView { available, held, lots, .. } = ledger.wallet(subject, unit.now());
                Record::Wallet(WalletRecord { seq, available, held, lots })
            }
            Party::Shop(shop) => {
                Record::Takings(TakingsRecord { seq, unsettled: ledger.shop_unsettled(shop) })
            }
        };
        Self { posted, party, now }
    }

    /// The answer: first what the act made, as it was made, however often it is asked for; then the wallet or the
    /// takings as they are now, so that nobody waits for the feed to see them.
    pub(super) fn answer(self, shops: &Shops) -> CommandAnswer {
        let Self { posted, party, now } = self;
        CommandAnswer {
            id: posted.id,
            seq: posted.seq,
            at: posted.at,
            records: vec![Record::Entry(entry::made(&posted, party, shops)), now],
        }
    }
}

/// A payment's amount, before anything is asked: `amount_invalid`.
pub(super) fn amount(amount: Points) -> Result<Points, ErrorCode> {
    Points::act(amount.0)
}
