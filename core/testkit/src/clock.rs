//! A phone's clock that moves only when told.

use std::sync::{Mutex, PoisonError};

use yui_app::{Clock, ClockReading, PlatformError};

#[derive(Clone, Copy)]
struct Hands {
    wall: i64,
    monotonic: i64,
    boots: u32,
}

/// See the module.
pub struct HandClock(Mutex<Hands>);

impl HandClock {
    /// A clock whose wall shows this many milliseconds since 1970.
    #[must_use]
    pub fn at(wall: i64) -> Self {
        Self(Mutex::new(Hands { wall, monotonic: 1_000, boots: 1 }))
    }

    /// Time passes.
    pub fn advance(&self, millis: i64) {
        self.change(|hands| {
            hands.wall += millis;
            hands.monotonic += millis;
        });
    }

    /// The person sets the wall clock.
    pub fn set_wall(&self, wall: i64) {
        self.change(|hands| hands.wall = wall);
    }

    /// The phone starts again.
    pub fn reboot(&self) {
        self.change(|hands| {
            hands.monotonic = 0;
            hands.boots += 1;
        });
    }

    fn change(&self, change: impl FnOnce(&mut Hands)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Clock for HandClock {
    fn read(&self) -> Result<ClockReading, PlatformError> {
        let Hands { wall, monotonic, boots } = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(ClockReading { wall_ms: wall, monotonic_ms: monotonic, boot_id: boots.to_string() })
    }
}
