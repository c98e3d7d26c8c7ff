//! What was used once and must not be used again: the `jti` of assertions and proofs, kept until they would have
//! run out anyway. Each key has a bound of its own, so that nobody can push out or use up what is another's. Only
//! registered keys are remembered, within the rates of their phones, which bounds the whole.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use sha2::{Digest, Sha256};
use yui_protocol::{ErrorCode, Millis, Thumbprint};

use crate::config::Limits;

/// For how many minutes at the most something is remembered, and one more because rates let a whole minute come at
/// once; a phone that keeps to its rate never meets the bound.
const MINUTES: usize = 11;

type Seen = HashMap<[u8; 16], Millis>;

/// See the module.
pub struct Replays {
    by_key: Mutex<HashMap<Thumbprint, Seen>>,
    most: usize,
}

impl Replays {
    /// Remembers what a phone may send by these limits.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        let a_minute = usize::try_from(limits.reads_per_minute).unwrap_or(usize::MAX);
        // A request has one `jti`; a login two.
        Self { by_key: Mutex::default(), most: a_minute.saturating_mul(2 * MINUTES) }
    }

    /// Whether `jti` of `key` is used for the first time; remembered until `until`. `busy` when too much of this key
    /// is remembered already, so that nobody can push out what still counts.
    pub fn first_use(
        &self,
        key: &Thumbprint,
        jti: &str,
        until: Millis,
        now: Millis,
    ) -> Result<bool, ErrorCode> {
        let hash: [u8; 32] = Sha256::digest(jti).into();
        let mut id = [0; 16];
        id.copy_from_slice(&hash[..16]);
        let mut by_key = self.by_key.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = by_key.entry(*key).or_default();
        if seen.get(&id).is_some_and(|until| *until >= now) {
            return Ok(false);
        }
        if seen.len() >= self.most {
            seen.retain(|_, until| *until >= now);
            if seen.len() >= self.most {
                return Err(ErrorCode::Busy);
            }
        }
        seen.insert(id, until);
        Ok(true)
    }

    /// Forgets what has run out.
    pub fn forget_old(&self, now: Millis) {
        self.by_key.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, seen| {
            seen.retain(|_, until| *until >= now);
            !seen.is_empty()
        });
    }

    /// How many keys something is remembered of.
    #[must_use]
    pub fn keys(&self) -> usize {
        self.by_key.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replays() -> Replays {
        Replays::new(&Limits { reads_per_minute: 10, ..Limits::default() })
    }

    #[test]
    fn once_means_once_for_each_key() {
        let replays = replays();
        let (hanako, taro) = (Thumbprint([1; 32]), Thumbprint([2; 32]));
        let use_at = |key, now| replays.first_use(key, "a", Millis(100), Millis(now));
        assert_eq!(use_at(&hanako, 1), Ok(true));
        assert_eq!(use_at(&hanako, 100), Ok(false));
        assert_eq!(use_at(&taro, 2), Ok(true));
        replays.forget_old(Millis(101));
        assert_eq!(replays.keys(), 0);
        assert_eq!(use_at(&hanako, 101), Ok(true));
    }

    #[test]
    fn a_flood_fills_its_own_place_only_and_forgets_nothing() {
        let replays = replays();
        let (flood, other) = (Thumbprint([1; 32]), Thumbprint([2; 32]));
        let mut taken = 0;
        while replays.first_use(&flood, &taken.to_string(), Millis(10), Millis(0)) == Ok(true) {
            taken += 1;
        }
        assert_eq!(taken, 2 * 10 * MINUTES, "all that two a request and ten a minute can come to");
        assert_eq!(replays.first_use(&flood, "more", Millis(10), Millis(10)), Err(ErrorCode::Busy));
        assert_eq!(replays.first_use(&flood, "0", Millis(10), Millis(10)), Ok(false), "nothing is forgotten");
        assert_eq!(replays.first_use(&other, "mine", Millis(10), Millis(10)), Ok(true), "others go on");
        assert_eq!(replays.first_use(&flood, "more", Millis(20), Millis(11)), Ok(true), "in time so does it");
    }
}
