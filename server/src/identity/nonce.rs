//! The nonce of a registration: unforgeable without a row being kept, good for five minutes and for one statement.
//!
//! A nonce is `time ‖ 8 random bytes ‖ the first 16 bytes of a keyed hash over both`, under a key of this process: which
//! nonces were refused only this process knows ([`crate::identity::enrol::claims`]), so what it gave ends with it. Asking
//! for one writes nothing, so strangers cannot fill the store; a registration that is accepted does.

use yui_protocol::{ErrorCode, Millis, identity::NONCE_LIFE};

use crate::{identity::realm_key::RealmKey, random::random};

/// The length in bytes.
pub const LENGTH: usize = 32;

/// A nonce that this process gave and that is still good.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Given {
    /// Its bytes.
    pub nonce: [u8; LENGTH],
    /// When it ends.
    pub expires_at: Millis,
}

/// See the module.
pub struct Nonces(RealmKey);

impl Nonces {
    /// Nonces under a fresh key.
    pub fn fresh() -> Result<Self, ErrorCode> {
        RealmKey::fresh().map(Self)
    }

    /// A fresh nonce of the instant `now`.
    pub fn issue(&self, now: Millis) -> Result<Given, ErrorCode> {
        let mut nonce = [0; LENGTH];
        nonce[..8].copy_from_slice(&now.0.to_be_bytes());
        nonce[8..16].copy_from_slice(&random::<8>()?);
        let tag = self.tag(&nonce[..16]);
        nonce[16..].copy_from_slice(&tag);
        Ok(Given { nonce, expires_at: now.plus(NONCE_LIFE) })
    }

    /// The nonce with these bytes: `nonce_unknown` when this process did not give it, `nonce_expired` when its five
    /// minutes are over.
    pub fn check(&self, nonce: &[u8], now: Millis) -> Result<Given, ErrorCode> {
        let nonce: [u8; LENGTH] = nonce.try_into().map_err(|_| ErrorCode::NonceUnknown)?;
        let (head, mac) = nonce.split_at(16);
        if !self.0.same(&self.tag(head), mac) {
            return Err(ErrorCode::NonceUnknown);
        }
        let (time, _) = head.split_first_chunk::<8>().ok_or(ErrorCode::NonceUnknown)?;
        let expires_at = Millis(i64::from_be_bytes(*time)).plus(NONCE_LIFE);
        if now > expires_at { Err(ErrorCode::NonceExpired) } else { Ok(Given { nonce, expires_at }) }
    }

    fn tag(&self, head: &[u8]) -> [u8; 16] {
        let tag = self.0.tag("yui/nonce/v1", &[head]);
        let mut short = [0; 16];
        short.copy_from_slice(&tag.as_ref()[..16]);
        short
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_lives_five_minutes_in_the_process_that_gave_it() {
        let nonces = Nonces::fresh().expect("random");
        let now = Millis(1_795_392_000_000);
        let given = nonces.issue(now).expect("random");
        let nonce = given.nonce;
        assert_eq!(nonces.check(&nonce, now.plus(NONCE_LIFE)), Ok(given));
        assert_eq!(nonces.check(&nonce, now.plus(NONCE_LIFE + 1)), Err(ErrorCode::NonceExpired));
        let other = Nonces::fresh().expect("random");
        assert_eq!(other.check(&nonce, now), Err(ErrorCode::NonceUnknown));
        for at in 0..LENGTH {
            let mut bent = nonce;
            bent[at] ^= 1;
            assert_eq!(nonces.check(&bent, now), Err(ErrorCode::NonceUnknown), "byte {at}");
        }
        assert_eq!(nonces.check(&nonce[..31], now), Err(ErrorCode::NonceUnknown));
    }
}
