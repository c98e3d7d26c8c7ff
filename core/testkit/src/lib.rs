//! A test card, a fixed clock, faulty transports, a search for secrets and builders for tests.

pub mod card;
#[cfg(feature = "phone")]
pub mod clock;
#[cfg(feature = "phone")]
pub mod deed;
#[cfg(feature = "phone")]
pub mod keys;
pub mod leaks;
pub mod log;
#[cfg(feature = "phone")]
mod phone_card;
pub mod pki;
#[cfg(feature = "platform-operator")]
pub mod platform_operator;
#[cfg(feature = "phone")]
pub mod secure_store;
#[cfg(feature = "phone")]
pub mod store_fault;
#[cfg(feature = "phone")]
pub mod transport;
#[cfg(feature = "platform-operator")]
pub mod verifier;
