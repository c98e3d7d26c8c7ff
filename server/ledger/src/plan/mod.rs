//! From what is wanted to what would move. Planning only reads (it may give new terms their number), so a
//! refusal costs nothing; moving is one piece of code for all operations.

mod close;
mod expire;
mod hold;
mod issue;
mod pay;
mod refund;
mod settle;

use yui_protocol::{ErrorCode, LotId, Millis, Points, Subject};

use crate::{
    Account, Flow, Leg, LotPart, LotState, Op, Reserve,
    state::{AccountState, State},
    window::Window,
};

/// Where and when a posting would stand.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) seq: i64,
    pub(crate) at: Millis,
}

/// What a posting would move.
pub(crate) struct Draft {
    pub(crate) debit: Account,
    pub(crate) credit: Account,
    pub(crate) amount: Points,
    pub(crate) legs: Vec<Leg>,
    pub(crate) reserves: Vec<Reserve>,
}

/// Plans one operation, or says why not.
pub(crate) fn plan(state: &mut State, window: &Window, op: &Op, place: Place) -> Result<Draft, ErrorCode> {
    match op {
        Op::Issue { wallet, terms, amount, caps } => {
            issue::plan(state, *wallet, terms, *amount, *caps, place)
        }
        Op::Pay { payer, shop, shop_classes, amount, code, .. } => {
            pay::plan(state, *payer, *shop, shop_classes, *amount, *code, place)
        }
        Op::Hold { wallet, amount, classes, until } => {
            hold::plan(state, *wallet, *amount, classes, *until, place)
        }
        Op::Capture { hold, amount, payee, rest } => {
            hold::plan_capture(state, *hold, *amount, payee, *rest, place)
        }
        Op::Release { hold } => hold::plan_release(state, *hold),
        Op::Refund { payment, shop, amount } => refund::plan(state, window, *payment, *shop, *amount, place),
        Op::Expire { wallet } => expire::plan(state, *wallet, place),
        Op::Settle { shop, amount } => settle::plan(state, *shop, *amount),
        Op::Close { wallet, charged } => close::plan(state, *wallet, *charged, place),
    }
}

/// A wallet that was used before, `None` when it never was; `wallet_closed` when its owner left.
fn open_wallet(state: &State, wallet: Subject) -> Result<Option<(i64, &AccountState)>, ErrorCode> {
    let no = state.names.account_no(Account::Wallet(wallet));
    match no.and_then(|no| Some((no, state.account(no)?))) {
        Some((_, account)) if account.balance.closed => Err(ErrorCode::WalletClosed),
        found => Ok(found),
    }
}

/// A movement without a lot.
fn leg(account: Account, amount: Points) -> Leg {
    Leg { account, amount, lot: None }
}

/// A movement on a lot that is there.
fn lot_leg(wallet: Subject, lot: &LotState, amount: i64, flow: Flow) -> Leg {
    let part = LotPart { id: lot.id, terms: lot.terms.clone(), issued_at: lot.issued_at, flow };
    Leg { account: Account::Wallet(wallet), amount: Points(amount), lot: Some(part) }
}

/// Lots leave a wallet in these parts, in this order.
fn spend(
    state: &State,
    account: i64,
    wallet: Subject,
    parts: impl IntoIterator<Item = (LotId, i64)>,
    flow: Flow,
) -> Result<Vec<Leg>, ErrorCode> {
    let leg = |(id, amount): (LotId, i64)| {
        let lot = state.lot(account, id).ok_or(ErrorCode::Internal)?;
        Ok(lot_leg(wallet, lot, -amount, flow))
    };
    parts.into_iter().map(leg).collect()
}
