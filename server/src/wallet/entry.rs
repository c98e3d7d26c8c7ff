//! From the ledger's postings to lines of history, for the eyes they are meant for.

use yui_ledger::{Op, Posted};
use yui_protocol::{
    Points,
    wallet::{Entry, EntryKind, EntryState},
};
use yui_store::Party;

use crate::shop::Shops;

/// Whether a posting is for these eyes.
pub(crate) fn concerns(posted: &Posted, party: Party) -> bool {
    match party {
        Party::Person(subject) => posted.wallets().any(|wallet| wallet == subject),
        Party::Shop(shop) => posted.shop() == Some(shop),
    }
}

/// The line as it was when it was made: nothing given back yet.
#[must_use]
pub fn made(posted: &Posted, eyes: Party, shops: &Shops) -> Entry {
    now(posted, Points::ZERO, eyes, shops)
}

/// The line as it stands, after `refunded` was given back. A shop gets no lots and no programme: they would tell
/// something of who paid.
#[must_use]
pub fn now(posted: &Posted, refunded: Points, eyes: Party, shops: &Shops) -> Entry {
    let kind = posted.entry_kind();
    let (payment, code) = match &posted.op {
        Op::Pay { code, till, .. } => {
            (None, code.map(|code| code.id).or(till.map(|till| yui_protocol::CommandId(till.0))))
        }
        Op::Refund { payment, .. } => (Some(*payment), None),
        _ => (None, None),
    };
    let (lots, programme) = match eyes {
        Party::Person(subject) => (posted.lot_uses(subject), posted.programme().cloned()),
        Party::Shop(_) => (Vec::new(), None),
    };
    // An expiry is all of it what ran out, which its amount says already.
    let expired = if kind == EntryKind::Refund { posted.expired() } else { Points::ZERO };
    Entry {
        id: posted.id,
        seq: posted.seq,
        at: posted.at,
        kind,
        state: state(kind, posted.amount, refunded),
        amount: posted.amount,
        refunded,
        receipt: receipt(posted),
        shop: posted.shop().and_then(|shop| shops.get(shop).ok()).map(|listed| listed.reference()),
        programme,
        payment,
        code,
        lots,
        expired,
    }
}

fn state(kind: EntryKind, amount: Points, refunded: Points) -> EntryState {
    match (kind, refunded) {
        (EntryKind::Payment, Points::ZERO) => EntryState::Paid,
        (_, Points::ZERO) => EntryState::Done,
        (_, refunded) if refunded < amount => EntryState::PartlyRefunded,
        _ => EntryState::Refunded,
    }
}

/// Day in Japan and ledger row: `261123-4711`.
fn receipt(posted: &Posted) -> String {
    format!("{}-{}", posted.at.day_jst().format("%y%m%d"), posted.seq)
}
