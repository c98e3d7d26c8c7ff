//! The bytes of a row that are hashed, and the hash after it (docs/ledger-format.md, "The chain").

use sha2::{Digest, Sha256};

use crate::{
    Finding,
    row::{POSTING, Row},
};

/// SHA-256 of the hash before and the row's bytes.
pub(crate) fn after(hash: [u8; 32], row: &Row) -> Result<[u8; 32], Finding> {
    let bytes = if row.table == &POSTING { posting(row)? } else { event(row)? };
    Ok(Sha256::new().chain_update(hash).chain_update(bytes).finalize().into())
}

fn posting(row: &Row) -> Result<Vec<u8>, Finding> {
    let mut bytes = vec![1];
    for column in ["seq", "at"] {
        bytes.extend(row.int(column)?.to_be_bytes());
    }
    bytes.extend(row.fixed::<16>("id")?);
    for column in ["kind", "debit", "credit", "amount"] {
        bytes.extend(row.int(column)?.to_be_bytes());
    }
    counted(&mut bytes, row.bytes("detail")?);
    bytes.extend(row.fixed::<32>("digest")?);
    match row.fixed_or_none::<64>("signature")? {
        None => bytes.push(0),
        Some(signature) => {
            bytes.push(1);
            bytes.extend(signature);
        }
    }
    Ok(bytes)
}

fn event(row: &Row) -> Result<Vec<u8>, Finding> {
    let mut bytes = vec![2];
    for column in ["seq", "at", "kind"] {
        bytes.extend(row.int(column)?.to_be_bytes());
    }
    counted(&mut bytes, row.bytes("body")?);
    Ok(bytes)
}

fn counted(bytes: &mut Vec<u8>, more: &[u8]) {
    bytes.extend((more.len() as u64).to_be_bytes());
    bytes.extend(more);
}
