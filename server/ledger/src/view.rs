//! What others may ask of the ledger's memory.

use yui_protocol::{CommandId, Millis, Points, ProgrammeId, ShopId, Subject, wallet::Lot};

use crate::{
    Account, Corrupt, Ledger, LotState, Posted, detail,
    names::{index_of, number_of},
    row::PostingRow,
    state::{AccountState, ProgrammeBook},
};

/// A wallet at an instant.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WalletView {
    /// All value in it: set aside or not, and run out but not yet expired.
    pub balance: Points,
    /// What is set aside by open holds.
    pub held: Points,
    /// What could be spent now, in all shops taken together.
    pub available: Points,
    /// The lots that have not run out, in the order of spending where every shop takes them.
    pub lots: Vec<Lot>,
    /// Whether its owner left.
    pub closed: bool,
    /// Whether there is something for [`crate::Op::Expire`] to take.
    pub expiry_due: bool,
}

/// The book of a programme (資金決済法22条).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ProgrammeView {
    /// Issued in all.
    pub issued: Points,
    /// Redeemed, refunds taken off.
    pub redeemed: Points,
    /// Ran out.
    pub expired: Points,
    /// Paid back outside the ledger.
    pub paid_back: Points,
    /// Given up.
    pub given_up: Points,
    /// Issued less all the others: what is in people's hands.
    pub outstanding: Points,
}

impl Ledger {
    /// A wallet at an instant; empty when it was never used.
    #[must_use]
    pub fn wallet(&self, wallet: Subject, at: Millis) -> WalletView {
        let Some(account) = self.account_of(Account::Wallet(wallet)) else { return WalletView::default() };
        let mut alive: Vec<&LotState> = account.lots.iter().filter(|lot| !lot.ended(at)).collect();
        alive.sort_unstable_by(|a, b| a.view().before(&b.view()));
        let free = |lot: &&LotState| lot.view().free.0;
        WalletView {
            balance: Points(account.balance.amount),
            held: Points(account.balance.held),
            available: Points(alive.iter().map(free).sum()),
            closed: account.balance.closed,
            expiry_due: alive.len() < account.lots.len(),
            lots: alive.into_iter().map(LotState::record).collect(),
        }
    }

    /// What a wallet paid at or after `from`, for rolling windows and sums of a day; refunds are not taken
    /// off. Complete for the last [`crate::Settings::spent_for`].
    #[must_use]
    pub fn spent_since(&self, wallet: Subject, from: Millis) -> Points {
        let spent = self.account_of(Account::Wallet(wallet)).map(|account| &account.spent);
        let recent = spent.into_iter().flatten().rev().take_while(|(at, _)| *at >= from);
        Points(recent.map(|(_, amount)| amount).sum())
    }

    /// What a shop took and was not yet paid out.
    #[must_use]
    pub fn shop_unsettled(&self, shop: ShopId) -> Points {
        Points(self.account_of(Account::Shop(shop)).map_or(0, |account| account.balance.amount))
    }

    /// The book of a programme; all zero when it never issued.
    #[must_use]
    pub fn programme(&self, programme: &ProgrammeId) -> ProgrammeView {
        let no = self.state.names.programme_no(programme);
        let book = no.and_then(|no| self.state.programme(no)).copied().unwrap_or_default();
        let ProgrammeBook { issued, redeemed, expired, paid_back, given_up } = book;
        ProgrammeView {
            issued: Points(issued),
            redeemed: Points(redeemed),
            expired: Points(expired),
            paid_back: Points(paid_back),
            given_up: Points(given_up),
            outstanding: Points(book.outstanding()),
        }
    }

    /// What a programme gave to one wallet so far.
    #[must_use]
    pub fn issued_to(&self, wallet: Subject, programme: &ProgrammeId) -> Points {
        let account = self.state.names.account_no(Account::Wallet(wallet));
        let programme = self.state.names.programme_no(programme);
        Points(account.zip(programme).map_or(0, |(account, no)| self.state.issued_to(account, no)))
    }

    /// Whether a one-time code was used; codes past their end may be forgotten.
    #[must_use]
    pub fn code_used(&self, code: CommandId) -> bool {
        self.state.codes.contains_key(&code)
    }

    /// The posting of a stored row.
    pub fn read(&self, row: &PostingRow) -> Result<Posted, Corrupt> {
        Posted::from_row(row, &self.state.names)
    }

    /// The accounts that the postings of the open batch move.
    pub fn moved(&self) -> impl Iterator<Item = Account> + '_ {
        let numbers = self.postings.debit.iter().chain(&self.postings.credit);
        numbers.filter_map(|no| self.state.names.account(*no))
    }

    /// Kind and bytes of the rows that are not money in the open batch.
    pub fn appended(&self) -> impl Iterator<Item = (i64, &[u8])> {
        self.events.kind.iter().copied().zip(self.events.body.iter().map(Vec::as_slice))
    }

    /// Wallets that hold value that has run out at this instant, in the order in which they were first used, so that a nightly
    /// job can expire them: all of them, or those that come after one.
    pub fn expiry_due(&self, at: Millis, after: Option<Subject>) -> impl Iterator<Item = Subject> + '_ {
        let done = after.and_then(|wallet| self.state.names.account_no(Account::Wallet(wallet)));
        let today = at.day_jst();
        let due = move |(index, account): (usize, &AccountState)| {
            let ended = account.lots.iter().any(|lot| lot.ended_by(today));
            ended.then(|| self.state.names.account(number_of(index))).flatten()
        };
        let next = done.and_then(index_of).map_or(0, |index| index + 1);
        let accounts = self.state.accounts.iter().enumerate().skip(next);
        accounts.filter_map(due).filter_map(|account| match account {
            Account::Wallet(wallet) => Some(wallet),
            Account::Shop(_) | Account::Book(_) => None,
        })
    }

    pub(crate) fn account_of(&self, account: Account) -> Option<&AccountState> {
        self.state.account(self.state.names.account_no(account)?)
    }
}

impl Posted {
    /// The posting of a stored row, with names that know every number in it (see [`crate::Names::learn`]).
    pub fn from_row(row: &PostingRow, names: &crate::Names) -> Result<Self, Corrupt> {
        detail::decode(row, names)
            .ok_or_else(|| Corrupt::new("posting", format!("row {} cannot be read", row.seq)))
    }
}
