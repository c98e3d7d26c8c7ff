//! Access tokens: opaque, ten minutes, in memory only, each bound to the key that asked for it. A restart forgets
//! them; a phone then logs in again without its user noticing.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, MutexGuard, PoisonError},
};

use sha2::{Digest, Sha256};
use yui_protocol::{Base64Url, ErrorCode, Millis, Thumbprint};

use crate::random::random;

/// How long a token lives.
pub const TOKEN_LIFE: i64 = 10 * Millis::MINUTE;

/// The most live tokens of one phone; the oldest makes room.
const PER_DEVICE: usize = 4;

/// How long a token that ran out is still told apart from one that never was.
const REMEMBERED: i64 = TOKEN_LIFE;

#[derive(Clone, Copy)]
struct Grant {
    device: Thumbprint,
    ends_at: Millis,
}

type Hash = [u8; 32];

/// See the module. Only hashes of tokens are kept.
#[derive(Default)]
pub struct Tokens(Mutex<Grants>);

#[derive(Default)]
struct Grants {
    by_hash: HashMap<Hash, Grant>,
    /// Each phone's, oldest first: never more than [`PER_DEVICE`].
    by_device: HashMap<Thumbprint, VecDeque<Hash>>,
}

impl Tokens {
    /// A fresh token for the phone `device`.
    pub fn issue(&self, device: Thumbprint, now: Millis) -> Result<String, ErrorCode> {
        let token = Base64Url::encode(&random::<32>()?);
        let id = hash(&token);
        let mut grants = self.grants();
        let own = grants.by_device.entry(device).or_default();
        own.push_back(id);
        let oldest = if own.len() > PER_DEVICE { own.pop_front() } else { None };
        if let Some(oldest) = oldest {
            grants.by_hash.remove(&oldest);
        }
        grants.by_hash.insert(id, Grant { device, ends_at: now.plus(TOKEN_LIFE) });
        Ok(token)
    }

    /// The phone whose token this is: `unauthenticated` for an unknown one, `token_expired` for one that ran out.
    pub fn device(&self, token: &str, now: Millis) -> Result<Thumbprint, ErrorCode> {
        let grants = self.grants();
        let grant = grants.by_hash.get(&hash(token)).ok_or(ErrorCode::Unauthenticated)?;
        if now < grant.ends_at { Ok(grant.device) } else { Err(ErrorCode::TokenExpired) }
    }

    /// Forgets what ran out a while ago.
    pub fn forget_old(&self, now: Millis) {
        let mut grants = self.grants();
        let Grants { by_hash, by_device } = &mut *grants;
        by_hash.retain(|_, grant| now < grant.ends_at.plus(REMEMBERED));
        by_device.retain(|_, own| {
            own.retain(|id| by_hash.contains_key(id));
            !own.is_empty()
        });
    }

    /// How many are remembered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.grants().by_hash.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn grants(&self) -> MutexGuard<'_, Grants> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn hash(token: &str) -> Hash {
    Sha256::digest(token.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_ends_after_ten_minutes() {
        let tokens = Tokens::default();
        let phone = Thumbprint([1; 32]);
        let token = tokens.issue(phone, Millis(0)).expect("random");
        assert_eq!(tokens.device(&token, Millis(TOKEN_LIFE - 1)), Ok(phone));
        assert_eq!(tokens.device(&token, Millis(TOKEN_LIFE)), Err(ErrorCode::TokenExpired));
        assert_eq!(tokens.device("another", Millis(0)), Err(ErrorCode::Unauthenticated));
        tokens.forget_old(Millis(2 * TOKEN_LIFE));
        assert!(tokens.grants().by_device.is_empty());
        assert_eq!(tokens.device(&token, Millis(TOKEN_LIFE)), Err(ErrorCode::Unauthenticated));
    }

    #[test]
    fn a_phone_that_asks_again_and_again_keeps_its_newest() {
        let tokens = Tokens::default();
        let phone = Thumbprint([1; 32]);
        let all: Vec<_> = (0..6).map(|n| tokens.issue(phone, Millis(n)).expect("random")).collect();
        assert_eq!(tokens.len(), PER_DEVICE);
        assert_eq!(tokens.grants().by_device[&phone].len(), PER_DEVICE);
        assert!(tokens.device(&all[5], Millis(6)).is_ok() && tokens.device(&all[0], Millis(6)).is_err());
    }
}
