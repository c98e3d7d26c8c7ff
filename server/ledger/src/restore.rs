//! Memory built again from the tables, at start. Tables that contradict each other refuse it.

use std::{collections::HashMap, sync::Arc};

use yui_protocol::{CommandId, LotId, Millis, Points};

use crate::{
    Account, Corrupt, Ledger, LotState, Names, Settings,
    chain::Head,
    codec::Reader,
    definition::KINDS,
    names::{Lengths, index_of, number_of},
    row::{EarlierRow, HoldRow, LotRow, Tables, TermsRow},
    state::{Balance, Hold, ProgrammeBook},
    window::{Window, payer},
};

/// The ledger of a store, being built. What there is much of is given row by row, so that memory does not hold it twice.
pub struct Restoring(Ledger);

impl Restoring {
    /// Begins with the names, the balances and the books.
    pub fn begin(settings: Settings, tables: &Tables) -> Result<Self, Corrupt> {
        let mut ledger = Ledger::new(settings);
        if let Some(batch) = &tables.head {
            ledger.head = Head { seq: batch.last_seq, hash: batch.hash, at: Millis(batch.at) };
            ledger.window = Window::complete_from(Millis(tables.recent_from));
        }
        ledger.state.names.restore(tables)?;
        ledger.state.grow();
        ledger.restore_balances(tables)?;
        Ok(Self(ledger))
    }

    /// Takes in the next of [`Tables::lots`].
    pub fn lot(&mut self, row: &LotRow) -> Result<(), Corrupt> {
        self.0.restore_lot(row)
    }

    /// Takes in the next of [`Tables::earlier`].
    pub fn earlier(&mut self, row: &EarlierRow) -> Result<(), Corrupt> {
        let Ledger { state, window, .. } = &mut self.0;
        known("posting", row.seq, state.account(row.debit))?;
        window.add_earlier(state, row);
        Ok(())
    }

    /// Ends with what is left of the tables. Every sum is checked: balances to zero, lots to balances, holds to what is set
    /// aside, lots to the books of their programmes.
    pub fn end(self, tables: Tables) -> Result<Ledger, Corrupt> {
        let Self(mut ledger) = self;
        tables.holds.iter().try_for_each(|row| ledger.restore_hold(row))?;
        for row in &tables.spent_codes {
            let id = CommandId::from_bytes(row.id);
            ledger.state.add_code(&mut Vec::new(), id, Millis(row.valid_until));
        }
        ledger.check_all().map_err(|broken| Corrupt::new("balance", broken.what))?;
        ledger.restore_recent(tables)?;
        ledger.committed();
        Ok(ledger)
    }
}

impl Ledger {
    /// The ledger of tables that are in memory as a whole; see [`Restoring`].
    pub fn restore(settings: Settings, tables: Tables) -> Result<Self, Corrupt> {
        let mut restoring = Restoring::begin(settings, &tables)?;
        tables.lots.iter().try_for_each(|row| restoring.lot(row))?;
        tables.earlier.iter().try_for_each(|row| restoring.earlier(row))?;
        restoring.end(tables)
    }

    fn restore_balances(&mut self, tables: &Tables) -> Result<(), Corrupt> {
        for row in &tables.balances {
            known("balance", row.account, self.state.account(row.account))?;
            let closed = match row.closed {
                0 => false,
                1 => true,
                _ => return Err(bad_row("balance", row.account)),
            };
            let balance = Balance { amount: row.balance, held: row.held, closed };
            self.state.put_balance(row.account, balance);
        }
        for row in &tables.programmes {
            let book = ProgrammeBook {
                issued: row.issued,
                redeemed: row.redeemed,
                expired: row.expired,
                paid_back: row.paid_back,
                given_up: row.given_up,
            };
            self.state.put_programme(row.no, book);
        }
        for row in &tables.issued_to {
            known("issued_to", row.account, self.state.account(row.account))?;
            known("issued_to", row.programme, self.state.programme(row.programme))?;
            self.state.put_issued_to(row.account, row.programme, row.amount);
        }
        Ok(())
    }

    fn restore_lot(&mut self, row: &LotRow) -> Result<(), Corrupt> {
        let terms = Arc::clone(known("lot", row.id, self.state.names.terms(row.terms))?);
        let wallet = matches!(self.state.names.account(row.account), Some(Account::Wallet(_)));
        let numbered = (1..=self.head.seq).contains(&row.id);
        let twice = self.state.lot(row.account, LotId(row.id)).is_some();
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
        self.state.put_lot(row.account, lot.id, Some(lot));
        Ok(())
    }

