//! When a programme may issue value, when a voucher may be used, and who may issue at all.

use chrono::NaiveDate;
use yui_protocol::{
    ErrorCode, Millis, Points,
    municipality::{IssuerKind, Programme, Validity},
    wallet::LotKind,
};

use super::{limits::exceeds, validity::last_day};

/// What a programme has issued so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct IssuedSoFar {
    /// To everybody.
    pub in_all: Points,
    /// To this person.
    pub to_person: Points,
}

/// Whether a programme may issue `amount` to a person `now`: `amount_invalid`, `programme_closed` outside its
/// days, `programme_budget` or `programme_person_cap`.
pub fn check_issue(
    programme: &Programme,
    amount: Points,
    issued: IssuedSoFar,
    now: Millis,
) -> Result<(), ErrorCode> {
    let amount = Points::act(amount.0)?;
    let today = now.day_jst();
    let passes = |so_far, bound: Option<Points>| bound.is_some_and(|bound| exceeds(so_far, amount, bound));
    if !(programme.from..=programme.to).contains(&today) || last_day(&programme.validity, today).is_none() {
        Err(ErrorCode::ProgrammeClosed)
    } else if passes(issued.in_all, programme.budget) {
        Err(ErrorCode::ProgrammeBudget)
    } else if passes(issued.to_person, programme.person_cap) {
        Err(ErrorCode::ProgrammePersonCap)
    } else {
        Ok(())
    }
}

/// A voucher as the town knows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Voucher {
    /// The last instant at which it can be used.
    pub expires_at: Millis,
    /// Whether it was used.
    pub used: bool,
    /// Whether it was withdrawn.
    pub cancelled: bool,
}

/// Whether a voucher may be used `now`: `voucher_used`, `voucher_cancelled` or `voucher_expired`. What it
/// issues is a matter of [`check_issue`].
pub fn check_voucher(voucher: Voucher, now: Millis) -> Result<(), ErrorCode> {
    if voucher.used {
        Err(ErrorCode::VoucherUsed)
    } else if voucher.cancelled {
        Err(ErrorCode::VoucherCancelled)
    } else if now > voucher.expires_at {
        Err(ErrorCode::VoucherExpired)
    } else {
        Ok(())
    }
}

/// The last day of the value of a voucher that is made on `today` and may be used up to `last_day`. It is counted from
/// that day and not from the voucher's use, because value is issued when it is sold (資金決済法4条2号).
///
/// `programme_closed` when the voucher would be used up before it is made, after the programme's days, or after its own
/// value has run out.
pub fn voucher_value_until(
    programme: &Programme,
    today: NaiveDate,
    last_day: NaiveDate,
) -> Result<NaiveDate, ErrorCode> {
    let value_until = self::last_day(&programme.validity, today).ok_or(ErrorCode::ProgrammeClosed)?;
    let in_time = today <= last_day && last_day <= programme.to && last_day <= value_until;
    if in_time { Ok(value_until) } else { Err(ErrorCode::ProgrammeClosed) }
}

/// Whether the programme needs a registration that its issuer does not show (資金決済法4条2号, 7条).
///
/// Value that was paid for is a prepaid payment instrument once it can be used for more than six months from
/// its issue. A local government is exempt (4条1号), and so is what was given for nothing; rewards count as
/// paid for, because a helper earns them with somebody's charged value.
#[must_use]
pub fn needs_registration(programme: &Programme) -> bool {
    let paid_for = matches!(programme.kind, LotKind::Charged | LotKind::Reward);
    let registered = programme.issuer.registration.as_ref().is_some_and(|number| !number.trim().is_empty());
    paid_for
        && programme.issuer.kind == IssuerKind::Company
        && !registered
        && outlives_six_months(&programme.validity, programme.from)
}

