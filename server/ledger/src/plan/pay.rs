//! Payment: the payer's lots in the order of spending, and a one-time code at most once.

use yui_protocol::{ErrorCode, Points, ShopId, Subject};
use yui_rules::wallet::spend_order::{LotView, choose};

use super::{Draft, Place, leg, open_wallet, spend};
use crate::{Account, Flow, LotState, SpentCode, names::check_classes, state::State};

pub(super) fn plan(
    state: &State,
    payer: Subject,
    shop: ShopId,
    shop_classes: &[String],
    amount: Points,
    code: Option<SpentCode>,
    place: Place,
) -> Result<Draft, ErrorCode> {
    Points::act(amount.0)?;
    check_classes(shop_classes)?;
    check_code(state, code, place)?;
    let (no, account) = open_wallet(state, payer)?.ok_or(ErrorCode::InsufficientBalance)?;
    let lots: Vec<LotView<'_>> = account.lots.iter().map(LotState::view).collect();
    let parts =
        choose(&lots, place.at.day_jst(), shop_classes, amount).ok_or(ErrorCode::InsufficientBalance)?;
    let parts = parts.into_iter().map(|part| (part.lot, part.amount.0));
    let mut legs = spend(state, no, payer, parts, Flow::Redeemed)?;
    let (debit, credit) = (Account::Wallet(payer), Account::Shop(shop));
    legs.push(leg(credit, amount));
    Ok(Draft { debit, credit, amount, legs, reserves: Vec::new() })
}

/// Expiry is asked first: an expired code may have been forgotten.
fn check_code(state: &State, code: Option<SpentCode>, place: Place) -> Result<(), ErrorCode> {
    let Some(code) = code else { return Ok(()) };
    if code.valid_until.min(code.keep_until()?) < place.at {
        return Err(ErrorCode::CodeExpired);
    }
    if state.codes.contains_key(&code.id) { Err(ErrorCode::CodeUsed) } else { Ok(()) }
}
