//! Lots: value of one origin with one end. Kinds, programmes and ends never mix in a lot.

use std::sync::Arc;

use chrono::NaiveDate;
use yui_protocol::{LotId, Millis, Points, ProgrammeId, wallet::LotKind};
use yui_rules::wallet::spend_order::LotView;

/// What all value of a lot has in common.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct LotTerms {
    /// Where the value comes from.
    pub kind: LotKind,
    /// The programme it is issued under.
    pub programme: ProgrammeId,
    /// The last calendar day in Japan on which it can be used; hard.
    pub last_day: NaiveDate,
    /// Shop classes in which it can be used; empty means everywhere.
    pub classes: Vec<String>,
}

/// Terms with the number under which the ledger's rows speak of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terms {
    /// The key in table `terms`, from 1.
    pub no: i64,
    /// The key of the programme in table `programme`, from 1.
    pub programme_no: i64,
    /// The terms.
    pub terms: LotTerms,
}

/// A lot in a wallet, in memory while something is left of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LotState {
    /// The number of the row that made it.
    pub id: LotId,
    /// Its terms, shared by all lots that have them.
    pub terms: Arc<Terms>,
    /// When it was issued.
    pub issued_at: Millis,
    /// What is left, from 0.
    pub amount: Points,
    /// What of it is set aside by open holds, from 0 to `amount`.
    pub held: Points,
}

impl LotState {
    /// The lot as the order of spending sees it.
    #[must_use]
    pub fn view(&self) -> LotView<'_> {
        LotView {
            id: self.id,
            last_day: self.terms.terms.last_day,
            classes: &self.terms.terms.classes,
            free: Points(self.amount.0.saturating_sub(self.held.0)),
        }
    }

    /// The lot as its owner sees it.
    #[must_use]
    pub fn record(&self) -> yui_protocol::wallet::Lot {
        let LotTerms { kind, programme, last_day, classes } = self.terms.terms.clone();
        yui_protocol::wallet::Lot {
            id: self.id,
            kind,
            programme,
            amount: self.amount,
            last_day,
            classes,
            issued_at: self.issued_at,
        }
    }

    /// Whether its last day lies before the day of `at` in Japan.
    #[must_use]
    pub fn ended(&self, at: Millis) -> bool {
        self.ended_by(at.day_jst())
    }

    /// The same, where the day is known: it costs more to tell than to compare.
    pub(crate) fn ended_by(&self, today: NaiveDate) -> bool {
        ended_by(&self.terms.terms, today)
    }
}

/// Whether value under these terms has run out at this instant: hard, from midnight in Japan after its last day.
pub(crate) fn ended(terms: &LotTerms, at: Millis) -> bool {
    ended_by(terms, at.day_jst())
}

fn ended_by(terms: &LotTerms, today: NaiveDate) -> bool {
    terms.last_day < today
}
