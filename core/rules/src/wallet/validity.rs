//! How long value lives, counted in calendar days in Japan.
//!
//! The town's exemption from the Payment Services Act hangs on "within six months of issue", so the count
//! follows 民法143条 to the day: a period of months ends on the day before the day of the same number, and
//! where the last month has no such day, on its last day.

use chrono::{Months, NaiveDate};
use yui_protocol::municipality::Validity;

/// The last calendar day in Japan on which value issued on `issued_on` can be used.
///
/// `None` when the rule gives no day: zero months, a date beyond the calendar, or a fixed day already past.
#[must_use]
pub fn last_day(validity: &Validity, issued_on: NaiveDate) -> Option<NaiveDate> {
    match validity {
        Validity::Until { last_day } => (*last_day >= issued_on).then_some(*last_day),
        Validity::Months { months: 0 } => None,
        Validity::Months { months } => months_after(issued_on, *months),
    }
}

fn months_after(first: NaiveDate, months: u32) -> Option<NaiveDate> {
    use chrono::Datelike;
    let same_number_or_month_end = first.checked_add_months(Months::new(months))?;
    if same_number_or_month_end.day() == first.day() {
        same_number_or_month_end.pred_opt()
    } else {
        Some(same_number_or_month_end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn months_end_on_the_day_before_the_same_number() {
        for (issued, months, last) in [
            ("2026-11-23", 6, "2027-05-22"),
            ("2027-01-01", 6, "2027-06-30"),
            ("2026-10-01", 6, "2027-03-31"),
            ("2027-01-31", 1, "2027-02-28"),
            ("2028-01-31", 1, "2028-02-29"),
            ("2028-01-29", 1, "2028-02-28"),
            ("2027-01-29", 1, "2027-02-28"),
            ("2027-08-31", 6, "2028-02-29"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2026-08-29", 6, "2027-02-28"),
            ("2026-08-28", 6, "2027-02-27"),
            ("2028-02-29", 12, "2029-02-28"),
            ("2028-02-29", 48, "2032-02-28"),
            ("2027-03-31", 6, "2027-09-30"),
        ] {
            let rule = Validity::Months { months };
            assert_eq!(last_day(&rule, day(issued)), Some(day(last)), "{issued} + {months} months");
        }
    }

    /// 「発行の日から6月」, from each end of a month of a year before a leap year, and of the leap day.
    #[test]
    fn six_months_from_the_end_of_a_month() {
        for (issued, last) in [
            ("2027-01-31", "2027-07-30"),
            ("2027-02-28", "2027-08-27"),
            ("2027-03-31", "2027-09-30"),
            ("2027-04-30", "2027-10-29"),
            ("2027-05-31", "2027-11-30"),
            ("2027-06-30", "2027-12-29"),
            ("2027-07-31", "2028-01-30"),
            ("2027-08-28", "2028-02-27"),
            ("2027-08-29", "2028-02-28"),
            ("2027-08-30", "2028-02-29"),
            ("2027-08-31", "2028-02-29"),
            ("2027-09-30", "2028-03-29"),
            ("2027-10-31", "2028-04-30"),
            ("2027-11-30", "2028-05-29"),
            ("2027-12-31", "2028-06-30"),
            ("2028-02-29", "2028-08-28"),
        ] {
            let rule = Validity::Months { months: 6 };
            assert_eq!(last_day(&rule, day(issued)), Some(day(last)), "{issued}");
        }
    }

    #[test]
    fn a_fixed_day_is_the_last_one_included() {
        let rule = Validity::Until { last_day: day("2027-02-28") };
        assert_eq!(last_day(&rule, day("2027-02-28")), Some(day("2027-02-28")));
        assert_eq!(last_day(&rule, day("2027-03-01")), None);
    }

    #[test]
    fn there_is_no_life_of_zero_months_nor_beyond_the_calendar() {
        assert_eq!(last_day(&Validity::Months { months: 0 }, day("2027-01-01")), None);
        assert_eq!(last_day(&Validity::Months { months: u32::MAX }, day("2027-01-01")), None);
    }

    proptest! {
        #[test]
        fn value_issued_later_never_ends_earlier(start in 0i32..40_000, months in 1u32..=60) {
            let first = NaiveDate::from_num_days_from_ce_opt(730_000 + start).expect("in the calendar");
            let next = first.succ_opt().expect("in the calendar");
            let rule = Validity::Months { months };
            let (ends, next_ends) = (last_day(&rule, first), last_day(&rule, next));
            prop_assert!(ends.is_some() && ends <= next_ends);
            prop_assert!(ends >= Some(first));
        }
    }
}
