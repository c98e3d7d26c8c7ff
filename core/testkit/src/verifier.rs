//! The local verifier over the test roots, and the list of what is revoked under them: certificates are revoked one by
//! one, as J-LIS does after a move or a loss.

use std::{
    collections::HashSet,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use async_trait::async_trait;
use yui_protocol::{ErrorCode, Thumbprint, identity::certificate_hash};
use yui_server::identity::card::{CardCertificate, LocalVerifier, Policies, Revocation, TrustStore, Usage};

use crate::pki;

/// Revoked certificates, and whether the list can be reached.
#[derive(Default)]
pub struct Revoked {
    certificates: Mutex<HashSet<Thumbprint>>,
    out_of_reach: AtomicBool,
}

impl Revoked {
    /// Revokes a certificate, given as DER.
    pub fn revoke(&self, der: &[u8]) {
        self.certificates.lock().unwrap_or_else(PoisonError::into_inner).insert(certificate_hash(der));
    }

    /// Whether the list is out of reach from now on.
    pub fn out_of_reach(&self, is: bool) {
        self.out_of_reach.store(is, Ordering::SeqCst);
    }
}

#[async_trait]
impl Revocation for Revoked {
    async fn check(&self, certificate: &CardCertificate) -> Result<(), ErrorCode> {
        if self.out_of_reach.load(Ordering::SeqCst) {
            return Err(ErrorCode::VerifierUnavailable);
        }
        let hash = certificate_hash(certificate.der());
        let revoked = self.certificates.lock().unwrap_or_else(PoisonError::into_inner).contains(&hash);
        if revoked { Err(ErrorCode::CertificateRevoked) } else { Ok(()) }
    }
}

/// The policies of test cards, which the shipped server never takes.
#[must_use]
pub fn test_policies() -> Policies {
    Policies {
        signature: vec![pki::POLICY_SIGNATURE.to_string()],
        authentication: vec![pki::POLICY_AUTHENTICATION.to_string()],
    }
}

/// The local verifier over the test roots.
///
/// # Panics
/// When a test root is no certificate: then no test can go on.
#[must_use]
pub fn local_verifier(policies: Policies, revoked: Arc<Revoked>) -> LocalVerifier {
    let mut trust = TrustStore::default();
    for (usage, root) in [
        (Usage::Signature, &pki::trusted().signature),
        (Usage::Authentication, &pki::trusted().authentication),
    ] {
        trust.trust(usage, root.certificate()).expect("the test roots are certificates");
    }
    LocalVerifier::new(trust, policies, revoked)
}
