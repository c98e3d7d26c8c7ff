//! What the phone's system must give: keys that never leave their store, sealed storage, a clock, a log and,
//! while a card is held, a way to it. Calls come on blocking threads; an implementation may wait for the person.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::PlatformError;

/// The phone's keys, by use.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, uniffi::Enum)]
pub enum KeyName {
    /// Signs without asking the person; made in the key store, not exportable.
    Device,
    /// Signs only after face, finger or screen lock; absent on a phone without a screen lock.
    DeviceUv,
    /// Speaks for the shop this phone was paired with.
    Shop,
}

/// The key store: P-256 keys (Secure Enclave, `StrongBox` or TEE) that sign and never leave.
#[uniffi::export(rust, foreign)]
pub trait DeviceKeys: Send + Sync {
    /// Makes the key anew, in place of an older one, and answers its public key: `04 ‖ x ‖ y`, 65 bytes.
    /// `NoScreenLock` for `DeviceUv` on a phone without one.
    fn make(&self, key: KeyName) -> Result<Vec<u8>, PlatformError>;

    /// The public key of an existing key, or none.
    fn public_key(&self, key: KeyName) -> Result<Option<Vec<u8>>, PlatformError>;

    /// ECDSA with SHA-256 over `data`, as `r ‖ s` (64 bytes) or ASN.1 DER. `prompt` is what the system's
    /// window shows for `DeviceUv`. May wait for the person.
    fn sign(&self, key: KeyName, data: Vec<u8>, prompt: String) -> Result<Vec<u8>, PlatformError>;

    /// The platform's attestation of the key for this challenge; empty on a phone that has none.
    fn attest(&self, key: KeyName, challenge: Vec<u8>) -> Result<Vec<u8>, PlatformError>;

    /// Removes the key; nothing happens when there is none.
    fn remove(&self, key: KeyName) -> Result<(), PlatformError>;
}

/// Seals small secrets so that only this installation on this phone opens them.
#[uniffi::export(rust, foreign)]
pub trait SecureStore: Send + Sync {
    /// Seals `plain` under `name`, which must be given again to open it.
    fn seal(&self, name: String, plain: Vec<u8>) -> Result<Vec<u8>, PlatformError>;

    /// Opens what [`Self::seal`] made; `SealedElsewhere` when another phone made it.
    fn unseal(&self, name: String, sealed: Vec<u8>) -> Result<Vec<u8>, PlatformError>;
}

/// What the phone's clocks show at one moment.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ClockReading {
    /// The wall clock, milliseconds since 1970 UTC; the person can set it.
    pub wall_ms: i64,
    /// Milliseconds since start-up, counting sleep; never goes back while `boot_id` stays.
    pub monotonic_ms: i64,
    /// Changes with every start of the phone.
    pub boot_id: String,
}

/// The phone's clocks. None is believed alone: see `ServerTime`.
#[uniffi::export(rust, foreign)]
pub trait Clock: Send + Sync {
    /// What they show now; must return at once, and must not call the app. A clock that fails stands still.
    fn read(&self) -> Result<ClockReading, PlatformError>;
}

/// How loud a line of the log is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, uniffi::Enum)]
pub enum LogLevel {
    /// For developers.
    Debug,
    /// An ordinary event.
    Info,
    /// Something went wrong and was handled.
    Warning,
}

/// Where log lines go. They hold codes and counts, never personal data.
#[uniffi::export(rust, foreign)]
pub trait LogSink: Send + Sync {
    /// Takes one line. It may call the app, but must return soon. An error is of no consequence.
    fn line(&self, level: LogLevel, text: String) -> Result<(), PlatformError>;
}

/// A My Number card held at the phone, for as long as one call lasts.
#[uniffi::export(rust, foreign)]
pub trait CardTransport: Send + Sync {
    /// Sends one command APDU and answers the response with its status word; `CardLost` when the card is gone.
    fn transceive(&self, apdu: Vec<u8>) -> Result<Vec<u8>, PlatformError>;
}

/// The services of one phone.
#[derive(Clone, uniffi::Record)]
pub struct Platform {
    /// The key store.
    pub keys: Arc<dyn DeviceKeys>,
    /// Sealed storage.
    pub secure_store: Arc<dyn SecureStore>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The log.
    pub log: Arc<dyn LogSink>,
}
