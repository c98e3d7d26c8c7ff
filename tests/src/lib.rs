//! Whole-system tests: a test server over the shipped library, scenarios that play `core/app` against it as a
//! process, and the demo that tells one of them as a person would.

pub mod apdus;
pub mod auditor;
pub mod cells;
pub mod clock;
pub mod control;
pub mod fault_proxy;
pub mod handset;
pub mod leftovers;
pub mod oddity;
pub mod omura;
pub mod process;
pub mod refusals;
pub mod scenario;
pub mod server;
pub mod shipped;
pub mod tell;

/// A client for the control port.
fn http_client() -> reqwest::Client {
    // The first installation counts; a later one is refused and changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::new()
}
