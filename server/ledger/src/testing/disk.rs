//! A store in memory: takes the rows of each commit as a database would, and gives the tables back.

use std::collections::BTreeMap;

use yui_protocol::Millis;

use crate::{
    Corrupt, Ledger, LogRow, Made, Restoring, Rows, Settings,
    row::{self, EarlierRow, NameRows, PostingRow},
};

/// All that a start reads, at once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tables {
    /// The last row of `batch`; none in an empty store.
    pub head: Option<row::BatchRow>,
    /// All of `account`.
    pub accounts: Vec<row::AccountRow>,
    /// All of `programme`.
    pub programmes: Vec<row::ProgrammeRow>,
    /// All of `classes`.
    pub classes: Vec<row::ClassesRow>,
    /// All of `terms`.
    pub terms: Vec<row::TermsRow>,
    /// All of `balance`.
    pub balances: Vec<row::BalanceRow>,
    /// All of `issued_to`.
    pub issued_to: Vec<row::IssuedToRow>,
    /// Those of which something is left.
    pub lots: Vec<row::LotRow>,
    /// Those that are open.
    pub holds: Vec<row::HoldRow>,
    /// Those that could still be used.
    pub spent_codes: Vec<row::SpentCodeRow>,
    /// The postings of the last while that are not in `recent`.
    pub earlier: Vec<EarlierRow>,
    /// The last postings.
    pub recent: Vec<PostingRow>,
    /// All of `refunded`.
    pub refunded: Vec<row::RefundedRow>,
}

impl Ledger {
    /// The ledger of these tables; see [`Restoring`].
    pub fn restore(settings: Settings, tables: &Tables) -> Result<Self, Corrupt> {
        let names = NameRows {
            accounts: tables.accounts.clone(),
            programmes: tables.programmes.clone(),
            classes: tables.classes.clone(),
            terms: tables.terms.clone(),
        };
        let mut restoring = Restoring::begin(settings, tables.head.as_ref(), &names)?;
        tables.balances.iter().try_for_each(|row| restoring.balance(row))?;
        tables.issued_to.iter().try_for_each(|row| restoring.issued_to(row))?;
        tables.lots.iter().try_for_each(|row| restoring.lot(row))?;
        tables.holds.iter().try_for_each(|row| restoring.hold(row))?;
        tables.spent_codes.iter().for_each(|row| restoring.spent_code(row));
        tables.earlier.iter().try_for_each(|row| restoring.earlier(row))?;
        tables.recent.iter().try_for_each(|row| restoring.posting(row))?;
        tables.refunded.iter().for_each(|row| restoring.refunded(row));
        restoring.end()
    }
}

/// See the module.
#[derive(Clone, Default)]
pub struct Disk {
    /// What is appended and never changed, but for the log.
    pub tables: Tables,
    /// The log.
    pub log: Vec<LogRow>,
    /// The commits.
    pub batches: Vec<row::BatchRow>,
    programmes: BTreeMap<i64, row::ProgrammeRow>,
    balances: BTreeMap<i64, row::BalanceRow>,
    lots: BTreeMap<i64, row::LotRow>,
    holds: BTreeMap<i64, row::HoldRow>,
    issued_to: BTreeMap<(i64, i64), row::IssuedToRow>,
    refunded: BTreeMap<i64, row::RefundedRow>,
    codes: BTreeMap<[u8; 16], row::SpentCodeRow>,
}

