//! Balances, lots, holds and the books of programmes, each changed in one place only, with what it was before
//! kept in a journal, so that undo is exact and a commit knows what to write.

use std::collections::{BTreeSet, HashMap, VecDeque};

use yui_protocol::{CommandId, ErrorCode, LotId, Millis};

use crate::{
    LotState, Names,
    names::{Lengths, index_of},
    posted::Flow,
};

/// The figures of an account.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Balance {
    pub(crate) amount: i64,
    pub(crate) held: i64,
    pub(crate) closed: bool,
}

/// An account with what belongs to it; shops and books have a balance only.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct AccountState {
    pub(crate) balance: Balance,
    /// Ascending by id.
    pub(crate) lots: Vec<LotState>,
    /// Rows of the open holds, ascending.
    pub(crate) holds: Vec<i64>,
    /// Programme number and sum issued to this wallet.
    pub(crate) issued: Vec<(i64, i64)>,
    /// Payments of the last while, oldest first.
    pub(crate) spent: VecDeque<(Millis, i64)>,
}

/// An open hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Hold {
    pub(crate) id: CommandId,
    pub(crate) account: i64,
    pub(crate) until: Millis,
    /// In the order of use, each above zero.
    pub(crate) parts: Vec<(LotId, i64)>,
}

impl Hold {
    pub(crate) fn amount(&self) -> i64 {
        self.parts.iter().map(|(_, amount)| amount).sum()
    }
}

/// The book of a programme. What its lots add up to is counted apart ([`State::in_lots`]), so that the two can be compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct ProgrammeBook {
    pub(crate) issued: i64,
    pub(crate) redeemed: i64,
    pub(crate) expired: i64,
    pub(crate) paid_back: i64,
    pub(crate) given_up: i64,
}

impl ProgrammeBook {
    /// What must still be in lots. A stored book may say anything: at the ends of the integers no lots fit it.
    pub(crate) fn outstanding(&self) -> i64 {
        let gone = [self.redeemed, self.expired, self.paid_back, self.given_up];
        gone.into_iter().fold(self.issued, i64::saturating_sub)
    }

    /// The book after a lot's movement in this line.
    fn after(mut self, flow: Flow, amount: i64) -> Option<Self> {
        let (line, change) = match flow {
            Flow::Issued => (&mut self.issued, amount),
            Flow::Redeemed => (&mut self.redeemed, -amount),
            Flow::Expired => (&mut self.expired, -amount),
            Flow::PaidBack => (&mut self.paid_back, -amount),
            Flow::GivenUp => (&mut self.given_up, -amount),
        };
        *line = line.checked_add(change)?;
        Some(self)
    }
}

/// What something was before a change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Change {
    Balance { account: i64, old: Balance },
    Lot { account: i64, id: LotId, old: Option<LotState> },
    Hold { seq: i64, old: Option<Hold> },
    Programme { no: i64, old: ProgrammeBook },
    IssuedTo { account: i64, programme: i64, old: i64 },
    Refunded { payment: CommandId, seq: i64, old: i64 },
    Code { id: CommandId, valid_until: Millis },
    Posted { id: CommandId, payer: Option<i64> },
}

/// Everything that is not the recent past.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct State {
    pub(crate) names: Names,
    pub(crate) accounts: Vec<AccountState>,
    pub(crate) programmes: Vec<ProgrammeBook>,
    /// By programme: the sum of its lots.
    pub(crate) in_lots: Vec<i128>,
    pub(crate) holds: HashMap<i64, Hold>,
    pub(crate) hold_ids: HashMap<CommandId, i64>,
    pub(crate) codes: HashMap<CommandId, Millis>,
    pub(crate) code_ends: BTreeSet<(Millis, CommandId)>,
    /// Σ of all balances, which is zero after every posting.
    pub(crate) sum: i128,
}

/// Amounts are bounded and sums checked at the door, so these can only be wrong by a fault of the ledger.
fn fault<T>(value: Option<T>) -> Result<T, ErrorCode> {
    value.ok_or(ErrorCode::Internal)
}

impl State {
    /// Makes room for accounts and programmes that got a number since.
    pub(crate) fn grow(&mut self) {
        let Lengths { accounts, programmes, .. } = self.names.lengths();
        self.accounts.resize_with(accounts, AccountState::default);
        self.programmes.resize_with(programmes, ProgrammeBook::default);
        self.in_lots.resize(programmes, 0);
    }

    pub(crate) fn shrink(&mut self, to: Lengths) {
        self.accounts.truncate(to.accounts);
        self.programmes.truncate(to.programmes);
        self.in_lots.truncate(to.programmes);
        self.names.truncate(to);
    }

    pub(crate) fn account(&self, no: i64) -> Option<&AccountState> {
        self.accounts.get(index_of(no)?)
    }

    fn account_mut(&mut self, no: i64) -> Option<&mut AccountState> {
        self.accounts.get_mut(index_of(no)?)
    }

    pub(crate) fn programme(&self, no: i64) -> Option<&ProgrammeBook> {
        self.programmes.get(index_of(no)?)
    }

    pub(crate) fn lot(&self, account: i64, id: LotId) -> Option<&LotState> {
        let lots = &self.account(account)?.lots;
        lots.binary_search_by_key(&id, |lot| lot.id).ok().and_then(|at| lots.get(at))
    }