    fn restore_hold(&mut self, row: &HoldRow) -> Result<(), Corrupt> {
        let parts = read_parts(&row.parts).ok_or_else(|| bad_row("hold", row.seq))?;
        let there = |(lot, _): &(LotId, i64)| self.state.lot(row.account, *lot).is_some();
        let sum: i128 = parts.iter().map(|(_, amount)| i128::from(*amount)).sum();
        let sound = index_of(row.seq).is_some() && parts.iter().all(there) && sum == i128::from(row.amount);
        let hold =
            Hold { id: CommandId::from_bytes(row.id), account: row.account, until: Millis(row.until), parts };
        if !sound {
            return Err(bad_row("hold", row.seq));
        }
        self.state.put_hold(row.seq, Some(hold));
        Ok(())
    }

    fn restore_recent(&mut self, tables: Tables) -> Result<(), Corrupt> {
        let ids: HashMap<i64, [u8; 16]> = tables.recent.iter().map(|row| (row.seq, row.id)).collect();
        for row in tables.recent {
            let posted = Arc::new(self.read(&row)?);
            let payer = payer(&posted, &self.state);
            self.window.add(&mut self.state, posted, payer);
        }
        for row in &tables.refunded {
            if let Some(id) = ids.get(&row.payment) {
                self.window.set_refunded(CommandId::from_bytes(*id), Points(row.amount));
            }
        }
        Ok(())
    }
}

impl Names {
    /// Takes in what the tables `account`, `programme`, `classes` and `terms` number, in their order; numbers that
    /// are known already are passed over, so that a reader can follow with the new rows only. Refused when one is
    /// left out or means nothing.
    pub fn restore(&mut self, tables: &Tables) -> Result<(), Corrupt> {
        let [account, programme, classes, terms] = self.last();
        for row in tables.accounts.iter().filter(|row| row.no > account) {
            let made = Account::from_key(&row.key).and_then(|account| self.define_account(account));
            in_order("account", row.no, made)?;
        }
        for row in tables.programmes.iter().filter(|row| row.no > programme) {
            in_order("programme", row.no, self.define_programme(&row.slug))?;
        }
        for row in tables.classes.iter().filter(|row| row.no > classes) {
            in_order("classes", row.no, self.define_classes(&row.list))?;
        }
        for row in tables.terms.iter().filter(|row| row.no > terms) {
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

    fn accounts(rows: &[(i64, u8)]) -> Tables {
        let row = |(no, n): &(i64, u8)| {
            let account = Account::Wallet(yui_protocol::Subject::from_bytes([*n; 16]));
            AccountRow { no: *no, key: account.key() }
        };
        Tables { accounts: rows.iter().map(row).collect(), ..Tables::default() }
    }

    #[test]
    fn names_follow_with_new_rows_and_pass_over_known_ones() {
        let mut names = Names::default();
        assert_eq!(names.last(), [0; 4]);
        names.restore(&accounts(&[(1, 1), (2, 2)])).expect("in order");
        names.restore(&accounts(&[(2, 2), (3, 3)])).expect("follow");
        let class = ClassesRow { no: 1, list: "food".to_owned() };
        names.restore(&Tables { classes: vec![class.clone()], ..Tables::default() }).expect("follow");
        assert_eq!(names.last(), [3, 0, 1, 0]);
        let (slug, last_day) = ("grant-2027".to_owned(), "2027-12-31".to_owned());
        let programme =
            ProgrammeRow { no: 1, slug, issued: 0, redeemed: 0, expired: 0, paid_back: 0, given_up: 0 };
        let terms = TermsRow { no: 1, kind: 1, programme: 1, last_day, classes: 1 };
        let of_terms = Tables {
            programmes: vec![programme],
            classes: vec![class],
            terms: vec![terms],
            ..Tables::default()
        };
        for _ in 0..2 {
            names.restore(&of_terms).expect("follow, and are passed over");
            assert_eq!(names.last(), [3, 1, 1, 1]);
        }
        let mut whole = Names::default();
        whole.restore(&accounts(&[(1, 1), (2, 2), (3, 3)])).expect("in order");
        assert_eq!(names.account(3), whole.account(3));
    }

    #[test]
    fn a_number_left_out_or_given_twice_is_refused() {
        for rows in [&[(2, 1)][..], &[(1, 1), (3, 3)], &[(1, 1), (2, 1)]] {
            assert!(Names::default().restore(&accounts(rows)).is_err(), "{rows:?}");
        }
    }
}
