//! The log played again from zero: each row's command is given once more and must make the same row, to the
//! byte; then the tables must be what the log makes of them. An altered row is found and named.

use std::collections::HashMap;

use yui_protocol::{CommandId, Points};

use crate::{
    Altered, Corrupt, Head, Ledger, Made, Names, Op, Posted, Settings,
    names::number_of,
    row::{BatchRow, EventRow, LogRow, PostingRow},
    state::State,
};

/// A verification in progress: give it every row of the log in order, and every batch after its last row.
#[derive(Debug, Default)]
pub struct Replay {
    ledger: Ledger,
    names: Names,
    made: Made,
    /// What was given back, by payment.
    refunded: HashMap<CommandId, Points>,
    /// The last row of the last batch.
    batches: i64,
}

impl Replay {
    /// Begins at an empty log.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self { ledger: Ledger::new(settings), ..Self::default() }
    }

    /// Plays one row. `older` finds the stored row of an earlier posting by its id, for refunds of payments
    /// that have left the window.
    pub fn row(
        &mut self,
        row: &LogRow,
        older: impl FnOnce(CommandId) -> Option<PostingRow>,
    ) -> Result<(), Altered> {
        match row {
            LogRow::Posting(row) => self.posting(row, older)?,
            LogRow::Event(row) => self.event(row)?,
        }
        self.ledger.check().map_err(|broken| self.altered(broken.seq, &broken.what))?;
        self.made.take_in(&self.ledger.rows());
        self.ledger.committed();
        Ok(())
    }

    /// The finding at a row. What was altered may be a row before it that did not show by itself, but none of an
    /// earlier commit, whose hash was right.
    #[must_use]
    pub fn altered(&self, seq: i64, what: &str) -> Altered {
        let (first, before) = (self.batches.saturating_add(1), seq.saturating_sub(1));
        let what = if first <= before {
            format!(
                "{what}; it is this one, or one before it, of rows {first} to {seq}, which are one commit"
            )
        } else {
            what.to_owned()
        };
        Altered { seq, what }
    }

    /// Compares a batch row, given when all its rows were played.
    pub fn batch(&mut self, batch: &BatchRow) -> Result<(), Altered> {
        let head = self.ledger.head();
        let first = self.batches.saturating_add(1);
        self.batches = batch.last_seq;
        let made = BatchRow { first_seq: first, last_seq: head.seq, at: head.at.0, hash: head.hash };
        if *batch == made {
            return Ok(());
        }
        let BatchRow { last_seq: seq, .. } = *batch;
        if batch.hash == made.hash {
            return Err(Altered { seq, what: format!("table batch does not fit rows {first} to {seq}") });
        }
        let among = if first == seq {
            String::new()
        } else {
            format!("; it is one of rows {first} to {seq}, which are one commit")
        };
        Err(Altered { seq, what: format!("the hash chain is broken{among}") })
    }

    /// What the log made so far of the tables that follow from it.
    pub fn made(&mut self) -> &mut Made {
        &mut self.made
    }

    /// Compares memory as a start builds it from the tables (see [`crate::Restoring`]) with what the log made; answers where
    /// the log ends.
    pub fn finish(self, stored: &Ledger) -> Result<Head, Corrupt> {
        let head = self.ledger.head();
        if self.batches != head.seq {
            return Err(Corrupt::new("batch", "the last rows of the log belong to no batch"));
        }
        if stored.head != head {
            return Err(Corrupt::new("batch", "the head is not the log's"));
        }
        same_state(&stored.state, &self.ledger.state)?;
        Ok(head)
    }

    /// Where the replay stands.
    #[must_use]
    pub fn head(&self) -> Head {
        self.ledger.head()
    }

    fn posting(
        &mut self,
        row: &PostingRow,
        older: impl FnOnce(CommandId) -> Option<PostingRow>,
    ) -> Result<(), Altered> {
        self.names.learn(row).map_err(|corrupt| self.altered(row.seq, &corrupt.what))?;
        let posted =
            Posted::from_row(row, &self.names).map_err(|corrupt| self.altered(row.seq, &corrupt.what))?;
        if let Some(payment) = self.ledger.needs(&posted.op) {
            let stored = older(payment).and_then(|row| Posted::from_row(&row, &self.names).ok());
            let refunded = self.refunded.get(&payment).copied().unwrap_or_default();
            if let Some(stored) = stored {
                self.ledger.remember(stored, refunded);
            }
        }
        if self.ledger.apply(&posted.command(), posted.at).is_err() {
            return Err(self.altered(row.seq, "it cannot have been accepted"));
        }
        if let Op::Refund { payment, .. } = &posted.op {
            let refunded = self.ledger.refunded(*payment).unwrap_or_default();
            self.refunded.insert(*payment, refunded);
        }
        self.same_row(self.ledger.postings.row(0).as_ref() == Some(row), row.seq)
    }

    fn event(&mut self, row: &EventRow) -> Result<(), Altered> {
        if self.ledger.append(row.kind, row.body.clone(), yui_protocol::Millis(row.at)).is_err() {
            return Err(self.altered(row.seq, "there is no row after the last one that can be counted"));
        }
        self.same_row(self.ledger.events.row(0).as_ref() == Some(row), row.seq)
    }

    fn same_row(&self, same: bool, seq: i64) -> Result<(), Altered> {
        if same { Ok(()) } else { Err(self.altered(seq, "it is not the row that its command makes")) }
    }
}

fn same_state(stored: &State, made: &State) -> Result<(), Corrupt> {
    if stored.names != made.names {
        return Err(Corrupt::new("account", "accounts, programmes, classes or terms are not the log's"));
    }
    for (index, (stored, made)) in stored.accounts.iter().zip(&made.accounts).enumerate() {
        let table = match () {
            () if stored.balance != made.balance => "balance",
            () if stored.lots != made.lots => "lot",
            () if stored.holds != made.holds => "hold",
            () if !same_sums(&stored.issued, &made.issued) => "issued_to",
            () => continue,
        };
        let no = number_of(index);
        return Err(Corrupt::new(table, format!("account {no} is not what the log makes of it")));
    }
    if stored.programmes != made.programmes {
        return Err(Corrupt::new("programme", "a book is not what the log makes of it"));
    }
    if stored.holds != made.holds {
        return Err(Corrupt::new("hold", "an open hold is not what the log makes of it"));
    }
    if stored.codes != made.codes {
        return Err(Corrupt::new("spent_code", "the codes are not those of the log"));
    }
    Ok(())
}

/// Sums by programme, in any order.
fn same_sums(stored: &[(i64, i64)], made: &[(i64, i64)]) -> bool {
    stored.len() == made.len() && stored.iter().all(|sum| made.contains(sum))
}
