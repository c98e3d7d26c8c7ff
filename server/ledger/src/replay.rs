//! The log played again from zero: each row's command is given once more and must make the same row, to the
//! byte; then the tables must be what the log makes of them. An altered row is found and named.

use std::collections::HashMap;

use yui_protocol::{CommandId, Points};

use crate::{
    Broken, Corrupt, Head, Ledger, Names, Op, Posted, Settings,
    names::number_of,
    row::{BatchRow, EventRow, LogRow, PostingRow, Tables},
    state::State,
};

/// A verification in progress: give it every row of the log in order, and every batch after its last row.
#[derive(Debug, Default)]
pub struct Replay {
    ledger: Ledger,
    names: Names,
    /// By payment: its row, and what was given back.
    refunded: HashMap<CommandId, (i64, Points)>,
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
    ) -> Result<(), Broken> {
        match row {
            LogRow::Posting(row) => self.posting(row, older)?,
            LogRow::Event(row) => self.event(row)?,
        }
        self.ledger.check()?;
        self.ledger.committed();
        Ok(())
    }

    /// Compares a batch row, given when all its rows were played.
    pub fn batch(&mut self, batch: &BatchRow) -> Result<(), Broken> {
        let head = self.ledger.head();
        let first = self.batches + 1;
        self.batches = batch.last_seq;
        let made = BatchRow { first_seq: first, last_seq: head.seq, at: head.at.0, hash: head.hash };
        if *batch == made {
            return Ok(());
        }
        let what =
            if batch.hash == made.hash { "the batch does not fit" } else { "16: the hash chain is broken" };
        Err(Broken { seq: batch.last_seq, what: what.to_owned() })
    }

    /// Compares the tables with what the log made; answers where the log ends.
    pub fn finish(self, tables: Tables) -> Result<Head, Corrupt> {
        let head = self.ledger.head();
        if self.batches != head.seq {
            return Err(Corrupt::new("batch", "the last rows of the log belong to no batch"));
        }
        self.same_refunds(&tables)?;
        let stored = Ledger::restore(self.ledger.settings, tables)?;
        if stored.head != head {
            return Err(Corrupt::new("batch", "the head is not the log's"));
        }
        same_state(&stored.state, &self.ledger.state)?;
        Ok(head)
    }

    /// Table `refunded`, as far as it was read.
    fn same_refunds(&self, tables: &Tables) -> Result<(), Corrupt> {
        let stored: HashMap<i64, i64> = tables.refunded.iter().map(|row| (row.payment, row.amount)).collect();
        let made: HashMap<i64, i64> = self.refunded.values().map(|(seq, amount)| (*seq, amount.0)).collect();
        let read = tables.recent.iter().map(|row| row.seq).chain(stored.keys().copied());
        for seq in read {
            if stored.get(&seq) != made.get(&seq) {
                return Err(Corrupt::new("refunded", format!("row {seq} is not what the log makes of it")));
            }
        }
        Ok(())
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
    ) -> Result<(), Broken> {
        let broken = |what: String| Broken { seq: row.seq, what };
        self.names.learn(row).map_err(|corrupt| broken(corrupt.what))?;
        let posted = Posted::from_row(row, &self.names).map_err(|corrupt| broken(corrupt.what))?;
        if let Some(payment) = self.ledger.needs(&posted.op) {
            let stored = older(payment).and_then(|row| Posted::from_row(&row, &self.names).ok());
            let refunded = self.refunded.get(&payment).map(|(_, amount)| *amount).unwrap_or_default();
            if let Some(stored) = stored {
                self.ledger.remember(stored, refunded);
            }
        }
        self.ledger
            .apply(&posted.command(), posted.at)
            .map_err(|refusal| broken(format!("15: it cannot have been accepted: {}", refusal.0)))?;
        if let Op::Refund { payment, .. } = &posted.op {
            let refunded = self.ledger.refunded(*payment).unwrap_or_default();
            let seq = self.ledger.find(*payment).map_or(0, |payment| payment.seq);
            self.refunded.insert(*payment, (seq, refunded));
        }
        same_row(self.ledger.postings.row(0).as_ref() == Some(row), row.seq)
    }

    fn event(&mut self, row: &EventRow) -> Result<(), Broken> {
        self.ledger.append(row.kind, row.body.clone(), yui_protocol::Millis(row.at));
        same_row(self.ledger.events.row(0).as_ref() == Some(row), row.seq)
    }
}

fn same_row(same: bool, seq: i64) -> Result<(), Broken> {
    if same {
        return Ok(());
    }
    Err(Broken { seq, what: "15: it is not the row that its command makes".to_owned() })
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
