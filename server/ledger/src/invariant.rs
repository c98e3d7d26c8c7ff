//! What must hold at every commit.

use std::fmt;

/// An invariant of the ledger. The numbers, which messages bear, are those of the list that the design follows; 4 and 8 are of
/// the replay, which [`crate::Replay`] makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Invariant {
    /// The legs of a posting, and all balances, sum to zero.
    Sums = 1,
    /// No wallet, shop or lot is below zero, and none is below what is set aside of it.
    NothingBelowZero = 2,
    /// Amounts are above zero.
    AmountsPositive = 3,
    /// An id is accepted once.
    IdsOnce = 5,
    /// A hold is used up at most once.
    HoldsOnce = 6,
    /// The log has no gap, and its hashes lead to its end.
    Chain = 7,
    /// Lots add up to the balance and are used within their terms.
    Lots = 9,
    /// No more is given back than was paid.
    Refunds = 10,
    /// The caps of a programme are kept.
    Caps = 11,
    /// What is set aside is the sum of the open holds.
    SetAside = 12,
    /// What a programme issued, less what left it, is in lots.
    Books = 13,
    /// Time does not go back.
    Time = 14,
}

impl fmt::Display for Invariant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", *self as u8)
    }
}
