//! A line of the report.

use std::fmt;

use super::turns::{Turn, median};
use crate::outcome::Outcome;

/// What a ratio, ours to the peer's, has to be.
#[derive(Clone, Copy, Debug)]
pub enum Bar {
    /// At least this.
    AtLeast(f64),
    /// At most this.
    AtMost(f64),
    /// Printed for the reader.
    None,
}

impl Bar {
    fn holds(self, ratio: f64) -> bool {
        match self {
            Self::AtLeast(least) => ratio >= least,
            Self::AtMost(most) => ratio <= most,
            Self::None => true,
        }
    }
}

impl fmt::Display for Bar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtLeast(least) => write!(f, ">={least}"),
            Self::AtMost(most) => write!(f, "<={most}"),
            Self::None => f.write_str("-"),
        }
    }
}

/// One figure of ours beside its peer's, or beside a bound.
#[derive(Clone, Debug)]
pub struct Line {
    /// What was measured.
    pub name: String,
    /// Of what, such as `payments/s`.
    pub unit: &'static str,
    /// Ours.
    pub ours: f64,
    /// The peer's; a bound where there is no peer.
    pub peer: f64,
    /// Of ours to the peer's.
    pub bar: Bar,
    /// Microseconds on the processor of an act of ours and of the peer's, beside a rate, which neighbours bend.
    pub cpu: Option<[f64; 2]>,
}

impl Line {
    /// How many acts a second, ours beside the peer's.
    #[must_use]
    pub fn rate(name: impl Into<String>, ours: &[Turn], peer: &[Turn], bar: Bar) -> Self {
        let cpu = [ours, peer].map(|turns| median(turns, Turn::cpu_micros));
        let [ours, peer] = [ours, peer].map(|turns| median(turns, Turn::rate));
        Self { name: name.into(), unit: "acts/s", ours, peer, bar, cpu: Some(cpu) }
    }

    /// How much of the processor an act takes, ours beside the peer's.
    #[must_use]
    pub fn cpu(name: impl Into<String>, ours: &[Turn], peer: &[Turn], bar: Bar) -> Self {
        let [ours, peer] = [ours, peer].map(|turns| median(turns, Turn::cpu_micros));
        Self { name: name.into(), unit: "us-cpu/act", ours, peer, bar, cpu: None }
    }

    /// A figure beside its peer's, printed for the reader.
    #[must_use]
    pub fn beside(name: impl Into<String>, unit: &'static str, ours: f64, peer: f64) -> Self {
        Self { name: name.into(), unit, ours, peer, bar: Bar::None, cpu: None }
    }

    /// A figure beside what it may be at most.
    #[must_use]
    pub fn within(name: impl Into<String>, unit: &'static str, ours: f64, at_most: f64) -> Self {
        Self { name: name.into(), unit, ours, peer: at_most, bar: Bar::AtMost(1.0), cpu: None }
    }

    /// Whether every figure was measured.
    fn is_measured(&self) -> bool {
        let figures = [self.ours, self.peer, self.ours / self.peer];
        figures.into_iter().chain(self.cpu.into_iter().flatten()).all(f64::is_finite)
    }
}

/// Prints lines and counts those that are short of their bars.
#[derive(Default)]
pub struct Report {
    lines: usize,
    short: usize,
    notes: usize,
}

impl Report {
    /// Prints a line; one that could not be measured is an error.
    pub fn line(&mut self, line: &Line) -> Outcome<()> {
        let Line { name, unit, ours, peer, bar, cpu } = line;
        if !line.is_measured() {
            return Err(format!("{name} could not be measured: {line:?}").into());
        }
        let ratio = ours / peer;
        let cpu = cpu.map(|[ours, peer]| format!(" cpu-us={}/{}", figure(ours), figure(peer)));
        let short = if bar.holds(ratio) { "" } else { " SHORT" };
        println!(
            "{name} ours={} peer={} {unit} ratio={ratio:.2} bar={bar}{}{short}",
            figure(*ours),
            figure(*peer),
            cpu.unwrap_or_default()
        );
        self.lines += 1;
        self.short += usize::from(!short.is_empty());
        Ok(())
    }

    /// Prints a figure that stands beside no other.
    pub fn note(&mut self, name: &str, unit: &str, value: f64) -> Outcome<()> {
        if !value.is_finite() {
            return Err(format!("{name} could not be measured").into());
        }
        println!("{name} {} {unit}", figure(value));
        self.notes += 1;
        Ok(())
    }

    /// Prints how many there were.
    pub fn end(&self) {
        let Self { lines, short, notes } = self;
        println!("{lines} lines, {short} short; {notes} figures without a peer");
    }
}

/// Three significant digits, or whole numbers.
fn figure(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}
