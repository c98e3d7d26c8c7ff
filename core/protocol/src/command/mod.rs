//! Signed commands: the acts that move money or promise something, each proved by the key that signs it.
//!
//! A command is a CBOR map in the one canonical form (see [`crate::cbor`]). The device key signs
//! `"yui/command/v1" ‖ payload`; the route takes no access token, the wallet is the signing key's and the
//! assurance is that of the key. The same id with the same payload is one act, whoever repeats it.

mod act;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

pub use act::{Act, CancelTill, OpenTill, Pay, RedeemCode, RedeemVoucher, Refund};

use crate::{
    Base64Url, CommandId, ErrorCode, Millis, Signature, Thumbprint, TownCode,
    cbor::{decode_canonical, encode},
    changes::{LogPlace, Record},
};

/// What goes before the payload when a device key signs a command.
pub const COMMAND_DOMAIN: &[u8] = b"yui/command/v1";

/// What goes before the payload when the card's authentication key signs the same command at a step-up.
pub const CARD_STEP_UP_DOMAIN: &[u8] = b"yui/command-card/v1";

/// The longest payload that is read, in bytes.
pub const MAX_PAYLOAD: usize = 1024;

/// An act, by whom it is wanted and until when.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
#[cbor(map)]
pub struct Command {
    /// Made by the sender and kept before sending.
    #[n(0)]
    pub id: CommandId,
    /// The town whose ledger is meant.
    #[n(1)]
    pub town: TownCode,
    /// The sender's estimate of the server's time.
    #[n(2)]
    pub issued_at: Millis,
    /// A server that meets this id for the first time later than this refuses with `command_expired`.
    #[n(3)]
    pub valid_until: Millis,
    /// What is wanted.
    #[n(4)]
    pub act: Act,
}

impl Command {
    /// The canonical payload, which is signed, kept and compared.
    #[must_use]
    pub fn payload(&self) -> Vec<u8> {
        encode(self)
    }

    /// Reads a payload: `too_large`, `malformed_request` or `not_canonical` when it is not one.
    pub fn from_payload(payload: &[u8]) -> Result<Self, ErrorCode> {
        if payload.len() > MAX_PAYLOAD {
            return Err(ErrorCode::TooLarge);
        }
        decode_canonical(payload)
    }

    /// The bytes that the device key signs for this payload.
    #[must_use]
    pub fn signed_bytes(payload: &[u8]) -> Vec<u8> {
        [COMMAND_DOMAIN, payload].concat()
    }

    /// The bytes that the card's authentication key signs for this payload at a step-up.
    #[must_use]
    pub fn card_signed_bytes(payload: &[u8]) -> Vec<u8> {
        [CARD_STEP_UP_DOMAIN, payload].concat()
    }
}

/// A command as it is sent: `POST /v1/commands`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignedCommand {
    /// The command: canonical CBOR (docs/protocol.md).
    pub payload: Base64Url,
    /// The key that signed: `device` or `device_uv` of a person's phone, or a shop phone's key.
    pub key: Thumbprint,
    /// Its signature over `"yui/command/v1"` and the payload.
    pub signature: Signature,
    /// The card's proof, at amounts that need it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<CardStepUp>,
}

/// The card's authentication certificate and its signature over `"yui/command-card/v1"` and the payload. The
/// certificate is checked against the one registered and dropped in the same request.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CardStepUp {
    /// The authentication certificate, DER.
    pub certificate: Base64Url,
    /// RSASSA-PKCS1-v1_5 with SHA-256; of a card with a P-384 key ECDSA with SHA-384, `r ‖ s`.
    pub signature: Base64Url,
}

/// The answer to an accepted command, the same however often it is asked for: id, row, time and what it made. Words
/// of the directory (`ShopRef`), and the wallet or takings beside it, are those of now.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct CommandAnswer {
    /// The command's id.
    pub id: CommandId,
    /// The number of the ledger row; what a later act changed is in the feed, not here.
    pub seq: i64,
    /// When it was committed, by the server.
    pub at: Millis,
    /// What became of it, so that no one waits for the feed.
    pub records: Vec<Record>,
    /// How much of the log the records show; none when that cannot be said just now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<LogPlace>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Points, ShopId};

    fn command() -> Command {
        Command {
            id: CommandId::new(Millis(1_795_392_000_123), [7; 10]),
            town: TownCode::new(422_053).expect("Omura"),
            issued_at: Millis(1_795_392_000_123),
            valid_until: Millis(1_795_392_120_123),
            act: Act::Pay(Pay { shop: ShopId([1; 8]), amount: Points(850), till: None }),
        }
    }

    #[test]
    fn a_payload_comes_back() {
        assert_eq!(Command::from_payload(&command().payload()), Ok(command()));
    }

    #[test]
    fn other_bytes_of_the_same_meaning_are_refused() {
        let payload = command().payload();
        let mut trailing = payload.clone();
        trailing.push(0);
        assert_eq!(Command::from_payload(&trailing), Err(ErrorCode::NotCanonical));

        let mut unknown_field = payload.clone();
        unknown_field[0] += 1;
        unknown_field.extend([0x18, 0x63, 0x00]);
        assert_eq!(Command::from_payload(&unknown_field), Err(ErrorCode::NotCanonical));

        assert_eq!(Command::from_payload(&payload[..payload.len() - 1]), Err(ErrorCode::MalformedRequest));
        assert_eq!(Command::from_payload(&[0; MAX_PAYLOAD + 1]), Err(ErrorCode::TooLarge));
    }
}
