//! Keys of the domain `staff`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
];