    pub(crate) fn issued_to(&self, account: i64, programme: i64) -> i64 {
        let issued = self.account(account).map_or(&[][..], |account| &account.issued);
        issued.iter().find(|(no, _)| *no == programme).map_or(0, |(_, amount)| *amount)
    }

    /// Adds to a balance and keeps what it was.
    pub(crate) fn add(
        &mut self,
        journal: &mut Vec<Change>,
        account: i64,
        amount: i64,
    ) -> Result<(), ErrorCode> {
        let old = fault(self.account(account))?.balance;
        let sum = old.amount.checked_add(amount).ok_or(ErrorCode::AmountInvalid)?;
        journal.push(Change::Balance { account, old });
        self.put_balance(account, Balance { amount: sum, ..old });
        Ok(())
    }

    pub(crate) fn set_balance(&mut self, journal: &mut Vec<Change>, account: i64, new: Balance) {
        if let Some(state) = self.account(account) {
            journal.push(Change::Balance { account, old: state.balance });
            self.put_balance(account, new);
        }
    }

    pub(crate) fn set_lot(
        &mut self,
        journal: &mut Vec<Change>,
        account: i64,
        id: LotId,
        new: Option<LotState>,
    ) {
        let old = self.put_lot(account, id, new);
        journal.push(Change::Lot { account, id, old });
    }

    pub(crate) fn set_hold(&mut self, journal: &mut Vec<Change>, seq: i64, new: Option<Hold>) {
        let old = self.put_hold(seq, new);
        journal.push(Change::Hold { seq, old });
    }

    /// Enters a lot's movement into its programme's book.
    pub(crate) fn book(
        &mut self,
        journal: &mut Vec<Change>,
        no: i64,
        flow: Flow,
        amount: i64,
    ) -> Result<(), ErrorCode> {
        let old = *fault(self.programme(no))?;
        let new = fault(old.after(flow, amount))?;
        journal.push(Change::Programme { no, old });
        self.put_programme(no, new);
        Ok(())
    }

    pub(crate) fn set_issued_to(
        &mut self,
        journal: &mut Vec<Change>,
        account: i64,
        programme: i64,
        new: i64,
    ) {
        journal.push(Change::IssuedTo { account, programme, old: self.issued_to(account, programme) });
        self.put_issued_to(account, programme, new);
    }

    pub(crate) fn add_code(&mut self, journal: &mut Vec<Change>, id: CommandId, valid_until: Millis) {
        journal.push(Change::Code { id, valid_until });
        self.codes.insert(id, valid_until);
        self.code_ends.insert((valid_until, id));
    }

    pub(crate) fn remove_code(&mut self, id: CommandId, valid_until: Millis) {
        self.codes.remove(&id);
        self.code_ends.remove(&(valid_until, id));
    }

    pub(crate) fn put_balance(&mut self, account: i64, new: Balance) {
        if let Some(state) = self.account_mut(account) {
            let old = std::mem::replace(&mut state.balance, new);
            self.sum += i128::from(new.amount) - i128::from(old.amount);
        }
    }

    pub(crate) fn put_lot(&mut self, account: i64, id: LotId, new: Option<LotState>) -> Option<LotState> {
        let new = new.filter(|lot| lot.amount.0 != 0 || lot.held.0 != 0);
        let after = new.as_ref().map(|lot| (lot.terms.programme_no, i128::from(lot.amount.0)));
        let lots = &mut self.account_mut(account)?.lots;
        let old = match (lots.binary_search_by_key(&id, |lot| lot.id), new) {
            (Ok(place), Some(lot)) => lots.get_mut(place).map(|slot| std::mem::replace(slot, lot)),
            (Ok(place), None) => Some(lots.remove(place)),
            (Err(place), Some(lot)) => {
                lots.insert(place, lot);
                None
            }
            (Err(_), None) => None,
        };
        let before = old.as_ref().map(|lot| (lot.terms.programme_no, -i128::from(lot.amount.0)));
        for (no, change) in [before, after].into_iter().flatten() {
            if let Some(sum) = index_of(no).and_then(|index| self.in_lots.get_mut(index)) {
                *sum += change;
            }
        }
        old
    }

    pub(crate) fn put_hold(&mut self, seq: i64, new: Option<Hold>) -> Option<Hold> {
        match new.filter(|hold| !hold.parts.is_empty()) {
            Some(hold) => {
                self.hold_ids.insert(hold.id, seq);
                let account = hold.account;
                let old = self.holds.insert(seq, hold);
                if let (None, Some(state)) = (&old, self.account_mut(account)) {
                    let place = state.holds.partition_point(|other| *other < seq);
                    state.holds.insert(place, seq);
                }
                old
            }
            None => self.holds.remove(&seq).inspect(|hold| {
                self.hold_ids.remove(&hold.id);
                if let Some(state) = index_of(hold.account).and_then(|index| self.accounts.get_mut(index)) {
                    state.holds.retain(|other| *other != seq);
                }
            }),
        }
    }

    pub(crate) fn put_programme(&mut self, no: i64, new: ProgrammeBook) {
        if let Some(book) = index_of(no).and_then(|index| self.programmes.get_mut(index)) {
            *book = new;
        }
    }

    pub(crate) fn put_issued_to(&mut self, account: i64, programme: i64, new: i64) {
        let Some(state) = self.account_mut(account) else { return };
        match state.issued.iter().position(|(no, _)| *no == programme) {
            Some(place) if new == 0 => drop(state.issued.remove(place)),
            Some(place) => state.issued[place].1 = new,
            None => state.issued.push((programme, new)),
        }
    }
}
