//! Memory built again from the tables, at start. Tables that contradict each other refuse it.

use std::{collections::HashMap, sync::Arc};

use yui_protocol::{CommandId, LotId, Millis, Points};

use crate::{
    Account, Corrupt, Ledger, LotState, Names, Settings,
    chain::Head,
    codec::Reader,
    definition::KINDS,
    names::{Lengths, index_of, number_of},
    row::{
        BalanceRow, BatchRow, EarlierRow, HoldRow, IssuedToRow, LotRow, NameRows, PostingRow, RefundedRow,
        SpentCodeRow, TermsRow,
    },
    state::{Balance, Hold, ProgrammeBook},
    window::{Window, payer},
};

/// The ledger of a store, being built row by row, so that memory does not hold it twice. Holds come after the lots, and
/// postings after those that are earlier.
pub struct Restoring {
    ledger: Ledger,
    /// Postings that memory holds whole.
    recent: HashMap<i64, CommandId>,
}

impl Restoring {
    /// Begins with the last row of `batch`, which an empty store has not, and all names.
    pub fn begin(settings: Settings, head: Option<&BatchRow>, names: &NameRows) -> Result<Self, Corrupt> {
        let mut ledger = Ledger::new(settings);
        if let Some(batch) = head {
            ledger.head = Head { seq: batch.last_seq, hash: batch.hash, at: Millis(batch.at) };
            ledger.window = Window::before(&settings, ledger.head.at);
        }
        ledger.state.names.take_in(names)?;
        ledger.state.grow();
        for row in &names.programmes {
            let book = ProgrammeBook {
                issued: row.issued,
                redeemed: row.redeemed,
                expired: row.expired,
                paid_back: row.paid_back,
                given_up: row.given_up,
            };
            ledger.state.put_programme(row.no, book);
        }
        Ok(Self { ledger, recent: HashMap::new() })
    }

    /// The next row of `balance`.
    pub fn balance(&mut self, row: &BalanceRow) -> Result<(), Corrupt> {
        let state = &mut self.ledger.state;
        known("balance", row.account, state.account(row.account))?;
        let closed = match row.closed {
            0 => false,
            1 => true,
            _ => return Err(bad_row("balance", row.account)),
        };
        state.put_balance(row.account, Balance { amount: row.balance, held: row.held, closed });
        Ok(())
    }

    /// The next row of `issued_to`.
    pub fn issued_to(&mut self, row: &IssuedToRow) -> Result<(), Corrupt> {
        let state = &mut self.ledger.state;
        known("issued_to", row.account, state.account(row.account))?;
        known("issued_to", row.programme, state.programme(row.programme))?;
        state.put_issued_to(row.account, row.programme, row.amount);
        Ok(())
    }

    /// The next row of `lot` of which something is left: `amount <> 0 OR held <> 0`.
    pub fn lot(&mut self, row: &LotRow) -> Result<(), Corrupt> {
        let Ledger { state, head, .. } = &mut self.ledger;
        let terms = Arc::clone(known("lot", row.id, state.names.terms(row.terms))?);
        let wallet = matches!(state.names.account(row.account), Some(Account::Wallet(_)));
        let numbered = (1..=head.seq).contains(&row.id);
        let twice = state.lot(row.account, LotId(row.id)).is_some();
        if !wallet || !numbered || twice {
            return Err(bad_row("lot", row.id));
        }
        let lot = LotState {
            id: LotId(row.id),
            terms,
            issued_at: Millis(row.issued_at),
            amount: Points(row.amount),
            held: Points(row.held),
        };
        state.put_lot(row.account, lot.id, Some(lot));
        Ok(())
    }

    /// The next row of `hold` that is open: `amount <> 0`.
    pub fn hold(&mut self, row: &HoldRow) -> Result<(), Corrupt> {
        let state = &mut self.ledger.state;
        let parts = read_parts(&row.parts).ok_or_else(|| bad_row("hold", row.seq))?;
        let there = |(lot, _): &(LotId, i64)| state.lot(row.account, *lot).is_some();
        let sum: i128 = parts.iter().map(|(_, amount)| i128::from(*amount)).sum();
        let sound = index_of(row.seq).is_some() && parts.iter().all(there) && sum == i128::from(row.amount);
        let hold =
            Hold { id: CommandId::from_bytes(row.id), account: row.account, until: Millis(row.until), parts };
        if !sound {
            return Err(bad_row("hold", row.seq));
        }
        state.put_hold(row.seq, Some(hold));
        Ok(())
    }

    /// The next row of `spent_code` whose code could still be used: `valid_until` is not before the last batch's `at`.
    pub fn spent_code(&mut self, row: &SpentCodeRow) {
        let id = CommandId::from_bytes(row.id);
        self.ledger.state.add_code(&mut Vec::new(), id, Millis(row.valid_until));
    }

    /// The next of the postings from [`Settings::recent_from`] on whose answer memory does not keep: all but the last
    /// [`Settings::answers_at_most`].
    pub fn earlier(&mut self, row: &EarlierRow) -> Result<(), Corrupt> {
        let Ledger { state, window, .. } = &mut self.ledger;
        known("posting", row.seq, state.account(row.debit))?;
        window.add_earlier(state, row);
        Ok(())
    }

    /// The next of the last postings.
    pub fn posting(&mut self, row: &PostingRow) -> Result<(), Corrupt> {
        let posted = Arc::new(self.ledger.read(row)?);
        let payer = payer(&posted, &self.ledger.state);
        self.recent.insert(row.seq, posted.id);
        self.ledger.window.add(&mut self.ledger.state, posted, payer);
        Ok(())
    }

