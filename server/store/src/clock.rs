//! The writer's two clocks: the one on the wall, which somebody may set, and how long the machine runs, which nobody
//! can. Real in the shipped server, set by hand in tests.

use std::time::{SystemTime, UNIX_EPOCH};

use rustix::time::{ClockId, clock_gettime};
use yui_protocol::Millis;

/// Tells the time.
pub trait Clock: Send + Sync + 'static {
    /// Now, by the wall clock. It may step; what the writer does then says [`crate::Standing::ClockInDoubt`].
    fn now(&self) -> Millis;

    /// How long the machine runs, in milliseconds, its sleep included.
    fn uptime(&self) -> i64;

    /// Which run of the machine that is: uptimes of one run can be compared. None where the machine does not say.
    fn boot(&self) -> Option<String>;
}

/// The machine's clocks.
#[derive(Clone, Copy, Default, Debug)]
pub struct SystemClock;

/// Counts sleep, too, where the system has such a clock.
#[cfg(target_os = "linux")]
const UPTIME: ClockId = ClockId::Boottime;
#[cfg(not(target_os = "linux"))]
const UPTIME: ClockId = ClockId::Monotonic;

impl Clock for SystemClock {
    fn now(&self) -> Millis {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn uptime(&self) -> i64 {
        let now = clock_gettime(UPTIME);
        now.tv_sec * Millis::SECOND + now.tv_nsec / 1_000_000
    }

    fn boot(&self) -> Option<String> {
        let id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
        Some(id.trim().to_owned())
    }
}
