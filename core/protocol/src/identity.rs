//! Who a person is: registration with the card, login, phones.
//!
//! Registration: the server gives a nonce; the card's signature key and each device key sign
//! [`EnrolStatement`] under [`ENROL_DOMAIN`]; the certificates go once, inside TLS, to the verifier and are
//! dropped in that request. Login is an RFC 7523 assertion by the device key (see [`crate::jws`]).

use chrono::NaiveDate;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Base64Url, CommandId, Millis, PublicKey, Signature, Subject, Thumbprint, TownCode, cbor};

/// What goes before the statement when card and device keys sign a registration.
pub const ENROL_DOMAIN: &[u8] = b"yui/enrol/v1";

/// How long a nonce can be used: five minutes.
pub const NONCE_LIFE: i64 = 5 * Millis::MINUTE;

/// How well a person is known; what each may do and spend is configuration.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Not registered: everything public.
    Guest,
    /// Known by e-mail or at a counter: a small cap, charged value only.
    Visitor,
    /// Registered with the card's 4-digit PIN: the card is proved, the attributes are not.
    CardHolder,
    /// Registered with the card's signature password: name, birth date, sex and address are proved.
    Verified,
    /// Proved by another identity provider of the town's configuration; none is there yet (ADR 0011).
    VerifiedElsewhere,
}

impl Level {
    /// How much is proved; levels are compared by this, not by how they are listed. Nothing proves more than the card's
    /// signature: who came by another identity provider is raised by showing it.
    #[must_use]
    pub const fn rank(self) -> u8 {
        match self {
            Self::Guest => 0,
            Self::Visitor => 1,
            Self::CardHolder => 2,
            Self::VerifiedElsewhere => 3,
            Self::Verified => 4,
        }
    }
}

impl Ord for Level {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Level {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Why the card signs.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, Encode, Decode, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum EnrolPurpose {
    /// A first registration, or the same person on a new installation.
    #[n(0)]
    Register,
    /// A further phone beside the ones there are.
    #[n(1)]
    AddDevice,
    /// A new phone in place of all others, which are revoked: "I lost my phone".
    #[n(2)]
    ReplaceLost,
    /// The key that proves the phone's user is made again.
    #[n(3)]
    RenewUserKey,
}

/// `POST /v1/identity/nonce`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NonceAnswer {
    /// 32 random bytes, good once and for five minutes.
    pub nonce: Base64Url,
    /// Until when.
    pub expires_at: Millis,
    /// The server's time, from which the phone sets its own estimate.
    pub server_time: Millis,
}

/// What card and device keys sign, as canonical CBOR.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
#[cbor(map)]
pub struct EnrolStatement {
    /// The town.
    #[n(0)]
    pub town: TownCode,
    /// Why.
    #[n(1)]
    pub purpose: EnrolPurpose,
    /// The server's nonce.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub nonce: Vec<u8>,
    /// The sender's estimate of the server's time.
    #[n(3)]
    pub time: Millis,
    /// The thumbprint of the key `device`.
    #[n(4)]
    pub device: Thumbprint,
    /// The thumbprint of the key `device_uv`, when the phone has a screen lock.
    #[n(5)]
    pub device_uv: Option<Thumbprint>,
    /// SHA-256 of the card's authentication certificate (DER).
    #[n(6)]
    pub authentication_certificate: Thumbprint,
}

impl EnrolStatement {
    /// The canonical bytes.
    #[must_use]
    pub fn payload(&self) -> Vec<u8> {
        cbor::encode(self)
    }

    /// The bytes that card and device keys sign for this payload.
    #[must_use]
    pub fn signed_bytes(payload: &[u8]) -> Vec<u8> {
        [ENROL_DOMAIN, payload].concat()
    }
}

/// A device key in a registration, with its signature over the statement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnrolKey {
    /// The public key.
    pub key: PublicKey,
    /// Over `"yui/enrol/v1"` and the statement.
    pub signature: Signature,
    /// The platform's attestation, opaque here; empty on a phone that has none.
    #[serde(default)]
    pub attestation: Base64Url,
}

/// The card's part of a registration.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnrolCard {
    /// The authentication certificate, DER. Its key names the card at later step-ups.
    pub authentication_certificate: Base64Url,
    /// The signature certificate, DER; none on the 4-digit route, where the authentication key signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature_certificate: Option<Base64Url>,
    /// Over `"yui/enrol/v1"` and the statement, by the signature key, or by the authentication key on the
    /// 4-digit route.
    pub signature: Base64Url,
}

