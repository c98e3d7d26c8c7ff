//! A test card, a fixed clock, faulty transports and builders for tests.

pub mod card;
pub mod pki;
