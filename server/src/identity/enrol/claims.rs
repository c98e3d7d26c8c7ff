//! Registrations that are not accepted (yet). A nonce belongs to the first request that uses it, and any other is
//! refused. A phone that waits too long sends the same request again, perhaps while the first is still looked at: it is
//! decided once, and whoever sends it gets the one answer, also when that is a refusal. Where nothing could be decided (the
//! verifier may have been out of reach) it may come again a few times.
//!
//! This is in memory only, because whoever comes is a stranger until then, and nothing that strangers do may grow the store
//! or its log; what was accepted is in the store, see [`super::spend`]. What a restart forgets here are nonces that end
//! with it.

use std::{
    collections::{BTreeSet, HashMap, hash_map::Entry},
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde::Serialize;
use sha2::{Digest, Sha256};
use tokio::sync::watch;
use tracing::Instrument;
use yui_protocol::{ErrorCode, Millis, identity::EnrolAnswer};

use super::room::Room;
use crate::{
    http::{network::Network, problem::ApiError},
    identity::{
        errand,
        nonce::{Given, LENGTH},
    },
    state::Yui,
};

/// How often one request may come before it is decided.
const TRIES: u32 = 5;

/// What came of a registration.
pub type Answer = Result<EnrolAnswer, ApiError>;

/// A request that uses a nonce.
pub struct Asked {
    given: Given,
    request: [u8; 32],
    network: Network,
}

impl Asked {
    /// This request, which uses this nonce and came from there.
    pub fn of(request: &impl Serialize, given: Given, network: Network) -> Result<Self, ErrorCode> {
        let text = serde_json::to_vec(request).map_err(|_| ErrorCode::Internal)?;
        Ok(Self { given, request: Sha256::digest(text).into(), network })
    }
}

/// Has a request decided to its end, whether or not anybody still waits for it, and once for all who send the same
/// meanwhile. Refused besides: `nonce_used` when another request has the nonce, or this one came too often; `busy` when
/// too many nonces are in use where it comes from.
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
pub struct Claims(Mutex<Held>);

#[derive(Default)]
struct Held {
    by_nonce: HashMap<[u8; LENGTH], Claim>,
    /// In the order in which they end: forgetting looks at no other.
    ends: BTreeSet<(Millis, [u8; LENGTH])>,
    room: Room,
}

struct Claim {
    request: [u8; 32],
    network: Network,
    tries: u32,
    stage: Stage,
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
        // It may have run out since it was judged, and what is known of it is forgotten then.
        if now > asked.given.expires_at {
            return Err(ErrorCode::NonceExpired.into());
        }
        let mut held = self.held();
        held.forget_old(now);
        let Held { by_nonce, ends, room } = &mut *held;
        let Asked { given, request, network } = *asked;
        let claim = match by_nonce.entry(given.nonce) {
            Entry::Occupied(claim) => claim.into_mut(),
            Entry::Vacant(place) => {
                room.take(network)?;
                ends.insert((given.expires_at, given.nonce));
                place.insert(Claim { request, network, tries: 0, stage: Stage::Undecided })
            }
        };
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
        let mut held = self.held();
        match answer {
            // The store knows it from now on.
            Ok(_) => held.forget(asked.given.expires_at, asked.given.nonce),
            Err(error) => {
                if let Some(claim) = held.by_nonce.get_mut(&asked.given.nonce) {
                    let stage =
                        if may_pass(&error.code) { Stage::Undecided } else { Stage::Refused(error.clone()) };
                    claim.stage = stage;
                }
            }
        }
    }

    /// Forgets the nonces that have run out.
    pub fn forget_old(&self, now: Millis) {
        self.held().forget_old(now);
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn forget_old(&mut self, now: Millis) {
        while let Some((end, nonce)) = self.ends.first().copied().filter(|(end, _)| *end < now) {
            self.forget(end, nonce);
        }
    }

    fn forget(&mut self, end: Millis, nonce: [u8; LENGTH]) {
        self.ends.remove(&(end, nonce));
        if let Some(claim) = self.by_nonce.remove(&nonce) {
            self.room.give_back(claim.network);
        }
    }
}

/// Out of reach is no decision.
fn may_pass(code: &ErrorCode) -> bool {
    *code == ErrorCode::VerifierUnavailable || errand::may_pass(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(nonce: u8, request: u8, expires_at: i64) -> Asked {
        Asked {
            given: Given { nonce: [nonce; LENGTH], expires_at: Millis(expires_at) },
            request: [request; 32],
            network: Network::of(std::net::Ipv4Addr::LOCALHOST.into()),
        }
    }

    /// The code of who is refused.
    fn code(turn: Result<Turn, ApiError>) -> Option<ErrorCode> {
        turn.err().map(|error| error.code)
    }

    #[test]
    fn a_nonce_is_the_first_requests_a_few_times_and_its_refusal_stays() {
        let (claims, now) = (Claims::default(), Millis(0));
        let (mine, others) = (asked(1, 1, 100), asked(1, 2, 100));
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

        let refused = asked(2, 1, 100);
        claims.turn(&refused, now).expect("may be tried");
        claims.end(&refused, &Err(ErrorCode::WrongCard.into()));
        assert_eq!(code(claims.turn(&refused, now)), Some(ErrorCode::WrongCard));
        assert_eq!(code(claims.turn(&asked(2, 2, 100), now)), Some(ErrorCode::NonceUsed));

        let given_up = asked(3, 1, 100);
        drop(claims.turn(&given_up, now).expect("may be tried"));
        assert!(matches!(claims.turn(&given_up, now), Ok(Turn::Decides(_))), "nobody waits for a panic");
        claims.forget_old(Millis(100));
        assert_eq!(claims.held().by_nonce.len(), 3);
        claims.forget_old(Millis(101));
        assert!(claims.held().by_nonce.is_empty());
    }

    #[test]
    fn what_ended_takes_no_room() {
        let claims = Claims::default();
        let mut taken = (0..9).map(|n| asked(n, 1, if n < 4 { 100 } else { 200 }));
        assert!(taken.all(|asked| claims.turn(&asked, Millis(0)).is_ok()));
        let answer = EnrolAnswer::InReview { reference: String::new(), server_time: Millis(0) };
        claims.end(&asked(8, 1, 200), &Ok(answer));
        assert!(matches!(claims.turn(&asked(0, 2, 300), Millis(101)), Ok(Turn::Decides(_))));
        let held = claims.held();
        assert_eq!(
            (held.by_nonce.len(), held.ends.len()),
            (5, 5),
            "four ended, one was accepted, one is new"
        );
        assert_eq!(held.room.taken(), 5);
    }
}
