//! The ways in which the ledger says no: to a command, to itself, and to what was stored.

use yui_protocol::ErrorCode;

use crate::Invariant;

/// A command was not accepted; nothing happened and no number was taken.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("refused: {0}")]
pub struct Refusal(pub ErrorCode);

impl From<ErrorCode> for Refusal {
    fn from(code: ErrorCode) -> Self {
        Self(code)
    }
}

/// An invariant does not hold: the writer has to stop before the commit. Holds no personal data.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("invariant {invariant} broken at row {seq}: {what}")]
pub struct Broken {
    /// The row of the log at which it shows; the last one when it is about a sum.
    pub seq: i64,
    /// Which.
    pub invariant: Invariant,
    /// What is wrong.
    pub what: String,
}

/// A row of the log, or the row of a commit, is not what was committed. Holds no personal data.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("row {seq} was altered: {what}")]
pub struct Altered {
    /// The row; the last one of its commit when only the commit's hash tells.
    pub seq: i64,
    /// How it shows.
    pub what: String,
}

/// Stored state contradicts itself: the start is refused. Holds no personal data.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("table {table}: {what}")]
pub struct Corrupt {
    /// The table.
    pub table: &'static str,
    /// What is wrong, with the row's key.
    pub what: String,
}

impl Corrupt {
    pub(crate) fn new(table: &'static str, what: impl Into<String>) -> Self {
        Self { table, what: what.into() }
    }
}
