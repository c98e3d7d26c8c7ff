//! Wrong tries to sign in, in memory: whoever knocks is a stranger, and nothing that strangers do may grow the store or
//! its log, which is never erased. A restart forgets them; a guesser cannot restart the server.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use yui_protocol::Millis;

/// The most tries in a row from one network, or in one known browser.
pub const TRIES: u32 = 5;
/// The most tries from all networks together.
pub const TRIES_FROM_ANYWHERE: u32 = 50;
/// How long a name stays locked after the last try.
pub const LOCKED_FOR: i64 = 15 * Millis::MINUTE;
/// The most names that are remembered; the one tried longest ago makes room.
const NAMES: usize = 20_000;

/// Under what tries are counted together: the keyed hash of a typed name, whether or not it is anybody's, and of where
/// it was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bound {
    under: String,
    most: u32,
}

impl Bound {
    /// One place.
    #[must_use]
    pub fn own(under: String) -> Self {
        Self { under, most: TRIES }
    }

    /// All places together.
    #[must_use]
    pub fn of_all(under: String) -> Self {
        Self { under, most: TRIES_FROM_ANYWHERE }
    }
}

/// Tries by what they are counted under.
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
    /// The name is locked. The try is not counted, so that the name comes free at last even while somebody keeps
    /// trying.
    Locked,
}

impl Tries {
    /// Counts a try before it is looked at, so that many at once cannot outrun the count. It counts under all of these
    /// bounds, or under none when one of them is reached.
    pub fn count(&self, bounds: &[Bound], now: Millis) -> Try {
        self.count_among(bounds, now, NAMES)
    }

    fn count_among(&self, bounds: &[Bound], now: Millis, most: usize) -> Try {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let times = |names: &HashMap<String, Tried>, under: &str| {
            let tried = names.get(under).filter(|tried| tried.last_at.plus(LOCKED_FOR) >= now);
            tried.map_or(0, |tried| tried.times)
        };
        if bounds.iter().any(|bound| times(&names, &bound.under) >= bound.most) {
            return Try::Locked;
        }
        let mut outcome = Try::Counted;
        for Bound { under, most: bound } in bounds {
            make_room(&mut names, under, now, most);
            let times = times(&names, under) + 1;
            names.insert(under.clone(), Tried { times, last_at: now });
            if times == *bound {
                outcome = Try::Last;
            }
        }
        outcome
    }

    /// She is in: the tries at her place are forgotten, and of those from everywhere this one, as the others are
    /// somebody else's.
    pub fn forget(&self, bounds: &[Bound]) {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for Bound { under, most } in bounds {
            if *most == TRIES {
                names.remove(under);
            } else if let Some(tried) = names.get_mut(under) {
                tried.times = tried.times.saturating_sub(1);
            }
        }
    }

    /// It came to no verdict: it was no wrong try.
    pub fn undo(&self, bounds: &[Bound]) {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for Bound { under, .. } in bounds {
            if let Some(tried) = names.get_mut(under) {
                tried.times = tried.times.saturating_sub(1);
            }
        }
    }

    /// Forgets the names that are free again.
    pub fn forget_old(&self, now: Millis) {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        names.retain(|_, tried| tried.last_at.plus(LOCKED_FOR) >= now);
    }
}

fn make_room(names: &mut HashMap<String, Tried>, under: &str, now: Millis, most: usize) {
    if names.len() < most || names.contains_key(under) {
        return;
    }
    names.retain(|_, tried| tried.last_at.plus(LOCKED_FOR) >= now);
    let oldest = names.iter().min_by_key(|(_, tried)| tried.last_at).map(|(name, _)| name.clone());
    if let Some(oldest) = oldest.filter(|_| names.len() >= most) {
        names.remove(&oldest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(name: &str) -> [Bound; 1] {
        [Bound::own(name.to_owned())]
    }

    #[test]
    fn a_bound_that_is_reached_counts_nothing_under_the_others() {
        let tries = Tries::default();
        let from =
            |network: u32| [Bound::own(format!("suzuki {network}")), Bound::of_all("suzuki".to_owned())];
        let count = |network| tries.count(&from(network), Millis(0));
        for _ in 0..2 * TRIES {
            count(0);
        }
        assert_eq!(count(1), Try::Counted);
        tries.forget(&from(1));
        let others = TRIES_FROM_ANYWHERE / TRIES;
        let counted: Vec<_> =
            (1..others).flat_map(|network| (0..TRIES).map(move |_| network)).map(count).collect();
        assert!(!counted.contains(&Try::Locked), "only five of the ten, and not hers who came in");
        assert_eq!(count(others), Try::Locked);
    }

    #[test]
    fn a_name_is_locked_after_five_and_comes_free_while_somebody_keeps_trying() {
        let tries = Tries::default();
        let all: Vec<_> = (0..7).map(|n| tries.count(&own("suzuki"), Millis(n))).collect();
        assert_eq!(all[..4], [Try::Counted; 4]);
        assert_eq!(all[4..], [Try::Last, Try::Locked, Try::Locked]);
        assert_eq!(tries.count(&own("tanaka"), Millis(7)), Try::Counted);
        assert_eq!(tries.count(&own("suzuki"), Millis(4 + LOCKED_FOR)), Try::Locked);
        assert_eq!(tries.count(&own("suzuki"), Millis(5 + LOCKED_FOR)), Try::Counted);
        tries.forget(&own("suzuki"));
        tries.forget_old(Millis(8 + LOCKED_FOR));
        assert!(tries.0.lock().expect("unpoisoned").is_empty());
    }

    #[test]
    fn a_flood_of_names_takes_no_more_memory_and_frees_no_name_that_was_just_locked() {
        let tries = Tries::default();
        let flood = |from: u32| {
            for n in from..from + 9 {
                tries.count_among(&own(&n.to_string()), Millis(n.into()), 10);
            }
        };
        flood(0);
        for _ in 0..TRIES {
            tries.count_among(&own("suzuki"), Millis(100), 10);
        }
        flood(50);
        assert_eq!(tries.0.lock().expect("unpoisoned").len(), 10);
        assert_eq!(tries.count_among(&own("suzuki"), Millis(101), 10), Try::Locked);
    }
}
