//! The services of a made-up telephone: keys that sign quickly, and clocks that go when the simulation says so.

use std::sync::{
    OnceLock,
    atomic::{AtomicI64, Ordering::SeqCst},
};

use p256::ecdsa::SigningKey;
use sha2::{Digest, Sha256};
use yui_app::{Clock, ClockReading, DeviceKeys, KeyName, LogLevel, LogSink, PlatformError};
use yui_protocol::{Millis, Signature};

/// How many telephones have a key of their own.
const KEYS: u8 = 4;

/// A real point for each telephone: it is on the curve, as the app may ask.
fn points() -> &'static [Vec<u8>] {
    static POINTS: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    let point = |n: u8| {
        let key = SigningKey::from_slice(&[n + 1; 32]).expect("a scalar");
        key.verifying_key().to_encoded_point(false).as_bytes().to_vec()
    };
    POINTS.get_or_init(|| (0..KEYS).map(point).collect())
}

/// What stands for a signature: whoever holds the key's public half can tell it, which no thief of the simulation does.
pub fn signature(public: &[u8], data: &[u8]) -> Signature {
    let half = |n: u8| Sha256::new().chain_update([n]).chain_update(public).chain_update(data).finalize();
    let mut bytes = [0; 64];
    bytes[..32].copy_from_slice(&half(1));
    bytes[32..].copy_from_slice(&half(2));
    Signature(bytes)
}

/// The keys of a telephone without a screen lock.
pub struct QuickKeys(pub u8);

impl QuickKeys {
    fn point(&self) -> Vec<u8> {
        points()[usize::from(self.0)].clone()
    }
}

impl DeviceKeys for QuickKeys {
    fn make(&self, key: KeyName) -> Result<Vec<u8>, PlatformError> {
        if key == KeyName::Device { Ok(self.point()) } else { Err(PlatformError::NoScreenLock) }
    }

    fn public_key(&self, key: KeyName) -> Result<Option<Vec<u8>>, PlatformError> {
        Ok((key == KeyName::Device).then(|| self.point()))
    }

    fn sign(&self, _: KeyName, data: Vec<u8>, _: String) -> Result<Vec<u8>, PlatformError> {
        Ok(signature(&self.point(), &data).0.to_vec())
    }

    fn attest(&self, _: KeyName, _: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
        Ok(Vec::new())
    }

    fn remove(&self, _: KeyName) -> Result<(), PlatformError> {
        Ok(())
    }
}

/// Shows what the simulation set it to.
#[derive(Default)]
pub struct PhoneClock(AtomicI64);

impl PhoneClock {
    pub fn set(&self, now: Millis) {
        self.0.store(now.0, SeqCst);
    }
}

impl Clock for PhoneClock {
    fn read(&self) -> Result<ClockReading, PlatformError> {
        let now = self.0.load(SeqCst);
        Ok(ClockReading { wall_ms: now, monotonic_ms: now, boot_id: "one".to_owned() })
    }
}

/// Keeps nothing.
pub struct NoLog;

impl LogSink for NoLog {
    fn line(&self, _: LogLevel, _: String) -> Result<(), PlatformError> {
        Ok(())
    }
}
