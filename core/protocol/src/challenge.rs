//! A challenge that a counter or clinic gives a card: whoever checks the signature knows that the card, and somebody who
//! knows its PIN, was there when it was asked.
//!
//! What is signed is never the challenge alone. Whoever makes it could make it a payment or a registration, and the
//! card's holder sees only that she types her PIN.

/// What goes before a challenge in what the card's authentication key signs.
pub const CHALLENGE_DOMAIN: &[u8] = b"yui/challenge/v1";

/// Bytes that were asked for once: random, or a digest of what the answer is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Challenge(Vec<u8>);

impl Challenge {
    /// The fewest bytes: fewer would come again by chance.
    pub const SHORTEST: usize = 16;
    /// The most bytes.
    pub const LONGEST: usize = 1024;

    /// Takes a challenge; `None` when it is shorter or longer than a challenge is.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Option<Self> {
        (Self::SHORTEST..=Self::LONGEST).contains(&bytes.len()).then_some(Self(bytes))
    }

    /// What is signed: `"yui/challenge/v1" ‖ challenge`.
    #[must_use]
    pub fn signed_bytes(&self) -> Vec<u8> {
        [CHALLENGE_DOMAIN, &self.0].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{command::CARD_STEP_UP_DOMAIN, identity::ENROL_DOMAIN};

    #[test]
    fn a_challenge_cannot_be_made_to_stand_for_something_else() {
        let forged = [CARD_STEP_UP_DOMAIN, &[0; 32]].concat();
        let signed = Challenge::new(forged).expect("long enough").signed_bytes();
        assert_eq!(signed[..16], *b"yui/challenge/v1");
        for other in [CARD_STEP_UP_DOMAIN, ENROL_DOMAIN] {
            assert!(!signed.starts_with(other) && !other.starts_with(CHALLENGE_DOMAIN));
        }
    }

    #[test]
    fn a_challenge_has_its_bounds() {
        for (length, fits) in [(0, false), (15, false), (16, true), (1024, true), (1025, false)] {
            assert_eq!(Challenge::new(vec![7; length]).is_some(), fits, "{length}");
        }
    }
}
