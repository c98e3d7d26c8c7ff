//! A phone's key store in memory: real P-256 keys, a screen lock that can be absent, and a person who can
//! refuse to show her face.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use yui_app::{DeviceKeys, KeyName, PlatformError};

/// See the module.
pub struct TestKeys {
    keys: Mutex<BTreeMap<KeyName, SigningKey>>,
    screen_lock: AtomicBool,
    user_verifies: AtomicBool,
    locked: AtomicBool,
}

impl TestKeys {
    /// The key store of a phone with or without a screen lock.
    #[must_use]
    pub fn new(screen_lock: bool) -> Self {
        Self {
            keys: Mutex::default(),
            screen_lock: AtomicBool::new(screen_lock),
            user_verifies: AtomicBool::new(true),
            locked: AtomicBool::new(false),
        }
    }

    /// Whether the person confirms with face, finger or screen lock from now on.
    pub fn set_user_verifies(&self, verifies: bool) {
        self.user_verifies.store(verifies, Ordering::SeqCst);
    }

    /// The phone is locked or unlocked: meanwhile the key that needs its user cannot even be looked for.
    pub fn set_locked(&self, locked: bool) {
        self.locked.store(locked, Ordering::SeqCst);
    }

    /// The person sets or removes the screen lock; removing it destroys the key that needs it.
    pub fn set_screen_lock(&self, lock: bool) {
        self.screen_lock.store(lock, Ordering::SeqCst);
        if !lock {
            self.keys().remove(&KeyName::DeviceUv);
        }
    }

    /// The key store forgets every key, as after a reset of it.
    pub fn lose_all(&self) {
        self.keys().clear();
    }

    fn keys(&self) -> MutexGuard<'_, BTreeMap<KeyName, SigningKey>> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn public(key: &SigningKey) -> Vec<u8> {
    key.verifying_key().to_encoded_point(false).as_bytes().to_vec()
}

fn fresh() -> Result<SigningKey, PlatformError> {
    SigningKey::from_slice(&rand::random::<[u8; 32]>()).map_err(|_| PlatformError::Failed)
}

impl DeviceKeys for TestKeys {
    fn make(&self, key: KeyName) -> Result<Vec<u8>, PlatformError> {
        if key == KeyName::DeviceUv && !self.screen_lock.load(Ordering::SeqCst) {
            return Err(PlatformError::NoScreenLock);
        }
        let fresh = fresh()?;
        let public = public(&fresh);
        self.keys().insert(key, fresh);
        Ok(public)
    }

    fn public_key(&self, key: KeyName) -> Result<Option<Vec<u8>>, PlatformError> {
        if key == KeyName::DeviceUv && self.locked.load(Ordering::SeqCst) {
            return Err(PlatformError::Failed);
        }
        Ok(self.keys().get(&key).map(public))
    }

    fn sign(&self, key: KeyName, data: Vec<u8>, _prompt: String) -> Result<Vec<u8>, PlatformError> {
        if key == KeyName::DeviceUv && !self.user_verifies.load(Ordering::SeqCst) {
            return Err(PlatformError::UserNotVerified);
        }
        let signature: Signature = self.keys().get(&key).ok_or(PlatformError::KeyAbsent)?.sign(&data);
        Ok(signature.to_bytes().to_vec())
    }

    fn attest(&self, key: KeyName, _challenge: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
        if self.keys().contains_key(&key) { Ok(Vec::new()) } else { Err(PlatformError::KeyAbsent) }
    }

    fn remove(&self, key: KeyName) -> Result<(), PlatformError> {
        self.keys().remove(&key);
        Ok(())
    }
}
