//! The hash chain over the log: h = SHA-256(h ‖ canonical row bytes), row by row in the order of `seq`.
//!
//! Canonical bytes: a tag (1 posting, 2 event), then the columns in their order, integers as 8 bytes big
//! endian, `detail` and `body` after their length, the signature after 0 (none) or 1.

use sha2::{Digest, Sha256};
use yui_protocol::Millis;

use crate::row::{EventRow, LogRow, PostingRow};

/// Where the log ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Head {
    /// The last row; 0 in an empty log.
    pub seq: i64,
    /// The chain's hash after it; 32 zero bytes in an empty log.
    pub hash: [u8; 32],
    /// When it was appended.
    pub at: Millis,
}

impl Default for Head {
    fn default() -> Self {
        Self { seq: 0, hash: [0; 32], at: Millis(i64::MIN) }
    }
}

impl Head {
    /// The head after one more row.
    pub(crate) fn after(&self, row: &LogRow) -> Self {
        let (seq, at) = row.place();
        let hash = Sha256::new().chain_update(self.hash).chain_update(row.canonical()).finalize();
        Self { seq, hash: hash.into(), at: Millis(at) }
    }
}

impl LogRow {
    /// The row's number and instant.
    #[must_use]
    pub fn place(&self) -> (i64, i64) {
        match self {
            Self::Posting(row) => (row.seq, row.at),
            Self::Event(row) => (row.seq, row.at),
        }
    }

    /// The bytes that are chained.
    #[must_use]
    pub fn canonical(&self) -> Vec<u8> {
        match self {
            Self::Posting(row) => posting(row),
            Self::Event(row) => event(row),
        }
    }
}

fn posting(row: &PostingRow) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(190 + row.detail.len());
    bytes.push(1);
    bytes.extend(row.seq.to_be_bytes());
    bytes.extend(row.at.to_be_bytes());
    bytes.extend(row.id);
    for column in [row.kind, row.debit, row.credit, row.amount] {
        bytes.extend(column.to_be_bytes());
    }
    bytes.extend((row.detail.len() as u64).to_be_bytes());
    bytes.extend(&row.detail);
    bytes.extend(row.digest);
    bytes.push(u8::from(row.signature.is_some()));
    bytes.extend(row.signature.iter().flatten());
    bytes
}

fn event(row: &EventRow) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(33 + row.body.len());
    bytes.push(2);
    for column in [row.seq, row.at, row.kind] {
        bytes.extend(column.to_be_bytes());
    }
    bytes.extend((row.body.len() as u64).to_be_bytes());
    bytes.extend(&row.body);
    bytes
}
