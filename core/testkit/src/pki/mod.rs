//! Test certification authorities with the certificate profile of the JPKI test card: two self-signed roots that
//! issue end-entity certificates directly, one for signature and one for authentication.
//!
//! [`trusted`] are the roots a test server trusts; [`foreign`] have the same names and other keys, which nobody
//! trusts. Names say `YUI-TEST`, so that no test certificate is ever taken for a real one.

mod authority;
mod extensions;
mod keys;
mod leaf;

pub use authority::Authority;
pub use keys::{TestKey, card_key};
pub use leaf::{
    CLIENT_AUTH, Leaf, POLICY_AUTHENTICATION, POLICY_SIGNATURE, REAL_POLICY_AUTHENTICATION,
    REAL_POLICY_SIGNATURE,
};

use std::sync::LazyLock;

/// The two roots of one hierarchy.
pub struct TestPki {
    /// Issues signature certificates (署名用).
    pub signature: Authority,
    /// Issues authentication certificates (利用者証明用).
    pub authentication: Authority,
}

impl TestPki {
    fn load(signature_key: &str, authentication_key: &str, serial: u32) -> Self {
        Self {
            signature: Authority::load("digital signature", signature_key, serial),
            authentication: Authority::load("user authentication", authentication_key, serial + 1),
        }
    }
}

/// The roots that tests trust.
#[must_use]
pub fn trusted() -> &'static TestPki {
    static PKI: LazyLock<TestPki> = LazyLock::new(|| {
        TestPki::load(
            include_str!("../../keys/sign-ca.pem"),
            include_str!("../../keys/auth-ca.pem"),
            2_009_256,
        )
    });
    &PKI
}

/// Roots of the same names under other keys, which nobody trusts.
#[must_use]
pub fn foreign() -> &'static TestPki {
    static PKI: LazyLock<TestPki> = LazyLock::new(|| {
        let signature = include_str!("../../keys/foreign-sign-ca.pem");
        TestPki::load(signature, include_str!("../../keys/foreign-auth-ca.pem"), 3_009_256)
    });
    &PKI
}
