//! What was used once and must not be used again: the `jti` of assertions and proofs, kept until they would have
//! run out anyway, within a bound.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use sha2::{Digest, Sha256};
use yui_protocol::{ErrorCode, Millis, Thumbprint};

/// The most that is remembered at once.
const BOUND: usize = 200_000;

/// See the module.
#[derive(Default)]
pub struct Replays(Mutex<HashMap<[u8; 32], Millis>>);

impl Replays {
    /// Whether `jti` of `key` is used for the first time; remembered until `until`. `busy` when too much is
    /// remembered already, so that nobody can push out what still counts.
    pub fn first_use(
        &self,
        key: &Thumbprint,
        jti: &str,
        until: Millis,
        now: Millis,
    ) -> Result<bool, ErrorCode> {
        let id: [u8; 32] = Sha256::new().chain_update(key.0).chain_update(jti).finalize().into();
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.get(&id).is_some_and(|until| *until >= now) {
            return Ok(false);
        }
        if seen.len() >= BOUND {
            seen.retain(|_, until| *until >= now);
            if seen.len() >= BOUND {
                return Err(ErrorCode::Busy);
            }
        }
        seen.insert(id, until);
        Ok(true)
    }

    /// Forgets what has run out.
    pub fn forget_old(&self, now: Millis) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, until| *until >= now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn once_means_once_for_each_key() {
        let replays = Replays::default();
        let (hanako, taro) = (Thumbprint([1; 32]), Thumbprint([2; 32]));
        let use_at = |key, now| replays.first_use(key, "a", Millis(100), Millis(now));
        assert_eq!(use_at(&hanako, 1), Ok(true));
        assert_eq!(use_at(&hanako, 100), Ok(false));
        assert_eq!(use_at(&taro, 2), Ok(true));
        replays.forget_old(Millis(101));
        assert_eq!(use_at(&hanako, 101), Ok(true));
    }

    #[test]
    fn a_flood_is_refused_and_forgets_nothing() {
        let replays = Replays::default();
        let key = Thumbprint([1; 32]);
        for n in 0..BOUND {
            assert_eq!(replays.first_use(&key, &n.to_string(), Millis(10), Millis(0)), Ok(true));
        }
        assert_eq!(replays.first_use(&key, "more", Millis(10), Millis(10)), Err(ErrorCode::Busy));
        assert_eq!(replays.first_use(&key, "0", Millis(10), Millis(10)), Ok(false));
        assert_eq!(replays.first_use(&key, "more", Millis(20), Millis(11)), Ok(true));
    }
}
