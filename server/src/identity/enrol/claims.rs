//! Registrations that are not accepted (yet). A nonce belongs to the first request that uses it, and any other is
//! refused. A phone that waits too long sends the same request again, perhaps while the first is still looked at: it is
//! decided once, and whoever sends it gets the one answer, also when that is a refusal. Where nothing could be decided (the
//! verifier may have been out of reach) it may come again a few times.
//!
//! This is in memory only, because whoever comes is a stranger until then, and nothing that strangers do may grow the store
//! or its log; what was accepted is in the store, see [`super::spend`]. A restart forgets it: a request that was refused
//! may then be tried again while its nonce lives, and is refused for the same reason.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde::Serialize;
use sha2::{Digest, Sha256};
use tokio::sync::watch;
use tracing::Instrument;
use yui_protocol::{ErrorCode, Millis, identity::EnrolAnswer};

use crate::{http::problem::ApiError, identity::errand, state::Yui};

/// How often one request may come before it is decided.
const TRIES: u32 = 5;

/// The most nonces in memory; far more than registrations in the five minutes of a nonce.
const MOST: usize = 50_000;

/// What came of a registration.
pub type Answer = Result<EnrolAnswer, ApiError>;

/// A request that uses a nonce.
pub struct Asked {
    nonce: Vec<u8>,
    request: [u8; 32],
    expires_at: Millis,
}

impl Asked {
    /// This request, whose nonce ends then.
    pub fn of(request: &impl Serialize, nonce: &[u8], expires_at: Millis) -> Result<Self, ErrorCode> {
        let text = serde_json::to_vec(request).map_err(|_| ErrorCode::Internal)?;
        Ok(Self { nonce: nonce.to_owned(), request: Sha256::digest(text).into(), expires_at })
    }
}

/// Has a request decided to its end, whether or not anybody still waits for it, and once for all who send the same
/// meanwhile. Refused besides: `nonce_used` when another request has the nonce, or this one came too often; `busy` when
/// too many nonces are in use.
pub async fn decide_once<F>(yui: &Yui, asked: Asked, decide: impl FnOnce(Yui) -> F) -> Answer
where
    F: Future<Output = Answer> + Send + 'static,
{
    let mut told = match yui.claims.turn(&asked, yui.clock.now())? {
        Turn::Waits(told) => told,
        Turn::Decides(tell) => {
            let (told, decided, yui) = (tell.subscribe(), decide(yui.clone()), yui.clone());
            let deciding = async move {
                let answer = decided.await;
                yui.claims.end(&asked, &answer);
                tell.send_replace(Some(answer));
            };
            tokio::spawn(deciding.in_current_span());
            told
        }
    };
    let answer = told.wait_for(Option::is_some).await.ok().and_then(|answer| answer.clone());
    answer.unwrap_or_else(|| Err(ErrorCode::Internal.into()))
}

/// Nonces in use whose registration is not accepted.
#[derive(Default)]
pub struct Claims(Mutex<HashMap<Vec<u8>, Claim>>);

struct Claim {
    request: [u8; 32],
    tries: u32,
    stage: Stage,
    expires_at: Millis,
}

enum Stage {
    Undecided,
    Underway(watch::Receiver<Option<Answer>>),
    Refused(ApiError),
}

/// What one who sends a request has to do.
enum Turn {
    Decides(watch::Sender<Option<Answer>>),
    Waits(watch::Receiver<Option<Answer>>),
}

