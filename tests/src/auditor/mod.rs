//! Who knows every answer that was ever given, and compares it with what the store holds in the end: nothing that was
//! acknowledged is lost, doubled or altered, nothing stands there that nobody asked for, and no point is made or lost.
//!
//! It leans on no sum that the server keeps: wallets, takings and lots are added up from the movements of the rows.

mod books;
mod told;

use std::collections::{BTreeMap, BTreeSet};

use yui_ledger::{Account, Posted};
use yui_protocol::{
    CommandId, LotId, Points,
    changes::Record,
    wallet::{Entry, EntryKind},
};
use yui_store::Party;

pub use books::Books;
use told::{Told, View};

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finding {
    /// The same id was answered once like this and once like that.
    TwoAnswers(CommandId),
    /// It was acknowledged, and does not stand in the log.
    Lost(CommandId),
    /// It stands in the log more than once.
    Twice(CommandId),
    /// It stands in the log otherwise than it was acknowledged.
    Altered(CommandId),
    /// It stands in the log, and nobody asked for it.
    Unasked(CommandId),
    /// The movements of the row do not sum to zero.
    Unbalanced(CommandId),
    /// What an answer said that its party has is not what the rows up to there come to.
    View(Party, i64),
    /// What is left of the lot is not what the rows come to.
    Lot(LotId),
    /// All was answered, and what was charged, paid and given back by these answers is not what lies in the wallets.
    Money {
        /// What the answers come to.
        told: Points,
        /// What lies in the wallets.
        lies: Points,
    },
}

/// See the module.
#[derive(Default)]
pub struct Auditor {
    asked: BTreeSet<CommandId>,
    told: BTreeMap<CommandId, Told>,
    views: Vec<View>,
    found: Vec<Finding>,
}

impl Auditor {
    /// Somebody is about to ask for this.
    pub fn asks(&mut self, id: CommandId) {
        self.asked.insert(id);
    }

    /// This was acknowledged, to whom it concerns, with what that party has now.
    pub fn answered(&mut self, to: Party, records: &[Record]) {
        for record in records {
            match record {
                Record::Entry(entry) => self.acknowledged(to, entry),
                record => self.views.extend(View::of(to, record)),
            }
        }
    }

    /// This line was acknowledged.
    pub fn acknowledged(&mut self, to: Party, entry: &Entry) {
        let told = Told::of_answer(to, entry);
        if self.told.get(&entry.id).is_some_and(|before| *before != told) {
            self.found.push(Finding::TwoAnswers(entry.id));
        }
        self.told.insert(entry.id, told);
    }

    /// How many were acknowledged.
    #[must_use]
    pub fn acknowledgements(&self) -> usize {
        self.told.len()
    }

    /// What is wrong with the books, by all that is known until now. Nothing may be written meanwhile.
    #[must_use]
    pub fn compare(&self, books: &Books) -> Vec<Finding> {
        let mut found = self.found.clone();
        let mut by_id: BTreeMap<CommandId, Vec<&Posted>> = BTreeMap::new();
        for posted in &books.postings {
            by_id.entry(posted.id).or_default().push(posted);
        }
        for (id, told) in &self.told {
            match by_id.get(id).map(Vec::as_slice) {
                None | Some([]) => found.push(Finding::Lost(*id)),
                Some([posted]) if Told::of_row(told.to, posted) == *told => {}
                Some([_]) => found.push(Finding::Altered(*id)),
                Some(_) => found.push(Finding::Twice(*id)),
            }
        }
        found.extend(by_id.keys().filter(|id| !self.asked.contains(id)).map(|id| Finding::Unasked(*id)));
        found.extend(self.sums(books));
        if self.asked.len() == self.told.len() {
            let (told, lies) = (self.money(), books.in_wallets());
            if told != lies {
                found.push(Finding::Money { told, lies });
            }
        }
        found
    }

    /// What the movements come to, row by row, against every view that an answer gave and the lots in the end.
    fn sums(&self, books: &Books) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut views: Vec<&View> = self.views.iter().collect();
        views.sort_by_key(|view| view.seq);
        let mut views = views.into_iter().peekable();
        let (mut lots, mut shops) = (BTreeMap::new(), BTreeMap::new());
        let mut rows: Vec<&Posted> = books.postings.iter().collect();
        rows.sort_by_key(|row| row.seq);
        for (at, row) in rows.iter().enumerate() {
            if row.legs.iter().map(|leg| leg.amount.0).sum::<i64>() != 0 {
                found.push(Finding::Unbalanced(row.id));
            }
            for leg in &row.legs {
                match (&leg.account, &leg.lot) {
                    (Account::Wallet(subject), Some(lot)) => {
                        *lots.entry((*subject, lot.id)).or_insert(0) += leg.amount.0;
                    }
                    (Account::Shop(shop), _) => *shops.entry(*shop).or_insert(0) += leg.amount.0,
                    _ => {}
                }
            }
            let next = rows.get(at + 1).map_or(i64::MAX, |next| next.seq);
            while let Some(view) = views.next_if(|view| view.seq < next) {
                if !view.agrees(&lots, &shops) {
                    found.push(Finding::View(view.of, view.seq));
                }
            }
        }
        let left = lots.iter().filter(|(_, left)| **left != 0);
        let left: BTreeMap<_, _> = left.map(|((_, lot), left)| (*lot, Points(*left))).collect();
        let all: BTreeSet<_> = left.keys().chain(books.lots.keys()).collect();
        found.extend(
            all.into_iter().filter(|lot| left.get(lot) != books.lots.get(lot)).map(|lot| Finding::Lot(*lot)),
        );
        found
    }

    /// What must lie in the wallets by the answers alone.
    fn money(&self) -> Points {
        let sum = self.told.values().map(|told| match told.kind {
            EntryKind::Charge | EntryKind::Grant => told.amount.0,
            EntryKind::Refund => told.amount.0 - told.expired.0,
            EntryKind::Payment | EntryKind::Expiry | EntryKind::Closure => -told.amount.0,
            EntryKind::Hold | EntryKind::Capture | EntryKind::Release | EntryKind::Settlement => 0,
        });
        Points(sum.sum())
    }
}
