//! Spending a nonce for good: the registration that it stands in was accepted, and the store holds it in the same commit.
//! The same statement may come again while the nonce lives, because its answer was lost, also after a restart and at the
//! server that took over; any other is refused.

use yui_protocol::{Base64Url, ErrorCode, Millis};
use yui_store::{Db, Row, StoreError, Unit, UnitError};

use crate::identity::nonce::Given;

/// Whether this statement's registration was accepted, while its nonce lives: `nonce_used` when another's was.
pub async fn was_accepted(
    realm: &Db,
    nonce: &[u8],
    statement: &[u8; 32],
    now: Millis,
) -> Result<bool, ErrorCode> {
    let row = realm
        .sql("SELECT statement FROM spent_nonce WHERE nonce = $1 AND expires_at >= $2")
        .bind(Base64Url::encode(nonce))
        .bind(now)
        .fetch_optional()
        .await;
    is_accepted(row, statement).map_err(|error| error.code())
}

/// The same while it is decided, for a twin may have been decided first; that takes its time, so the nonce may have ended
/// meanwhile.
pub async fn was_accepted_before(
    unit: &mut Unit,
    given: &Given,
    statement: &[u8; 32],
) -> Result<bool, UnitError> {
    let row = unit
        .sql("SELECT statement FROM spent_nonce WHERE nonce = $1")
        .bind(Base64Url::encode(&given.nonce))
        .fetch_optional()
        .await;
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
pub async fn accept(unit: &mut Unit, given: &Given, statement: &[u8; 32]) -> Result<(), UnitError> {
    let now = unit.now();
    unit.sql("DELETE FROM spent_nonce WHERE expires_at < $1").bind(now).execute().await?;
    unit.sql("INSERT INTO spent_nonce (nonce, statement, expires_at) VALUES ($1, $2, $3)")
        .bind(Base64Url::encode(&given.nonce))
        .bind(Base64Url::encode(statement))
        .bind(given.expires_at)
        .execute()
        .await?;
    Ok(())
}
