//! Every registered key, in memory: who it speaks for, and whether it still may. Loaded at the start and changed
//! only after the store's commit, so a revoked phone is out at the next request wherever it calls.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{
        PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use tokio_util::sync::CancellationToken;
use yui_protocol::{ErrorCode, PublicKey, Thumbprint, qr::KeyHint};
use yui_store::Party;

/// What kind of key it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// A phone's key; logs in and signs below the first step-up bound.
    Device,
    /// A phone's key that works only after its user was verified; signs commands only.
    DeviceUv,
    /// The key of a shop's phone.
    Shop,
}

/// A registered key.
#[derive(Clone, Debug)]
pub struct RegisteredKey {
    /// The key.
    pub key: PublicKey,
    /// Its kind.
    pub role: Role,
    /// The phone it is on: the thumbprint of that phone's `device` key (or of the shop's key itself).
    pub device: Thumbprint,
    /// For whom it speaks.
    pub party: Party,
    /// Cancelled once it is revoked; streams of the phone end on it.
    pub revoked: CancellationToken,
}

impl RegisteredKey {
    /// A key that may be used.
    #[must_use]
    pub fn active(key: PublicKey, role: Role, device: Thumbprint, party: Party) -> Self {
        Self { key, role, device, party, revoked: CancellationToken::new() }
    }

    /// `device_revoked` when it was removed or reported lost.
    pub fn check_usable(&self) -> Result<(), ErrorCode> {
        if self.revoked.is_cancelled() { Err(ErrorCode::DeviceRevoked) } else { Ok(()) }
    }
}

/// See the module.
#[derive(Default)]
pub struct Keys {
    by_thumbprint: RwLock<BTreeMap<Thumbprint, Held>>,
    /// With the reading that named it last.
    in_review: RwLock<HashMap<Thumbprint, u64>>,
    /// How often the stores were read.
    reading: AtomicU64,
}

struct Held {
    key: RegisteredKey,
    /// The reading that named it last.
    named_in: u64,
}

impl Keys {
    /// Adds a key. One that is there already keeps its streams; a revoked one stays revoked.
    pub fn put(&self, key: RegisteredKey) {
        let id = key.key.thumbprint();
        self.in_review.write().unwrap_or_else(PoisonError::into_inner).remove(&id);
        let named_in = self.reading.load(Ordering::Acquire);
        let mut keys = self.by_thumbprint.write().unwrap_or_else(PoisonError::into_inner);
        keys.entry(id).or_insert(Held { key, named_in }).named_in = named_in;
    }

    /// All that the stores hold is about to be put in again.
    pub fn begin_reading(&self) {
        self.reading.fetch_add(1, Ordering::AcqRel);
    }

    /// All that the stores hold was put in: a key that they do not name any more is out, and nobody waits whom they
    /// do not name.
    pub fn end_reading(&self) {
        let reading = self.reading.load(Ordering::Acquire);
        let keys = self.by_thumbprint.read().unwrap_or_else(PoisonError::into_inner);
        for held in keys.values().filter(|held| held.named_in < reading) {
            held.key.revoked.cancel();
        }
        let mut in_review = self.in_review.write().unwrap_or_else(PoisonError::into_inner);
        in_review.retain(|_, named_in| *named_in >= reading);
    }

    /// Notes that the registration of this key waits for a member of staff.
    pub fn put_in_review(&self, id: Thumbprint) {
        let named_in = self.reading.load(Ordering::Acquire);
        self.in_review.write().unwrap_or_else(PoisonError::into_inner).insert(id, named_in);
    }

    /// The key waits no longer, and did not come in.
    pub fn refuse_review(&self, id: &Thumbprint) {
        self.in_review.write().unwrap_or_else(PoisonError::into_inner).remove(id);
    }

    /// The key of this thumbprint, revoked or not: `under_review` or `device_unknown` when there is none.
    pub fn find(&self, id: &Thumbprint) -> Result<RegisteredKey, ErrorCode> {
        if let Some(held) = self.by_thumbprint.read().unwrap_or_else(PoisonError::into_inner).get(id) {
            return Ok(held.key.clone());
        }
        let waits = self.in_review.read().unwrap_or_else(PoisonError::into_inner).contains_key(id);
        Err(if waits { ErrorCode::UnderReview } else { ErrorCode::DeviceUnknown })
    }

