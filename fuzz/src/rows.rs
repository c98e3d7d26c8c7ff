//! Rows and lines that somebody may have altered: each reader by itself.

use yui_audit::outside;
use yui_ledger::{Names, Posted, row::PostingRow};
use yui_store::{Event, testing};

/// A posting whose row was altered: two bytes for the accounts, one for the kind, the rest is the detail. Whatever the
/// ledger takes for a posting of its own, the second pair of eyes must read, too, and in the same parts.
pub fn posting_row(bytes: &[u8]) {
    let Some(([kind, debit, credit], detail)) = bytes.split_first_chunk::<3>() else { return };
    let row = PostingRow {
        seq: 1,
        at: 1_795_392_000_000,
        id: [7; 16],
        kind: (*kind).into(),
        debit: (*debit).into(),
        credit: (*credit).into(),
        amount: 1,
        detail: detail.to_vec(),
        digest: [0; 32],
        signature: None,
    };
    let seen = outside::posting(row.at, row.kind, detail);
    let mut names = Names::default();
    if names.learn(&row).is_ok()
        && let Ok(posted) = Posted::from_row(&row, &names)
    {
        assert_eq!(seen, Some((posted.legs.len(), posted.reserves.len())));
    }
}

/// An event whose row was altered: one byte for the kind, the rest is the body.
pub fn event_row(bytes: &[u8]) {
    let Some((kind, body)) = bytes.split_first() else { return };
    if let Some(event) = Event::from_row((*kind).into(), body) {
        assert_eq!((event.kind.number(), event.body().as_slice()), ((*kind).into(), body));
    }
}

/// A line of an export.
pub fn export_line(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Some(again) = testing::export_line(text) else { return };
    assert_eq!(testing::export_line(&again).as_deref(), Some(again.as_str()));
}
