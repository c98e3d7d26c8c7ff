//! Rows of the ledger as readers outside this crate select them: read so that an altered one is named
//! ([`StoreError::Altered`]).

use yui_ledger::{
    Names, Posted,
    row::{EventRow, PostingRow},
};
use yui_protocol::Points;

use crate::{db::Snapshot, error::StoreError, load, rows, value::Row};

/// What cannot be read in a row of a table of the ledger, with that table and the number in its column `key`.
#[must_use]
pub fn named(table: &'static str, row: &Row, key: &'static str, error: StoreError) -> StoreError {
    rows::unreadable(table, row, key, error)
}

/// A row of table `posting`.
pub fn posting(row: &Row) -> Result<PostingRow, StoreError> {
    rows::posting(row)
}

/// A row of table `posting` with what was given back of it as `given_back`.
pub fn posting_and_refunded(row: &Row) -> Result<(PostingRow, Points), StoreError> {
    rows::posting_and_refunded(row)
}

/// A row of table `event`.
pub fn event(row: &Row) -> Result<EventRow, StoreError> {
    rows::event(row)
}

/// What a posting says, by what the numbers in it mean.
pub fn posted(row: &PostingRow, names: &Names) -> Result<Posted, StoreError> {
    Posted::from_row(row, names).map_err(|corrupt| StoreError::Altered { row: row.seq, what: corrupt.what })
}

/// Learns what the numbers of the next posting mean.
pub fn learn(names: &mut Names, row: &PostingRow) -> Result<(), StoreError> {
    names.learn(row).map_err(|corrupt| StoreError::Altered { row: row.seq, what: corrupt.what })
}

/// Learns what all numbers mean that are new since, by the tables that give them.
pub async fn learn_all(names: &mut Names, view: &mut Snapshot) -> Result<(), StoreError> {
    let new = load::names_after(view, names.last()).await?;
    names.take_in(&new).map_err(rows::contradicts)
}