    /// The key of this thumbprint if it may be used: `device_revoked` if it may not any more.
    pub fn usable(&self, id: &Thumbprint) -> Result<RegisteredKey, ErrorCode> {
        let key = self.find(id)?;
        key.check_usable()?;
        Ok(key)
    }

    /// The keys whose thumbprints begin with these bytes, revoked ones too; a signature then tells which one it is.
    #[must_use]
    pub fn by_hint(&self, hint: KeyHint) -> Vec<RegisteredKey> {
        let (mut first, mut last) = ([0; 32], [0xFF; 32]);
        first[..8].copy_from_slice(&hint.0);
        last[..8].copy_from_slice(&hint.0);
        let keys = self.by_thumbprint.read().unwrap_or_else(PoisonError::into_inner);
        keys.range(Thumbprint(first)..=Thumbprint(last)).map(|(_, held)| held.key.clone()).collect()
    }

    /// Revokes all keys of a phone and ends its streams.
    pub fn revoke(&self, device: &Thumbprint) {
        self.revoke_where(|key| key.device == *device);
    }

    /// Revokes all keys of a party but those of the phone `but`.
    pub fn revoke_party(&self, party: Party, but: Option<Thumbprint>) {
        self.revoke_where(|key| key.party == party && Some(key.device) != but);
    }

    /// Revokes one key alone, as when a phone makes its second key again.
    pub fn revoke_key(&self, id: &Thumbprint) {
        if let Some(held) = self.by_thumbprint.read().unwrap_or_else(PoisonError::into_inner).get(id) {
            held.key.revoked.cancel();
        }
    }

    fn revoke_where(&self, which: impl Fn(&RegisteredKey) -> bool) {
        let keys = self.by_thumbprint.read().unwrap_or_else(PoisonError::into_inner);
        for held in keys.values().filter(|held| which(&held.key)) {
            held.key.revoked.cancel();
        }
    }

    /// How many keys are registered, revoked ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_thumbprint.read().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use yui_protocol::ShopId;

    use super::*;

    #[test]
    fn a_revoked_phone_loses_all_its_keys_and_streams_at_once() {
        let keys = Keys::default();
        let party = Party::Shop(ShopId([1; 8]));
        let (own, other) = (PublicKey([4; 65]), PublicKey([5; 65]));
        let phone = own.thumbprint();
        keys.put(RegisteredKey::active(own, Role::Device, phone, party));
        keys.put(RegisteredKey::active(other, Role::DeviceUv, phone, party));
        let stream = keys.usable(&phone).expect("active").revoked;
        keys.revoke(&phone);
        assert!(stream.is_cancelled());
        assert_eq!(keys.usable(&phone).err(), Some(ErrorCode::DeviceRevoked));
        assert_eq!(keys.usable(&other.thumbprint()).err(), Some(ErrorCode::DeviceRevoked));
        keys.put(RegisteredKey::active(own, Role::Device, phone, party));
        assert_eq!(keys.usable(&phone).err(), Some(ErrorCode::DeviceRevoked), "revoked is for good");
        assert_eq!(keys.usable(&Thumbprint([9; 32])).err(), Some(ErrorCode::DeviceUnknown));
        keys.put_in_review(Thumbprint([9; 32]));
        assert_eq!(keys.usable(&Thumbprint([9; 32])).err(), Some(ErrorCode::UnderReview));
    }

    #[test]
    fn what_a_later_reading_does_not_name_is_out() {
        let keys = Keys::default();
        let party = Party::Shop(ShopId([1; 8]));
        let (stays, goes) = (PublicKey([4; 65]), PublicKey([5; 65]));
        let put = |key: PublicKey| keys.put(RegisteredKey::active(key, Role::Shop, key.thumbprint(), party));
        put(stays);
        put(goes);
        keys.put_in_review(Thumbprint([9; 32]));
        let stream = keys.usable(&stays.thumbprint()).expect("active").revoked;
        keys.begin_reading();
        put(stays);
        keys.end_reading();
        assert!(keys.usable(&stays.thumbprint()).is_ok() && !stream.is_cancelled(), "its streams go on");
        assert_eq!(keys.usable(&goes.thumbprint()).err(), Some(ErrorCode::DeviceRevoked));
        assert_eq!(keys.find(&Thumbprint([9; 32])).err(), Some(ErrorCode::DeviceUnknown));
    }
}
