//! What time it is for the server. One clock is never believed: the last server time is kept with the
//! monotonic and wall readings of that moment, and carried forward by whichever of them can be trusted.

use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use yui_protocol::{ErrorCode, Millis};

use crate::{error::AppResult, platform::Clock};

/// How far the wall clock may lie behind the last server time before it counts as gone back: 5 seconds.
const WALL_TOLERANCE: i64 = 5 * Millis::SECOND;

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
    anchor: Mutex<Option<Anchor>>,
}

impl ServerTime {
    /// Begins with what was kept from before, if anything.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, anchor: Option<Anchor>) -> Self {
        Self { clock, anchor: Mutex::new(anchor) }
    }

    /// The estimate: carried by the monotonic clock within one boot; after a restart by the wall clock, but at
    /// least by the time since the restart; and never before the last server time. A phone that has never heard
    /// a server has only its wall clock.
    #[must_use]
    pub fn now(&self) -> Millis {
        let Some(anchor) = self.anchor() else { return Millis(self.clock.wall_ms()) };
        let since_start = self.clock.monotonic_ms();
        let elapsed = if self.clock.boot_id() == anchor.boot {
            since_start.saturating_sub(anchor.monotonic)
        } else {
            self.clock.wall_ms().saturating_sub(anchor.wall).max(since_start)
        };
        anchor.server.plus(elapsed.max(0))
    }

    /// `clock_went_back` when the wall clock lies behind the last known moment: then no promise that holds
    /// without the server may be made. Receiving goes on.
    pub fn trusted(&self) -> AppResult<Millis> {
        match self.anchor() {
            Some(anchor) if self.clock.wall_ms() < anchor.wall - WALL_TOLERANCE => {
                Err(ErrorCode::ClockWentBack.into())
            }
            _ => Ok(self.now()),
        }
    }

    /// Takes a server time just heard and answers the anchor to be kept.
    pub fn heard(&self, server: Millis) -> Anchor {
        self.set(server)
    }

    /// Moves the anchor to the present estimate, so that a clock set back later is noticed from here on.
    pub fn mark(&self) -> Anchor {
        self.set(self.now())
    }

    fn set(&self, server: Millis) -> Anchor {
        let anchor = Anchor {
            server,
            wall: self.clock.wall_ms(),
            monotonic: self.clock.monotonic_ms(),
            boot: self.clock.boot_id(),
        };
        *self.anchor.lock().unwrap_or_else(PoisonError::into_inner) = Some(anchor.clone());
        anchor
    }

    fn anchor(&self) -> Option<Anchor> {
        self.anchor.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Hands(Mutex<(i64, i64, u32)>);

    impl Hands {
        fn set(&self, wall: i64, monotonic: i64, boot: u32) {
            *self.0.lock().expect("unpoisoned") = (wall, monotonic, boot);
        }
    }

    impl Clock for Hands {
        fn wall_ms(&self) -> i64 {
            self.0.lock().expect("unpoisoned").0
        }
        fn monotonic_ms(&self) -> i64 {
            self.0.lock().expect("unpoisoned").1
        }
        fn boot_id(&self) -> String {
            self.0.lock().expect("unpoisoned").2.to_string()
        }
    }

    #[test]
    fn the_wall_clock_may_be_wrong_by_days() {
        let hands = Arc::new(Hands::default());
        hands.set(5_000_000, 100, 1);
        let time = ServerTime::new(hands.clone(), None);
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
        let time = ServerTime::new(hands.clone(), None);
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
        let time = ServerTime::new(hands.clone(), None);
        let kept = time.heard(Millis(1_000_000));
        hands.set(5_000_000 + 30 * Millis::DAY, 20_000, 2);
        let time = ServerTime::new(hands.clone(), Some(kept.clone()));
        assert_eq!(time.trusted(), Ok(Millis(1_000_000 + 30 * Millis::DAY)));
        // An empty battery sets many phones back to their first day.
        hands.set(0, 20_000, 3);
        let time = ServerTime::new(hands, Some(kept));
        assert_eq!(time.now(), Millis(1_020_000));
        assert_eq!(time.trusted().map_err(|e| e.code().clone()), Err(ErrorCode::ClockWentBack));
    }
}
