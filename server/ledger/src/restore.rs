//! Memory built again from the tables, at start. Tables that contradict each other refuse it.

use std::{collections::HashMap, sync::Arc};

use yui_protocol::{CommandId, LotId, Millis, Points};

use crate::{
    Account, Corrupt, Ledger, LotState, Settings,
    chain::Head,
    codec::Reader,
    definition::KINDS,
    names::index_of,
    row::{HoldRow, LotRow, Tables, TermsRow},
    state::{Balance, Hold, ProgrammeBook},
    window::payer,
};

impl Ledger {
    /// The ledger of a store. Every sum is checked: balances to zero, lots to balances, holds to what is set
    /// aside, lots to the books of their programmes.
    pub fn restore(settings: Settings, tables: Tables) -> Result<Self, Corrupt> {
        let mut ledger = Self::new(settings);
        if let Some(batch) = &tables.head {
            ledger.head = Head { seq: batch.last_seq, hash: batch.hash, at: Millis(batch.at) };
        }
        ledger.restore_names(&tables)?;
        ledger.state.grow();
        ledger.restore_balances(&tables)?;
        tables.lots.iter().try_for_each(|row| ledger.restore_lot(row))?;
        tables.holds.iter().try_for_each(|row| ledger.restore_hold(row))?;
        for row in &tables.spent_codes {
            let id = CommandId::from_bytes(row.id);
            ledger.state.add_code(&mut Vec::new(), id, Millis(row.valid_until));
        }
        ledger.check_all().map_err(|broken| Corrupt::new("balance", broken.what))?;
        ledger.restore_window(tables)?;
        ledger.committed();
        Ok(ledger)
    }

    fn restore_names(&mut self, tables: &Tables) -> Result<(), Corrupt> {
        let names = &mut self.state.names;
        for row in &tables.accounts {
            let made = Account::from_key(&row.key).and_then(|account| names.define_account(account));
            in_order("account", row.no, made)?;
        }
        for row in &tables.programmes {
            in_order("programme", row.no, names.define_programme(&row.slug))?;
        }
        for row in &tables.classes {
            in_order("classes", row.no, names.define_classes(&row.list))?;
        }
        for row in &tables.terms {
            let TermsRow { no, kind, programme, last_day, classes } = row;
            let kind = usize::try_from(*kind).ok().and_then(|kind| KINDS.get(kind)).copied();
            let made = kind
                .zip(last_day.parse().ok())
                .and_then(|(kind, last_day)| names.define_terms(kind, *programme, last_day, *classes));
            in_order("terms", *no, made)?;
        }
        Ok(())
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
                refunded: row.refunded,
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
        let sound = index_of(row.seq).is_some() && parts.iter().all(there);
        let hold =
            Hold { id: CommandId::from_bytes(row.id), account: row.account, until: Millis(row.until), parts };
        if !sound || hold.amount() != row.amount {
            return Err(bad_row("hold", row.seq));
        }
        self.state.put_hold(row.seq, Some(hold));
        Ok(())
    }

    fn restore_window(&mut self, tables: Tables) -> Result<(), Corrupt> {
        self.window.horizon =
            if tables.head.is_some() { Millis(tables.recent_from) } else { Millis(i64::MIN) };
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
