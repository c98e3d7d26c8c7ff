//! What of an answer never changes however often it is asked for, and what must be told of a row of the log.

use std::collections::BTreeMap;

use yui_ledger::{Op, Posted};
use yui_protocol::{
    CommandId, LotId, Millis, Points, ProgrammeId, ShopId, Subject,
    changes::Record,
    wallet::{Entry, EntryKind, LotUse},
};
use yui_store::Party;

/// An act, as its party was told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Told {
    pub(super) to: Party,
    pub(super) kind: EntryKind,
    pub(super) amount: Points,
    pub(super) expired: Points,
    seq: i64,
    at: Millis,
    receipt: String,
    shop: Option<ShopId>,
    programme: Option<ProgrammeId>,
    payment: Option<CommandId>,
    code: Option<CommandId>,
    lots: Vec<LotUse>,
}

impl Told {
    pub(super) fn of_answer(to: Party, entry: &Entry) -> Self {
        let Entry { seq, at, kind, amount, receipt, programme, payment, code, lots, expired, .. } =
            entry.clone();
        let shop = entry.shop.as_ref().map(|shop| shop.id);
        Self { to, kind, amount, expired, seq, at, receipt, shop, programme, payment, code, lots }
    }

    /// A shop is told nothing that tells who paid.
    pub(super) fn of_row(to: Party, posted: &Posted) -> Self {
        let (payment, code) = match &posted.op {
            Op::Pay { code, till, .. } => {
                (None, code.map(|code| code.id).or(till.map(|till| CommandId(till.0))))
            }
            Op::Refund { payment, .. } => (Some(*payment), None),
            _ => (None, None),
        };
        let (programme, lots) = match to {
            Party::Person(subject) => (posted.programme().cloned(), posted.lot_uses(subject)),
            Party::Shop(_) => (None, Vec::new()),
        };
        let kind = posted.entry_kind();
        Self {
            to,
            kind,
            amount: posted.amount,
            expired: if kind == EntryKind::Refund { posted.expired() } else { Points::ZERO },
            seq: posted.seq,
            at: posted.at,
            receipt: format!("{}-{}", posted.at.day_jst().format("%y%m%d"), posted.seq),
            shop: posted.shop(),
            programme,
            payment,
            code,
            lots,
        }
    }
}

/// What an answer said that its party has, after a row.
pub(super) struct View {
    pub(super) of: Party,
    pub(super) seq: i64,
    has: Has,
}

enum Has {
    Lots(BTreeMap<LotId, i64>),
    Takings(i64),
}

impl View {
    pub(super) fn of(of: Party, record: &Record) -> Option<Self> {
        match record {
            Record::Wallet(wallet) => {
                let lots = wallet.lots.iter().map(|lot| (lot.id, lot.amount.0)).collect();
                Some(Self { of, seq: wallet.seq, has: Has::Lots(lots) })
            }
            Record::Takings(takings) => {
                Some(Self { of, seq: takings.seq, has: Has::Takings(takings.unsettled.0) })
            }
            _ => None,
        }
    }

    /// Whether that is what the rows come to.
    pub(super) fn agrees(
        &self,
        lots: &BTreeMap<(Subject, LotId), i64>,
        shops: &BTreeMap<ShopId, i64>,
    ) -> bool {
        match (&self.has, self.of) {
            (Has::Lots(said), Party::Person(subject)) => {
                let hers = lots.iter().filter(|((owner, _), left)| *owner == subject && **left != 0);
                hers.map(|((_, lot), left)| (*lot, *left)).eq(said.iter().map(|(lot, left)| (*lot, *left)))
            }
            (Has::Takings(said), Party::Shop(shop)) => shops.get(&shop).copied().unwrap_or_default() == *said,
            _ => false,
        }
    }
}
