//! What card and device keys signed, checked as far as it can be without the store.

use sha2::{Digest, Sha256};
use yui_protocol::{
    Base64Url, ErrorCode, Millis, Thumbprint, TownCode,
    cbor::decode_canonical,
    fits,
    identity::{EnrolKey, EnrolPurpose, EnrolStatement},
};

use crate::identity::{enrol::NewDevice, signature};

/// How far the sender's estimate of the server's time may be off.
const SKEW: u64 = 5 * Millis::MINUTE.unsigned_abs();

/// The longest name of a phone, in characters. Staff read it before they stop a phone.
const MAX_DEVICE_NAME: usize = 40;

/// A statement whose form, town, time and device signatures are right.
pub struct Checked {
    /// The server's nonce, not looked at yet.
    pub nonce: Vec<u8>,
    /// SHA-256 of the statement's payload.
    pub digest: [u8; 32],
    /// What the card must have signed.
    pub signed_bytes: Vec<u8>,
    /// The phone and its keys.
    pub device: NewDevice,
    /// Why.
    pub purpose: EnrolPurpose,
}

/// The parts of a registration that come from the phone.
pub struct FromPhone<'a> {
    /// The statement's payload.
    pub statement: &'a Base64Url,
    /// The key `device`.
    pub device: &'a EnrolKey,
    /// The key `device_uv`.
    pub device_uv: Option<&'a EnrolKey>,
    /// What the person calls the phone.
    pub device_name: &'a str,
    /// The hash of the card's authentication certificate that the statement must name.
    pub certificate: Thumbprint,
}

/// Checks a statement: `malformed_request`, `not_canonical`, `other_town`, `clock_skew`, `statement_mismatch`,
/// `signature_invalid`.
pub fn check(from: &FromPhone<'_>, town: TownCode, now: Millis) -> Result<Checked, ErrorCode> {
    let payload = &from.statement.0;
    let statement: EnrolStatement = decode_canonical(payload)?;
    if statement.town != town {
        return Err(ErrorCode::OtherTown);
    }
    let keys_named = statement.device == from.device.key.thumbprint()
        && statement.device_uv == from.device_uv.map(|uv| uv.key.thumbprint())
        && statement.device_uv != Some(statement.device);
    if !keys_named || statement.authentication_certificate != from.certificate {
        return Err(ErrorCode::StatementMismatch);
    }
    if statement.purpose == EnrolPurpose::RenewUserKey && from.device_uv.is_none() {
        return Err(ErrorCode::StatementMismatch);
    }
    let name = from.device_name.trim();
    if name.is_empty() || !fits(name, MAX_DEVICE_NAME) {
        return Err(ErrorCode::MalformedRequest);
    }
    let signed_bytes = EnrolStatement::signed_bytes(payload);
    for key in std::iter::once(from.device).chain(from.device_uv) {
        signature::check(&key.key, &signed_bytes, &key.signature)?;
    }
    if statement.time.apart(now) > SKEW {
        return Err(ErrorCode::ClockSkew);
    }
    Ok(Checked {
        nonce: statement.nonce,
        digest: Sha256::digest(payload).into(),
        signed_bytes,
        device: NewDevice {
            key: from.device.key,
            user_key: from.device_uv.map(|uv| uv.key),
            name: name.to_owned(),
        },
        purpose: statement.purpose,
    })
}
