//! Writing a batch's typed columns: row by row by a text for each table (SQLite), or all at once (PostgreSQL).

pub(crate) mod columns;
pub(crate) mod postgres;
pub(crate) mod sqlite;

use yui_ledger::Head;

use crate::{error::StoreError, trust::Reading};

/// One column of the rows to write, all of one kind and as long as its neighbours.
#[derive(Clone, Copy)]
pub(crate) enum Column<'r> {
    Int(&'r [i64]),
    Id(&'r [[u8; 16]]),
    Digest(&'r [[u8; 32]]),
    Bytes(&'r [Vec<u8>]),
    OptSignature(&'r [Option<[u8; 64]>]),
    Text(&'r [String]),
}

impl Column<'_> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Int(c) => c.len(),
            Self::Id(c) => c.len(),
            Self::Digest(c) => c.len(),
            Self::Bytes(c) => c.len(),
            Self::OptSignature(c) => c.len(),
            Self::Text(c) => c.len(),
        }
    }

    /// The array type in PostgreSQL.
    fn array(&self) -> &'static str {
        match self {
            Self::Int(_) => "BIGINT[]",
            Self::Id(_) | Self::Digest(_) | Self::Bytes(_) | Self::OptSignature(_) => "BYTEA[]",
            Self::Text(_) => "TEXT[]",
        }
    }
}

/// The rows of one table.
pub(crate) struct TableRows<'r> {
    /// Its name.
    pub(crate) table: &'static str,
    /// Its key, when a row that is there already is replaced; empty when all rows are new.
    pub(crate) replaces: &'static [&'static str],
    /// Its columns by name.
    pub(crate) columns: Vec<(&'static str, Column<'r>)>,
}

impl TableRows<'_> {
    pub(crate) fn len(&self) -> usize {
        self.columns.first().map_or(0, |(_, column)| column.len())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }

    /// `ON CONFLICT …`, or nothing.
    fn on_conflict(&self) -> String {
        if self.replaces.is_empty() {
            return String::new();
        }
        let set: Vec<_> = self
            .columns
            .iter()
            .filter(|(name, _)| !self.replaces.contains(name))
            .map(|(name, _)| format!("{name} = excluded.{name}"))
            .collect();
        if set.is_empty() {
            return " ON CONFLICT DO NOTHING".to_owned();
        }
        format!(" ON CONFLICT ({}) DO UPDATE SET {}", self.replaces.join(", "), set.join(", "))
    }
}

/// What a commit moves: from which head under which epoch to which head.
#[derive(Clone, Debug)]
pub(crate) struct Advance {
    pub(crate) epoch: i64,
    pub(crate) from: Head,
    pub(crate) to: Head,
    /// The clocks by which it is made.
    pub(crate) clock: Reading,
}

/// How a flush ended without an error of the engine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fence {
    /// The rows are written.
    Passed,
    /// Somebody else writes this store; nothing was written.
    Refused,
}

fn unencodable() -> StoreError {
    StoreError::Statement("a column cannot be encoded".to_owned())
}
