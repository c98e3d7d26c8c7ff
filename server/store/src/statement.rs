//! One SQL text with `$1 …` for both engines, its parameters, and where it runs.

use sqlx::{SqlSafeStr, SqlStr};

use crate::{
    db::{Db, Snapshot},
    error::StoreError,
    source::Source,
    unit::Unit,
    value::{Row, Value},
};

/// Where a statement runs.
pub(crate) enum Target<'t> {
    Db(&'t Db),
    Snapshot(&'t mut Snapshot),
    Unit(&'t mut Unit),
}

/// A statement being put together. The text must be a literal (or be marked as looked at with
/// [`sqlx::AssertSqlSafe`]), so no input can become SQL.
#[must_use = "a statement does nothing until it is executed or fetched"]
pub struct Statement<'t> {
    target: Target<'t>,
    sql: SqlStr,
    values: Vec<Value>,
}

impl<'t> Statement<'t> {
    pub(crate) fn new(target: Target<'t>, sql: impl SqlSafeStr) -> Self {
        Self { target, sql: sql.into_sql_str(), values: Vec::new() }
    }

    /// Gives the next parameter its value, from `$1` on.
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Runs it; how many rows it changed.
    pub async fn execute(self) -> Result<u64, StoreError> {
        match self.target {
            Target::Db(_) | Target::Snapshot(_) => {
                Err(StoreError::Statement("readers do not write".to_owned()))
            }
            Target::Unit(unit) => unit.execute_own(self.sql, self.values).await,
        }
    }

    /// Runs it; all rows of its answer.
    pub async fn fetch_all(self) -> Result<Vec<Row>, StoreError> {
        match self.target {
            Target::Db(mut db) => db.fetch(self.sql, self.values).await,
            Target::Snapshot(snapshot) => snapshot.fetch(self.sql, self.values).await,
            Target::Unit(unit) => unit.fetch_own(self.sql, self.values).await,
        }
    }

    /// Runs it; the first row of its answer, if there is one.
    pub async fn fetch_optional(self) -> Result<Option<Row>, StoreError> {
        Ok(self.fetch_all().await?.into_iter().next())
    }

    /// Runs it; the first row of its answer, or [`StoreError::Statement`] when there is none.
    pub async fn fetch_one(self) -> Result<Row, StoreError> {
        self.fetch_optional().await?.ok_or_else(|| StoreError::Statement("no row answers it".to_owned()))
    }
}
