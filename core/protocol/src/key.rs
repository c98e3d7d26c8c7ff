//! Device keys as they travel: P-256 public keys, their thumbprints, and signatures. Checking a signature is
//! for the server (ring) and signing for the phone's key store; here are only the bytes.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

use crate::{bytes::Base64Url, error::ErrorCode, schema};

macro_rules! fixed_bytes {
    ($(#[$doc:meta])* $name:ident, $len:literal, $what:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub [u8; $len]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&Base64Url::encode(&self.0))
            }
        }

        impl FromStr for $name {
            type Err = ErrorCode;

            fn from_str(text: &str) -> Result<Self, ErrorCode> {
                Base64Url::decode(text)
                    .and_then(|bytes| bytes.try_into().ok())
                    .map(Self)
                    .ok_or(ErrorCode::MalformedRequest)
            }
        }

        impl TryFrom<&[u8]> for $name {
            type Error = ErrorCode;

            fn try_from(bytes: &[u8]) -> Result<Self, ErrorCode> {
                bytes.try_into().map(Self).map_err(|_| ErrorCode::MalformedRequest)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?
                    .parse()
                    .map_err(|_| de::Error::custom(concat!("not ", $what)))
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                schema::text(concat!($what, " as base64url"), "AQID")
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}

fixed_bytes! {
    /// A P-256 public key as the uncompressed point of SEC 1 §2.3.3: `04 ‖ x ‖ y`.
    PublicKey, 65, "an uncompressed P-256 point (65 bytes)"
}
fixed_bytes! {
    /// The SHA-256 thumbprint of a public key's JWK (RFC 7638), which names the key everywhere.
    Thumbprint, 32, "a SHA-256 thumbprint (32 bytes)"
}
fixed_bytes! {
    /// An ECDSA P-256 signature over SHA-256 as `r ‖ s` (RFC 7518 §3.4).
    Signature, 64, "an ECDSA P-256 signature r‖s (64 bytes)"
}

/// A P-256 public key as a JWK (RFC 7517), as in the header of a DPoP proof. Further members are passed over.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Jwk {
    /// Always `P-256`.
    pub crv: String,
    /// Always `EC`.
    pub kty: String,
    /// The x coordinate, base64url of 32 bytes.
    pub x: String,
    /// The y coordinate, base64url of 32 bytes.
    pub y: String,
}

impl PublicKey {
    /// The key as a JWK.
    #[must_use]
    pub fn to_jwk(&self) -> Jwk {
        Jwk {
            crv: "P-256".to_owned(),
            kty: "EC".to_owned(),
            x: Base64Url::encode(&self.0[1..33]),
            y: Base64Url::encode(&self.0[33..]),
        }
    }

    /// The key in a JWK; `malformed_request` when it is of another kind. Whether the point is on the curve is
    /// found when a signature is checked.
    pub fn from_jwk(jwk: &Jwk) -> Result<Self, ErrorCode> {
        let (x, y) = (Base64Url::decode(&jwk.x), Base64Url::decode(&jwk.y));
        match (x, y) {
            (Some(x), Some(y)) if jwk.crv == "P-256" && jwk.kty == "EC" && x.len() == 32 && y.len() == 32 => {
                let mut point = [4; 65];
                point[1..33].copy_from_slice(&x);
                point[33..].copy_from_slice(&y);
                Ok(Self(point))
            }
            _ => Err(ErrorCode::MalformedRequest),
        }
    }

    /// The RFC 7638 thumbprint: SHA-256 over the JWK's required members in lexicographic order.
    #[must_use]
    pub fn thumbprint(&self) -> Thumbprint {
        let Jwk { crv, kty, x, y } = self.to_jwk();
        let canonical = format!(r#"{{"crv":"{crv}","kty":"{kty}","x":"{x}","y":"{y}"}}"#);
        Thumbprint(Sha256::digest(canonical).into())
    }
}

/// A key is public; still only its thumbprint belongs in a log.
impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.thumbprint())
    }
}

impl fmt::Debug for Thumbprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Thumbprint({self})")
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signature(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The thumbprint was computed with an independent implementation (Python's `hashlib` over the JSON text).
    #[test]
    fn the_thumbprint_follows_rfc_7638() {
        let mut point = [4; 65];
        for (byte, value) in point[1..].iter_mut().zip(0u8..) {
            *byte = value;
        }
        let key = PublicKey(point);
        assert_eq!(key.thumbprint().to_string(), "0r62zgBj277RicA3LnaBKQ5_9RCDIomrlbpWjO0QTG0");
        assert_eq!(PublicKey::from_jwk(&key.to_jwk()), Ok(key));
    }
}
