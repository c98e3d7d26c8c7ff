//! The rows of a batch: what was appended, and the last state of all that was touched.

use std::collections::{BTreeMap, BTreeSet};

use yui_protocol::LotId;

use crate::{
    Ledger, LotState,
    codec::Writer,
    definition::kind_no,
    names::number_of,
    row::{
        AccountRow, BalanceRow, BatchRow, ClassesRow, HoldRow, IssuedToRow, LotRow, ProgrammeRow,
        RefundedRow, Rows, SpentCodeRow, TermsRow,
    },
    state::{Change, Hold},
};

/// What a batch touched, by key.
#[derive(Default)]
pub(crate) struct Touched {
    pub(crate) accounts: BTreeSet<i64>,
    /// With a version of the lot, for one that is gone.
    pub(crate) lots: BTreeMap<LotId, (i64, Option<LotState>)>,
    /// With a version of the hold, for one that is gone.
    pub(crate) holds: BTreeMap<i64, Option<Hold>>,
    pub(crate) programmes: BTreeSet<i64>,
    pub(crate) issued_to: BTreeSet<(i64, i64)>,
    /// Row of the payment, and its id.
    pub(crate) refunded: BTreeMap<i64, yui_protocol::CommandId>,
}

impl Touched {
    pub(crate) fn of(journal: &[Change]) -> Self {
        let mut touched = Self::default();
        for change in journal {
            match change {
                Change::Balance { account, .. } => {
                    touched.accounts.insert(*account);
                }
                Change::Lot { account, id, old } => {
                    let (_, known) = touched.lots.entry(*id).or_insert((*account, None));
                    if old.is_some() {
                        known.clone_from(old);
                    }
                }
                Change::Hold { seq, old } => {
                    let known = touched.holds.entry(*seq).or_insert(None);
                    if old.is_some() {
                        known.clone_from(old);
                    }
                }
                Change::Programme { no, .. } => {
                    touched.programmes.insert(*no);
                }
                Change::IssuedTo { account, programme, .. } => {
                    touched.issued_to.insert((*account, *programme));
                }
                Change::Refunded { payment, seq, .. } => {
                    touched.refunded.insert(*seq, *payment);
                }
                Change::Code { .. } | Change::Posted { .. } => {}
            }
        }
        touched
    }
}

impl Ledger {
    /// Everything since the last commit, to be written in one commit. Costs what the batch costs.
    #[must_use]
    pub fn rows(&self) -> Rows {
        let touched = Touched::of(&self.journal);
        let mut rows =
            Rows { postings: self.postings.clone(), events: self.events.clone(), ..Rows::default() };
        self.named_rows(&mut rows);
        self.state_rows(&touched, &mut rows);
        for change in &self.journal {
            if let Change::Code { id, valid_until } = change {
                rows.spent_codes.push(SpentCodeRow { id: *id.as_bytes(), valid_until: valid_until.0 });
            }
        }
        rows.batch = self.batch_row();
        rows
    }

    fn batch_row(&self) -> Option<BatchRow> {
        (self.head.seq > self.base.head.seq).then(|| BatchRow {
            first_seq: self.base.head.seq + 1,
            last_seq: self.head.seq,
            at: self.head.at.0,
            hash: self.head.hash,
        })
    }

    fn named_rows(&self, rows: &mut Rows) {
        let (names, from) = (&self.state.names, self.base.names);
        for (account, no) in names.accounts_from(from.accounts).iter().zip(number_of(from.accounts)..) {
            rows.accounts.push(AccountRow { no, key: account.key() });
        }
        for (list, no) in names.classes_from(from.classes).iter().zip(number_of(from.classes)..) {
            rows.classes.push(ClassesRow { no, list: list.clone() });
        }
        for made in names.terms_from(from.terms) {
            rows.terms.push(TermsRow {
                no: made.no,
                kind: kind_no(made.terms.kind),
                programme: made.programme_no,
                last_day: made.terms.last_day.to_string(),
                classes: names.classes_no(&made.terms.classes.join(",")).unwrap_or_default(),
            });
        }
    }

    fn state_rows(&self, touched: &Touched, rows: &mut Rows) {
        let state = &self.state;
        for &no in &touched.programmes {
            if let (Some(slug), Some(book)) = (state.names.programme(no), state.programme(no)) {
                rows.programmes.push(ProgrammeRow {
                    no,
                    slug: slug.as_str().to_owned(),
                    issued: book.issued,
                    redeemed: book.redeemed,
                    expired: book.expired,
                    paid_back: book.paid_back,
                    given_up: book.given_up,
                });
            }
        }
        for &account in &touched.accounts {
            if let Some(crate::state::AccountState { balance, .. }) = state.account(account) {
                let (balance, held, closed) = (balance.amount, balance.held, i64::from(balance.closed));
                rows.balances.push(BalanceRow { account, balance, held, closed });
            }
        }
        for (id, (account, gone)) in &touched.lots {
            match (state.lot(*account, *id), gone) {
                (Some(lot), _) => rows.lots.push(lot_row(*account, lot, lot.amount.0, lot.held.0)),
                (None, Some(lot)) => rows.lots.push(lot_row(*account, lot, 0, 0)),
                (None, None) => {}
            }
        }
        for (seq, gone) in &touched.holds {
            match (state.holds.get(seq), gone) {
                (Some(hold), _) => rows.holds.push(hold_row(*seq, hold, &hold.parts)),
                (None, Some(hold)) => rows.holds.push(hold_row(*seq, hold, &[])),
                (None, None) => {}
            }
        }
        for &(account, programme) in &touched.issued_to {
            let amount = state.issued_to(account, programme);
            rows.issued_to.push(IssuedToRow { account, programme, amount });
        }
        for (payment, id) in &touched.refunded {
            let amount = self.refunded(*id).unwrap_or_default().0;
            rows.refunded.push(RefundedRow { payment: *payment, amount });
        }
    }
}

fn lot_row(account: i64, lot: &LotState, amount: i64, held: i64) -> LotRow {
    LotRow { id: lot.id.0, account, terms: lot.terms.no, issued_at: lot.issued_at.0, amount, held }
}

fn hold_row(seq: i64, hold: &Hold, parts: &[(LotId, i64)]) -> HoldRow {
    let mut writer = Writer::default();
    for (lot, amount) in parts {
        writer.signed(lot.0);
        writer.signed(*amount);
    }
    HoldRow {
        seq,
        id: *hold.id.as_bytes(),
        account: hold.account,
        until: hold.until.0,
        amount: parts.iter().map(|(_, amount)| amount).sum(),
        parts: writer.into_bytes(),
    }
}
