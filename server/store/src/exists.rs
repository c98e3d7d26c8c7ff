//! Whether a store is at a place, asked before anybody opens it: opening makes what is missing.

use sqlx::SqlSafeStr;

use crate::{
    engine::Engine, error::StoreError, export::catalogue, source::Source, store::StoreUrl, writer::Home,
};

/// Whether there is a file, or a schema with tables in it, whosever they are. Nothing is made or changed.
pub async fn exists(url: &StoreUrl) -> Result<bool, StoreError> {
    if let StoreUrl::Sqlite(path) = url {
        return Ok(path.try_exists()?);
    }
    let (mut connection, _) = Home::new(url)?.connect().await?;
    let tables = connection.fetch(catalogue(Engine::Postgres).into_sql_str(), Vec::new()).await;
    connection.close().await?;
    Ok(!tables?.is_empty())
}
