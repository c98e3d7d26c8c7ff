//! What can go wrong with a store, and which stable code it is at the outer edge.
//!
//! Texts of the engines are kept only where they cannot hold a stored value.

use rusqlite::ffi;
use yui_protocol::{ErrorCode, Millis};

/// A fault of the store.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The file or schema was not made by this program; nothing in it was touched.
    #[error("this is not a store of this program: {0}")]
    Foreign(String),
    /// Nothing is where a store was looked for.
    #[error("there is no store here")]
    Absent,
    /// A newer version of this program made the store, or a migration differs from the one that was run.
    #[error("the store was made by another version of this program: {0}")]
    OtherVersion(String),
    /// Another process writes this store.
    #[error("another process is writing this store")]
    InUse,
    /// No room is left; nothing was kept.
    #[error("no room is left for the store")]
    Full,
    /// Rows of the store contradict each other.
    #[error("the store contradicts itself: {0}")]
    Corrupt(String),
    /// A row of the log is not what was committed: it was altered by hand. `row` is its number, or that of the
    /// last row of its commit when only the hash chain tells.
    #[error("row {row} of the log was altered: {what}")]
    Altered {
        /// The row.
        row: i64,
        /// How it shows.
        what: String,
    },
    /// The database cannot be reached, or the connection broke.
    #[error("the database cannot be reached")]
    Unavailable,
    /// The server of PostgreSQL has no database of this name.
    #[error("there is no such database")]
    NoDatabase,
    /// A constraint of the schema refused the row: its kind and name. SQLite names the columns in its message, PostgreSQL the
    /// constraint in a field; neither holds a value.
    #[error("constraint refused: {0}")]
    Constraint(String),
    /// The wall clock was set since the last commit, or shows a time before it.
    #[error("the clock shows {} where about {} was expected", shown.jst().to_rfc3339(), expected.jst().to_rfc3339())]
    ClockInDoubt {
        /// What it shows.
        shown: Millis,
        /// What it ought to show, at least.
        expected: Millis,
    },
    /// A text with a zero byte, which PostgreSQL takes from nobody; refused on both engines, whoever sent it.
    #[error("a text with a zero byte cannot be stored")]
    ZeroByte,
    /// The target of an import, a restored backup or a copy is not empty: what is there.
    #[error("the target is not empty: {0} is there")]
    NotEmpty(String),
    /// What is imported cannot be read; with the line's number, from 1.
    #[error("line {0} of the export cannot be read: {1}")]
    Import(usize, &'static str),
    /// A migration's text is wrong; with its name.
    #[error("migration {0} is malformed: {1}")]
    Migration(String, &'static str),
    /// The answer has no such column, or it is of another kind.
    #[error("column {0} is missing or of another kind")]
    Column(&'static str),
    /// The engine refused the statement.
    #[error("the database refused the statement: {0}")]
    Statement(String),
    /// A file could not be read or written.
    #[error("file operation failed: {0}")]
    File(#[from] std::io::Error),
}

impl StoreError {
    /// The code for whoever asked.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Foreign(_) | Self::Absent | Self::OtherVersion(_) => ErrorCode::StorageForeign,
            Self::Full => ErrorCode::StorageFull,
            Self::ClockInDoubt { .. } => ErrorCode::ServerClock,
            Self::Corrupt(_) | Self::Altered { .. } => ErrorCode::LedgerStopped,
            Self::ZeroByte => ErrorCode::MalformedRequest,
            Self::InUse | Self::Unavailable | Self::NoDatabase => ErrorCode::Unavailable,
            Self::File(error) if error.kind() == std::io::ErrorKind::StorageFull => ErrorCode::StorageFull,
            _ => ErrorCode::Internal,
        }
    }

    /// Whether rows are not what was committed, so that nothing may be built on them.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Corrupt(_) | Self::Altered { .. })
    }

    /// Whether the connection or its transaction cannot be used any further.
    pub(crate) fn spoils_transaction(&self) -> bool {
        matches!(self, Self::Unavailable | Self::Full | Self::File(_))
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let Some(database) = error.as_database_error() else {
            return match error {
                sqlx::Error::ColumnDecode { .. }
                | sqlx::Error::Decode(_)
                | sqlx::Error::TypeNotFound { .. } => {
                    Self::Statement("a value of a type that is not portable".to_owned())
                }
                _ => Self::Unavailable,
            };
        };
        let code = database.code().unwrap_or_default().into_owned();
        let kind = match database.kind() {
            sqlx::error::ErrorKind::UniqueViolation => "unique",
            sqlx::error::ErrorKind::NotNullViolation => "not null",
            sqlx::error::ErrorKind::CheckViolation => "check",
            sqlx::error::ErrorKind::ForeignKeyViolation => "foreign key",
            _ => return Self::from_code(&code, database.message()),
        };
        // Of PostgreSQL: nobody writes SQLite by this driver.
        Self::Constraint(format!("{kind} {}", database.constraint().unwrap_or_default()))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let (code, message) = match error {
            rusqlite::Error::SqliteFailure(failure, message) => {
                (failure.extended_code, message.unwrap_or_default())
            }
            rusqlite::Error::SqlInputError { error, msg, .. } => (error.extended_code, msg),
            _ => return Self::Statement("the driver refused a statement or a value".to_owned()),
        };
        let kind = match code {
            ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => "unique",
            ffi::SQLITE_CONSTRAINT_NOTNULL => "not null",
            ffi::SQLITE_CONSTRAINT_CHECK => "check",
            ffi::SQLITE_CONSTRAINT_FOREIGNKEY => "foreign key",
            _ => return Self::from_code(&code.to_string(), &message),
        };
        Self::Constraint(format!("{kind} {message}"))
    }
}

impl StoreError {
    /// By SQLSTATE (PostgreSQL, five characters) or result code (SQLite, a number).
    fn from_code(code: &str, message: &str) -> Self {
        let primary = code.parse::<i32>().ok().filter(|_| code.len() < 5).map(|code| code & 0xff);
        match (code, primary) {
            // SQLITE_FULL; disk_full.
            (_, Some(13)) | ("53100", _) => Self::Full,
            // SQLITE_NOTADB.
            (_, Some(26)) => Self::Foreign("the file is no SQLite database".to_owned()),
            // SQLITE_CORRUPT.
            (_, Some(11)) => Self::Corrupt(crate::sqlite::DAMAGED.to_owned()),
            // SQLITE_BUSY, LOCKED, IOERR, CANTOPEN, READONLY.
            (_, Some(5 | 6 | 8 | 10 | 14)) => Self::Unavailable,
            // SQLITE_ERROR names tables and columns only.
            (_, Some(1)) => Self::Statement(message.to_owned()),
            // Connection exceptions, operator intervention, too many connections, a server that only reads by now, a
            // statement or lock that took too long.
            (sqlstate, None)
                if sqlstate.starts_with("08")
                    || sqlstate.starts_with("57P")
                    || ["53300", "25006", "57014", "55P03"].contains(&sqlstate) =>
            {
                Self::Unavailable
            }
            // invalid_catalog_name.
            ("3D000", _) => Self::NoDatabase,
            // Syntax or access rule violation: names only.
            (sqlstate, None) if sqlstate.starts_with("42") => {
                Self::Statement(format!("{sqlstate} {message}"))
            }
            _ => Self::Statement(format!("code {code}")),
        }
    }
}
