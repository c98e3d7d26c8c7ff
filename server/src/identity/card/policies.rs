//! Which certificate policies a verifier takes (RFC 5280 §4.2.1.4). Real cards and the test cards that J-LIS lends out
//! differ in these numbers and in their roots; whoever took any policy would make residents of test cards as soon as
//! a test root is trusted somewhere behind it.

use crate::identity::card::Usage;

/// The policy of signature certificates on real cards (`jpki-cp-sign-class20`).
const REAL_SIGNATURE: &str = "1.2.392.200149.8.5.1.1.20";

/// The policy of authentication certificates on real cards (`jpki-cp-auth-class30`).
const REAL_AUTHENTICATION: &str = "1.2.392.200149.8.5.1.3.30";

/// The certificate policies that are taken for each use, as dotted object identifiers.
#[derive(Clone, Debug)]
pub struct Policies {
    /// For signature certificates.
    pub signature: Vec<String>,
    /// For authentication certificates.
    pub authentication: Vec<String>,
}

impl Policies {
    /// Those of the My Number cards that residents have; the policies of test cards are not among them.
    #[must_use]
    pub fn of_real_cards() -> Self {
        Self {
            signature: vec![REAL_SIGNATURE.to_owned()],
            authentication: vec![REAL_AUTHENTICATION.to_owned()],
        }
    }

    /// Those for certificates of this use.
    #[must_use]
    pub fn for_usage(&self, usage: Usage) -> &[String] {
        match usage {
            Usage::Signature => &self.signature,
            Usage::Authentication => &self.authentication,
        }
    }
}
