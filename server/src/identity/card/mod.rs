//! The My Number card's certificates: reading them, and the port through which they are proved.
//!
//! A certificate goes once, inside TLS, from the phone to the verifier, and is dropped in that request. Nothing in
//! this module keeps, logs or shows one, nor its serial number (公的個人認証法52条).

mod algorithm;
mod attributes;
mod certificate;
mod local;
pub(crate) mod platform_operator;
mod policies;

use async_trait::async_trait;
use yui_protocol::{ErrorCode, Millis};

pub use attributes::{Attributes, births};
pub use certificate::{CardCertificate, Usage};
pub use local::{LocalVerifier, Revocation, TrustStore};
pub use platform_operator::{PlatformOperator, PlatformOperatorConfig};
pub use policies::Policies;

/// A certificate to be proved, with the signature it made where one was asked for.
pub struct CardProof<'a> {
    /// What the certificate is meant for.
    pub usage: Usage,
    /// The certificate.
    pub certificate: &'a CardCertificate,
    /// Message and signature; none where only the certificate is looked at.
    pub signed: Option<(&'a [u8], &'a [u8])>,
    /// The time at which it must be valid.
    pub now: Millis,
}

/// What a verifier says of a certificate that it accepts.
#[derive(Debug, Default)]
pub struct CardFacts {
    /// Name, birth date, sex and address, of a signature certificate.
    pub attributes: Option<Attributes>,
    /// A reference to the person that stays the same over renewals, moves and new cards; only a platform operator
    /// knows one.
    pub user_reference: Option<String>,
}

/// Proves certificates: chain, validity, use, policy, revocation, and the signature over exactly the message.
///
/// Refuses with one of the `certificate_*` codes, `signature_invalid`, or `verifier_unavailable`.
#[async_trait]
pub trait CertificateVerifier: Send + Sync {
    /// Proves one certificate.
    async fn verify(&self, proof: CardProof<'_>) -> Result<CardFacts, ErrorCode>;
}
