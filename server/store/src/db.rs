//! The reading side: pages and ordinary reads never wait for the writer.

use sqlx::{PgPool, Postgres, SqlSafeStr, SqlStr, Sqlite, SqlitePool, Transaction};

use crate::{
    engine::{self, Engine},
    error::StoreError,
    source::Source,
    statement::{Statement, Target},
    value::{Row, Value},
};

/// A pool of reading connections. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    pool: Pool,
}

#[derive(Clone)]
pub(crate) enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Db {
    pub(crate) fn new(pool: Pool) -> Self {
        Self { pool }
    }

    /// Which engine answers.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.pool {
            Pool::Sqlite(_) => Engine::Sqlite,
            Pool::Postgres(_) => Engine::Postgres,
        }
    }

    /// A reading statement; what is committed when it starts is what it sees.
    pub fn sql(&self, text: impl SqlSafeStr) -> Statement<'_> {
        Statement::new(Target::Db(self), text)
    }

    /// A view of one instant for several statements: that of its first statement.
    pub async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        Ok(Snapshot(match &self.pool {
            Pool::Sqlite(pool) => View::Sqlite(pool.begin_with("BEGIN").await?),
            Pool::Postgres(pool) => {
                View::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        }))
    }

    /// Closes all connections; statements that run are waited for.
    pub async fn close(&self) {
        match &self.pool {
            Pool::Sqlite(pool) => pool.close().await,
            Pool::Postgres(pool) => pool.close().await,
        }
    }
}

impl Source for &Db {
    async fn each(
        &mut self,
        sql: SqlStr,
        values: Vec<Value>,
        take: impl FnMut(Row) -> Result<(), StoreError> + Send,
    ) -> Result<(), StoreError> {
        match &self.pool {
            Pool::Sqlite(pool) => engine::each_sqlite(&mut *pool.acquire().await?, sql, values, take).await,
            Pool::Postgres(pool) => {
                engine::each_postgres(&mut *pool.acquire().await?, sql, values, take).await
            }
        }
    }
}

/// See [`Db::snapshot`].
pub struct Snapshot(View);

enum View {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Snapshot {
    /// A reading statement in this view.
    pub fn sql(&mut self, text: impl SqlSafeStr) -> Statement<'_> {
        Statement::new(Target::Snapshot(self), text)
    }
}

impl Source for Snapshot {
    async fn each(
        &mut self,
        sql: SqlStr,
        values: Vec<Value>,
        take: impl FnMut(Row) -> Result<(), StoreError> + Send,
    ) -> Result<(), StoreError> {
        match &mut self.0 {
            View::Sqlite(view) => engine::each_sqlite(view, sql, values, take).await,
            View::Postgres(view) => engine::each_postgres(view, sql, values, take).await,
        }
    }
}
