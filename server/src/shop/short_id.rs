//! What a shop's phone is called among people: its key's thumbprint is too long to be read out or typed.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use yui_protocol::{ErrorCode, Thumbprint};

const BYTES: usize = 6;

/// The first 6 bytes of a phone's thumbprint, written as 12 upper-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct ShortId([u8; BYTES]);

impl From<Thumbprint> for ShortId {
    fn from(Thumbprint(bytes): Thumbprint) -> Self {
        let mut first = [0; BYTES];
        first.copy_from_slice(&bytes[..BYTES]);
        Self(first)
    }
}

impl fmt::Display for ShortId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02X}"))
    }
}

impl FromStr for ShortId {
    type Err = ErrorCode;

    fn from_str(text: &str) -> Result<Self, ErrorCode> {
        let canonical =
            text.len() == 2 * BYTES && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F'));
        let number = if canonical { u64::from_str_radix(text, 16).ok() } else { None };
        let [_, _, first @ ..] = number.ok_or(ErrorCode::MalformedRequest)?.to_be_bytes();
        Ok(Self(first))
    }
}

impl From<ShortId> for String {
    fn from(id: ShortId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for ShortId {
    type Error = ErrorCode;

    fn try_from(text: String) -> Result<Self, ErrorCode> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_id_has_one_spelling() {
        let mut bytes = [7; 32];
        bytes[..3].copy_from_slice(&[0, 0xC0, 0xFF]);
        let id = ShortId::from(Thumbprint(bytes));
        assert_eq!(id.to_string(), "00C0FF070707");
        assert_eq!("00C0FF070707".parse(), Ok(id));
        for wrong in ["00c0ff070707", "00C0FF07070", "00C0FF0707070", "+0C0FF070707", ""] {
            assert_eq!(wrong.parse::<ShortId>(), Err(ErrorCode::MalformedRequest), "{wrong}");
        }
    }
}
