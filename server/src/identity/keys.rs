//! Every registered key, in memory: who it speaks for, and whether it still may. Loaded at the start and changed
//! only after the store's commit, so a revoked phone is out at the next request wherever it calls.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::{
        PoisonError, RwLock, RwLockReadGuard,
        atomic::{AtomicU64, Ordering},
    },
};

use tokio_util::sync::CancellationToken;
use yui_protocol::{ErrorCode, PublicKey, Thumbprint, qr::KeyHint};
use yui_store::Party;

/// What kind of key it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum KeyKind {
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
    pub kind: KeyKind,
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
    pub fn active(key: PublicKey, kind: KeyKind, device: Thumbprint, party: Party) -> Self {
        Self { key, kind, device, party, revoked: CancellationToken::new() }
    }

    /// A key that was removed or reported lost, and is kept so that it is told what it is.
    #[must_use]
    pub fn revoked(key: PublicKey, kind: KeyKind, device: Thumbprint, party: Party) -> Self {
        let revoked = CancellationToken::new();
        revoked.cancel();
        Self { key, kind, device, party, revoked }
    }

    /// `device_revoked` when it was removed or reported lost.
    pub fn check_usable(&self) -> Result<(), ErrorCode> {
        if self.revoked.is_cancelled() { Err(ErrorCode::DeviceRevoked) } else { Ok(()) }
    }
}

/// See the module.
#[derive(Default)]
pub struct Keys {
    held: RwLock<AllHeld>,
    /// With the reading that named it last.
    in_review: RwLock<HashMap<Thumbprint, u64>>,
    /// How often the stores were read.
    reading: AtomicU64,
}

/// Keys, and where those of a phone or of a party are: revoking must not look through the keys of a whole town.
#[derive(Default)]
struct AllHeld {
    by_thumbprint: BTreeMap<Thumbprint, Held>,
    of_device: HashMap<Thumbprint, Vec<Thumbprint>>,
    of_party: HashMap<Party, Vec<Thumbprint>>,
    /// Phones that were revoked. The commit that revoked one may be told here before the one that let it in.
    ended: HashSet<Thumbprint>,
}

impl AllHeld {
    /// Revokes those of `ids` that are not on the phone `but`.
    fn revoke(&self, ids: Option<&Vec<Thumbprint>>, but: Option<Thumbprint>) {
        let held = ids.into_iter().flatten().filter_map(|id| self.by_thumbprint.get(id));
        for held in held.filter(|held| Some(held.key.device) != but) {
            held.key.revoked.cancel();
        }
    }
}

struct Held {
    key: RegisteredKey,
    /// The reading that named it last.
    named_in: u64,
}

impl Keys {
    /// Adds a key. One that is there already keeps its streams, or loses them when it is put in as removed; a revoked
    /// one stays revoked, and so does one of a phone that was.
    pub fn put(&self, key: RegisteredKey) {
        let id = key.key.thumbprint();
        self.in_review.write().unwrap_or_else(PoisonError::into_inner).remove(&id);
        let named_in = self.reading.load(Ordering::Acquire);
        let mut all = self.held.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = all.by_thumbprint.get_mut(&id) {
            held.named_in = named_in;
            if key.revoked.is_cancelled() {
                held.key.revoked.cancel();
            }
            return;
        }
        if all.ended.contains(&key.device) {
            key.revoked.cancel();
        }
        all.of_device.entry(key.device).or_default().push(id);
        all.of_party.entry(key.party).or_default().push(id);
        all.by_thumbprint.insert(id, Held { key, named_in });
    }

    fn held(&self) -> RwLockReadGuard<'_, AllHeld> {
        self.held.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// All that the stores hold is about to be put in again.
    pub fn begin_reading(&self) {
        self.reading.fetch_add(1, Ordering::AcqRel);
    }

