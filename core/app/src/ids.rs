//! Ids of acts, in the order in which they were made also within one millisecond (RFC 9562 §6.2, method 2).

use std::sync::{Arc, Mutex, PoisonError};

use rand::RngCore;
use yui_protocol::{CommandId, Millis};

use crate::seams::Random;

/// How far the time may step back while ids still go on from the last one; after a larger step (the server put
/// a wrong clock right) they begin again at the right time, because a server refuses ids of another time.
const STEP_BACK: i64 = 5 * Millis::SECOND;

/// The bits below the variant, which count on within a millisecond.
const COUNTED: u128 = (1 << 62) - 1;

/// Makes ids.
pub(crate) struct Ids {
    last: Mutex<Option<CommandId>>,
    random: Random,
}

impl Ids {
    /// With other random numbers than the system's, if there are.
    pub(crate) fn new(random: Option<Random>) -> Self {
        let random = random.unwrap_or_else(|| Arc::new(|bytes| rand::rng().fill_bytes(bytes)));
        Self { last: Mutex::default(), random }
    }

    /// A fresh id of the instant `now`, greater than the one before.
    pub(crate) fn next(&self, now: Millis) -> CommandId {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = CommandId::new(now, self.bytes());
        let near = |last: &CommandId| last.at().is_ok_and(|at| at.since(now) <= STEP_BACK);
        let id = match last.filter(near) {
            Some(last) if fresh <= last => self.after(last, now),
            _ => fresh,
        };
        *last = Some(id);
        id
    }

    /// An id a random step above `last`; of the next millisecond when the counted bits are used up.
    fn after(&self, last: CommandId, now: Millis) -> CommandId {
        let value = u128::from_be_bytes(*last.as_bytes());
        let counted = (value & COUNTED) + 1 + u128::from(u32::from_be_bytes(self.bytes()));
        if counted <= COUNTED {
            CommandId::from_bytes(((value & !COUNTED) | counted).to_be_bytes())
        } else {
            CommandId::new(last.at().unwrap_or(now).plus(1), self.bytes())
        }
    }

    fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.random)(&mut bytes);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Millis = Millis(1_795_392_000_000);

    #[test]
    fn ids_of_one_millisecond_are_in_order_and_of_its_time() {
        let ids = Ids::new(None);
        let made: Vec<_> = (0..10_000).map(|_| ids.next(NOW)).collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(made.iter().all(|id| id.at().is_ok_and(|at| at.since(NOW) <= 1)));
    }

    #[test]
    fn a_small_step_back_keeps_the_order_and_a_large_one_begins_again() {
        let ids = Ids::new(None);
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
        let next = Ids::new(None).after(last, NOW);
        assert!(last < next);
        assert_eq!(next.at(), Ok(NOW.plus(1)));
    }
}
