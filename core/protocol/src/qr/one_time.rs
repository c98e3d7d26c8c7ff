//! The payer's one-time payment code, which works while her phone has no network.
//!
//! It is a mandate: "a shop may take up to `cap` from me, once, until `valid_until`", signed by the phone's key
//! over `"yui/code/v1" ‖ mandate`. It is shown sealed ([`super::sealed`]), and a shop redeems it inside a command of its
//! own; the town's limits apply then.

use minicbor::{
    Decode, Decoder, Encode, Encoder, decode,
    encode::{self, Write},
};

use crate::{CommandId, Millis, Points, Signature, Thumbprint, TownCode, cbor};

/// What goes before the body when the phone's key signs a code.
pub const CODE_DOMAIN: &[u8] = b"yui/code/v1";

/// The signature's length in bytes.
pub(super) const SIGNATURE_LEN: usize = 64;

/// The first eight bytes of the signing key's thumbprint: enough to find the key, whose signature then decides.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct KeyHint(pub [u8; 8]);

impl From<Thumbprint> for KeyHint {
    fn from(thumbprint: Thumbprint) -> Self {
        let mut hint = [0; 8];
        hint.copy_from_slice(&thumbprint.0[..8]);
        Self(hint)
    }
}

impl<C> Encode<C> for KeyHint {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.bytes(&self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for KeyHint {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        d.bytes()?.try_into().map(Self).map_err(|_| decode::Error::message("wrong length"))
    }
}

/// What the payer allows.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
#[cbor(map)]
pub struct Mandate {
    /// The town whose ledger is meant.
    #[n(0)]
    pub town: TownCode,
    /// The code's own id, spent once; its time is when the code was made.
    #[n(1)]
    pub id: CommandId,
    /// Which key signed.
    #[n(2)]
    pub key: KeyHint,
    /// The most a shop can take, from 1.
    #[n(3)]
    pub cap: Points,
    /// The last instant at which it can be redeemed, in whole seconds (a fraction is cut off when encoded).
    #[cbor(n(4), with = "whole_seconds")]
    pub valid_until: Millis,
}

impl Mandate {
    /// The canonical bytes.
    #[must_use]
    pub fn canonical(&self) -> Vec<u8> {
        cbor::encode(self)
    }

    /// The bytes that the phone's key signs.
    #[must_use]
    pub fn signed_bytes(&self) -> Vec<u8> {
        [CODE_DOMAIN, self.canonical().as_slice()].concat()
    }
}

/// A mandate with its signature, which is not checked here. It is shown sealed: see [`super::SealedCode`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SignedMandate {
    /// What the payer allows.
    pub mandate: Mandate,
    /// Over [`Mandate::signed_bytes`].
    pub signature: Signature,
}

/// Instants that travel as seconds, which saves four bytes of a code that must stay small.
pub(super) mod whole_seconds {
    use minicbor::{
        Decoder, Encoder,
        decode::Error as DecodeError,
        encode::{Error as EncodeError, Write},
    };

    use crate::Millis;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "minicbor asks for a reference")]
    pub(in crate::qr) fn encode<C, W: Write>(
        at: &Millis,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.i64(at.0.div_euclid(Millis::SECOND))?.ok()
    }

    pub(in crate::qr) fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Millis, DecodeError> {
        d.u32()
            .map(|seconds| Millis(i64::from(seconds) * Millis::SECOND))
            .map_err(|_| DecodeError::message("seconds out of range"))
    }
}
