//! Signed commands: `POST /v1/commands`. A command authenticates itself; here its form, signature, key and card are
//! checked, and then the domain of its act does it.

mod dispatch;
pub mod routes;

use sha2::{Digest, Sha256};
use tokio_util::sync::CancellationToken;
use yui_protocol::{
    CLOCK_SKEW, ErrorCode, Millis, Signature, Thumbprint,
    command::{Command, SignedCommand},
    wallet::Assurance,
};
use yui_store::{Party, Unit, UnitError};

use crate::{
    http::problem::ApiError,
    identity::{login::Role, signature, step_up},
    state::Yui,
};

/// How far the instant inside an unknown id, and the sender's estimate of the time, may be off.
pub const SKEW: i64 = CLOCK_SKEW;

/// A command whose sender is proved. Whether it is new is for its domain to find, inside the write: see
/// [`VerifiedCommand::check_first_time`].
#[derive(Clone, Debug)]
pub struct VerifiedCommand {
    /// What is wanted.
    pub command: Command,
    /// SHA-256 of the canonical payload, without signature: what makes a repeated id the same act.
    pub digest: [u8; 32],
    /// The device key's signature, kept as evidence.
    pub signature: Signature,
    /// The key that signed.
    pub key: Thumbprint,
    /// Its kind.
    pub role: Role,
    /// The phone it is on.
    pub device: Thumbprint,
    /// The wallet or shop that acts: the signing key's.
    pub party: Party,
    /// How strongly the person is proved.
    pub assurance: Assurance,
    /// Cancelled when the key is revoked.
    revoked: CancellationToken,
}

impl VerifiedCommand {
    /// Looks the id up, and tests an unknown one: `device_revoked` when the key was revoked while the command waited
    /// for its turn, and for its time `id_not_v7`, `clock_skew`, `command_expired`. A known one is answered for ever,
    /// by `unit.apply` under the same id.
    pub async fn check_first_time(&self, unit: &mut Unit) -> Result<(), UnitError> {
        if unit.find(self.command.id).await?.is_some() {
            return Ok(());
        }
        if self.revoked.is_cancelled() {
            return Err(ErrorCode::DeviceRevoked.into());
        }
        self.check_times(unit.now()).map_err(Into::into)
    }

    fn check_times(&self, now: Millis) -> Result<(), ErrorCode> {
        let Command { id, issued_at, valid_until, .. } = &self.command;
        let made_at = id.at()?;
        if issued_at.since(now) > SKEW || made_at.since(*issued_at).abs() > SKEW {
            return Err(ErrorCode::ClockSkew);
        }
        if now > *valid_until || valid_until < issued_at {
            return Err(ErrorCode::CommandExpired);
        }
        // An old command that is still valid was kept by a phone without network; its clock is not the matter.
        Ok(())
    }
}

/// Checks a command: `too_large`, `malformed_request`, `not_canonical`, `other_town`, `device_unknown`,
/// `device_revoked`, `signature_invalid`, `rate_limited`, and for the card those of [`step_up::check`].
pub async fn verify_command(yui: &Yui, signed: &SignedCommand) -> Result<VerifiedCommand, ApiError> {
    let payload = &signed.payload.0;
    let command = Command::from_payload(payload)?;
    if command.town != yui.config.town() {
        return Err(ErrorCode::OtherTown.into());
    }
    let key = yui.keys.find(&signed.key)?;
    signature::check(&key.key, &Command::signed_bytes(payload), &signed.signature)?;
    key.check_usable()?;
    yui.rates.command(&key.device, key.party)?;
    let assurance = match (&signed.card, key.party, key.role) {
        (Some(card), Party::Person(subject), Role::DeviceUv) => {
            step_up::check(yui, subject, payload, card).await?;
            Assurance::DeviceUvCard
        }
        (Some(_), _, _) => return Err(ApiError::step_up(Assurance::DeviceUv)),
        (None, _, Role::DeviceUv) => Assurance::DeviceUv,
        (None, _, Role::Device | Role::Shop) => Assurance::Device,
    };
    Ok(VerifiedCommand {
        digest: Sha256::digest(payload).into(),
        signature: signed.signature,
        key: signed.key,
        role: key.role,
        device: key.device,
        party: key.party,
        revoked: key.revoked,
        assurance,
        command,
    })
}
