//! Opening a schema of PostgreSQL: connections, the advisory lock that says who writes, and ending a holder
//! that no longer answers.

use std::str::FromStr;

use sha2::{Digest, Sha256};
use sqlx::{
    AssertSqlSafe, ConnectOptions, SqlSafeStr,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::{
    db::{Db, Pool},
    engine::Connection,
    error::StoreError,
    source::Source,
};

const READERS: u32 = 8;

/// Where the schema is.
#[derive(Clone)]
pub(crate) struct Schema {
    options: Box<PgConnectOptions>,
    name: String,
}

impl Schema {
    /// Reads the address; the schema's name is lower-case letters, digits and `_`.
    pub(crate) fn new(url: &str, name: &str) -> Result<Self, StoreError> {
        let plain = !name.is_empty()
            && name.len() <= 63
            && !name.starts_with(|c: char| c.is_ascii_digit())
            && name.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'));
        if !plain {
            return Err(StoreError::Statement("a schema's name is made of a-z, 0-9 and _".to_owned()));
        }
        let options = PgConnectOptions::from_str(url)
            .map_err(|_| StoreError::Statement("the database's address cannot be read".to_owned()))?
            .application_name("yui")
            .options([("search_path", name)]);
        Ok(Self { options: Box::new(options), name: name.to_owned() })
    }

    pub(crate) async fn connect(&self) -> Result<Connection, StoreError> {
        Ok(Connection::Postgres(
            self.options.as_ref().clone().statement_cache_capacity(1024).connect().await?,
        ))
    }

    pub(crate) fn readers(&self) -> Db {
        let options = self.options.as_ref().clone().options([("default_transaction_read_only", "on")]);
        Db::new(Pool::Postgres(PgPoolOptions::new().max_connections(READERS).connect_lazy_with(options)))
    }

    /// The number of this schema's advisory lock: two of them, for writing and for migrating.
    fn lock_number(&self, what: &str) -> i64 {
        let digest = Sha256::digest(format!("yui {what} {}", self.name));
        let mut first = [0; 8];
        first.copy_from_slice(&digest[..8]);
        i64::from_be_bytes(first)
    }

    /// Makes the schema when it is missing; [`StoreError::Foreign`] when it holds somebody else's tables. Must
    /// run in a transaction, whose end gives the migration's lock back.
    pub(crate) async fn prepare(&self, connection: &mut Connection) -> Result<(), StoreError> {
        connection
            .fetch(
                "SELECT 1 AS one FROM pg_advisory_xact_lock($1)".into_sql_str(),
                vec![self.lock_number("migrate").into()],
            )
            .await?;
        let count = "SELECT COUNT(*) AS tables, \
                     COUNT(CASE WHEN table_name = 'yui_migration' THEN 1 END) AS ours \
                     FROM information_schema.tables WHERE table_schema = $1";
        let rows = connection.fetch(count.into_sql_str(), vec![self.name.as_str().into()]).await?;
        let row = rows.first().ok_or(StoreError::Unavailable)?;
        if row.get::<i64>("tables")? > 0 && row.get::<i64>("ours")? == 0 {
            return Err(StoreError::Foreign(format!("schema {} belongs to another program", self.name)));
        }
        connection
            .script(AssertSqlSafe(format!("CREATE SCHEMA IF NOT EXISTS {}", self.name)).into_sql_str())
            .await
    }

    /// Takes the writer's lock for as long as the connection lives; whether it was free.
    pub(crate) async fn try_lock(&self, connection: &mut Connection) -> Result<bool, StoreError> {
        let rows = connection
            .fetch(
                "SELECT pg_try_advisory_lock($1) AS taken".into_sql_str(),
                vec![self.lock_number("write").into()],
            )
            .await?;
        rows.first().map_or(Ok(false), |row| row.get("taken"))
    }

    /// Gives the writer's lock back.
    pub(crate) async fn unlock(&self, connection: &mut Connection) -> Result<(), StoreError> {
        let text = "SELECT pg_advisory_unlock($1) AS freed".into_sql_str();
        connection.fetch(text, vec![self.lock_number("write").into()]).await.map(drop)
    }

    /// Ends the session that holds the writer's lock, or only the session `of` if that holds it, waits for its
    /// end at most three seconds, and takes the lock; whether that succeeded.
    pub(crate) async fn seize(
        &self,
        connection: &mut Connection,
        of: Option<i64>,
    ) -> Result<bool, StoreError> {
        let end = "SELECT COUNT(pg_terminate_backend(pid, 3000)) AS ended FROM pg_locks \
                   WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid() \
                   AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) \
                   AND objsubid = 1 AND ((classid::BIGINT << 32) | objid::BIGINT) = $1 \
                   AND pid = COALESCE($2, pid::BIGINT)";
        connection.fetch(end.into_sql_str(), vec![self.lock_number("write").into(), of.into()]).await?;
        self.try_lock(connection).await
    }
}
