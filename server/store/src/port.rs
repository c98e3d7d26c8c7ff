//! What the writer asks of a store, and no more. Its decisions (what goes into a commit, what became of one whose answer
//! was lost, who may write) are the same code over a file, a schema of PostgreSQL, and the disk that a simulation makes
//! fail with a seed.

use async_trait::async_trait;
use sqlx::SqlStr;
use std::time::Duration;
use yui_ledger::{Ledger, Rows, Settings, row::PostingRow};
use yui_protocol::{CommandId, Points};

use crate::{
    error::StoreError,
    flush::{Advance, Fence},
    meta::Meta,
    migrate::Migration,
    trust::Reading,
    value::{Row, Value},
};

/// A advance of a transaction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TransactionStep {
    /// Opens a transaction that will write.
    Begin,
    /// Marks the place that a unit begins at.
    Save,
    /// What came after the mark stays in the transaction.
    Keep,
    /// What came after the mark is gone.
    Undo,
    /// Ends the transaction, keeping it.
    Commit,
    /// Ends the transaction, dropping it; nothing happens where the engine has dropped it by itself.
    RollBack,
}

/// A connection with a transaction, in which statements run.
#[async_trait]
pub(crate) trait Statements: Send {
    /// Goes one advance further in the transaction.
    async fn step(&mut self, step: TransactionStep) -> Result<(), StoreError>;

    /// Runs a statement; how many rows it changed.
    async fn execute(&mut self, sql: SqlStr, values: Vec<Value>) -> Result<u64, StoreError>;

    /// Runs a statement; the rows of its answer.
    async fn fetch(&mut self, sql: SqlStr, values: Vec<Value>) -> Result<Vec<Row>, StoreError>;
}

/// The connection of one writer.
#[async_trait]
pub(crate) trait WriterConnection: Statements {
    /// The session's number in the database (0 where there is one at a time).
    fn number(&self) -> i64;

    /// Whether a flush outside a transaction is the commit.
    fn commits_in_one(&self) -> bool;

    /// Takes the writer's lock for as long as the connection lives; whether it was free.
    async fn try_lock(&mut self) -> Result<bool, StoreError>;

    /// Ends the session that holds the writer's lock, or only the session `of` if that holds it, and takes the lock;
    /// whether that succeeded.
    async fn seize(&mut self, of: Option<i64>) -> Result<bool, StoreError>;

    /// Gives the writer's lock back.
    async fn unlock(&mut self) -> Result<(), StoreError>;

    /// How long ago the holder last showed that it lives, in milliseconds. [`StoreError::Statement`] while there are no
    /// tables.
    async fn silent_for(&mut self) -> Result<i64, StoreError>;

    /// Whether the store's own tables are those that this version reads.
    async fn check_own(&mut self) -> Result<(), StoreError>;

    /// Makes or upgrades the tables, inside the open transaction.
    async fn migrate(&mut self, domain: &[Migration]) -> Result<(), StoreError>;

    /// Lets no statement take longer than this; zero is no bound.
    async fn bound(&mut self, most: Duration) -> Result<(), StoreError>;

    /// Who writes, and up to where the store goes.
    async fn meta(&mut self) -> Result<Meta, StoreError>;

    /// Becomes the writer: see [`Meta::claim`].
    async fn claim(&mut self, accepted: Option<&Reading>) -> Result<Meta, StoreError>;

    /// Shows that the holder lives; whether it still is the holder.
    async fn beat(&mut self, epoch: i64) -> Result<bool, StoreError>;

    /// The ledger as it is stored; [`StoreError::Corrupt`] when its tables contradict each other.
    async fn ledger(&mut self, settings: Settings) -> Result<Ledger, StoreError>;

    /// The accepted command with this id and what was given back of it.
    async fn posting(&mut self, id: CommandId) -> Result<Option<(PostingRow, Points)>, StoreError>;

    /// Writes the rows of a batch if the fence lets them pass.
    async fn flush(&mut self, advance: &Advance, rows: &Rows) -> Result<Fence, StoreError>;

    /// Closes it, and is done when it is closed.
    async fn close(self: Box<Self>) -> Result<(), StoreError>;
}

/// The way to a store.
#[async_trait]
pub(crate) trait Connector: Send + Sync {
    /// A new connection.
    async fn open(&self) -> Result<Box<dyn WriterConnection>, StoreError>;

    /// Whether another process can take over from a writer that has fallen silent.
    fn is_shared(&self) -> bool;
}

#[async_trait]
impl Statements for Box<dyn WriterConnection> {
    async fn step(&mut self, step: TransactionStep) -> Result<(), StoreError> {
        (**self).step(step).await
    }

    async fn execute(&mut self, sql: SqlStr, values: Vec<Value>) -> Result<u64, StoreError> {
        (**self).execute(sql, values).await
    }

    async fn fetch(&mut self, sql: SqlStr, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        (**self).fetch(sql, values).await
    }
}
