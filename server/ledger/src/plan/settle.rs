//! Settlement: takings are paid out to a shop outside the ledger.

use yui_protocol::{ErrorCode, Points, ShopId};

use super::{Draft, leg};
use crate::{Account, Book, state::State};

pub(super) fn plan(state: &State, shop: ShopId, amount: Points) -> Result<Draft, ErrorCode> {
    Points::act(amount.0)?;
    let (debit, credit) = (Account::Shop(shop), Account::Book(Book::Settled));
    let unsettled = state.names.account_no(debit).and_then(|no| state.account(no));
    if unsettled.is_none_or(|account| account.balance.amount < amount.0) {
        return Err(ErrorCode::InsufficientBalance);
    }
    let legs = vec![leg(debit, Points(-amount.0)), leg(credit, amount)];
    Ok(Draft { debit, credit, amount, legs, reserves: Vec::new() })
}
