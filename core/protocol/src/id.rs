//! Names of things. Each id is a type of its own, so that a shop cannot be paid to a person by mistake.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use utoipa::openapi::{RefOr, Schema};
use uuid::Uuid;

use crate::{error::ErrorCode, schema, time::Millis};

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident, $what:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The 16 bytes that are stored and signed.
            #[must_use]
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// The id with these 16 bytes.
            #[must_use]
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ErrorCode;

            fn from_str(text: &str) -> Result<Self, ErrorCode> {
                Uuid::try_parse(text).map(Self).map_err(|_| ErrorCode::MalformedRequest)
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                schema::text($what, "0199c0de-0000-7000-8000-000000000000")
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}

uuid_id! {
    /// The id of one act (payment, refund, charge …), made by whoever asks for it and kept before sending:
    /// a UUIDv7 (RFC 9562). The same id with the same payload is the same act, however often it arrives.
    CommandId, "UUIDv7 made by the client (RFC 9562)"
}
uuid_id! {
    /// A resident in one town: random, pairwise to the town, and the id of the resident's wallet.
    Subject, "random id of a resident in one town"
}
uuid_id! {
    /// An order at a till, for which a dynamic QR code is shown.
    TillId, "UUIDv7 of a till's order"
}

impl CommandId {
    /// A fresh id of the instant `at` with ten random bytes.
    #[must_use]
    pub fn new(at: Millis, random: [u8; 10]) -> Self {
        let millis = u64::try_from(at.0.max(0)).unwrap_or_default();
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// The instant inside the id; `id_not_v7` when it is another kind of UUID.
    pub fn at(&self) -> Result<Millis, ErrorCode> {
        let stamp = (self.0.get_version_num() == 7).then(|| self.0.get_timestamp()).flatten();
        let (seconds, nanos) = stamp.ok_or(ErrorCode::IdNotV7)?.to_unix();
        i64::try_from(seconds)
            .map(|s| Millis(s * 1000 + i64::from(nanos / 1_000_000)))
            .map_err(|_| ErrorCode::IdNotV7)
    }
}

/// A shop of the town: 8 random bytes, written as 16 upper-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ShopId(pub [u8; 8]);

impl fmt::Display for ShopId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016X}", u64::from_be_bytes(self.0))
    }
}

impl FromStr for ShopId {
    type Err = ErrorCode;

    fn from_str(text: &str) -> Result<Self, ErrorCode> {
        let canonical = text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F'));
        if !canonical {
            return Err(ErrorCode::MalformedRequest);
        }
        u64::from_str_radix(text, 16).map(|n| Self(n.to_be_bytes())).map_err(|_| ErrorCode::MalformedRequest)
    }
}

/// A town by its 6-digit 全国地方公共団体コード, check digit included (Omura is 422053).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct TownCode(u32);

impl TownCode {
    /// The town with this code; `malformed_request` when the check digit (総務省, weights 6…2) is wrong.
    pub fn new(code: u32) -> Result<Self, ErrorCode> {
        let digits =
            [code / 100_000 % 10, code / 10_000 % 10, code / 1000 % 10, code / 100 % 10, code / 10 % 10];
        let sum: u32 = digits.iter().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
        let check = if sum < 11 { 11 - sum } else { (11 - sum % 11) % 10 };
        if code < 1_000_000 && code % 10 == check % 10 {
            Ok(Self(code))
        } else {
            Err(ErrorCode::MalformedRequest)
        }
    }

    /// The code as a number, without leading zeros.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for TownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl FromStr for TownCode {
    type Err = ErrorCode;

    fn from_str(text: &str) -> Result<Self, ErrorCode> {
        if text.len() != 6 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(ErrorCode::MalformedRequest);
        }
        text.parse().map_err(|_| ErrorCode::MalformedRequest).and_then(Self::new)
    }
}

/// A lot of value in a wallet: the number of the ledger row that made it.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(transparent)]
pub struct LotId(pub i64);

/// A programme under which value is issued: a short slug of the town's configuration, such as `charge-2026`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ProgrammeId(String);

impl ProgrammeId {
    /// The slug.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProgrammeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for ProgrammeId {
    type Err = ErrorCode;

    fn from_str(text: &str) -> Result<Self, ErrorCode> {
        let slug = (1..=40).contains(&text.len())
            && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if slug { Ok(Self(text.to_owned())) } else { Err(ErrorCode::MalformedRequest) }
    }
}

macro_rules! text_id {
    ($name:ident, $what:literal, $example:literal) => {
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?
                    .parse()
                    .map_err(|_| serde::de::Error::custom(concat!("not ", $what)))
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                schema::text($what, $example)
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}

text_id!(ShopId, "a shop id of 16 upper-case hexadecimal digits", "00C0FFEE00C0FFEE");
text_id!(TownCode, "a 6-digit municipality code with a right check digit", "422053");
text_id!(ProgrammeId, "a programme slug (a-z, 0-9, -)", "charge-2026");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn town_codes_are_checked() {
        assert_eq!("422053".parse::<TownCode>().map(|t| t.to_string()), Ok("422053".to_owned()));
        assert_eq!("420000".parse::<TownCode>().map(TownCode::number), Ok(420_000));
        assert_eq!("011002".parse::<TownCode>().map(|t| t.to_string()), Ok("011002".to_owned()));
        for wrong in ["422054", "42205", "4220533", "４２２０５３", ""] {
            assert_eq!(wrong.parse::<TownCode>(), Err(ErrorCode::MalformedRequest), "{wrong}");
        }
    }

    #[test]
    fn a_command_id_knows_its_instant() {
        let id = CommandId::new(Millis(1_795_392_000_123), [7; 10]);
        assert_eq!(id.at(), Ok(Millis(1_795_392_000_123)));
        assert_eq!(CommandId(Uuid::from_bytes([0x44; 16])).at(), Err(ErrorCode::IdNotV7));
    }

    #[test]
    fn shop_ids_have_one_spelling() {
        let shop = ShopId([0, 0xC0, 0xFF, 0xEE, 0, 0xC0, 0xFF, 0xEE]);
        assert_eq!(shop.to_string().parse(), Ok(shop));
        assert_eq!("00c0ffee00c0ffee".parse::<ShopId>(), Err(ErrorCode::MalformedRequest));
    }
}