/// Whether value issued on the programme's first day, which lives longest, can be used beyond six months.
fn outlives_six_months(validity: &Validity, first_day: NaiveDate) -> bool {
    match validity {
        Validity::Months { months } => *months > 6,
        Validity::Until { last_day: end } => {
            last_day(&Validity::Months { months: 6 }, first_day).is_none_or(|six_months| *end > six_months)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::municipality::tests::omura;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn programme() -> Programme {
        let mut programme = omura().programmes.remove(1);
        programme.from = day("2026-04-01");
        programme.to = day("2027-03-31");
        programme.validity = Validity::Months { months: 6 };
        programme.budget = Some(Points(10_000));
        programme.person_cap = Some(Points(3000));
        programme
    }

    #[test]
    fn value_is_issued_on_the_programmes_days_in_japan() {
        let issue = |at| check_issue(&programme(), Points(1), IssuedSoFar::default(), at);
        let first = Millis::start_of_day_jst(day("2026-04-01"));
        let end = Millis::start_of_day_jst(day("2027-04-01"));
        assert_eq!(issue(first.plus(-1)), Err(ErrorCode::ProgrammeClosed));
        assert_eq!(issue(first), Ok(()));
        assert_eq!(issue(end.plus(-1)), Ok(()));
        assert_eq!(issue(end), Err(ErrorCode::ProgrammeClosed));
    }

    #[test]
    fn value_that_would_be_dead_at_birth_is_not_issued() {
        let programme =
            Programme { validity: Validity::Until { last_day: day("2026-06-30") }, ..programme() };
        let now = Millis::start_of_day_jst(day("2026-07-01"));
        let issue = |at| check_issue(&programme, Points(1), IssuedSoFar::default(), at);
        assert_eq!(issue(now), Err(ErrorCode::ProgrammeClosed));
        assert_eq!(issue(now.plus(-1)), Ok(()));
    }

    #[test]
    fn budget_and_person_cap_are_used_up_to_the_last_point() {
        let now = Millis::start_of_day_jst(day("2026-11-23"));
        let issue = |amount, in_all, to_person| {
            let issued = IssuedSoFar { in_all: Points(in_all), to_person: Points(to_person) };
            check_issue(&programme(), Points(amount), issued, now)
        };
        assert_eq!(issue(3000, 7000, 0), Ok(()));
        assert_eq!(issue(3000, 7001, 0), Err(ErrorCode::ProgrammeBudget));
        assert_eq!(issue(1, 0, 2999), Ok(()));
        assert_eq!(issue(1, 0, 3000), Err(ErrorCode::ProgrammePersonCap));
        assert_eq!(issue(1, i64::MAX, 0), Err(ErrorCode::ProgrammeBudget));
        assert_eq!(issue(0, 0, 0), Err(ErrorCode::AmountInvalid));
    }

    #[test]
    fn a_voucher_is_used_once_and_in_time() {
        let voucher = Voucher { expires_at: Millis(1000), used: false, cancelled: false };
        assert_eq!(check_voucher(voucher, Millis(1000)), Ok(()));
        assert_eq!(check_voucher(voucher, Millis(1001)), Err(ErrorCode::VoucherExpired));
        let used = Voucher { used: true, ..voucher };
        assert_eq!(check_voucher(used, Millis(1001)), Err(ErrorCode::VoucherUsed));
        let cancelled = Voucher { cancelled: true, ..voucher };
        assert_eq!(check_voucher(cancelled, Millis(0)), Err(ErrorCode::VoucherCancelled));
    }

    #[test]
    fn the_value_of_a_voucher_counts_from_the_day_it_is_made() {
        let until = |today, last| voucher_value_until(&programme(), day(today), day(last));
        assert_eq!(until("2026-05-01", "2026-05-01"), Ok(day("2026-10-31")));
        assert_eq!(until("2026-05-01", "2026-10-31"), Ok(day("2026-10-31")));
        assert_eq!(until("2026-05-01", "2026-11-01"), Err(ErrorCode::ProgrammeClosed), "beyond its value");
        assert_eq!(until("2026-05-01", "2026-04-30"), Err(ErrorCode::ProgrammeClosed), "before it is made");
        assert_eq!(until("2027-01-01", "2027-03-31"), Ok(day("2027-06-30")));
        assert_eq!(until("2027-01-01", "2027-04-01"), Err(ErrorCode::ProgrammeClosed), "after the programme");
    }

    #[test]
    fn a_company_needs_a_registration_beyond_six_months() {
        let mut charged = Programme { kind: LotKind::Charged, ..programme() };
        charged.issuer.kind = IssuerKind::Company;
        charged.issuer.registration = None;
        assert!(!needs_registration(&charged));
        charged.validity = Validity::Months { months: 7 };
        assert!(needs_registration(&charged));
        charged.validity = Validity::Until { last_day: day("2026-09-30") };
        assert!(!needs_registration(&charged), "from 1 April to 30 September is six months");
        charged.validity = Validity::Until { last_day: day("2026-10-01") };
        assert!(needs_registration(&charged));

        let town = Programme { issuer: omura().programmes[1].issuer.clone(), ..charged.clone() };
        assert!(!needs_registration(&town), "a local government is exempt");
        assert!(!needs_registration(&Programme { kind: LotKind::Granted, ..charged.clone() }));
        assert!(needs_registration(&Programme { kind: LotKind::Reward, ..charged.clone() }));
        charged.issuer.registration = Some(" ".to_owned());
        assert!(needs_registration(&charged));
        charged.issuer.registration = Some("九州財務局長第00000号".to_owned());
        assert!(!needs_registration(&charged));
    }
}
