//! The reader of what a row of the log says, for those who try it with bytes of their own making: the fuzzer (fuzz/) and
//! the tests that play its targets. Both readers of the ledger must read the same from the same row, or refuse it.

use crate::{
    posting::Posting,
    row::{Cell, POSTING, Row},
};

/// How many legs and reserves a posting of this kind with this detail has; none when it cannot be read.
#[must_use]
pub fn posting(at: i64, kind: i64, detail: &[u8]) -> Option<(usize, usize)> {
    let fixed = |length| Cell::Bytes(vec![7; length]);
    let cells = vec![
        Cell::Int(1),
        Cell::Int(at),
        fixed(16),
        Cell::Int(kind),
        Cell::Int(1),
        Cell::Int(2),
        Cell::Int(1),
        Cell::Bytes(detail.to_vec()),
        fixed(32),
        Cell::Null,
    ];
    let posting = Posting::read(&Row { table: &POSTING, cells }).ok()?;
    Some((posting.legs.len(), posting.reserves.len()))
}
