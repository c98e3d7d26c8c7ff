//! Setting value aside, using it and freeing it. The lots stay in the wallet; only what is free of them falls.

use yui_protocol::{CommandId, ErrorCode, LotId, Millis, Points, Subject, wallet::LotKind};
use yui_rules::wallet::spend_order::{LotView, choose};

use super::{Draft, Place, issue, leg, open_wallet, spend};
use crate::{
    Account, Book, Flow, LotState, Payee, Reserve, Rest,
    names::check_classes,
    state::{Hold, State},
};

pub(super) fn plan(
    state: &State,
    wallet: Subject,
    amount: Points,
    classes: &[String],
    until: Millis,
    place: Place,
) -> Result<Draft, ErrorCode> {
    Points::act(amount.0)?;
    check_classes(classes)?;
    let (_, account) = open_wallet(state, wallet)?.ok_or(ErrorCode::InsufficientBalance)?;
    let lots: Vec<LotView<'_>> = account.lots.iter().map(LotState::view).collect();
    let end = until.max(place.at);
    if end.utc().timestamp_millis() != end.0 {
        return Err(ErrorCode::MalformedRequest);
    }
    let day = end.day_jst();
    let parts = choose(&lots, day, classes, amount).ok_or(ErrorCode::InsufficientBalance)?;
    let reserve = |part: yui_rules::wallet::spend_order::Part| Reserve {
        hold: place.seq,
        lot: part.lot,
        amount: part.amount,
    };
    let account = Account::Wallet(wallet);
    let reserves = parts.into_iter().map(reserve).collect();
    Ok(Draft { debit: account, credit: account, amount, legs: Vec::new(), reserves })
}

pub(super) fn plan_capture(
    state: &mut State,
    hold: CommandId,
    amount: Points,
    payee: &Payee,
    rest: Rest,
    place: Place,
) -> Result<Draft, ErrorCode> {
    Points::act(amount.0)?;
    let (seq, hold, wallet) = open_hold(state, hold)?;
    let (account, parts) = (hold.account, hold.parts.clone());
    let taken = take(state, hold, amount, place)?;
    let mut legs = spend(state, account, wallet, taken.iter().copied(), Flow::Redeemed)?;
    let credit = match payee {
        Payee::Shop(shop) => {
            legs.push(leg(Account::Shop(*shop), amount));
            Account::Shop(*shop)
        }
        Payee::Helper { wallet: helper, terms } => {
            if terms.kind != LotKind::Reward || *helper == wallet {
                return Err(ErrorCode::MalformedRequest);
            }
            legs.push(leg(Account::Book(Book::Redeemed), amount));
            legs.extend(issue::legs(state, *helper, terms, amount, place)?);
            Account::Wallet(*helper)
        }
    };
    let freed = |(lot, left): (LotId, i64)| {
        let used = taken.iter().find(|(id, _)| *id == lot).map_or(0, |(_, used)| *used);
        let amount = if rest == Rest::Release { left } else { used };
        (amount > 0).then_some(Reserve { hold: seq, lot, amount: Points(-amount) })
    };
    let reserves = parts.into_iter().filter_map(freed).collect();
    Ok(Draft { debit: Account::Wallet(wallet), credit, amount, legs, reserves })
}

pub(super) fn plan_release(state: &State, hold: CommandId) -> Result<Draft, ErrorCode> {
    let (seq, hold, wallet) = open_hold(state, hold)?;
    let free = |(lot, left): &(LotId, i64)| Reserve { hold: seq, lot: *lot, amount: Points(-left) };
    let reserves = hold.parts.iter().map(free).collect();
    let account = Account::Wallet(wallet);
    Ok(Draft { debit: account, credit: account, amount: Points(hold.amount()), legs: Vec::new(), reserves })
}

fn open_hold(state: &State, id: CommandId) -> Result<(i64, &Hold, Subject), ErrorCode> {
    let seq = *state.hold_ids.get(&id).ok_or(ErrorCode::HoldUnknown)?;
    let hold = state.holds.get(&seq).ok_or(ErrorCode::Internal)?;
    match state.names.account(hold.account) {
        Some(Account::Wallet(wallet)) => Ok((seq, hold, wallet)),
        _ => Err(ErrorCode::Internal),
    }
}

/// What is taken of a hold's parts, in their order; a lot that has run out gives nothing.
fn take(state: &State, hold: &Hold, amount: Points, place: Place) -> Result<Vec<(LotId, i64)>, ErrorCode> {
    if amount.0 > hold.amount() {
        return Err(ErrorCode::HoldExceeded);
    }
    let alive = |id: LotId| state.lot(hold.account, id).is_some_and(|lot| !lot.ended(place.at));
    let mut missing = amount.0;
    let mut taken = Vec::with_capacity(hold.parts.len());
    for (lot, left) in hold.parts.iter().filter(|(lot, _)| alive(*lot)) {
        let used = missing.min(*left);
        missing -= used;
        if used > 0 {
            taken.push((*lot, used));
        }
    }
    if missing == 0 { Ok(taken) } else { Err(ErrorCode::HoldExpired) }
}
