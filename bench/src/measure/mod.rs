//! Taking figures, and printing them.

pub mod cpu;
pub mod line;
pub mod turns;

pub use line::{Bar, Line, Report};
