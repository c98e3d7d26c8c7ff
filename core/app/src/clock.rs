//! What time it is for the server. One clock is never believed: the last server time is kept with the
//! monotonic and wall readings of that moment, and carried forward by whichever of them can be trusted.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use yui_protocol::{ErrorCode, Millis};

use crate::{
    error::AppResult,
    platform::{Clock, ClockReading},
};

/// How far the wall clock may lie behind the last server time before it counts as gone back: 5 seconds.
const WALL_TOLERANCE: i64 = 5 * Millis::SECOND;

/// The first moment of the year 10000: no phone shows a later one.
const LAST_MOMENT: i64 = 253_402_300_800_000;

/// A server time and the phone's readings at that moment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Anchor {
    /// The server's time.
    pub server: Millis,
    /// The wall clock then.
    pub wall: i64,
    /// The monotonic clock then.
    pub monotonic: i64,
    /// The boot they belong to.
    pub boot: String,
}

/// The phone's estimate of the server's time.
pub struct ServerTime {
    clock: Arc<dyn Clock>,
    known: Mutex<Known>,
}

struct Known {
    anchor: Option<Anchor>,
    /// What the phone's clocks showed when they were last asked and answered.
    reading: ClockReading,
}

impl ServerTime {
    /// Begins with what was kept from before, if anything; `platform_failed` when the phone's clocks say nothing.
    pub fn new(clock: Arc<dyn Clock>, anchor: Option<Anchor>) -> AppResult<Self> {
        let reading = read(clock.as_ref())?;
        Ok(Self { clock, known: Mutex::new(Known { anchor, reading }) })
    }

    /// The estimate: carried by the monotonic clock within one boot; after a restart by the wall clock, but at
    /// least by the time since the restart; and never before the last server time. A phone that has never heard
    /// a server has only its wall clock. Clocks that fail stand still.
    #[must_use]
    pub fn now(&self) -> Millis {
        self.current().estimate()
    }

    /// `clock_went_back` when the wall clock lies behind the last known moment: then no promise that holds
    /// without the server may be made. Receiving goes on. `platform_failed` when the clocks say nothing.
    pub fn trusted(&self) -> AppResult<Millis> {
        let reading = self.read()?;
        let mut known = self.known();
        known.take(reading);
        match &known.anchor {
            Some(anchor) if known.reading.wall_ms < anchor.wall.saturating_sub(WALL_TOLERANCE) => {
                Err(ErrorCode::ClockWentBack.into())
            }
            _ => Ok(known.estimate()),
        }
    }

    /// Takes a server time just heard and answers the anchor to be kept.
    pub fn heard(&self, server: Millis) -> Anchor {
        self.set(|_| server)
    }

    /// Moves the anchor to the present estimate, so that a clock set back later is noticed from here on.
    pub fn mark(&self) -> Anchor {
        self.set(Known::estimate)
    }

    fn set(&self, server: impl FnOnce(&Known) -> Millis) -> Anchor {
        let mut known = self.current();
        let ClockReading { wall_ms, monotonic_ms, boot_id } = known.reading.clone();
        let anchor = Anchor { server: server(&known), wall: wall_ms, monotonic: monotonic_ms, boot: boot_id };
        known.anchor = Some(anchor.clone());
        anchor
    }

    /// What is known, with what the clocks show now where they say it.
    fn current(&self) -> MutexGuard<'_, Known> {
        let read = self.read();
        let mut known = self.known();
        if let Ok(reading) = read {
            known.take(reading);
        }
        known
    }

    /// Asked with no lock held: the host may call back.
    fn read(&self) -> AppResult<ClockReading> {
        read(self.clock.as_ref())
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// Takes a reading, unless a later one was taken while this one waited for its turn.
    fn take(&mut self, new: ClockReading) {
        if new.boot_id != self.reading.boot_id || new.monotonic_ms >= self.reading.monotonic_ms {
            self.reading = new;
        }
    }

    fn estimate(&self) -> Millis {
        let ClockReading { wall_ms, monotonic_ms, boot_id } = &self.reading;
        let Some(anchor) = &self.anchor else { return Millis(*wall_ms) };
        let elapsed = if *boot_id == anchor.boot {
            monotonic_ms.saturating_sub(anchor.monotonic)
        } else {
            wall_ms.saturating_sub(anchor.wall).max(*monotonic_ms)
        };
        anchor.server.plus(elapsed.max(0))
    }
}

