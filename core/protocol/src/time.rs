//! Instants and the town's calendar day.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone, Utc};
use serde::{Deserialize, Serialize};

/// Japan has one offset and no summer time (明治28年勅令第167号; last summer time 1951).
const JST_SECONDS: i32 = 9 * 3600;

/// How far a sender's estimate of the server's time, and the instant inside an id that it made, may lie ahead, in
/// milliseconds: the one bound for every act, so that a phone whose clock is a little fast is not refused at some of
/// them only. A phone keeps the server's time it was told, so it is off by more only after its clock was set.
pub const CLOCK_SKEW: i64 = 10 * Millis::MINUTE;

/// An instant: milliseconds since 1970-01-01T00:00Z.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Debug,
    Default,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(transparent)]
pub struct Millis(pub i64);

impl Millis {
    /// One second.
    pub const SECOND: i64 = 1000;
    /// One minute.
    pub const MINUTE: i64 = 60 * Self::SECOND;
    /// One hour.
    pub const HOUR: i64 = 60 * Self::MINUTE;
    /// One day of 24 hours.
    pub const DAY: i64 = 24 * Self::HOUR;

    /// The instant `millis` later (earlier when negative), held at the ends of the range.
    #[must_use]
    pub fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Milliseconds from `earlier` to here (negative when `earlier` is later).
    #[must_use]
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// How far apart two instants lie, in milliseconds: also where one of them is any number a stranger wrote.
    #[must_use]
    pub fn apart(self, other: Self) -> u64 {
        self.0.abs_diff(other.0)
    }

    /// The same instant as a UTC date and time; the epoch when out of chrono's range.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or_default()
    }

    /// The calendar day in Japan at this instant.
    #[must_use]
    pub fn day_jst(self) -> NaiveDate {
        self.jst().date_naive()
    }

    /// The date and time on a clock in Japan.
    #[must_use]
    pub fn jst(self) -> DateTime<FixedOffset> {
        let jst = FixedOffset::east_opt(JST_SECONDS).unwrap_or_else(|| chrono::Offset::fix(&Utc));
        self.utc().with_timezone(&jst)
    }

    /// The first instant of a calendar day in Japan.
    #[must_use]
    pub fn start_of_day_jst(day: NaiveDate) -> Self {
        let midnight_utc = day.and_hms_opt(0, 0, 0).map(|t| Utc.from_utc_datetime(&t));
        Self(midnight_utc.map_or(0, |t| t.timestamp_millis()) - i64::from(JST_SECONDS) * Self::SECOND)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_japan() {
        let day = NaiveDate::from_ymd_opt(2027, 3, 31).unwrap_or_default();
        let start = Millis::start_of_day_jst(day);
        assert_eq!(start.utc().to_rfc3339(), "2027-03-30T15:00:00+00:00");
        assert_eq!(start.day_jst(), day);
        assert_eq!(start.plus(-1).day_jst(), day.pred_opt().unwrap_or_default());
    }

    #[test]
    fn any_two_instants_lie_some_way_apart() {
        assert_eq!(Millis(i64::MIN).apart(Millis(i64::MAX)), u64::MAX);
        assert_eq!((Millis(3).apart(Millis(5)), Millis(5).apart(Millis(3))), (2, 2));
    }
}
