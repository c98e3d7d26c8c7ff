//! Revocation as the scenarios need it: certificates are revoked one by one, as J-LIS does after a move or a loss.

use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};

use async_trait::async_trait;
use yui_protocol::{ErrorCode, Thumbprint, identity::certificate_hash};
use yui_server::identity::card::{CardCertificate, Revocation};

/// The certificates that are revoked, by their hashes.
#[derive(Default)]
pub struct Revoked(Mutex<HashSet<Thumbprint>>);

impl Revoked {
    /// Revokes a certificate, given as DER.
    pub fn revoke(&self, der: &[u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(certificate_hash(der));
    }
}

#[async_trait]
impl Revocation for Revoked {
    async fn check(&self, certificate: &CardCertificate) -> Result<(), ErrorCode> {
        let hash = certificate_hash(certificate.der());
        let revoked = self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(&hash);
        if revoked { Err(ErrorCode::CertificateRevoked) } else { Ok(()) }
    }
}
