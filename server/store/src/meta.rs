//! The row that says who writes and up to where, in the words of both engines.

use sqlx::SqlSafeStr;
use yui_ledger::Head;

use crate::{
    engine::{Connection, Engine},
    error::StoreError,
    rows::unreadable,
    source::Source,
    trust::Reading,
    value::{Row, Value},
};

/// The row of table `meta`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Meta {
    /// Raised whenever the store gets another writer; an older one's commits are refused by it.
    pub(crate) epoch: i64,
    /// Up to where the store goes.
    pub(crate) head: Head,
    /// The machine's clocks at the last commit, or when an operator had looked at them.
    pub(crate) clock: Reading,
}

const READ: &str = "SELECT * FROM meta WHERE id = 1";

/// Reads one column that every version of the schema has had: whoever holds the store may be of another version.
const SILENT: &str = "SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT - beat_at AS silent_for \
    FROM meta WHERE id = 1";

const CLAIM_SQLITE: &str = "UPDATE meta SET epoch = epoch + 1, \
    clock_boot = COALESCE($1, clock_boot), clock_uptime = COALESCE($2, clock_uptime), \
    clock_wall = COALESCE($3, clock_wall) WHERE id = 1";
const CLAIM_POSTGRES: &str = "UPDATE meta SET epoch = epoch + 1, \
    clock_boot = COALESCE($1, clock_boot), clock_uptime = COALESCE($2, clock_uptime), \
    clock_wall = COALESCE($3, clock_wall), \
    beat_at = (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT WHERE id = 1";

const BEAT: &str = "UPDATE meta SET beat_at = (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT \
    WHERE id = 1 AND epoch = $1";

impl Meta {
    pub(crate) async fn read(source: &mut impl Source) -> Result<Self, StoreError> {
        let rows = source.fetch(READ.into_sql_str(), Vec::new()).await?;
        let row = rows.first().ok_or_else(|| StoreError::Corrupt("table meta is empty".to_owned()))?;
        Self::from_row(row).map_err(|error| unreadable("meta", row, "id", error))
    }

    fn from_row(row: &Row) -> Result<Self, StoreError> {
        // Of no use here, but as the others it must be what a writer wrote.
        row.get::<i64>("beat_at")?;
        let head = Head { seq: row.get("head_seq")?, hash: row.get("head_hash")?, at: row.get("head_at")? };
        let (boot, uptime, wall) = (row.get("clock_boot")?, row.get("clock_uptime")?, row.get("clock_wall")?);
        Ok(Self { epoch: row.get("epoch")?, head, clock: Reading { boot, uptime, wall } })
    }

    /// How long ago the holder last showed that it lives, by the database's clock, in milliseconds (PostgreSQL only).
    pub(crate) async fn silent_for(connection: &mut Connection) -> Result<i64, StoreError> {
        let rows = connection.fetch(SILENT.into_sql_str(), Vec::new()).await?;
        rows.first().ok_or_else(|| StoreError::Corrupt("table meta is empty".to_owned()))?.get("silent_for")
    }

    /// Becomes the writer: a new epoch. Only the holder of the lock may do this. Clocks that an operator `accepted` are
    /// kept at once: the connection may break before the first commit keeps them.
    pub(crate) async fn claim(
        connection: &mut Connection,
        accepted: Option<&Reading>,
    ) -> Result<Self, StoreError> {
        let text = match connection.engine() {
            Engine::Sqlite => CLAIM_SQLITE,
            Engine::Postgres => CLAIM_POSTGRES,
        };
        let clock = [
            accepted.map(|clock| clock.boot.clone()).into(),
            accepted.map(|clock| clock.uptime).into(),
            accepted.map(|clock| clock.wall).into(),
        ];
        connection.execute(text.into_sql_str(), clock.to_vec()).await?;
        Self::read(connection).await
    }

    /// Shows that the holder lives (PostgreSQL only); whether it still is the holder.
    pub(crate) async fn beat(connection: &mut Connection, epoch: i64) -> Result<bool, StoreError> {
        Ok(connection.execute(BEAT.into_sql_str(), vec![Value::Int(epoch)]).await? == 1)
    }
}
