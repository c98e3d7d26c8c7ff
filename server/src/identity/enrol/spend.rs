//! Spending a nonce. It belongs to the first statement that uses it; until that registration is decided the same
//! statement may come again a few times (the verifier may have been out of reach), any other is refused.

use yui_protocol::{Base64Url, ErrorCode, Millis};
use yui_store::{Unit, UnitError};

/// How often one statement may come before it is decided.
const TRIES: i64 = 5;

/// Notes that `statement` uses the nonce: `nonce_used` when another does, it was decided, or came too often.
pub async fn claim(
    unit: &mut Unit,
    nonce: &[u8],
    statement: &[u8; 32],
    expires_at: Millis,
) -> Result<(), UnitError> {
    let (nonce, statement) = (Base64Url::encode(nonce), Base64Url::encode(statement));
    let now = unit.now();
    unit.sql("DELETE FROM spent_nonce WHERE expires_at < $1").bind(now).execute().await?;
    let row = unit
        .sql("SELECT statement, tries, done FROM spent_nonce WHERE nonce = $1")
        .bind(&nonce)
        .fetch_optional()
        .await?;
    let Some(row) = row else {
        unit.sql(
            "INSERT INTO spent_nonce (nonce, statement, tries, done, expires_at) VALUES ($1, $2, 1, 0, $3)",
        )
        .bind(&nonce)
        .bind(&statement)
        .bind(expires_at)
        .execute()
        .await?;
        return Ok(());
    };
    let may_come_again = row.get::<String>("statement")? == statement
        && row.get::<i64>("tries")? < TRIES
        && !row.get::<bool>("done")?;
    if !may_come_again {
        return Err(ErrorCode::NonceUsed.into());
    }
    unit.sql("UPDATE spent_nonce SET tries = tries + 1 WHERE nonce = $1").bind(&nonce).execute().await?;
    Ok(())
}

/// The registration is decided, for or against: the nonce is done with. `nonce_used` when it was already.
pub async fn finish(unit: &mut Unit, nonce: &[u8]) -> Result<(), UnitError> {
    let changed = unit
        .sql("UPDATE spent_nonce SET done = 1 WHERE nonce = $1 AND done = 0")
        .bind(Base64Url::encode(nonce))
        .execute()
        .await?;
    if changed == 1 { Ok(()) } else { Err(ErrorCode::NonceUsed.into()) }
}
