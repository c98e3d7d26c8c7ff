//! The nonce of a registration: unforgeable without a row being kept, good for five minutes and for one statement.
//!
//! A nonce is `time ‖ 8 random bytes ‖ the first 16 bytes of a keyed hash over both`. Asking for one writes nothing,
//! so strangers cannot fill the store; using one does.

use yui_protocol::{ErrorCode, Millis, TownCode, identity::NONCE_LIFE};

use crate::{identity::realm_key::RealmKey, random::random};

/// The length in bytes.
pub const LENGTH: usize = 32;

/// A fresh nonce of the instant `now`.
pub fn issue(key: &RealmKey, town: TownCode, now: Millis) -> Result<[u8; LENGTH], ErrorCode> {
    let mut nonce = [0; LENGTH];
    nonce[..8].copy_from_slice(&now.0.to_be_bytes());
    nonce[8..16].copy_from_slice(&random::<8>()?);
    let tag = tag(key, town, &nonce[..16]);
    nonce[16..].copy_from_slice(&tag);
    Ok(nonce)
}

/// When a nonce ends: `nonce_unknown` when it was not given by this realm for this town, `nonce_expired` when its
/// five minutes are over.
pub fn check(key: &RealmKey, town: TownCode, nonce: &[u8], now: Millis) -> Result<Millis, ErrorCode> {
    let nonce: &[u8; LENGTH] = nonce.try_into().map_err(|_| ErrorCode::NonceUnknown)?;
    let (head, mac) = nonce.split_at(16);
    if !key.same(&tag(key, town, head), mac) {
        return Err(ErrorCode::NonceUnknown);
    }
    let (time, _) = head.split_first_chunk::<8>().ok_or(ErrorCode::NonceUnknown)?;
    let expires_at = Millis(i64::from_be_bytes(*time)).plus(NONCE_LIFE);
    if now > expires_at { Err(ErrorCode::NonceExpired) } else { Ok(expires_at) }
}

fn tag(key: &RealmKey, town: TownCode, head: &[u8]) -> [u8; 16] {
    let tag = key.tag("yui/nonce/v1", &[town.to_string().as_bytes(), head]);
    let mut short = [0; 16];
    short.copy_from_slice(&tag.as_ref()[..16]);
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_lives_five_minutes_in_its_own_town() {
        let (key, omura) = (RealmKey::new([1; 32]), TownCode::new(422_053).expect("Omura"));
        let now = Millis(1_795_392_000_000);
        let nonce = issue(&key, omura, now).expect("random");
        assert_eq!(check(&key, omura, &nonce, now.plus(NONCE_LIFE)), Ok(now.plus(NONCE_LIFE)));
        assert_eq!(check(&key, omura, &nonce, now.plus(NONCE_LIFE + 1)), Err(ErrorCode::NonceExpired));
        let other = TownCode::new(420_000).expect("Nagasaki");
        assert_eq!(check(&key, other, &nonce, now), Err(ErrorCode::NonceUnknown));
        for at in 0..LENGTH {
            let mut bent = nonce;
            bent[at] ^= 1;
            assert_eq!(check(&key, omura, &bent, now), Err(ErrorCode::NonceUnknown), "byte {at}");
        }
        assert_eq!(check(&key, omura, &nonce[..31], now), Err(ErrorCode::NonceUnknown));
    }
}
