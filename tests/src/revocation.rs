//! Revocation as the scenarios need it: none. Revoked certificates are tested against the server itself.

use async_trait::async_trait;
use yui_protocol::ErrorCode;
use yui_server::identity::card::{CardCertificate, Revocation};

/// No card is revoked.
pub struct NoneRevoked;

#[async_trait]
impl Revocation for NoneRevoked {
    async fn check(&self, _: &CardCertificate) -> Result<(), ErrorCode> {
        Ok(())
    }
}
