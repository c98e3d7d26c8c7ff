//! Cards whose certificates the test roots have revoked.

use async_trait::async_trait;
use yui_protocol::ErrorCode;
use yui_server::identity::card::{CardCertificate, Revocation};

/// No card of the scenarios is revoked; the revoked ones are the server's own tests'.
pub struct RevokedCards;

#[async_trait]
impl Revocation for RevokedCards {
    async fn check(&self, _: &CardCertificate) -> Result<(), ErrorCode> {
        Ok(())
    }
}
