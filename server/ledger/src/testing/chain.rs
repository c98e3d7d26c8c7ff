//! The hash chain once more, from the words of its description alone.

use sha2::{Digest, Sha256};

use crate::row::LogRow;

/// The hash after one more row.
///
/// # Panics
/// When the row is longer than any row can be.
#[must_use]
pub fn chain(hash: [u8; 32], row: &LogRow) -> [u8; 32] {
    let mut text = hash.to_vec();
    let numbers = |text: &mut Vec<u8>, list: &[i64]| {
        for n in list {
            text.extend(n.to_be_bytes());
        }
    };
    let length = |bytes: &[u8]| i64::try_from(bytes.len()).expect("a short text");
    match row {
        LogRow::Posting(p) => {
            text.push(1);
            numbers(&mut text, &[p.seq, p.at]);
            text.extend(p.id);
            numbers(&mut text, &[p.kind, p.debit, p.credit, p.amount, length(&p.detail)]);
            text.extend([&p.detail[..], &p.digest[..]].concat());
            match p.signature {
                None => text.push(0),
                Some(signature) => text.extend([&[1][..], &signature[..]].concat()),
            }
        }
        LogRow::Event(e) => {
            text.push(2);
            numbers(&mut text, &[e.seq, e.at, e.kind, length(&e.body)]);
            text.extend(&e.body);
        }
    }
    Sha256::digest(text).into()
}
