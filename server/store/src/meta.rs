//! The row that says who writes and up to where, in the words of both engines.

use sqlx::SqlSafeStr;
use yui_ledger::Head;
use yui_protocol::Millis;

use crate::{
    engine::{Connection, Engine},
    error::StoreError,
    trust::Reading,
    value::Value,
};

/// The row of table `meta`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Meta {
    /// Raised whenever the store gets another writer; an older one's commits are refused by it.
    pub(crate) epoch: i64,
    /// Up to where the store goes.
    pub(crate) head: Head,
    /// The machine's clocks at the last commit.
    pub(crate) clock: Reading,
    /// How long ago the holder last showed that it lives, by the database's clock, in milliseconds.
    pub(crate) silent_for: i64,
}

const READ_SQLITE: &str = "SELECT epoch, head_seq, head_hash, head_at, clock_boot, clock_uptime, clock_wall, \
    0 AS silent_for FROM meta WHERE id = 1";
const READ_POSTGRES: &str = "SELECT epoch, head_seq, head_hash, head_at, clock_boot, clock_uptime, clock_wall, \
    (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT - beat_at AS silent_for FROM meta WHERE id = 1";

const CLAIM_SQLITE: &str = "UPDATE meta SET epoch = epoch + 1 WHERE id = 1";
const CLAIM_POSTGRES: &str = "UPDATE meta SET epoch = epoch + 1, \
    beat_at = (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT WHERE id = 1";

const BEAT: &str = "UPDATE meta SET beat_at = (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT \
    WHERE id = 1 AND epoch = $1";

impl Meta {
    pub(crate) async fn read(connection: &mut Connection) -> Result<Self, StoreError> {
        let text = match connection.engine() {
            Engine::Sqlite => READ_SQLITE,
            Engine::Postgres => READ_POSTGRES,
        };
        let rows = connection.fetch(text.into_sql_str(), Vec::new()).await?;
        let row = rows.first().ok_or_else(|| StoreError::Corrupt("table meta is empty".to_owned()))?;
        Ok(Self {
            epoch: row.get("epoch")?,
            head: Head {
                seq: row.get("head_seq")?,
                hash: row.get("head_hash")?,
                at: row.get::<Millis>("head_at")?,
            },
            clock: Reading {
                boot: row.get("clock_boot")?,
                uptime: row.get("clock_uptime")?,
                wall: row.get("clock_wall")?,
            },
            silent_for: row.get("silent_for")?,
        })
    }

    /// Becomes the writer: a new epoch. Only the holder of the lock may do this.
    pub(crate) async fn claim(connection: &mut Connection) -> Result<Self, StoreError> {
        let text = match connection.engine() {
            Engine::Sqlite => CLAIM_SQLITE,
            Engine::Postgres => CLAIM_POSTGRES,
        };
        connection.execute(text.into_sql_str(), Vec::new()).await?;
        Self::read(connection).await
    }

    /// Shows that the holder lives (PostgreSQL only); whether it still is the holder.
    pub(crate) async fn beat(connection: &mut Connection, epoch: i64) -> Result<bool, StoreError> {
        Ok(connection.execute(BEAT.into_sql_str(), vec![Value::Int(epoch)]).await? == 1)
    }
}
