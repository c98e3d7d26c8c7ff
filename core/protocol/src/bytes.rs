//! Bytes in JSON: base64url without padding (RFC 4648 §5), refused when not canonical.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bytes that travel as base64url without padding.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Base64Url(pub Vec<u8>);

impl Base64Url {
    /// The text form.
    #[must_use]
    pub fn encode(bytes: &[u8]) -> String {
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads the text form; `None` when it is not canonical base64url.
    #[must_use]
    pub fn decode(text: &str) -> Option<Vec<u8>> {
        URL_SAFE_NO_PAD.decode(text).ok()
    }
}

/// Shows the length only: certificates and proofs travel in this type and must not reach a log.
impl std::fmt::Debug for Base64Url {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Base64Url({} bytes)", self.0.len())
    }
}

impl From<Vec<u8>> for Base64Url {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Serialize for Base64Url {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&Self::encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Base64Url {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::decode(&text).map(Self).ok_or_else(|| serde::de::Error::custom("not base64url without padding"))
    }
}

impl utoipa::PartialSchema for Base64Url {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        crate::schema::text("base64url without padding (RFC 4648 §5)", "AQID")
    }
}

impl utoipa::ToSchema for Base64Url {}
