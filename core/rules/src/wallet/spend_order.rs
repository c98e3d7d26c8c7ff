//! Which lots pay: earliest end first, then the most restricted, then the oldest.
//!
//! The same function serves the phone, which shows the person what will be used, and the ledger, which uses
//! it; so what was shown is what happens.

use std::cmp::Ordering;

use chrono::NaiveDate;
use yui_protocol::{LotId, Points};

/// What the order needs to know of a lot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LotView<'a> {
    /// Its number; a lower one is older.
    pub id: LotId,
    /// The last calendar day in Japan on which it can be used.
    pub last_day: NaiveDate,
    /// Shop classes in which it can be used; empty means everywhere.
    pub classes: &'a [String],
    /// What can be taken from it now: what is left less what is set aside.
    pub free: Points,
}

/// A part taken from a lot.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Part {
    /// The lot.
    pub lot: LotId,
    /// How much, from 1.
    pub amount: Points,
}

impl LotView<'_> {
    /// Whether it can be used on `day` (in Japan) at a place of these classes.
    #[must_use]
    pub fn usable(&self, day: NaiveDate, place: &[String]) -> bool {
        self.free > Points::ZERO && self.last_day >= day && admits(self.classes, place)
    }

    /// The order of spending. "More restricted" means usable in fewer classes; a lot usable everywhere is the
    /// least restricted.
    #[must_use]
    pub fn before(&self, other: &Self) -> Ordering {
        let breadth = |lot: &Self| if lot.classes.is_empty() { usize::MAX } else { lot.classes.len() };
        self.last_day
            .cmp(&other.last_day)
            .then_with(|| breadth(self).cmp(&breadth(other)))
            .then_with(|| self.id.cmp(&other.id))
    }
}

/// Whether value restricted to `classes` may be used at a place of the classes `place`.
#[must_use]
pub fn admits(classes: &[String], place: &[String]) -> bool {
    classes.is_empty() || classes.iter().any(|class| place.contains(class))
}

/// What can be spent on `day` at a place of these classes.
#[must_use]
pub fn available(lots: &[LotView<'_>], day: NaiveDate, place: &[String]) -> Points {
    let sum = lots
        .iter()
        .filter(|lot| lot.usable(day, place))
        .fold(0i64, |sum, lot| sum.saturating_add(lot.free.0));
    Points(sum)
}

/// The parts that pay `amount` (from 1) on `day` at a place of these classes, in the order of spending; `None`
/// when the usable lots do not cover it.
#[must_use]
pub fn choose(lots: &[LotView<'_>], day: NaiveDate, place: &[String], amount: Points) -> Option<Vec<Part>> {
    let mut usable: Vec<_> = lots.iter().filter(|lot| lot.usable(day, place)).collect();
    usable.sort_unstable_by(|a, b| a.before(b));
    let mut parts = Vec::with_capacity(usable.len());
    let mut missing = amount.0;
    for lot in usable {
        if missing <= 0 {
            break;
        }
        let taken = lot.free.0.min(missing);
        missing -= taken;
        parts.push(Part { lot: lot.id, amount: Points(taken) });
    }
    (missing == 0).then_some(parts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, 3, number).expect("a day of March")
    }

    fn lot(id: i64, last: u32, classes: &[String], free: i64) -> LotView<'_> {
        LotView { id: LotId(id), last_day: day(last), classes, free: Points(free) }
    }

    fn chosen(lots: &[LotView<'_>], place: &[String], amount: i64) -> Option<Vec<(i64, i64)>> {
        let parts = choose(lots, day(10), place, Points(amount))?;
        Some(parts.iter().map(|part| (part.lot.0, part.amount.0)).collect())
    }

    #[test]
    fn earliest_end_then_most_restricted_then_oldest() {
        let (food, both) = (["food".to_owned()], ["food".to_owned(), "fuel".to_owned()]);
        let lots = [
            lot(1, 20, &[], 10),
            lot(2, 20, &[], 10),
            lot(3, 20, &both, 10),
            lot(4, 20, &food, 10),
            lot(5, 11, &[], 10),
        ];
        assert_eq!(chosen(&lots, &food, 45), Some(vec![(5, 10), (4, 10), (3, 10), (1, 10), (2, 5)]));
        assert_eq!(chosen(&lots, &[], 25), Some(vec![(5, 10), (1, 10), (2, 5)]));
        assert_eq!(chosen(&lots, &[], 31), None);
        assert_eq!(available(&lots, day(10), &[]), Points(30));
    }

    #[test]
    fn the_last_day_itself_still_counts_and_the_next_does_not() {
        let lots = [lot(1, 10, &[], 5)];
        assert_eq!(chosen(&lots, &[], 5), Some(vec![(1, 5)]));
        assert_eq!(choose(&lots, day(11), &[], Points(5)), None);
    }

    #[test]
    fn a_lot_with_nothing_free_is_not_usable() {
        let lots = [lot(1, 10, &[], 0), lot(2, 20, &[], 5)];
        assert!(!lots[0].usable(day(10), &[]) && lots[1].usable(day(10), &[]));
        assert_eq!(chosen(&lots, &[], 5), Some(vec![(2, 5)]));
    }

    #[test]
    fn nothing_is_taken_for_a_negative_amount() {
        assert_eq!(chosen(&[lot(1, 10, &[], 5)], &[], -1), None);
    }

    proptest! {
        #[test]
        fn parts_cover_the_amount_exactly_or_there_are_none(
            given in prop::collection::vec((1u32..28, 0i64..50, any::<bool>()), 0..8),
            amount in 1i64..200,
        ) {
            let food = ["food".to_owned()];
            let lots: Vec<_> = given
                .iter()
                .zip(1..)
                .map(|((last, free, narrow), id)| lot(id, *last, if *narrow { &food } else { &[] }, *free))
                .collect();
            let there = available(&lots, day(10), &food);
            match choose(&lots, day(10), &food, Points(amount)) {
                None => prop_assert!(there < Points(amount)),
                Some(parts) => {
                    prop_assert_eq!(parts.iter().map(|part| part.amount.0).sum::<i64>(), amount);
                    let emptied = parts.iter().rev().skip(1);
                    for part in emptied {
                        let whole = lots.iter().find(|lot| lot.id == part.lot).map(|lot| lot.free);
                        prop_assert_eq!(whole, Some(part.amount));
                    }
                }
            }
        }
    }
}
