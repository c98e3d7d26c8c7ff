//! A verifier that decides by itself, over roots it is given. Only the test server makes one: the law leaves this
//! to certified verifiers (公的個人認証法17条), so the shipped binary has no way to name a root.

use std::sync::Arc;

use async_trait::async_trait;
use yui_protocol::{ErrorCode, Millis};

use crate::identity::card::{CardCertificate, CardFacts, CardProof, CertificateVerifier, Policies, Usage};

/// The roots under which certificates are trusted, apart for each use.
#[derive(Default)]
pub struct TrustStore {
    signature: Vec<CardCertificate>,
    authentication: Vec<CardCertificate>,
}

impl TrustStore {
    /// Adds a root (DER) for certificates of `usage`.
    pub fn trust(&mut self, usage: Usage, root: &[u8]) -> Result<(), ErrorCode> {
        let root = CardCertificate::from_der(root)?;
        self.roots_mut(usage).push(root);
        Ok(())
    }

    fn roots_mut(&mut self, usage: Usage) -> &mut Vec<CardCertificate> {
        match usage {
            Usage::Signature => &mut self.signature,
            Usage::Authentication => &mut self.authentication,
        }
    }

    /// `certificate_untrusted` unless a root that is valid now issued the certificate. The card's roots issue
    /// directly, so a chain has two links.
    fn check(&self, usage: Usage, certificate: &CardCertificate, now: Millis) -> Result<(), ErrorCode> {
        let roots = match usage {
            Usage::Signature => &self.signature,
            Usage::Authentication => &self.authentication,
        };
        roots
            .iter()
            .any(|root| root.check_time(now).is_ok() && certificate.is_issued_by(root))
            .then_some(())
            .ok_or(ErrorCode::CertificateUntrusted)
    }
}

/// Whether a certificate was revoked: lists or responders, which answer registered verifiers only.
#[async_trait]
pub trait Revocation: Send + Sync {
    /// `certificate_revoked`, or `verifier_unavailable` when it cannot be known now.
    async fn check(&self, certificate: &CardCertificate) -> Result<(), ErrorCode>;
}

/// See the module.
pub struct LocalVerifier {
    trust: TrustStore,
    policies: Policies,
    revocation: Arc<dyn Revocation>,
}

impl LocalVerifier {
    /// A verifier over these roots and policies.
    #[must_use]
    pub fn new(trust: TrustStore, policies: Policies, revocation: Arc<dyn Revocation>) -> Self {
        Self { trust, policies, revocation }
    }
}

#[async_trait]
impl CertificateVerifier for LocalVerifier {
    async fn verify(&self, proof: CardProof<'_>) -> Result<CardFacts, ErrorCode> {
        let CardProof { usage, certificate, signed, now } = proof;
        self.trust.check(usage, certificate, now)?;
        certificate.check_time(now)?;
        certificate.check_usage(usage, &self.policies)?;
        if let Some((message, signature)) = signed {
            certificate.check_signature(message, signature)?;
        }
        self.revocation.check(certificate).await?;
        let attributes = match usage {
            Usage::Signature => certificate.attributes()?,
            Usage::Authentication => None,
        };
        Ok(CardFacts { attributes, user_reference: None })
    }
}
