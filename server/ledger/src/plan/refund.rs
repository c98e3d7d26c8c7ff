//! Giving back: to the lots that paid, the last used first. What one refund took, the next goes on from.

use yui_protocol::{CommandId, ErrorCode, Points, ShopId, Subject};

use super::{Draft, Place, leg, open_wallet};
use crate::{
    Account, Book, Flow, Leg, LotPart, Op, Payee, Posted, lot,
    state::State,
    window::{Accepted, Window},
};

pub(super) fn plan(
    state: &State,
    window: &Window,
    payment: CommandId,
    shop: ShopId,
    amount: Points,
    place: Place,
) -> Result<Draft, ErrorCode> {
    Points::act(amount.0)?;
    let Accepted { posted, refunded } = window.get(payment).ok_or(ErrorCode::PaymentUnknown)?;
    let payer = payer_of(posted, shop).ok_or(ErrorCode::PaymentUnknown)?;
    open_wallet(state, payer)?;
    if amount.0 > posted.amount.0 - refunded.0 {
        return Err(ErrorCode::RefundTooLarge);
    }
    let (debit, credit) = (Account::Shop(shop), Account::Wallet(payer));
    let unsettled = state.names.account_no(debit).and_then(|no| state.account(no));
    if unsettled.is_none_or(|account| account.balance.amount < amount.0) {
        return Err(ErrorCode::RefundNotCovered);
    }
    let mut legs = vec![leg(debit, Points(-amount.0))];
    let mut expired = 0;
    for (part, back) in last_used_first(posted, refunded.0, amount.0) {
        let onto = |amount: i64, flow| Leg {
            account: credit,
            amount: Points(amount),
            lot: Some(LotPart { flow, ..part.clone() }),
        };
        legs.push(onto(back, Flow::Redeemed));
        if lot::ended(&part.terms.terms, place.at) {
            legs.push(onto(-back, Flow::Expired));
            expired += back;
        }
    }
    if expired > 0 {
        legs.push(leg(Account::Book(Book::Expired), Points(expired)));
    }
    Ok(Draft { debit, credit, amount, legs, reserves: Vec::new() })
}

/// The payer, when this was a payment to the shop.
fn payer_of(posted: &Posted, shop: ShopId) -> Option<Subject> {
    let to_shop = match &posted.op {
        Op::Pay { shop: paid, .. } | Op::Capture { payee: Payee::Shop(paid), .. } => *paid == shop,
        _ => false,
    };
    match posted.debit {
        Account::Wallet(payer) if to_shop => Some(payer),
        _ => None,
    }
}

/// The lots that get something back, after `before` points were given back already.
fn last_used_first(posted: &Posted, before: i64, amount: i64) -> Vec<(&LotPart, i64)> {
    let (mut skip, mut missing) = (before, amount);
    let mut back = Vec::new();
    for leg in posted.legs.iter().rev() {
        let Some(part) = &leg.lot else { continue };
        let used = -leg.amount.0;
        let skipped = skip.min(used);
        skip -= skipped;
        let given = missing.min(used - skipped);
        missing -= given;
        if given > 0 {
            back.push((part, given));
        }
    }
    back
}
