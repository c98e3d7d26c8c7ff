//! The end of a wallet: what ran out is expired, charged value is paid back outside or given up, all else is
//! given up.

use yui_protocol::{ErrorCode, Points, Subject, wallet::LotKind};

use super::{Draft, Place, leg, lot_leg, open_wallet};
use crate::{Account, Book, ChargedValue, Flow, LotState, state::State};

pub(super) fn plan(
    state: &State,
    wallet: Subject,
    charged: ChargedValue,
    place: Place,
) -> Result<Draft, ErrorCode> {
    let lots = match open_wallet(state, wallet)? {
        Some((_, account)) if !account.holds.is_empty() => return Err(ErrorCode::HoldOpen),
        Some((_, account)) => account.lots.as_slice(),
        None => &[],
    };
    let mut legs = Vec::with_capacity(lots.len() + 3);
    for lot in lots {
        legs.push(lot_leg(wallet, lot, -lot.amount.0, fate(lot, charged, place)?));
    }
    let total = Points(legs.iter().map(|leg| -leg.amount.0).sum());
    let books =
        [(Flow::Expired, Book::Expired), (Flow::PaidBack, Book::PaidBack), (Flow::GivenUp, Book::GivenUp)];
    for (flow, book) in books {
        let of_flow = legs.iter().filter(|leg| leg.lot.as_ref().is_some_and(|part| part.flow == flow));
        let amount: i64 = of_flow.map(|leg| -leg.amount.0).sum();
        if amount > 0 {
            legs.push(leg(Account::Book(book), Points(amount)));
        }
    }
    let book = if charged == ChargedValue::PaidBack { Book::PaidBack } else { Book::GivenUp };
    let (debit, credit) = (Account::Wallet(wallet), Account::Book(book));
    Ok(Draft { debit, credit, amount: total, legs, reserves: Vec::new() })
}

fn fate(lot: &LotState, charged: ChargedValue, place: Place) -> Result<Flow, ErrorCode> {
    match (lot.terms.terms.kind, charged) {
        _ if lot.ended(place.at) => Ok(Flow::Expired),
        (LotKind::Charged, ChargedValue::Undecided) => Err(ErrorCode::BalanceRemains),
        (LotKind::Charged, ChargedValue::PaidBack) => Ok(Flow::PaidBack),
        _ => Ok(Flow::GivenUp),
    }
}
