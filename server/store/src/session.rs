//! The writer's one connection with its transaction and the savepoint of the unit that runs.
//!
//! Both are opened only when a unit writes with SQL of its own: a batch of plain payments needs neither before
//! its commit.

use sqlx::SqlStr;

use crate::{
    engine::Connection,
    error::StoreError,
    port::{Statements, TransactionStep},
    value::{Row, Value},
};

/// A connection, and where in a transaction it is.
pub(crate) struct Session<C = Connection> {
    pub(crate) connection: C,
    begun: bool,
    saved: bool,
    wrote: bool,
}

impl<C: Statements> Session<C> {
    pub(crate) fn new(connection: C) -> Self {
        Self { connection, begun: false, saved: false, wrote: false }
    }

    /// Whether a transaction is open.
    pub(crate) fn begun(&self) -> bool {
        self.begun
    }

    /// Opens the batch's transaction unless it is open.
    pub(crate) async fn begin(&mut self) -> Result<(), StoreError> {
        if !self.begun {
            self.connection.step(TransactionStep::Begin).await?;
            self.begun = true;
        }
        Ok(())
    }

    /// Runs a statement of the running unit that may write, inside its savepoint.
    pub(crate) async fn execute_saved(&mut self, sql: SqlStr, values: Vec<Value>) -> Result<u64, StoreError> {
        self.save().await?;
        self.wrote = true;
        self.connection.execute(sql, values).await
    }

    /// The same for a statement that answers rows.
    pub(crate) async fn fetch_saved(
        &mut self,
        sql: SqlStr,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        self.save().await?;
        self.wrote = true;
        self.connection.fetch(sql, values).await
    }

    /// Runs a statement of the running unit that only reads.
    pub(crate) async fn look(&mut self, sql: SqlStr, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        self.guard().await?;
        self.connection.fetch(sql, values).await
    }

    /// Before the running unit reads: the writer is alone, so that needs no transaction of its own; but where one is
    /// open, a reading that is refused would spoil it for the units before, so it stands in the unit's savepoint.
    pub(crate) async fn guard(&mut self) -> Result<(), StoreError> {
        if self.begun { self.save().await } else { Ok(()) }
    }

    /// Whether the running unit may have written.
    pub(crate) fn wrote(&self) -> bool {
        self.wrote
    }

    /// The unit is accepted: what it wrote stays in the transaction.
    pub(crate) async fn keep_unit(&mut self) -> Result<(), StoreError> {
        self.wrote = false;
        if std::mem::take(&mut self.saved) {
            self.connection.step(TransactionStep::Keep).await
        } else {
            Ok(())
        }
    }

    /// The unit is not accepted: what it wrote is gone.
    pub(crate) async fn undo_unit(&mut self) -> Result<(), StoreError> {
        self.wrote = false;
        if std::mem::take(&mut self.saved) {
            self.connection.step(TransactionStep::Undo).await
        } else {
            Ok(())
        }
    }

    /// Ends the transaction, keeping it.
    pub(crate) async fn commit(&mut self) -> Result<(), StoreError> {
        self.connection.step(TransactionStep::Commit).await?;
        self.begun = false;
        Ok(())
    }

    /// Ends the transaction, if one is open, dropping it.
    pub(crate) async fn roll_back(&mut self) -> Result<(), StoreError> {
        (self.saved, self.wrote) = (false, false);
        if std::mem::take(&mut self.begun) {
            self.connection.step(TransactionStep::RollBack).await
        } else {
            Ok(())
        }
    }

    async fn save(&mut self) -> Result<(), StoreError> {
        if !self.saved {
            self.begin().await?;
            self.connection.step(TransactionStep::Save).await?;
            self.saved = true;
        }
        Ok(())
    }
}
