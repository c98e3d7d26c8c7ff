//! Whose the last rows of the log are, in memory. Rows of one party lie together in the projection's file, so each row
//! that is written alone dirties a page of its own, the more so the older a town is: what comes is gathered here until it
//! is much, and goes to the file party by party.

use std::{
    collections::BTreeSet,
    ops::Bound,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::event::Party;

/// A row of the log and whose it is.
pub(super) type Owned = (Party, i64);

/// See the module. Clones are the same.
#[derive(Clone, Default)]
pub(super) struct Gathered(Arc<Mutex<Held>>);

#[derive(Default)]
struct Held {
    rows: BTreeSet<Owned>,
    span: Span,
}

/// Which rows memory knows, and what the file must have.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Span {
    /// The file has all rows up to here; memory has those after.
    pub(super) after: i64,
    /// The last row that was taken in.
    pub(super) upto: i64,
    /// Up to where the file may have rows.
    pub(super) reach: i64,
    /// How often all was forgotten.
    pub(super) beginnings: u64,
}

impl Gathered {
    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets all; the file has all rows up to `after`, and some up to `reach`.
    pub(super) fn begin(&self, after: i64, reach: i64) {
        let mut held = self.held();
        let beginnings = held.span.beginnings + 1;
        *held = Held { rows: BTreeSet::new(), span: Span { after, upto: after, reach, beginnings } };
    }

    /// Takes in whose the next rows up to `upto` are.
    pub(super) fn take_in(&self, owned: impl IntoIterator<Item = Owned>, upto: i64) {
        let mut held = self.held();
        held.rows.extend(owned);
        held.span.upto = upto;
    }

    /// The party's rows after `after`, oldest first and at most `limit`, and the span that they are of.
    pub(super) fn of(&self, party: Party, after: i64, limit: usize) -> (Vec<i64>, Span) {
        let held = self.held();
        let own = (Bound::Excluded((party, after)), Bound::Included((party, i64::MAX)));
        (held.rows.range(own).take(limit).map(|(_, seq)| *seq).collect(), held.span)
    }

    pub(super) fn span(&self) -> Span {
        self.held().span
    }

    pub(super) fn len(&self) -> usize {
        self.held().rows.len()
    }

    /// At most `most` of the rows up to `upto`, in the order of the file, after the place `after`.
    pub(super) fn piece(&self, after: Option<Owned>, upto: i64, most: usize) -> Vec<Owned> {
        let held = self.held();
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let rows = held.rows.range((from, Bound::Unbounded));
        rows.filter(|(_, seq)| *seq <= upto).take(most).copied().collect()
    }

    /// These rows are in the file now, which has all rows up to `after` and some up to `reach`.
    pub(super) fn filed(&self, piece: &[Owned], after: i64, reach: i64) {
        let mut held = self.held();
        for row in piece {
            held.rows.remove(row);
        }
        held.span = Span { after, reach, ..held.span };
    }
}
