//! What must hold for any bytes that come from outside, one function for each reader.
//!
//! The functions are plain: the fuzzer calls them with bytes of its own making, and ordinary tests of the crates
//! (`tests/outside_bytes.rs`) call the same ones with the frozen vectors and their cuts and alterations, so that
//! they cannot rot unnoticed.

pub mod card;
pub mod protocol;
