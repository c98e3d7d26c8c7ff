//! The answer to a signed command: what it made, and what its party has now.

use std::sync::Arc;

use yui_ledger::{Posted, WalletView};
use yui_protocol::{changes::Record, command::CommandAnswer, shop::TakingsRecord, wallet::WalletRecord};
use yui_store::{Party, Unit};

use super::entry;
use crate::{command::VerifiedCommand, shop::Shops};

/// A posting with what the party that asked has now.
pub(super) struct Outcome {
    posted: Arc<Posted>,
    party: Party,
    /// None for a phone that was removed: it may learn what its command did, and nothing of what came after.
    now: Option<Record>,
}

impl Outcome {
    /// Looks at the ledger right after the posting, or right after an earlier arrival was found.
    pub(super) fn read(unit: &Unit, posted: Arc<Posted>, verified: &VerifiedCommand) -> Self {
        let party = verified.party;
        let now = (!verified.is_revoked()).then(|| present(unit, party));
        Self { posted, party, now }
    }

    /// The answer: first what the act made, as it was made, however often it is asked for; then the wallet or the
    /// takings as they are now, so that nobody waits for the feed to see them.
    pub(super) fn answer(self, shops: &Shops) -> CommandAnswer {
        let Self { posted, party, now } = self;
        let entry = Record::Entry(entry::made(&posted, party, shops));
        CommandAnswer {
            id: posted.id,
            seq: posted.seq,
            at: posted.at,
            records: std::iter::once(entry).chain(now).collect(),
            shown: None,
        }
    }
}

fn present(unit: &Unit, party: Party) -> Record {
    let (ledger, seq) = (unit.ledger(), unit.ledger().head().seq);
    match party {
        Party::Person(subject) => {
            let WalletView { available, held, lots, .. } = ledger.wallet(subject, unit.now());
            Record::Wallet(WalletRecord { seq, available, held, lots })
        }
        Party::Shop(shop) => Record::Takings(TakingsRecord { seq, unsettled: ledger.shop_unsettled(shop) }),
    }
}