impl Claims {
    fn turn(&self, asked: &Asked, now: Millis) -> Result<Turn, ApiError> {
        let mut claims = self.claims();
        if claims.len() >= MOST && !claims.contains_key(&asked.nonce) {
            claims.retain(|_, claim| now <= claim.expires_at);
            if claims.len() >= MOST {
                return Err(ErrorCode::Busy.into());
            }
        }
        let Asked { request, expires_at, .. } = *asked;
        let first = || Claim { request, tries: 0, stage: Stage::Undecided, expires_at };
        let claim = claims.entry(asked.nonce.clone()).or_insert_with(first);
        match &claim.stage {
            _ if claim.request != request => return Err(ErrorCode::NonceUsed.into()),
            Stage::Refused(error) => return Err(error.clone()),
            // Of one that panicked nobody will tell.
            Stage::Underway(told) if told.has_changed().is_ok() => return Ok(Turn::Waits(told.clone())),
            _ if claim.tries >= TRIES => return Err(ErrorCode::NonceUsed.into()),
            _ => {}
        }
        let (tell, told) = watch::channel(None);
        claim.tries += 1;
        claim.stage = Stage::Underway(told);
        Ok(Turn::Decides(tell))
    }

    fn end(&self, asked: &Asked, answer: &Answer) {
        let mut claims = self.claims();
        match answer {
            // The store knows it from now on.
            Ok(_) => drop(claims.remove(&asked.nonce)),
            Err(error) => {
                if let Some(claim) = claims.get_mut(&asked.nonce) {
                    let stage =
                        if may_pass(&error.code) { Stage::Undecided } else { Stage::Refused(error.clone()) };
                    claim.stage = stage;
                }
            }
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

/// Out of reach is no decision.
fn may_pass(code: &ErrorCode) -> bool {
    *code == ErrorCode::VerifierUnavailable || errand::may_pass(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(nonce: &[u8], request: u8, expires_at: i64) -> Asked {
        Asked { nonce: nonce.to_owned(), request: [request; 32], expires_at: Millis(expires_at) }
    }

    /// The code of who is refused.
    fn code(turn: Result<Turn, ApiError>) -> Option<ErrorCode> {
        turn.err().map(|error| error.code)
    }

    #[test]
    fn a_nonce_is_the_first_requests_a_few_times_and_its_refusal_stays() {
        let (claims, now) = (Claims::default(), Millis(0));
        let (mine, others) = (asked(b"a", 1, 100), asked(b"a", 2, 100));
        for _ in 0..TRIES {
            let deciding = claims.turn(&mine, now).expect("may be tried");
            assert!(matches!(deciding, Turn::Decides(_)));
            assert!(
                matches!(claims.turn(&mine, now), Ok(Turn::Waits(_))),
                "a twin waits and counts as no try"
            );
            assert_eq!(code(claims.turn(&others, now)), Some(ErrorCode::NonceUsed));
            claims.end(&mine, &Err(ErrorCode::VerifierUnavailable.into()));
        }
        assert_eq!(code(claims.turn(&mine, now)), Some(ErrorCode::NonceUsed), "too often");

        let refused = asked(b"b", 1, 100);
        claims.turn(&refused, now).expect("may be tried");
        claims.end(&refused, &Err(ErrorCode::WrongCard.into()));
        assert_eq!(code(claims.turn(&refused, now)), Some(ErrorCode::WrongCard));
        assert_eq!(code(claims.turn(&asked(b"b", 2, 100), now)), Some(ErrorCode::NonceUsed));

        let given_up = asked(b"c", 1, 100);
        drop(claims.turn(&given_up, now).expect("may be tried"));
        assert!(matches!(claims.turn(&given_up, now), Ok(Turn::Decides(_))), "nobody waits for a panic");
        claims.forget_old(Millis(101));
        assert!(claims.claims().is_empty());
    }

    #[test]
    fn a_flood_takes_no_more_memory_and_passes() {
        let claims = Claims::default();
        for n in 0..MOST {
            assert_eq!(code(claims.turn(&asked(&n.to_be_bytes(), 1, 10), Millis(0))), None);
        }
        assert_eq!(code(claims.turn(&asked(b"more", 1, 20), Millis(10))), Some(ErrorCode::Busy));
        assert_eq!(code(claims.turn(&asked(b"more", 1, 20), Millis(11))), None);
        assert_eq!(claims.claims().len(), 1);
    }
}
