//! Codes that are good because they are secret: whoever shows one may use it. The server keeps only what it
//! needs to know one again, with its expiry and its use.

use std::fmt;

use minicbor::{
    Decode, Decoder, Encode, Encoder, decode,
    encode::{self, Write},
};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::{ShopId, TownCode};

/// 16 random bytes that nobody can guess; wiped when dropped, never shown in a log.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct BearerSecret([u8; 16]);

impl BearerSecret {
    /// The secret with these bytes, from a cryptographic random source.
    #[must_use]
    pub fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes, to be sent or hashed.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Debug for BearerSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BearerSecret(…)")
    }
}

impl<C> Encode<C> for BearerSecret {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.bytes(&self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for BearerSecret {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        d.bytes()?.try_into().map(Self).map_err(|_| decode::Error::message("wrong length"))
    }
}

/// A charge voucher. Amount, programme and expiry are the server's.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
#[cbor(map)]
pub struct VoucherCode {
    /// The town.
    #[n(0)]
    pub town: TownCode,
    /// What is handed in as [`crate::command::RedeemVoucher::secret`].
    #[n(1)]
    pub secret: BearerSecret,
}

/// The code by which a shop's phone takes its role, once.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
#[cbor(map)]
pub struct PairingCode {
    /// The town.
    #[n(0)]
    pub town: TownCode,
    /// What is handed in as [`crate::shop::PairRequest::secret`].
    #[n(1)]
    pub secret: BearerSecret,
    /// The shop, so that the phone can say whose role it is about to take.
    #[n(2)]
    pub shop: ShopId,
}

/// The printed card of a person without a phone. It is not a way to pay by itself: who takes it asks for more.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
#[cbor(map)]
pub struct PrintedCardCode {
    /// The town.
    #[n(0)]
    pub town: TownCode,
    /// Names the card; a lost one is replaced by another token.
    #[n(1)]
    pub token: BearerSecret,
}