impl Disk {
    /// Takes the rows of a commit.
    ///
    /// # Panics
    /// When a one-time code is spent twice.
    pub fn write(&mut self, rows: &Rows) {
        self.tables.accounts.extend(rows.accounts.iter());
        self.tables.classes.extend(rows.classes.iter());
        self.tables.terms.extend(rows.terms.iter());
        self.programmes.extend(rows.programmes.iter().map(|row| (row.no, row)));
        self.balances.extend(rows.balances.iter().map(|row| (row.account, row)));
        self.lots.extend(rows.lots.iter().map(|row| (row.id, row)));
        self.holds.extend(rows.holds.iter().map(|row| (row.seq, row)));
        self.issued_to.extend(rows.issued_to.iter().map(|row| ((row.account, row.programme), row)));
        self.refunded.extend(rows.refunded.iter().map(|row| (row.payment, row)));
        for code in rows.spent_codes.iter() {
            let known = self.codes.insert(code.id, code);
            assert!(known.is_none(), "a code is spent once");
        }
        let mut new: Vec<LogRow> = rows.postings.iter().map(LogRow::Posting).collect();
        new.extend(rows.events.iter().map(LogRow::Event));
        new.sort_by_key(LogRow::place);
        self.log.extend(new);
        self.batches.extend(rows.batch.clone());
    }

    /// The posting with this id.
    #[must_use]
    pub fn posting(&self, id: [u8; 16]) -> Option<PostingRow> {
        self.log.iter().find_map(|row| match row {
            LogRow::Posting(row) if row.id == id => Some(row.clone()),
            _ => None,
        })
    }

    /// What was given back of the payment in this row.
    #[must_use]
    pub fn refunded(&self, payment: i64) -> i64 {
        self.refunded.get(&payment).map_or(0, |row| row.amount)
    }

    /// What a start reads.
    #[must_use]
    pub fn tables(&self, settings: &Settings) -> Tables {
        let head = self.batches.last().cloned();
        let head_at = head.as_ref().map_or(0, |head| head.at);
        let recent_from = settings.recent_from(Millis(head_at)).0;
        let recent = self.log.iter().filter_map(|row| match row {
            LogRow::Posting(row) if row.at >= recent_from => Some(row),
            _ => None,
        });
        let mut earlier: Vec<_> = recent.collect();
        let recent = earlier.split_off(earlier.len().saturating_sub(settings.answers_at_most));
        Tables {
            programmes: self.programmes.values().cloned().collect(),
            balances: self.balances.values().cloned().collect(),
            lots: self.lots.values().filter(|lot| lot.amount != 0 || lot.held != 0).cloned().collect(),
            holds: self.holds.values().filter(|hold| hold.amount != 0).cloned().collect(),
            issued_to: self.issued_to.values().cloned().collect(),
            spent_codes: self.codes.values().filter(|code| code.valid_until >= head_at).cloned().collect(),
            earlier: earlier.into_iter().map(earlier_row).collect(),
            recent: recent.into_iter().cloned().collect(),
            refunded: self.refunded.values().cloned().collect(),
            head,
            ..self.tables.clone()
        }
    }

    /// What a start reads, and the lots and holds that it passes over.
    #[must_use]
    pub fn whole(&self, settings: &Settings) -> Tables {
        let (lots, holds) = (self.lots.values().cloned().collect(), self.holds.values().cloned().collect());
        Tables { lots, holds, ..self.tables(settings) }
    }
}

fn earlier_row(row: &PostingRow) -> EarlierRow {
    let PostingRow { seq, at, id, kind, debit, amount, .. } = *row;
    EarlierRow { seq, at, id, kind, debit, amount }
}

/// Compares whole tables with what the log makes of them.
pub fn compare(made: &mut Made, whole: &Tables) -> Result<(), Corrupt> {
    whole.accounts.iter().try_for_each(|row| made.account_row(row))?;
    whole.programmes.iter().try_for_each(|row| made.programme_row(row))?;
    whole.classes.iter().try_for_each(|row| made.classes_row(row))?;
    whole.terms.iter().try_for_each(|row| made.terms_row(row))?;
    whole.balances.iter().try_for_each(|row| made.balance_row(row))?;
    whole.lots.iter().try_for_each(|row| made.lot_row(row))?;
    whole.holds.iter().try_for_each(|row| made.hold_row(row))?;
    whole.issued_to.iter().try_for_each(|row| made.issued_to_row(row))?;
    whole.refunded.iter().try_for_each(|row| made.refunded_row(row))?;
    made.none_left()
}