    /// The next row of `refunded`; of a payment that memory does not hold it is the store's to look up.
    pub fn refunded(&mut self, row: &RefundedRow) {
        if let Some(id) = self.recent.get(&row.payment) {
            self.ledger.window.set_refunded(*id, Points(row.amount));
        }
    }

    /// Ends when all was given. Every sum is checked: balances to zero, lots to balances, holds to what is set aside, lots to
    /// the books of their programmes.
    pub fn end(self) -> Result<Ledger, Corrupt> {
        let Self { mut ledger, .. } = self;
        ledger.check_all().map_err(|broken| Corrupt::new("balance", broken.what))?;
        ledger.committed();
        Ok(ledger)
    }
}

impl Names {
    /// Takes in rows in the order of their numbers; those that are known already are passed over, so that a reader can
    /// follow with the new rows only. Refused when one is left out or means nothing.
    pub fn take_in(&mut self, rows: &NameRows) -> Result<(), Corrupt> {
        let [account, programme, classes, terms] = self.last();
        for row in rows.accounts.iter().filter(|row| row.no > account) {
            let made = Account::from_key(&row.key).and_then(|account| self.define_account(account));
            in_order("account", row.no, made)?;
        }
        for row in rows.programmes.iter().filter(|row| row.no > programme) {
            in_order("programme", row.no, self.define_programme(&row.slug))?;
        }
        for row in rows.classes.iter().filter(|row| row.no > classes) {
            in_order("classes", row.no, self.define_classes(&row.list))?;
        }
        for row in rows.terms.iter().filter(|row| row.no > terms) {
            let TermsRow { no, kind, programme, last_day, classes } = row;
            let kind = usize::try_from(*kind).ok().and_then(|kind| KINDS.get(kind)).copied();
            let made = kind
                .zip(last_day.parse().ok())
                .and_then(|(kind, last_day)| self.define_terms(kind, *programme, last_day, *classes));
            in_order("terms", *no, made)?;
        }
        Ok(())
    }

    /// The last number given to an account, a programme, a class set and terms; 0 for none.
    #[must_use]
    pub fn last(&self) -> [i64; 4] {
        let Lengths { accounts, programmes, classes, terms } = self.lengths();
        [accounts, programmes, classes, terms].map(|length| number_of(length) - 1)
    }
}

fn read_parts(bytes: &[u8]) -> Option<Vec<(LotId, i64)>> {
    let mut reader = Reader::new(bytes);
    let mut parts = Vec::new();
    while reader.done().is_none() {
        let part = (LotId(reader.signed()?), reader.signed()?);
        if part.1 <= 0 {
            return None;
        }
        parts.push(part);
    }
    Some(parts)
}

fn in_order(table: &'static str, no: i64, made: Option<i64>) -> Result<(), Corrupt> {
    if made == Some(no) { Ok(()) } else { Err(bad_row(table, no)) }
}

fn known<T>(table: &'static str, no: i64, found: Option<T>) -> Result<T, Corrupt> {
    found.ok_or_else(|| bad_row(table, no))
}

fn bad_row(table: &'static str, key: i64) -> Corrupt {
    Corrupt::new(table, format!("row {key} does not fit the others"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row::{AccountRow, ClassesRow, ProgrammeRow};

    fn accounts(rows: &[(i64, u8)]) -> NameRows {
        let row = |(no, n): &(i64, u8)| {
            let account = Account::Wallet(yui_protocol::Subject::from_bytes([*n; 16]));
            AccountRow { no: *no, key: account.key() }
        };
        NameRows { accounts: rows.iter().map(row).collect(), ..NameRows::default() }
    }

    #[test]
    fn names_follow_with_new_rows_and_pass_over_known_ones() {
        let mut names = Names::default();
        assert_eq!(names.last(), [0; 4]);
        names.take_in(&accounts(&[(1, 1), (2, 2)])).expect("in order");
        names.take_in(&accounts(&[(2, 2), (3, 3)])).expect("follow");
        let class = ClassesRow { no: 1, list: "food".to_owned() };
        names.take_in(&NameRows { classes: vec![class.clone()], ..NameRows::default() }).expect("follow");
        assert_eq!(names.last(), [3, 0, 1, 0]);
        let (slug, last_day) = ("grant-2027".to_owned(), "2027-12-31".to_owned());
        let programme =
            ProgrammeRow { no: 1, slug, issued: 0, redeemed: 0, expired: 0, paid_back: 0, given_up: 0 };
        let terms = TermsRow { no: 1, kind: 1, programme: 1, last_day, classes: 1 };
        let of_terms = NameRows {
            programmes: vec![programme],
            classes: vec![class],
            terms: vec![terms],
            ..NameRows::default()
        };
        for _ in 0..2 {
            names.take_in(&of_terms).expect("follow, and are passed over");
            assert_eq!(names.last(), [3, 1, 1, 1]);
        }
        let mut whole = Names::default();
        whole.take_in(&accounts(&[(1, 1), (2, 2), (3, 3)])).expect("in order");
        assert_eq!(names.account(3), whole.account(3));
    }

    #[test]
    fn a_number_left_out_or_given_twice_is_refused() {
        for rows in [&[(2, 1)][..], &[(1, 1), (3, 3)], &[(1, 1), (2, 1)]] {
            assert!(Names::default().take_in(&accounts(rows)).is_err(), "{rows:?}");
        }
    }
}
