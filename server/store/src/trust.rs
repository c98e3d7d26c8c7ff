//! Whether the wall clock can be believed (docs/adr/0009). A clock that somebody set forward would move the ledger's
//! time for good, because that never goes back, and let value run out early; so a jump stops the writing until an
//! operator has looked at it or the clock is right again.

use yui_protocol::Millis;

use crate::{clock::Clock, error::StoreError, meta::Meta};

/// By how much the wall clock may go its own way between two looks, in milliseconds (one hour).
pub(crate) const BOUND: i64 = Millis::HOUR;

/// Both clocks at one moment, kept with each commit.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Reading {
    /// The run of the machine; empty when it is not known.
    pub(crate) boot: String,
    pub(crate) uptime: i64,
    pub(crate) wall: Millis,
}

impl Reading {
    fn take(clock: &dyn Clock) -> Self {
        Self { boot: clock.boot().unwrap_or_default(), uptime: clock.uptime(), wall: clock.now() }
    }

    /// What the wall clock must show after this reading when the machine has run for `uptime`.
    fn expects(&self, uptime: i64) -> Millis {
        self.wall.plus(uptime.saturating_sub(self.uptime))
    }
}

/// The last reading that was believed.
#[derive(Clone, Debug)]
pub(crate) struct Trust(Reading);

impl Trust {
    /// At the start, and whenever this process is about to lead again. The time since the latest reading that was
    /// believed in this run of the machine is known to the millisecond: that of the last commit, or the one `seen` by
    /// this process, which remembers what it believed while it does not lead. Without one, a server may have been off
    /// for as long as it likes; but the last commit of another run or machine cannot lie in the future. An operator
    /// who has looked says `accept`.
    pub(crate) fn begin(
        clock: &dyn Clock,
        meta: &Meta,
        seen: Option<&Self>,
        accept: bool,
    ) -> Result<Self, StoreError> {
        let now = Reading::take(clock);
        let kept = Some(&meta.clock).filter(|kept| !kept.boot.is_empty() && kept.boot == now.boot);
        let latest = [seen.map(Self::reading), kept].into_iter().flatten().max_by_key(|then| then.uptime);
        let expected = latest.map(|then| then.expects(now.uptime));
        let jumped = expected.filter(|expected| !near(now.wall, *expected));
        let behind = (kept.is_none() && now.wall < meta.head.at.plus(-BOUND)).then_some(meta.head.at);
        match jumped.or(behind) {
            Some(expected) if !accept => Err(StoreError::ClockInDoubt { shown: now.wall, expected }),
            _ => Ok(Self(now)),
        }
    }

    /// What the wall clock shows, or what it ought to show when that cannot be believed.
    pub(crate) fn look(&mut self, clock: &dyn Clock) -> Result<Millis, Millis> {
        // The two readings are not of one instant, and the machine may have slept between them.
        self.compare(clock).or_else(|_| self.compare(clock))
    }

    fn compare(&mut self, clock: &dyn Clock) -> Result<Millis, Millis> {
        let (uptime, wall) = (clock.uptime(), clock.now());
        let expected = self.0.expects(uptime);
        if !near(wall, expected) {
            return Err(expected);
        }
        (self.0.uptime, self.0.wall) = (uptime, wall);
        Ok(wall)
    }

    /// What a commit keeps.
    pub(crate) fn reading(&self) -> &Reading {
        &self.0
    }
}

fn near(one: Millis, other: Millis) -> bool {
    one.since(other).saturating_abs() <= BOUND
}
