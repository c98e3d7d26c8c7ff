//! Spending a nonce. It belongs to the first statement that uses it; until that registration is decided the same
//! statement may come again a few times (the verifier may have been out of reach), and once it was accepted it may
//! come again because its answer was lost. Any other statement is refused.

use yui_protocol::{Base64Url, ErrorCode, Millis};
use yui_store::{Row, StoreError, Unit, UnitError};

/// How often one statement may come before it is decided.
const TRIES: i64 = 5;

/// How a statement's registration stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Not decided yet.
    Open,
    /// The phone is registered, or staff look at it.
    Accepted,
    /// Refused for good.
    Refused,
}

impl Outcome {
    fn word(self) -> Option<&'static str> {
        match self {
            Self::Open => None,
            Self::Accepted => Some("accepted"),
            Self::Refused => Some("refused"),
        }
    }

    fn read(row: &Row) -> Result<Self, StoreError> {
        let word = row.get::<Option<String>>("outcome")?;
        [Self::Open, Self::Accepted, Self::Refused]
            .into_iter()
            .find(|outcome| outcome.word() == word.as_deref())
            .ok_or(StoreError::Column("outcome"))
    }
}

/// Notes that `statement` uses the nonce, and answers whether it was accepted before: `nonce_used` when another
/// statement uses it, this one was refused, or came too often.
pub async fn claim(
    unit: &mut Unit,
    nonce: &[u8],
    statement: &[u8; 32],
    expires_at: Millis,
) -> Result<Outcome, UnitError> {
    let (nonce, statement) = (Base64Url::encode(nonce), Base64Url::encode(statement));
    let now = unit.now();
    unit.sql("DELETE FROM spent_nonce WHERE expires_at < $1").bind(now).execute().await?;
    let row = unit
        .sql("SELECT statement, tries, outcome FROM spent_nonce WHERE nonce = $1")
        .bind(&nonce)
        .fetch_optional()
        .await?;
    let Some(row) = row else {
        unit.sql("INSERT INTO spent_nonce (nonce, statement, tries, expires_at) VALUES ($1, $2, 1, $3)")
            .bind(&nonce)
            .bind(&statement)
            .bind(expires_at)
            .execute()
            .await?;
        return Ok(Outcome::Open);
    };
    if row.get::<String>("statement")? != statement {
        return Err(ErrorCode::NonceUsed.into());
    }
    match Outcome::read(&row)? {
        Outcome::Accepted => Ok(Outcome::Accepted),
        Outcome::Open if row.get::<i64>("tries")? < TRIES => {
            unit.sql("UPDATE spent_nonce SET tries = tries + 1 WHERE nonce = $1")
                .bind(&nonce)
                .execute()
                .await?;
            Ok(Outcome::Open)
        }
        Outcome::Open | Outcome::Refused => Err(ErrorCode::NonceUsed.into()),
    }
}

/// Whether the registration was accepted while its twin waited for its turn: `nonce_used` when it was refused.
pub async fn look_again(unit: &mut Unit, nonce: &[u8]) -> Result<Outcome, UnitError> {
    let row = unit
        .sql("SELECT outcome FROM spent_nonce WHERE nonce = $1")
        .bind(Base64Url::encode(nonce))
        .fetch_optional()
        .await?
        .ok_or(ErrorCode::NonceUsed)?;
    match Outcome::read(&row)? {
        Outcome::Refused => Err(ErrorCode::NonceUsed.into()),
        outcome => Ok(outcome),
    }
}

/// The registration is decided and the nonce done with: `nonce_used` when it was already.
pub async fn finish(unit: &mut Unit, nonce: &[u8], outcome: Outcome) -> Result<(), UnitError> {
    let changed = unit
        .sql("UPDATE spent_nonce SET outcome = $1 WHERE nonce = $2 AND outcome IS NULL")
        .bind(outcome.word())
        .bind(Base64Url::encode(nonce))
        .execute()
        .await?;
    if changed == 1 { Ok(()) } else { Err(ErrorCode::NonceUsed.into()) }
}

/// A decision as the answer of its unit: a refusal must not give the nonce back, so it commits too.
pub fn kept<T>(decided: Result<T, UnitError>) -> Result<Result<T, ErrorCode>, UnitError> {
    match decided {
        Err(UnitError::Refused(code)) => Ok(Err(code)),
        Err(other) => Err(other),
        Ok(decision) => Ok(Ok(decision)),
    }
}
