//! Signed commands: `POST /v1/commands`. A command authenticates itself: its form and signature are checked here, and
//! then the domain of its act does it. What else would refuse it (a removed phone, a card that ran out, its times) is
//! found out as well, but told only if the command turns out to be new, inside the write: one that was accepted is
//! answered for ever, whatever became of phone and card since.

mod dispatch;
mod required_proof;
pub mod routes;

use sha2::{Digest, Sha256};
use tokio_util::sync::CancellationToken;
use yui_protocol::{
    CLOCK_SKEW, ErrorCode, Millis, Signature, Thumbprint,
    command::{Command, SignedCommand},
    wallet::Assurance,
};
use yui_rules::Refusal;
use yui_store::{Party, UnitError};

use crate::{
    command::required_proof::RequiredProof,
    http::problem::ApiError,
    identity::{KeyKind, RegisteredKey, signature, step_up},
    state::Yui,
};

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
    pub kind: KeyKind,
    /// The phone it is on.
    pub device: Thumbprint,
    /// The wallet or shop that acts: the signing key's.
    pub party: Party,
    /// How strongly the person is proved, or what is wrong with the proof: nothing that an accepted command is asked.
    assurance: Result<Assurance, Refusal>,
    /// Cancelled when the key is revoked.
    revoked: CancellationToken,
    asked: RequiredProof,
}

impl VerifiedCommand {
    /// Tests a command whose id is unknown at `now`, and gives the proof it came with: `device_revoked`, also when the
    /// key was revoked while the command waited for its turn; what [`step_up::check`] found wrong with the card; and
    /// for its time `id_not_v7`, `clock_skew`, `command_expired`.
    pub fn check_first_time(&self, now: Millis) -> Result<Assurance, UnitError> {
        if self.is_revoked() {
            return Err(ErrorCode::DeviceRevoked.into());
        }
        let assurance = self.assurance.clone().map_err(|refusal| self.refuse(refusal))?;
        self.check_times(now)?;
        Ok(assurance)
    }

    /// A rule's refusal as the unit's error; the proof that it asks for goes out with the answer.
    pub(crate) fn refuse(&self, refusal: Refusal) -> UnitError {
        self.asked.refuse(refusal)
    }

    /// Whether the signing key was revoked by now.
    pub(crate) fn is_revoked(&self) -> bool {
        self.revoked.is_cancelled()
    }

    fn check_times(&self, now: Millis) -> Result<(), ErrorCode> {
        let Command { id, issued_at, valid_until, .. } = &self.command;
        let made_at = id.at()?;
        if issued_at.since(now) > CLOCK_SKEW || made_at.since(*issued_at).saturating_abs() > CLOCK_SKEW {
            return Err(ErrorCode::ClockSkew);
        }
        if now > *valid_until || valid_until < issued_at {
            return Err(ErrorCode::CommandExpired);
        }
        // An old command that is still valid was kept by a phone without network; its clock is not the matter.
        Ok(())
    }
}

/// Checks who sent a command: `too_large`, `malformed_request`, `not_canonical`, `other_town`, `device_unknown`,
/// `signature_invalid`, `rate_limited`.
pub async fn verify_command(yui: &Yui, signed: &SignedCommand) -> Result<VerifiedCommand, ApiError> {
    let payload = &signed.payload.0;
    let command = Command::from_payload(payload)?;
    if command.town != yui.config.town() {
        return Err(ErrorCode::OtherTown.into());
    }
    let key = yui.keys.find(&signed.key)?;
    signature::check(&key.key, &Command::signed_bytes(payload), &signed.signature)?;
    // A phone that was removed must not use up what the wallet's other phones may ask.
    match key.check_usable() {
        Ok(()) => yui.rates.command(&key.device, key.party)?,
        Err(_) => yui.rates.command_of_removed(&key.device)?,
    }
    Ok(VerifiedCommand {
        digest: Sha256::digest(payload).into(),
        signature: signed.signature,
        key: signed.key,
        kind: key.kind,
        device: key.device,
        party: key.party,
        assurance: prove(yui, &key, signed).await,
        revoked: key.revoked,
        asked: RequiredProof::default(),
        command,
    })
}

/// How strongly key and card prove the person: `device_revoked`, `step_up_required` for a card beside a key that does
/// not prove its user, and as [`step_up::check`].
async fn prove(yui: &Yui, key: &RegisteredKey, signed: &SignedCommand) -> Result<Assurance, Refusal> {
    key.check_usable()?;
    match (&signed.card, key.party, key.kind) {
        (Some(card), Party::Person(subject), KeyKind::DeviceUv) => {
            step_up::check(yui, subject, &signed.payload.0, card).await?;
            Ok(Assurance::DeviceUvCard)
        }
        (Some(_), _, _) => Err(Refusal::step_up(Assurance::DeviceUv)),
        (None, _, KeyKind::DeviceUv) => Ok(Assurance::DeviceUv),
        (None, _, KeyKind::Device | KeyKind::Shop) => Ok(Assurance::Device),
    }
}
