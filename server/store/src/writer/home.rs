//! The two engines as the writer sees them.

use std::time::Duration;

use async_trait::async_trait;
use sqlx::{AssertSqlSafe, SqlSafeStr, SqlStr};
use yui_ledger::{Ledger, Rows, Settings, row::PostingRow};
use yui_protocol::{CommandId, Points};

use crate::{
    db::Db,
    engine::Connection,
    error::StoreError,
    flush::{self, Advance, Fence},
    load,
    meta::Meta,
    migrate::{self, Migration},
    port::{Connector, Statements, TransactionStep, WriterConnection},
    postgres::Schema,
    sqlite,
    store::StoreUrl,
    trust::Reading,
    value::{Row, Value},
};

/// Where the writer connects to.
#[derive(Clone)]
pub(crate) enum Home {
    Sqlite(std::path::PathBuf),
    Postgres(Schema),
}

impl Home {
    pub(crate) fn new(url: &StoreUrl) -> Result<Self, StoreError> {
        Ok(match url {
            StoreUrl::Sqlite(path) => Self::Sqlite(path.clone()),
            StoreUrl::Postgres { url, schema } => Self::Postgres(Schema::new(url, schema)?),
        })
    }

    /// A pool for reading.
    pub(crate) fn readers(&self) -> Db {
        match self {
            Self::Sqlite(path) => sqlite::readers(path),
            Self::Postgres(schema) => schema.readers(),
        }
    }

    /// A connection and its number in the database (0 in SQLite).
    pub(crate) async fn connect(&self) -> Result<(Connection, i64), StoreError> {
        match self {
            Self::Sqlite(path) => Ok((Connection::Sqlite(sqlite::connect(path, sqlite::STORE_MARK)?), 0)),
            Self::Postgres(schema) => {
                let mut connection = schema.connect().await?;
                let text = "SELECT pg_backend_pid() AS pid".into_sql_str();
                let rows = connection.fetch(text, Vec::new()).await?;
                let pid = rows.first().ok_or(StoreError::Unavailable)?.get("pid")?;
                Ok((connection, pid))
            }
        }
    }
}

#[async_trait]
impl Connector for Home {
    async fn open(&self) -> Result<Box<dyn WriterConnection>, StoreError> {
        let (connection, number) = self.connect().await?;
        Ok(Box::new(Open { connection, number, home: self.clone() }))
    }

    fn is_shared(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

/// A connection that knows where it leads to.
struct Open {
    connection: Connection,
    number: i64,
    home: Home,
}

#[async_trait]
impl Statements for Open {
    async fn step(&mut self, step: TransactionStep) -> Result<(), StoreError> {
        self.connection.step(step).await
    }

    async fn execute(&mut self, sql: SqlStr, values: Vec<Value>) -> Result<u64, StoreError> {
        self.connection.execute(sql, values).await
    }

    async fn fetch(&mut self, sql: SqlStr, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        self.connection.fetch(sql, values).await
    }
}

#[async_trait]
impl WriterConnection for Open {
    fn number(&self) -> i64 {
        self.number
    }

    fn commits_in_one(&self) -> bool {
        self.home.is_shared()
    }

    async fn try_lock(&mut self) -> Result<bool, StoreError> {
        match &self.home {
            // The lock on the folder is taken before the file is opened.
            Home::Sqlite(_) => Ok(true),
            Home::Postgres(schema) => schema.try_lock(&mut self.connection).await,
        }
    }

    async fn seize(&mut self, of: Option<i64>) -> Result<bool, StoreError> {
        match &self.home {
            Home::Sqlite(_) => Ok(true),
            Home::Postgres(schema) => schema.seize(&mut self.connection, of).await,
        }
    }

    async fn unlock(&mut self) -> Result<(), StoreError> {
        match &self.home {
            Home::Sqlite(_) => Ok(()),
            Home::Postgres(schema) => schema.unlock(&mut self.connection).await,
        }
    }

    async fn silent_for(&mut self) -> Result<i64, StoreError> {
        Meta::silent_for(&mut self.connection).await
    }

    async fn check_own(&mut self) -> Result<(), StoreError> {
        migrate::check_own(&mut self.connection).await
    }

    async fn migrate(&mut self, domain: &[Migration]) -> Result<(), StoreError> {
        if let Home::Postgres(schema) = &self.home {
            schema.prepare(&mut self.connection).await?;
        }
        migrate::migrate(&mut self.connection, domain).await.map(drop)
    }

    async fn bound(&mut self, most: Duration) -> Result<(), StoreError> {
        if !self.home.is_shared() {
            return Ok(());
        }
        let most = most.as_millis();
        let text = format!("SET statement_timeout = {most}; SET lock_timeout = {most}");
        self.connection.script(AssertSqlSafe(text).into_sql_str()).await
    }

    async fn meta(&mut self) -> Result<Meta, StoreError> {
        Meta::read(&mut self.connection).await
    }

    async fn claim(&mut self, accepted: Option<&Reading>) -> Result<Meta, StoreError> {
        Meta::claim(&mut self.connection, accepted).await
    }

    async fn beat(&mut self, epoch: i64) -> Result<bool, StoreError> {
        match self.home {
            Home::Sqlite(_) => Ok(true),
            Home::Postgres(_) => Meta::beat(&mut self.connection, epoch).await,
        }
    }

    async fn ledger(&mut self, settings: Settings) -> Result<Ledger, StoreError> {
        load::stored(&mut self.connection, settings).await
    }

    async fn posting(&mut self, id: CommandId) -> Result<Option<(PostingRow, Points)>, StoreError> {
        load::posting(&mut self.connection, id).await
    }

    async fn flush(&mut self, advance: &Advance, rows: &Rows) -> Result<Fence, StoreError> {
        let batch = rows.batch.as_ref().map(flush::columns::batch).unwrap_or_default();
        let tables = flush::columns::tables(rows, &batch);
        match &mut self.connection {
            Connection::Sqlite(connection) => flush::sqlite::flush(connection, advance, &tables),
            Connection::Postgres(connection) => flush::postgres::flush(connection, advance, &tables).await,
        }
    }

    async fn close(self: Box<Self>) -> Result<(), StoreError> {
        self.connection.close().await
    }
}
