//! Charge and grant: a new lot, within the programme's caps.

use yui_protocol::{ErrorCode, Points, Subject};

use super::{Draft, Place, leg, open_wallet};
use crate::{Account, Book, Caps, Flow, Leg, LotPart, LotTerms, lot, names::check_classes, state::State};

pub(super) fn plan(
    state: &mut State,
    wallet: Subject,
    terms: &LotTerms,
    amount: Points,
    caps: Caps,
    place: Place,
) -> Result<Draft, ErrorCode> {
    Points::act(amount.0)?;
    let legs = legs(state, wallet, terms, amount, place)?;
    check_caps(state, wallet, terms, amount, caps)?;
    let (debit, credit) = (Account::Book(Book::Issued), Account::Wallet(wallet));
    Ok(Draft { debit, credit, amount, legs, reserves: Vec::new() })
}

/// The two movements that make a lot with the number of this row.
pub(super) fn legs(
    state: &mut State,
    wallet: Subject,
    terms: &LotTerms,
    amount: Points,
    place: Place,
) -> Result<Vec<Leg>, ErrorCode> {
    check_classes(&terms.classes)?;
    open_wallet(state, wallet)?;
    if lot::ended(terms, place.at) {
        return Err(ErrorCode::ProgrammeClosed);
    }
    let terms = state.names.use_terms(terms);
    let part = LotPart { id: yui_protocol::LotId(place.seq), terms, issued_at: place.at, flow: Flow::Issued };
    Ok(vec![
        leg(Account::Book(Book::Issued), Points(-amount.0)),
        Leg { account: Account::Wallet(wallet), amount, lot: Some(part) },
    ])
}

fn check_caps(
    state: &State,
    wallet: Subject,
    terms: &LotTerms,
    amount: Points,
    caps: Caps,
) -> Result<(), ErrorCode> {
    let no = state.names.programme_no(&terms.programme);
    let within = |cap: Option<Points>, so_far: i64| {
        cap.is_none_or(|cap| so_far.checked_add(amount.0).is_some_and(|sum| sum <= cap.0))
    };
    let in_all = no.and_then(|no| state.programme(no)).map_or(0, |book| book.issued);
    if !within(caps.budget, in_all) {
        return Err(ErrorCode::ProgrammeBudget);
    }
    let account = state.names.account_no(Account::Wallet(wallet));
    let to_wallet = account.zip(no).map_or(0, |(account, no)| state.issued_to(account, no));
    if within(caps.per_person, to_wallet) { Ok(()) } else { Err(ErrorCode::ProgrammePersonCap) }
}
