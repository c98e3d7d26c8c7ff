//! How a one-time code is shown: in clear what a shop has to know, and sealed to the town's server whose it is.
//!
//! A key's thumbprint is the same in every code of a phone, and from two signatures the key itself can be found; so
//! both travel sealed, by HPKE in base mode (RFC 9180; X25519, HKDF-SHA256, ChaCha20-Poly1305). A shop that reads
//! codes with a tool of its own finds nothing in two of them that is the same.

use hpke::{
    Deserializable, HpkeError, Kem as _, OpModeR, OpModeS, Serializable,
    aead::ChaCha20Poly1305,
    kdf::HkdfSha256,
    kem::X25519HkdfSha256,
    rand_core::{CryptoRng, RngCore},
    setup_sender, single_shot_open,
};
use minicbor::{Decode, Encode};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{
    envelope::{self, Body},
    one_time::{CODE_DOMAIN, KeyHint, Mandate, SIGNATURE_LEN, SignedMandate, whole_seconds},
};
use crate::{Base64Url, CommandId, ErrorCode, Millis, Points, Signature, TownCode, cbor};

type Kem = X25519HkdfSha256;
type Public = <Kem as hpke::Kem>::PublicKey;
type Private = <Kem as hpke::Kem>::PrivateKey;
type Encapsulated = <Kem as hpke::Kem>::EncappedKey;

/// Hint and signature, and the seal's tag.
pub(super) const SEALED_LEN: usize = 8 + SIGNATURE_LEN + 16;

/// The key to which phones seal their codes; its other half is the server's ([`CodeSecret`]).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CodeKey([u8; 32]);

impl Serialize for CodeKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&Base64Url::encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for CodeKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = Base64Url::decode(&text).and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or_else(|| de::Error::custom("not 32 bytes of base64url"))
    }
}

impl utoipa::PartialSchema for CodeKey {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        crate::schema::text(
            "an X25519 public key, 32 bytes of base64url without padding",
            "5oxkXY4rNt7wYQnMtMy6CQq8Sd_RiKZgPjXxFu2KBgM",
        )
    }
}

impl utoipa::ToSchema for CodeKey {}

/// The server's half of a [`CodeKey`].
pub struct CodeSecret(Private);

impl CodeSecret {
    /// The pair that follows from 32 secret bytes (RFC 9180 §7.1.3).
    #[must_use]
    pub fn derive(secret: &[u8; 32]) -> Self {
        Self(Kem::derive_keypair(secret).0)
    }

    /// The half for the phones.
    #[must_use]
    pub fn public(&self) -> CodeKey {
        CodeKey(Kem::sk_to_pk(&self.0).to_bytes().into())
    }
}

/// Never shows the secret.
impl std::fmt::Debug for CodeSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CodeSecret(…)")
    }
}

/// What a shop can read of a code.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
#[cbor(map)]
pub struct CodeFace {
    /// See [`Mandate::town`].
    #[n(0)]
    pub town: TownCode,
    /// See [`Mandate::id`].
    #[n(1)]
    pub id: CommandId,
    /// The encapsulated key of the seal, another in each code.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub enc: [u8; 32],
    /// See [`Mandate::cap`].
    #[n(3)]
    pub cap: Points,
    /// See [`Mandate::valid_until`].
    #[cbor(n(4), with = "whole_seconds")]
    pub valid_until: Millis,
}

impl CodeFace {
    fn body(&self) -> Vec<u8> {
        cbor::encode(&Body::OneTime(self.clone()))
    }
}

/// A code as it is shown. Nothing of it is checked yet but its form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SealedCode {
    /// What a shop can read.
    pub face: CodeFace,
    /// The hint and the signature, for the server; bound to the face.
    pub sealed: [u8; SEALED_LEN],
}

impl SignedMandate {
    /// Seals the mandate to the town's server. `internal` where `to` is no point that a secret can be shared with.
    pub fn seal<R: CryptoRng + RngCore>(&self, to: CodeKey, rng: &mut R) -> Result<SealedCode, ErrorCode> {
        let Mandate { town, id, key, cap, valid_until } = self.mandate;
        let inside = [key.0.as_slice(), &self.signature.0].concat();
        let sealed = |rng: &mut R| {
            let to = Public::from_bytes(&to.0)?;
            let (enc, mut seal) =
                setup_sender::<ChaCha20Poly1305, HkdfSha256, Kem, R>(&OpModeS::Base, &to, CODE_DOMAIN, rng)?;
            let face = CodeFace { town, id, enc: enc.to_bytes().into(), cap, valid_until };
            let sealed = seal.seal(&inside, &face.body())?;
            Ok::<_, HpkeError>((face, sealed))
        };
        let (face, sealed) = sealed(rng).map_err(|_| ErrorCode::Internal)?;
        let sealed = sealed.try_into().map_err(|_| ErrorCode::Internal)?;
        Ok(SealedCode { face, sealed })
    }
}

impl SealedCode {
    /// Face and seal: what a shop hands in as [`crate::command::RedeemCode::code`].
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.face.body().as_slice(), &self.sealed].concat()
    }

    /// Reads [`SealedCode::to_bytes`]: `too_large`, `malformed_request` or `not_canonical` when it is none,
    /// `amount_invalid` for a cap that is no amount, `id_not_v7` for an id without a time.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ErrorCode> {
        if bytes.len() > envelope::MAX_BYTES {
            return Err(ErrorCode::TooLarge);
        }
        let (body, rest) = Body::read(bytes).map_err(|error| match error {
            // The word for a person with a camera; a server calls it by its own.
            ErrorCode::QrVersion => ErrorCode::NotCanonical,
            other => other,
        })?;
        let (Body::OneTime(face), Ok(sealed)) = (body, rest.try_into()) else {
            return Err(ErrorCode::MalformedRequest);
        };
        Points::act(face.cap.0)?;
        face.id.at()?;
        Ok(Self { face, sealed })
    }

    /// The text of the QR code.
    #[must_use]
    pub fn to_text(&self) -> String {
        envelope::write(&self.to_bytes())
    }

    /// What was sealed, with a signature that is not checked here: `signature_invalid` when it was altered, or sealed
    /// to another server.
    pub fn open(&self, secret: &CodeSecret) -> Result<SignedMandate, ErrorCode> {
        let opened = || {
            single_shot_open::<ChaCha20Poly1305, HkdfSha256, Kem>(
                &OpModeR::Base,
                &secret.0,
                &Encapsulated::from_bytes(&self.face.enc)?,
                CODE_DOMAIN,
                &self.sealed,
                &self.face.body(),
            )
        };
        let inside = opened().map_err(|_| ErrorCode::SignatureInvalid)?;
        let (hint, signature) = inside.split_first_chunk().ok_or(ErrorCode::SignatureInvalid)?;
        let CodeFace { town, id, cap, valid_until, .. } = self.face;
        Ok(SignedMandate {
            mandate: Mandate { town, id, key: KeyHint(*hint), cap, valid_until },
            signature: Signature::try_from(signature).map_err(|_| ErrorCode::SignatureInvalid)?,
        })
    }
}