/// `POST /v1/identity/enrol`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnrolRequest {
    /// The statement: canonical CBOR (docs/protocol.md).
    pub statement: Base64Url,
    /// The key `device`.
    pub device: EnrolKey,
    /// The key `device_uv`, when the phone has a screen lock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_uv: Option<EnrolKey>,
    /// The card's part.
    pub card: EnrolCard,
    /// What the person calls this phone; at most 40 characters.
    pub device_name: String,
}

/// How a registration ended. Sending the same device keys again, with a new nonce, gets the same answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum EnrolAnswer {
    /// Done.
    Enrolled {
        /// The person in this town.
        profile: ProfileRecord,
        /// The server's time.
        server_time: Millis,
    },
    /// Staff look at it first, because the card is new and the person known. Ask again with the same keys.
    InReview {
        /// What to tell staff.
        reference: String,
        /// The server's time.
        server_time: Millis,
    },
}

/// The person in this town, as her own phone shows her.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ProfileRecord {
    /// The resident's id in this town, which is the wallet's id too.
    pub subject: Subject,
    /// How well she is known.
    pub level: Level,
    /// Her name as on the card; empty for a visitor without one.
    pub name: String,
    /// The last day of the card's signature certificate, for warnings 90 and 30 days before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_last_day: Option<NaiveDate>,
}

/// One of a person's phones.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DeviceRecord {
    /// The thumbprint of its key `device`.
    pub id: Thumbprint,
    /// What the person calls it.
    pub name: String,
    /// When it was added.
    pub added_at: Millis,
    /// When it was last heard of, to the day.
    pub seen_day: NaiveDate,
    /// Whether it proves its user.
    pub proves_user: bool,
    /// When it was removed or reported lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<Millis>,
}

/// `POST /v1/identity/visitor`: a wallet for a visitor who proves an e-mail address or a code from the counter. It
/// registers the key `device` alone; the statement names no other.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitorRequest {
    /// The registration code from the mail or the counter.
    pub code: String,
    /// The statement, as for a card, with an all-zero certificate hash.
    pub statement: Base64Url,
    /// The key `device`.
    pub device: EnrolKey,
    /// What the person calls this phone; at most 40 characters.
    pub device_name: String,
}

impl std::fmt::Debug for VisitorRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "VisitorRequest(…)")
    }
}

/// `POST /v1/identity/token` (RFC 6749 §5.1 with RFC 7523 and RFC 9449).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TokenAnswer {
    /// Opaque, good for `expires_in` seconds and only with the device key's DPoP proofs.
    pub access_token: String,
    /// Always `DPoP`.
    pub token_type: String,
    /// Seconds.
    pub expires_in: u32,
    /// The server's time.
    pub server_time: Millis,
}

impl std::fmt::Debug for TokenAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TokenAnswer(… for {} s)", self.expires_in)
    }
}

/// `POST /v1/identity/leave`: the person leaves the service.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeaveRequest {
    /// The id of this act.
    pub id: CommandId,
    /// That what is left of charged value is given up; without it, `balance_remains` answers when there is any.
    pub give_up_balance: bool,
}

/// The certificate hash of a statement in which no card takes part.
pub const NO_CARD: Thumbprint = Thumbprint([0; 32]);

/// The hash by which a statement names a certificate.
#[must_use]
pub fn certificate_hash(der: &[u8]) -> Thumbprint {
    Thumbprint(Sha256::digest(der).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Signature;

    #[test]
    fn a_visitors_code_is_in_no_debug_output() {
        let key = EnrolKey {
            key: PublicKey([4; 65]),
            signature: Signature([1; 64]),
            attestation: Base64Url::default(),
        };
        let request = VisitorRequest {
            code: "ABCDE-FGHJK".to_owned(),
            statement: Base64Url::default(),
            device: key,
            device_name: "phone".to_owned(),
        };
        let shown = format!("{request:?}");
        assert!(shown.contains("VisitorRequest") && !shown.contains("ABCDE"), "{shown}");
    }

    #[test]
    fn the_card_proves_the_most() {
        let mut levels =
            [Level::Verified, Level::VerifiedElsewhere, Level::Guest, Level::CardHolder, Level::Visitor];
        levels.sort();
        let by_proof =
            [Level::Guest, Level::Visitor, Level::CardHolder, Level::VerifiedElsewhere, Level::Verified];
        assert_eq!(levels, by_proof);
        assert_eq!(Level::Verified.max(Level::VerifiedElsewhere), Level::Verified);
    }
}