/// A reading within what can be a time at all.
fn read(clock: &dyn Clock) -> AppResult<ClockReading> {
    let reading = clock.read()?;
    Ok(ClockReading {
        wall_ms: reading.wall_ms.clamp(0, LAST_MOMENT),
        monotonic_ms: reading.monotonic_ms.clamp(0, LAST_MOMENT),
        ..reading
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PlatformError;

    /// The hands of a clock; none when it fails.
    #[derive(Default)]
    struct Hands(Mutex<Option<(i64, i64, u32)>>);

    impl Hands {
        fn set(&self, wall: i64, monotonic: i64, boot: u32) {
            *self.0.lock().expect("unpoisoned") = Some((wall, monotonic, boot));
        }

        fn fail(&self) {
            *self.0.lock().expect("unpoisoned") = None;
        }
    }

    impl Clock for Hands {
        fn read(&self) -> Result<ClockReading, PlatformError> {
            let (wall_ms, monotonic_ms, boot) =
                self.0.lock().expect("unpoisoned").ok_or(PlatformError::Failed)?;
            Ok(ClockReading { wall_ms, monotonic_ms, boot_id: boot.to_string() })
        }
    }

    fn server_time(hands: &Arc<Hands>, anchor: Option<Anchor>) -> ServerTime {
        ServerTime::new(hands.clone(), anchor).expect("clocks that answer")
    }

    #[test]
    fn the_wall_clock_may_be_wrong_by_days() {
        let hands = Arc::new(Hands::default());
        hands.set(5_000_000, 100, 1);
        let time = server_time(&hands, None);
        assert_eq!(time.now(), Millis(5_000_000));
        time.heard(Millis(1_000_000));
        hands.set(9_999_999, 700, 1);
        assert_eq!(time.now(), Millis(1_000_600), "the monotonic clock carries it");
        hands.set(5_060_000, 5, 2);
        assert_eq!(time.now(), Millis(1_060_000), "after a restart the wall clock does, by its difference");
    }

    #[test]
    fn a_clock_that_went_back_makes_no_promise_until_the_server_was_heard() {
        let hands = Arc::new(Hands::default());
        hands.set(5_000_000, 100, 1);
        let time = server_time(&hands, None);
        time.heard(Millis(1_000_000));
        hands.set(4_000_000, 5, 2);
        assert_eq!(time.now(), Millis(1_000_005), "the time since the restart has passed in any case");
        hands.set(4_000_000, 65, 2);
        assert_eq!(time.now(), Millis(1_000_065), "and it goes on");
        assert_eq!(time.trusted().map_err(|e| e.code().clone()), Err(ErrorCode::ClockWentBack));
        time.heard(Millis(1_100_000));
        assert_eq!(time.trusted(), Ok(Millis(1_100_000)));
    }

    #[test]
    fn a_phone_that_was_off_for_a_month_knows_the_day_without_network() {
        let hands = Arc::new(Hands::default());
        hands.set(5_000_000, 100, 1);
        let time = server_time(&hands, None);
        let kept = time.heard(Millis(1_000_000));
        hands.set(5_000_000 + 30 * Millis::DAY, 20_000, 2);
        let time = server_time(&hands, Some(kept.clone()));
        assert_eq!(time.trusted(), Ok(Millis(1_000_000 + 30 * Millis::DAY)));
        // An empty battery sets many phones back to their first day.
        hands.set(0, 20_000, 3);
        let time = server_time(&hands, Some(kept));
        assert_eq!(time.now(), Millis(1_020_000));
        assert_eq!(time.trusted().map_err(|e| e.code().clone()), Err(ErrorCode::ClockWentBack));
    }

    #[test]
    fn clocks_that_fail_stand_still_and_make_no_promise() {
        let hands = Arc::new(Hands::default());
        assert!(ServerTime::new(hands.clone(), None).is_err(), "they never said anything");
        hands.set(5_000_000, 100, 1);
        let time = server_time(&hands, None);
        time.heard(Millis(1_000_000));
        hands.set(5_000_500, 600, 1);
        assert_eq!(time.now(), Millis(1_000_500));
        hands.fail();
        assert_eq!(time.now(), Millis(1_000_500));
        assert_eq!(time.trusted().map_err(|e| e.code().clone()), Err(ErrorCode::PlatformFailed));
        assert_eq!(time.heard(Millis(1_002_000)).server, Millis(1_002_000));
        hands.set(5_002_000, 2_100, 1);
        assert_eq!(time.trusted(), Ok(Millis(1_003_500)));
    }

    #[test]
    fn hands_that_show_no_time_at_all_are_taken_as_far_as_they_go() {
        let hands = Arc::new(Hands::default());
        for wrong in [i64::MIN, -1, 0, i64::MAX] {
            hands.set(wrong, wrong, 1);
            let time = server_time(&hands, None);
            time.heard(Millis(1_000_000));
            hands.set(i64::MIN, i64::MAX, 2);
            assert!(time.now() >= Millis(1_000_000), "{wrong}");
            // A day that can be written down.
            let _ = time.now().day_jst();
            let _ = time.trusted();
        }
    }
}
