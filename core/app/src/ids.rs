//! Ids of acts, in the order in which they were made also within one millisecond (RFC 9562 §6.2, method 2).

use std::sync::{Mutex, PoisonError};

use rand::RngCore;
use yui_protocol::{CommandId, Millis};

/// How far the time may step back while ids still go on from the last one; after a larger step (the server put
/// a wrong clock right) they begin again at the right time, because a server refuses ids of another time.
const STEP_BACK: i64 = 5 * Millis::SECOND;

/// The bits below the variant, which count on within a millisecond.
const COUNTED: u128 = (1 << 62) - 1;

/// Makes ids.
#[derive(Default)]
pub(crate) struct Ids(Mutex<Option<CommandId>>);

impl Ids {
    /// A fresh id of the instant `now`, greater than the one before.
    pub(crate) fn next(&self, now: Millis) -> CommandId {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = CommandId::new(now, random());
        let near = |last: &CommandId| last.at().is_ok_and(|at| at.since(now) <= STEP_BACK);
        let id = match last.filter(near) {
            Some(last) if fresh <= last => after(last, now),
            _ => fresh,
        };
        *last = Some(id);
        id
    }
}

/// An id a random step above `last`; of the next millisecond when the counted bits are used up.
fn after(last: CommandId, now: Millis) -> CommandId {
    let value = u128::from_be_bytes(*last.as_bytes());
    let counted = (value & COUNTED) + 1 + u128::from(rand::rng().next_u32());
    if counted <= COUNTED {
        CommandId::from_bytes(((value & !COUNTED) | counted).to_be_bytes())
    } else {
        CommandId::new(last.at().unwrap_or(now).plus(1), random())
    }
}

fn random() -> [u8; 10] {
    let mut bytes = [0; 10];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Millis = Millis(1_795_392_000_000);

    #[test]
    fn ids_of_one_millisecond_are_in_order_and_of_its_time() {
        let ids = Ids::default();
        let made: Vec<_> = (0..10_000).map(|_| ids.next(NOW)).collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(made.iter().all(|id| id.at().is_ok_and(|at| at.since(NOW) <= 1)));
    }

    #[test]
    fn a_small_step_back_keeps_the_order_and_a_large_one_begins_again() {
        let ids = Ids::default();
        let first = ids.next(NOW);
        let second = ids.next(NOW.plus(-2_000));
        assert!(first < second);
        let corrected = ids.next(NOW.plus(-Millis::DAY));
        assert_eq!(corrected.at(), Ok(NOW.plus(-Millis::DAY)));
    }

    #[test]
    fn used_up_bits_go_on_in_the_next_millisecond() {
        let full = u128::from_be_bytes(*CommandId::new(NOW, [0; 10]).as_bytes()) | COUNTED;
        let last = CommandId::from_bytes(full.to_be_bytes());
        let next = after(last, NOW);
        assert!(last < next);
        assert_eq!(next.at(), Ok(NOW.plus(1)));
    }
}
