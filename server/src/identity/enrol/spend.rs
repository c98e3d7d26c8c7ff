//! Spending a nonce. It belongs to the first statement that uses it; until that registration is decided the same
//! statement may come again a few times (the verifier may have been out of reach), and once it was accepted it may
//! come again because its answer was lost. Any other statement is refused.
//!
//! What was accepted is in the store. What is undecided or was refused is in memory only, because whoever comes is a
//! stranger until then, and nothing that strangers do may grow the store or its log. A restart forgets it: a statement
//! that was refused may then be tried again while its nonce lives, and is refused for the same reason.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use yui_protocol::{Base64Url, ErrorCode, Millis};
use yui_store::{Db, Row, StoreError, Unit, UnitError};

/// How often one statement may come before it is decided.
const TRIES: u32 = 5;

/// The most nonces in memory; far more than registrations in the five minutes of a nonce.
const MOST: usize = 50_000;

/// Nonces in use whose registration is not accepted.
#[derive(Default)]
pub struct Claims(Mutex<HashMap<Vec<u8>, Claim>>);

struct Claim {
    statement: [u8; 32],
    tries: u32,
    refused: bool,
    expires_at: Millis,
}

impl Claims {
    /// Notes that `statement` uses the nonce: `nonce_used` when another does, this one was refused, or came too often;
    /// `busy` when too many are in use.
    pub fn claim(
        &self,
        nonce: &[u8],
        statement: &[u8; 32],
        expires_at: Millis,
        now: Millis,
    ) -> Result<(), ErrorCode> {
        let mut claims = self.claims();
        if claims.len() >= MOST && !claims.contains_key(nonce) {
            claims.retain(|_, claim| now <= claim.expires_at);
            if claims.len() >= MOST {
                return Err(ErrorCode::Busy);
            }
        }
        let first = Claim { statement: *statement, tries: 0, refused: false, expires_at };
        let claim = claims.entry(nonce.to_vec()).or_insert(first);
        if claim.statement != *statement || claim.refused || claim.tries >= TRIES {
            return Err(ErrorCode::NonceUsed);
        }
        claim.tries += 1;
        Ok(())
    }

    /// The registration is refused for good.
    pub fn refuse(&self, nonce: &[u8]) {
        if let Some(claim) = self.claims().get_mut(nonce) {
            claim.refused = true;
        }
    }

    /// Forgets the nonces that have run out.
    pub fn forget_old(&self, now: Millis) {
        self.claims().retain(|_, claim| now <= claim.expires_at);
    }

    fn claims(&self) -> MutexGuard<'_, HashMap<Vec<u8>, Claim>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_is_the_first_statements_a_few_times_and_nobodys_once_refused() {
        let claims = Claims::default();
        let (end, now) = (Millis(100), Millis(0));
        let claim = |nonce: &[u8], statement: u8| claims.claim(nonce, &[statement; 32], end, now);
        for _ in 0..TRIES {
            assert_eq!(claim(b"a", 1), Ok(()));
            assert_eq!(claim(b"a", 2), Err(ErrorCode::NonceUsed));
        }
        assert_eq!(claim(b"a", 1), Err(ErrorCode::NonceUsed), "too often");
        assert_eq!(claim(b"b", 1), Ok(()));
        claims.refuse(b"b");
        assert_eq!(claim(b"b", 1), Err(ErrorCode::NonceUsed));
        claims.forget_old(Millis(101));
        assert!(claims.claims().is_empty());
    }

    #[test]
    fn a_flood_takes_no_more_memory_and_passes() {
        let claims = Claims::default();
        for n in 0..MOST {
            assert_eq!(claims.claim(&n.to_be_bytes(), &[1; 32], Millis(10), Millis(0)), Ok(()));
        }
        assert_eq!(claims.claim(b"more", &[1; 32], Millis(20), Millis(10)), Err(ErrorCode::Busy));
        assert_eq!(claims.claim(b"more", &[1; 32], Millis(20), Millis(11)), Ok(()));
        assert_eq!(claims.claims().len(), 1);
    }
}
