//! What became of a command: one posting, which sums to zero and never changes again.

use std::sync::Arc;

use yui_protocol::{
    CommandId, LotId, Millis, Points, ProgrammeId, ShopId, Signature, Subject,
    wallet::{EntryKind, LotKind, LotUse},
};

use crate::{Account, Book, Command, Op, Terms};

/// An accepted command with what it moved: enough to show it and to give the command again in a replay.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Posted {
    /// The number of the row.
    pub seq: i64,
    /// When it was accepted, by the writer; never decreases with `seq`.
    pub at: Millis,
    /// See [`Command::id`].
    pub id: CommandId,
    /// See [`Command::digest`].
    pub digest: [u8; 32],
    /// See [`Command::signature`].
    pub signature: Option<Signature>,
    /// See [`Command::op`].
    pub op: Op,
    /// Where value left.
    pub debit: Account,
    /// Where value arrived; equal to `debit` when value was only set aside or freed.
    pub credit: Account,
    /// How much, positive; zero only for closing an empty wallet.
    pub amount: Points,
    /// The movements, in order of use; they sum to zero.
    pub legs: Vec<Leg>,
    /// What was set aside (positive) or freed (negative), lot by lot.
    pub reserves: Vec<Reserve>,
}

/// A movement on one account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leg {
    /// Where.
    pub account: Account,
    /// Positive where value arrives, negative where it leaves.
    pub amount: Points,
    /// The lot, on a wallet.
    pub lot: Option<LotPart>,
}

/// Which lot a movement touched and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LotPart {
    /// The lot.
    pub id: LotId,
    /// Its terms.
    pub terms: Arc<Terms>,
    /// When it was issued.
    pub issued_at: Millis,
    /// The line of the programme's book that it counts in.
    pub flow: Flow,
}

/// The lines of a programme's book (資金決済法22条, 府令46条): issued − redeemed − expired − paid back −
/// given up = outstanding.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Flow {
    /// Came into being.
    Issued,
    /// Was used; a refund takes from this line.
    Redeemed,
    /// Ran out.
    Expired,
    /// Was paid back outside the ledger.
    PaidBack,
    /// Was given up.
    GivenUp,
}

/// A change of what a hold has set aside of a lot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reserve {
    /// The number of the row that made the hold.
    pub hold: i64,
    /// The lot.
    pub lot: LotId,
    /// More (positive) or less (negative).
    pub amount: Points,
}

impl Posted {
    /// The command that this posting is the answer to.
    #[must_use]
    pub fn command(&self) -> Command {
        Command { id: self.id, digest: self.digest, signature: self.signature, op: self.op.clone() }
    }

    /// What a line of history calls it.
    #[must_use]
    pub fn entry_kind(&self) -> EntryKind {
        match &self.op {
            Op::Issue { terms, .. } if terms.kind == LotKind::Charged => EntryKind::Charge,
            Op::Issue { .. } => EntryKind::Grant,
            Op::Pay { .. } => EntryKind::Payment,
            Op::Hold { .. } => EntryKind::Hold,
            Op::Capture { .. } => EntryKind::Capture,
            Op::Release { .. } => EntryKind::Release,
            Op::Refund { .. } => EntryKind::Refund,
            Op::Expire { .. } => EntryKind::Expiry,
            Op::Settle { .. } => EntryKind::Settlement,
            Op::Close { .. } => EntryKind::Closure,
        }
    }

    /// The wallets it touched, debit first: whose history it belongs to.
    pub fn wallets(&self) -> impl Iterator<Item = Subject> {
        let wallet = |account| match account {
            Account::Wallet(subject) => Some(subject),
            Account::Shop(_) | Account::Book(_) => None,
        };
        let credit = (self.credit != self.debit).then_some(self.credit);
        [Some(self.debit), credit].into_iter().flatten().filter_map(wallet)
    }

    /// The shop it touched.
    #[must_use]
    pub fn shop(&self) -> Option<ShopId> {
        [self.debit, self.credit].into_iter().find_map(|account| match account {
            Account::Shop(shop) => Some(shop),
            Account::Wallet(_) | Account::Book(_) => None,
        })
    }

    /// The programme, of a charge or grant.
    #[must_use]
    pub fn programme(&self) -> Option<&ProgrammeId> {
        match &self.op {
            Op::Issue { terms, .. } => Some(&terms.programme),
            _ => None,
        }
    }

    /// The lots used or filled in one wallet, for its owner only. A refund's part that expired at once is
    /// named in [`Posted::expired`] and not taken off here.
    #[must_use]
    pub fn lot_uses(&self, wallet: Subject) -> Vec<LotUse> {
        let refund = matches!(self.op, Op::Refund { .. });
        let of_wallet = |leg: &&Leg| leg.account == Account::Wallet(wallet);
        self.legs
            .iter()
            .filter(of_wallet)
            .filter_map(|leg| leg.lot.as_ref().map(|lot| (lot, leg.amount)))
            .filter(|(_, amount)| !refund || amount.0 > 0)
            .map(|(lot, amount)| LotUse {
                lot: lot.id,
                kind: lot.terms.terms.kind,
                programme: lot.terms.terms.programme.clone(),
                amount: Points(amount.0.saturating_abs()),
                last_day: lot.terms.terms.last_day,
            })
            .collect()
    }

    /// What ran out in this posting: all of an expiry, and of a refund what fell on lots that had run out.
    #[must_use]
    pub fn expired(&self) -> Points {
        let into_book = self.legs.iter().filter(|leg| leg.account == Account::Book(Book::Expired));
        Points(into_book.map(|leg| leg.amount.0).sum())
    }
}
