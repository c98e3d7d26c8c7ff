//! What ours is measured beside.

pub mod bare_sqlite;
pub mod pgbench;
pub mod plain_ledger;
pub mod signature;

use sqlx::{Connection, Executor, PgConnection};
use yui_store::testing::Cluster;

use crate::outcome::Outcome;

/// Makes an empty database.
async fn create_database(cluster: &Cluster, name: &str) -> Outcome<()> {
    let mut admin = PgConnection::connect(&cluster.url()).await?;
    admin.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await?;
    Ok(admin.close().await?)
}

/// Lets PostgreSQL write what it put off, so that it falls into nobody's turn.
pub async fn settle(url: &str) -> Outcome<()> {
    let mut connection = PgConnection::connect(url).await?;
    connection.execute("CHECKPOINT").await?;
    Ok(connection.close().await?)
}
