//! What comes of turns that were taken side by side.

use std::time::Duration;

/// One turn: so many acts in so much time.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    /// Acts done.
    pub acts: f64,
    /// How long that took.
    pub wall: Duration,
    /// The time on the processor.
    pub cpu: Duration,
    /// How long one act in a hundred took, or longer.
    pub p99: Duration,
    /// How long the half of them took at most.
    pub p50: Duration,
}

impl Turn {
    /// A turn whose acts took these times, each its own.
    #[must_use]
    pub fn of(mut times: Vec<Duration>, wall: Duration, cpu: Duration) -> Self {
        times.sort_unstable();
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        let acts = times.len() as f64;
        Self { acts, wall, cpu, p99: quantile(&times, 0.99), p50: quantile(&times, 0.5) }
    }

    /// Acts a second.
    #[must_use]
    pub fn rate(&self) -> f64 {
        self.acts / self.wall.as_secs_f64()
    }

    /// Microseconds of processor an act.
    #[must_use]
    pub fn cpu_micros(&self) -> f64 {
        self.cpu.as_secs_f64() * 1e6 / self.acts
    }
}

/// The median of what `figure` reads from each turn; the first turn is left out, for it warms up.
#[must_use]
pub fn median(turns: &[Turn], figure: impl Fn(&Turn) -> f64) -> f64 {
    let after_first = if turns.len() > 1 { &turns[1..] } else { turns };
    middle(after_first.iter().map(figure).collect())
}

/// The median of these figures; no number where there is none.
#[must_use]
pub fn middle(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The duration below which the share `part` of them lies; they are sorted.
#[must_use]
pub fn quantile(sorted: &[Duration], part: f64) -> Duration {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let at = (sorted.len() as f64 * part) as usize;
    sorted.get(at.min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
}
