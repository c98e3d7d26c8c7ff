//! The check of every night, at an hour in Japan at which few people pay. A night on which the server was down is made up
//! for after the next start, when that has long been done.

use std::{path::PathBuf, time::Duration};

use chrono::{NaiveTime, Timelike};
use yui_protocol::Millis;
use yui_store::Standing;

use super::{Operator, Outcome, Verdict, alarm::Alarm};
use crate::state::Yui;

/// How long after a start the first one may begin, and after one that could not be made the next, in milliseconds.
const AFTER: i64 = 10 * Millis::MINUTE;

/// How often the job looks whether it is time.
const LOOK: Duration = Duration::from_secs(1);

/// When a ledger is checked, and where the outcome is kept.
#[derive(Clone, Debug)]
pub struct Nightly {
    /// The time of day in Japan.
    pub at: NaiveTime,
    /// A file in the data folder.
    pub record: PathBuf,
    /// Who is mailed when something was found, or a check could not be made.
    pub operator: Option<Operator>,
}

/// The job of a server that starts now, until it stops. One that stands by leaves it to the one that writes.
pub fn every_night(
    yui: Yui,
    Nightly { at, record, operator }: Nightly,
) -> impl Future<Output = ()> + Send + 'static {
    yui.checks.keep_in(record);
    let began = yui.clock.now();
    async move {
        let mut alarm = Alarm::of(operator);
        loop {
            let now = yui.clock.now();
            let leads = *yui.town.writer().standing().borrow() != Standing::Standby;
            if leads && now.since(began) >= AFTER && is_due(yui.checks.get().as_ref(), now, at) {
                yui.checks.run(&yui).await;
            }
            if leads {
                alarm.tell(&yui, at).await;
            }
            if !yui.rests(LOOK).await {
                return;
            }
        }
    }
}

/// Whether none was made since it last was that time of day.
fn is_due(last: Option<&Outcome>, now: Millis, at: NaiveTime) -> bool {
    match last {
        None => true,
        Some(Outcome { at: ended, verdict: Verdict::Unread }) => now.since(*ended) >= AFTER,
        Some(Outcome { at: ended, .. }) => *ended < latest(now, at),
    }
}

/// When it last was that time of day in Japan.
pub(super) fn latest(now: Millis, at: NaiveTime) -> Millis {
    let at = i64::from(at.num_seconds_from_midnight()) * Millis::SECOND;
    Millis::start_of_day_jst(now.plus(-at).day_jst()).plus(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_night_is_missed_from_the_hour_on_until_a_check_has_ended() {
        let at = NaiveTime::from_hms_opt(3, 30, 0).expect("a time");
        // 2027-05-01 12:00 in Japan.
        let noon = Millis(1_809_140_400_000);
        let hour = 60 * Millis::MINUTE;
        let night = noon.plus(-hour * 17 / 2);
        assert_eq!(latest(noon, at), night);
        assert_eq!(latest(night, at), night);
        assert_eq!(latest(night.plus(-1), at), night.plus(-Millis::DAY));
        let ended = |at| Some(Outcome { at, verdict: Verdict::Sound { rows: 1 } });
        assert!(is_due(None, noon, at), "there never was one");
        assert!(is_due(ended(night.plus(-1)).as_ref(), night, at));
        assert!(!is_due(ended(night.plus(5)).as_ref(), noon, at));
        assert!(!is_due(ended(noon).as_ref(), night.plus(Millis::DAY - 1), at));
        assert!(is_due(ended(noon).as_ref(), night.plus(Millis::DAY), at));
        assert!(is_due(ended(noon).as_ref(), noon.plus(9 * Millis::DAY), at), "the server was down");
        let unread = Outcome { at: noon, verdict: Verdict::Unread };
        assert!(
            !is_due(Some(&unread), noon.plus(AFTER - 1), at) && is_due(Some(&unread), noon.plus(AFTER), at)
        );
    }
}
