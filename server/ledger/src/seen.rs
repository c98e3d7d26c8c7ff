//! Ids whose answers have left memory, by the second in which they were made: so that a fresh id needs no look into the
//! store, however fast others come. Of an id its last eight bytes stay; two of one second that share them cost a look that
//! finds nothing.

use std::collections::{BTreeMap, HashSet};

use yui_protocol::{CommandId, Millis};

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Seen {
    seconds: BTreeMap<i64, HashSet<u64>>,
    count: usize,
    /// Every accepted id that was made from here on is here, or with its answer in memory.
    from: Millis,
}

impl Seen {
    /// Nothing yet, of what was made from `from` on.
    pub(crate) fn since(from: Millis) -> Self {
        Self { seconds: BTreeMap::new(), count: 0, from }
    }

    pub(crate) fn insert(&mut self, id: CommandId) {
        let Some(made) = id.at().ok().filter(|made| *made >= self.from) else { return };
        self.count += usize::from(self.seconds.entry(second(made)).or_default().insert(part(id)));
    }

    /// Whether an id may have been accepted; one that is no id of ours was not.
    pub(crate) fn may_hold(&self, id: CommandId) -> bool {
        let Ok(made) = id.at() else { return false };
        made < self.from || self.seconds.get(&second(made)).is_some_and(|ids| ids.contains(&part(id)))
    }

    /// Forgets whole seconds, the oldest first: those before `oldest`, and as many as are too much.
    pub(crate) fn forget(&mut self, oldest: Millis, at_most: usize) {
        while let Some(first) = self.seconds.first_entry() {
            let end = Millis((first.key() + 1).saturating_mul(Millis::SECOND));
            if end > oldest && self.count <= at_most {
                break;
            }
            self.count -= first.remove().len();
            self.from = self.from.max(end);
        }
    }
}

fn second(made: Millis) -> i64 {
    made.0.div_euclid(Millis::SECOND)
}

/// The last eight bytes of an id, `rand_b` of a UUIDv7 (RFC 9562 §5.7).
fn part(id: CommandId) -> u64 {
    let (_, half) = id.as_bytes().split_last_chunk().unwrap_or((&[], &[0; 8]));
    u64::from_be_bytes(*half)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8, at: i64) -> CommandId {
        CommandId::new(Millis(at), [n; 10])
    }

    #[test]
    fn what_is_made_after_the_oldest_second_is_known_for_certain() {
        let mut seen = Seen::since(Millis(i64::MIN));
        for n in 0..10 {
            seen.insert(id(n, i64::from(n) * 500));
        }
        assert!(seen.may_hold(id(4, 2000)) && !seen.may_hold(id(99, 2000)));
        seen.forget(Millis(1500), 100);
        assert!(!seen.may_hold(id(99, 1000)), "a second is not over before its end");
        seen.forget(Millis(2000), 100);
        assert!(seen.may_hold(id(99, 1999)) && !seen.may_hold(id(99, 2000)) && seen.may_hold(id(4, 2000)));
        seen.forget(Millis(2000), 3);
        assert!(seen.may_hold(id(99, 3999)) && !seen.may_hold(id(99, 4000)) && seen.may_hold(id(9, 4500)));
        seen.insert(id(1, 3000));
        assert_eq!(seen.count, 2, "what may be older anyhow takes no room");
    }
}
