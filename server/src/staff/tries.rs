//! Wrong tries to sign in, in memory: whoever knocks is a stranger, and nothing that strangers do may grow the store or
//! its log, which is never erased. A restart forgets them; a guesser cannot restart the server.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use yui_protocol::Millis;

/// The most tries in a row.
pub const TRIES: u32 = 5;
/// How long a name stays locked after the last try.
pub const LOCKED_FOR: i64 = 15 * Millis::MINUTE;
/// The most names that are remembered; the one tried longest ago makes room.
const NAMES: usize = 20_000;

/// Tries by keyed hash of the name that was typed, whether or not it is anybody's.
#[derive(Default)]
pub struct Tries(Mutex<HashMap<String, Tried>>);

struct Tried {
    times: u32,
    last_at: Millis,
}

/// What a try was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Try {
    /// It may be looked at.
    Counted,
    /// The same, and the name is locked from now on.
    Last,
    /// The name is locked. The try is not counted, so that the name comes free at last even while somebody keeps trying.
    Locked,
}

impl Tries {
    /// Counts a try under a name before it is looked at, so that many at once cannot outrun the count.
    pub fn count(&self, name: &str, now: Millis) -> Try {
        self.count_among(name, now, NAMES)
    }

    fn count_among(&self, name: &str, now: Millis, most: usize) -> Try {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if names.len() >= most && !names.contains_key(name) {
            names.retain(|_, tried| tried.last_at.plus(LOCKED_FOR) >= now);
            let oldest = names.iter().min_by_key(|(_, tried)| tried.last_at).map(|(name, _)| name.clone());
            if let Some(oldest) = oldest.filter(|_| names.len() >= most) {
                names.remove(&oldest);
            }
        }
        let tried = names.entry(name.to_owned()).or_insert(Tried { times: 0, last_at: now });
        if tried.last_at.plus(LOCKED_FOR) < now {
            tried.times = 0;
        }
        if tried.times >= TRIES {
            return Try::Locked;
        }
        tried.times += 1;
        tried.last_at = now;
        if tried.times == TRIES { Try::Last } else { Try::Counted }
    }

    /// She is in: her wrong tries are forgotten.
    pub fn forget(&self, name: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }

    /// Forgets the names that are free again.
    pub fn forget_old(&self, now: Millis) {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        names.retain(|_, tried| tried.last_at.plus(LOCKED_FOR) >= now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_locked_after_five_and_comes_free_while_somebody_keeps_trying() {
        let tries = Tries::default();
        let all: Vec<_> = (0..7).map(|n| tries.count("suzuki", Millis(n))).collect();
        assert_eq!(all[..4], [Try::Counted; 4]);
        assert_eq!(all[4..], [Try::Last, Try::Locked, Try::Locked]);
        assert_eq!(tries.count("tanaka", Millis(7)), Try::Counted);
        assert_eq!(tries.count("suzuki", Millis(4 + LOCKED_FOR)), Try::Locked);
        assert_eq!(tries.count("suzuki", Millis(5 + LOCKED_FOR)), Try::Counted);
        tries.forget("suzuki");
        tries.forget_old(Millis(8 + LOCKED_FOR));
        assert!(tries.0.lock().expect("unpoisoned").is_empty());
    }

    #[test]
    fn a_flood_of_names_takes_no_more_memory_and_frees_no_name_that_was_just_locked() {
        let tries = Tries::default();
        let flood = |from: u32| {
            for n in from..from + 9 {
                tries.count_among(&n.to_string(), Millis(n.into()), 10);
            }
        };
        flood(0);
        for _ in 0..TRIES {
            tries.count_among("suzuki", Millis(100), 10);
        }
        flood(50);
        assert_eq!(tries.0.lock().expect("unpoisoned").len(), 10);
        assert_eq!(tries.count_among("suzuki", Millis(101), 10), Try::Locked);
    }
}
