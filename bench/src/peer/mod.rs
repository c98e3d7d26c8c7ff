//! What ours is measured beside.

pub mod bare_sqlite;
pub mod pgbench;
pub mod plain_ledger;
pub mod signature;

use sqlx::{Connection, Executor, PgConnection};

use crate::outcome::Outcome;

/// Lets PostgreSQL write what it put off, so that it falls into nobody's turn.
pub async fn settle(url: &str) -> Outcome<()> {
    let mut connection = PgConnection::connect(url).await?;
    connection.execute("CHECKPOINT").await?;
    Ok(connection.close().await?)
}
