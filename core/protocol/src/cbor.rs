//! CBOR of our own value types, and the one rule for all signed bytes: there is exactly one encoding.
//!
//! RFC 8949 §4.2 deterministic form: definite lengths, shortest integers, integer keys in ascending order.
//! [`decode_canonical`] proves it by encoding again, which also refuses unknown fields and trailing bytes.

use minicbor::{
    Decode, Decoder, Encode, Encoder, decode,
    encode::{self, Write},
};

use crate::{CommandId, Millis, Points, ShopId, Thumbprint, TillId, TownCode, error::ErrorCode};

/// Encodes a value; our types have no way to fail in memory.
#[must_use]
pub fn encode<T: Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).unwrap_or_default()
}

/// Reads a value that was written in the one canonical form: `malformed_request` when it cannot be read,
/// `not_canonical` when other bytes mean the same, such as a field this version does not know.
pub fn decode_canonical<T: Encode<()> + for<'b> Decode<'b, ()>>(bytes: &[u8]) -> Result<T, ErrorCode> {
    let value = minicbor::decode(bytes).map_err(|_| ErrorCode::MalformedRequest)?;
    if encode(&value) == bytes { Ok(value) } else { Err(ErrorCode::NotCanonical) }
}

macro_rules! cbor_bytes {
    ($name:ident, $len:literal, $get:expr, $make:expr) => {
        impl<C> Encode<C> for $name {
            fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
                e.bytes(&$get(self))?.ok()
            }
        }

        impl<'b, C> Decode<'b, C> for $name {
            fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
                let bytes: [u8; $len] =
                    d.bytes()?.try_into().map_err(|_| decode::Error::message("wrong length"))?;
                Ok($make(bytes))
            }
        }
    };
}

macro_rules! cbor_integer {
    ($name:ident, $get:expr, $make:expr) => {
        impl<C> Encode<C> for $name {
            fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
                e.i64($get(self))?.ok()
            }
        }

        impl<'b, C> Decode<'b, C> for $name {
            fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
                $make(d.i64()?).ok_or_else(|| decode::Error::message("out of range"))
            }
        }
    };
}

cbor_bytes!(CommandId, 16, |id: &CommandId| *id.as_bytes(), CommandId::from_bytes);
cbor_bytes!(TillId, 16, |id: &TillId| *id.as_bytes(), TillId::from_bytes);
cbor_bytes!(ShopId, 8, |id: &ShopId| id.0, ShopId);
cbor_bytes!(Thumbprint, 32, |t: &Thumbprint| t.0, Thumbprint);
cbor_integer!(Points, |p: &Points| p.0, |n| Some(Points(n)));
cbor_integer!(Millis, |m: &Millis| m.0, |n| Some(Millis(n)));
cbor_integer!(TownCode, |t: &TownCode| i64::from(t.number()), |n| u32::try_from(n)
    .ok()
    .and_then(|n| TownCode::new(n).ok()));
