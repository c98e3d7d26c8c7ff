//! Spending a nonce: it belongs to the statement that was accepted with it, which may come again because its answer was
//! lost. Any other statement is refused.

use yui_protocol::{Base64Url, ErrorCode, Millis};
use yui_store::{Db, Row, StoreError, Unit, UnitError};

const ACCEPTED: &str = "SELECT statement FROM spent_nonce WHERE nonce = $1";

/// Whether this statement's registration was accepted: `nonce_used` when another's was.
pub async fn was_accepted(realm: &Db, nonce: &[u8], statement: &[u8; 32]) -> Result<bool, ErrorCode> {
    let row = realm.sql(ACCEPTED).bind(Base64Url::encode(nonce)).fetch_optional().await;
    is_accepted(row, statement).map_err(|error| error.code())
}

/// The same while it is decided, for a twin may have been decided first.
pub async fn was_accepted_before(
    unit: &mut Unit,
    nonce: &[u8],
    statement: &[u8; 32],
) -> Result<bool, UnitError> {
    let row = unit.sql(ACCEPTED).bind(Base64Url::encode(nonce)).fetch_optional().await;
    is_accepted(row, statement)
}

fn is_accepted(row: Result<Option<Row>, StoreError>, statement: &[u8; 32]) -> Result<bool, UnitError> {
    match row? {
        None => Ok(false),
        Some(row) if row.get::<String>("statement")? == Base64Url::encode(statement) => Ok(true),
        Some(_) => Err(ErrorCode::NonceUsed.into()),
    }
}

/// The registration is accepted, in the commit that does it.
pub async fn accept(
    unit: &mut Unit,
    nonce: &[u8],
    statement: &[u8; 32],
    expires_at: Millis,
) -> Result<(), UnitError> {
    let now = unit.now();
    unit.sql("DELETE FROM spent_nonce WHERE expires_at < $1").bind(now).execute().await?;
    unit.sql("INSERT INTO spent_nonce (nonce, statement, expires_at) VALUES ($1, $2, $3)")
        .bind(Base64Url::encode(nonce))
        .bind(Base64Url::encode(statement))
        .bind(expires_at)
        .execute()
        .await?;
    Ok(())
}
