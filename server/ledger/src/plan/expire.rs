//! Expiry: what can no longer be used leaves the wallet, whether it was set aside or not.

use yui_protocol::{ErrorCode, LotId, Points, Subject};

use super::{Draft, Place, leg, lot_leg, open_wallet};
use crate::{
    Account, Book, Flow, Reserve,
    state::{AccountState, State},
};

pub(super) fn plan(state: &State, wallet: Subject, place: Place) -> Result<Draft, ErrorCode> {
    let (_, account) = open_wallet(state, wallet)?.ok_or(ErrorCode::NotFound)?;
    let ended = account.lots.iter().filter(|lot| lot.ended(place.at));
    let mut legs: Vec<_> = ended.map(|lot| lot_leg(wallet, lot, -lot.amount.0, Flow::Expired)).collect();
    if legs.is_empty() {
        return Err(ErrorCode::NotFound);
    }
    let lots: Vec<LotId> = legs.iter().filter_map(|leg| leg.lot.as_ref().map(|part| part.id)).collect();
    let amount = Points(legs.iter().map(|leg| -leg.amount.0).sum());
    let (debit, credit) = (Account::Wallet(wallet), Account::Book(Book::Expired));
    legs.push(leg(credit, amount));
    Ok(Draft { debit, credit, amount, legs, reserves: freed(state, account, &lots) })
}

/// What open holds lose with these lots.
fn freed(state: &State, account: &AccountState, lots: &[LotId]) -> Vec<Reserve> {
    let mut reserves = Vec::new();
    for seq in &account.holds {
        let parts = state.holds.get(seq).map_or(&[][..], |hold| &hold.parts);
        for (lot, amount) in parts.iter().filter(|(lot, _)| lots.contains(lot)) {
            reserves.push(Reserve { hold: *seq, lot: *lot, amount: Points(-amount) });
        }
    }
    reserves
}