    /// All that the stores hold was put in: a key that they do not name any more is out, and nobody waits whom they
    /// do not name.
    pub fn end_reading(&self) {
        let reading = self.reading.load(Ordering::Acquire);
        for held in self.held().by_thumbprint.values().filter(|held| held.named_in < reading) {
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
        if let Some(held) = self.held().by_thumbprint.get(id) {
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
        let all = self.held();
        all.by_thumbprint
            .range(Thumbprint(first)..=Thumbprint(last))
            .map(|(_, held)| held.key.clone())
            .collect()
    }

    /// Revokes all keys of a phone, those that come in later too, and ends its streams.
    pub fn revoke(&self, device: &Thumbprint) {
        let mut all = self.held.write().unwrap_or_else(PoisonError::into_inner);
        all.ended.insert(*device);
        all.revoke(all.of_device.get(device), None);
    }

    /// Revokes all keys of a party but those of the phone `but`.
    pub fn revoke_party(&self, party: Party, but: Option<Thumbprint>) {
        let all = self.held();
        all.revoke(all.of_party.get(&party), but);
    }

    /// Revokes one key alone, as when a phone makes its second key again.
    pub fn revoke_key(&self, id: &Thumbprint) {
        if let Some(held) = self.held().by_thumbprint.get(id) {
            held.key.revoked.cancel();
        }
    }

    /// How many keys are registered, revoked ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.held().by_thumbprint.len()
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
        keys.put(RegisteredKey::active(own, KeyKind::Device, phone, party));
        keys.put(RegisteredKey::active(other, KeyKind::DeviceUv, phone, party));
        let stream = keys.usable(&phone).expect("active").revoked;
        keys.revoke(&phone);
        assert!(stream.is_cancelled());
        assert_eq!(keys.usable(&phone).err(), Some(ErrorCode::DeviceRevoked));
        assert_eq!(keys.usable(&other.thumbprint()).err(), Some(ErrorCode::DeviceRevoked));
        keys.put(RegisteredKey::active(own, KeyKind::Device, phone, party));
        assert_eq!(keys.usable(&phone).err(), Some(ErrorCode::DeviceRevoked), "revoked is for good");
        assert_eq!(keys.usable(&Thumbprint([9; 32])).err(), Some(ErrorCode::DeviceUnknown));
        keys.put_in_review(Thumbprint([9; 32]));
        assert_eq!(keys.usable(&Thumbprint([9; 32])).err(), Some(ErrorCode::UnderReview));
    }

    #[test]
    fn a_removed_key_comes_in_removed_and_takes_a_stream_with_it() {
        let keys = Keys::default();
        let (party, key) = (Party::Shop(ShopId([1; 8])), PublicKey([4; 65]));
        let id = key.thumbprint();
        keys.put(RegisteredKey::active(key, KeyKind::Device, id, party));
        let stream = keys.usable(&id).expect("active").revoked;
        keys.put(RegisteredKey::revoked(key, KeyKind::Device, id, party));
        assert!(stream.is_cancelled());
        let other = PublicKey([5; 65]);
        keys.put(RegisteredKey::revoked(other, KeyKind::Device, other.thumbprint(), party));
        assert_eq!(keys.usable(&other.thumbprint()).err(), Some(ErrorCode::DeviceRevoked));
    }

    /// Two commits, one that lets a phone in and one that stops it, may be told here in either order.
    #[test]
    fn a_phone_that_was_stopped_before_it_came_in_does_not_come_in() {
        let keys = Keys::default();
        let party = Party::Shop(ShopId([1; 8]));
        let (own, other) = (PublicKey([4; 65]), PublicKey([5; 65]));
        let phone = own.thumbprint();
        keys.revoke(&phone);
        keys.put(RegisteredKey::active(own, KeyKind::Device, phone, party));
        keys.put(RegisteredKey::active(other, KeyKind::DeviceUv, phone, party));
        for key in [own, other] {
            assert_eq!(keys.usable(&key.thumbprint()).err(), Some(ErrorCode::DeviceRevoked));
        }
    }

    #[test]
    fn a_party_loses_its_phones_but_one_and_nobody_else_any() {
        let keys = Keys::default();
        let parties = [1, 2].map(|n| Party::Shop(ShopId([n; 8])));
        let all = [4, 5, 6].map(|n| PublicKey([n; 65]));
        for (key, party) in all.iter().zip([parties[0], parties[0], parties[1]]) {
            keys.put(RegisteredKey::active(*key, KeyKind::Shop, key.thumbprint(), party));
        }
        keys.revoke_party(parties[0], Some(all[1].thumbprint()));
        assert_eq!(all.map(|key| keys.usable(&key.thumbprint()).is_ok()), [false, true, true]);
    }

    /// A person whose phones are all revoked, again and again: in a town of many keys each costs what her own cost.
    #[test]
    fn revoking_does_not_look_through_the_town() {
        let keys = Keys::default();
        let key = |n: u32| {
            let mut bytes = [0; 65];
            bytes[..4].copy_from_slice(&n.to_be_bytes());
            PublicKey(bytes)
        };
        let party = |n: u32| {
            let mut id = [0; 8];
            id[..4].copy_from_slice(&n.to_be_bytes());
            Party::Shop(ShopId(id))
        };
        for n in 0..20_000 {
            keys.put(RegisteredKey::active(key(n), KeyKind::Shop, key(n).thumbprint(), party(n)));
        }
        let all = keys.held();
        let looked_at = |ids: Option<&Vec<Thumbprint>>| ids.map_or(0, Vec::len);
        assert_eq!(looked_at(all.of_device.get(&key(7).thumbprint())), 1);
        assert_eq!(looked_at(all.of_party.get(&party(7))), 1);
        drop(all);
        let ids: Vec<_> = (0..20_000).map(|n| key(n).thumbprint()).collect();
        let began = std::time::Instant::now();
        for id in &ids {
            keys.revoke(id);
        }
        // Looking through all for each would be 400 million steps, many seconds even in a release build.
        assert!(began.elapsed() < std::time::Duration::from_secs(2), "{:?}", began.elapsed());
        assert!(ids.iter().all(|id| keys.usable(id).is_err()));
    }

    #[test]
    fn what_a_later_reading_does_not_name_is_out() {
        let keys = Keys::default();
        let party = Party::Shop(ShopId([1; 8]));
        let (stays, goes) = (PublicKey([4; 65]), PublicKey([5; 65]));
        let put =
            |key: PublicKey| keys.put(RegisteredKey::active(key, KeyKind::Shop, key.thumbprint(), party));
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
