//! A line of the report.

use std::fmt;

use super::turns::{Turn, median};

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
    pub name: &'static str,
    /// Of what, such as `payments/s`.
    pub unit: &'static str,
    /// Ours.
    pub ours: f64,
    /// The peer's; a bound where there is no peer.
    pub peer: f64,
    /// Of ours to the peer's.
    pub bar: Bar,
}

impl Line {
    /// How many acts a second, ours beside the peer's.
    #[must_use]
    pub fn rate(name: &'static str, ours: &[Turn], peer: &[Turn], bar: Bar) -> Self {
        let [ours, peer] = [ours, peer].map(|turns| median(turns, Turn::rate));
        Self { name, unit: "acts/s", ours, peer, bar }
    }

    /// How much of the processor an act takes, ours beside the peer's.
    #[must_use]
    pub fn cpu(name: &'static str, ours: &[Turn], peer: &[Turn], bar: Bar) -> Self {
        let [ours, peer] = [ours, peer].map(|turns| median(turns, Turn::cpu_micros));
        Self { name, unit: "us-cpu/act", ours, peer, bar }
    }

    /// A figure beside what it may be at most.
    #[must_use]
    pub fn within(name: &'static str, unit: &'static str, ours: f64, at_most: f64) -> Self {
        Self { name, unit, ours, peer: at_most, bar: Bar::AtMost(1.0) }
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
    /// Prints a line.
    pub fn line(&mut self, line: &Line) {
        let Line { name, unit, ours, peer, bar } = line;
        let ratio = ours / peer;
        let short = if bar.holds(ratio) { "" } else { " SHORT" };
        println!(
            "{name} ours={} peer={} {unit} ratio={ratio:.2} bar={bar}{short}",
            figure(*ours),
            figure(*peer)
        );
        self.lines += 1;
        self.short += usize::from(!short.is_empty());
    }

    /// Prints a figure that stands beside no other.
    pub fn note(&mut self, name: &str, unit: &str, value: f64) {
        println!("{name} {} {unit}", figure(value));
        self.notes += 1;
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
