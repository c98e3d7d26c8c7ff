//! What is wrong, by table and row.

use serde::{Deserialize, Serialize};

/// How many findings are kept in words; beyond that they are only counted. One altered row of the log makes many others
/// look wrong.
pub const KEPT: usize = 100;

/// Something that is not as it must be.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Finding {
    /// The table; `log` for what is missing from `posting` and `event` together.
    pub table: String,
    /// The row's key in it, as text; several columns are joined by a comma, bytes are in hexadecimal.
    pub row: String,
    /// How it shows.
    pub what: String,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "table {}: row {}: {}", self.table, self.row, self.what)
    }
}

/// All findings so far.
#[derive(Default)]
pub(crate) struct Findings {
    pub(crate) kept: Vec<Finding>,
    pub(crate) count: u64,
}

impl Findings {
    pub(crate) fn add(&mut self, table: &str, row: &dyn std::fmt::Display, what: impl Into<String>) {
        self.take(Finding { table: table.to_owned(), row: row.to_string(), what: what.into() });
    }

    pub(crate) fn take(&mut self, finding: Finding) {
        // A column that cannot be read is met by whoever reads the row.
        if self.kept.last() == Some(&finding) {
            return;
        }
        self.count += 1;
        if self.kept.len() < KEPT {
            self.kept.push(finding);
        }
    }

    /// The value, or a finding.
    pub(crate) fn read<T>(&mut self, read: Result<T, Finding>) -> Option<T> {
        read.map_err(|finding| self.take(finding)).ok()
    }
}
