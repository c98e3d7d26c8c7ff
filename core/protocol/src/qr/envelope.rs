//! The frame of every small code of ours: `YUI1:` and Base45 (RFC 9285), which a QR code holds in its
//! alphanumeric mode, around canonical CBOR.

use minicbor::{Decode, Decoder, Encode};

use super::{
    Scanned,
    bearer::{PairingCode, PrintedCardCode, VoucherCode},
    sealed::{CodeFace, SEALED_LEN, SealedCode},
};
use crate::{ErrorCode, cbor};

/// How our small codes begin, whatever their version.
pub(super) const FAMILY: &str = "YUI";
/// The version written and read.
const VERSION: &str = "YUI1:";

/// What a QR code of version 11-M holds in alphanumeric mode; nothing larger is shown or read.
pub(super) const MAX_CHARACTERS: usize = 366;
/// The bytes in such a code.
pub(super) const MAX_BYTES: usize = (MAX_CHARACTERS - VERSION.len()) / 3 * 2;

/// What a code is, by number; numbers are never used again.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub(super) enum Body {
    /// A payer's code; what is sealed follows.
    #[n(0)]
    OneTime(#[n(0)] CodeFace),
    /// A charge voucher.
    #[n(1)]
    Voucher(#[n(0)] VoucherCode),
    /// A shop phone's pairing.
    #[n(2)]
    Pairing(#[n(0)] PairingCode),
    /// A permanent printed card.
    #[n(3)]
    PrintedCard(#[n(0)] PrintedCardCode),
}

impl Body {
    /// Reads a body and gives back what follows it: `malformed_request` or `not_canonical` when there is none,
    /// `qr_version` when it is of a kind this version does not know.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, &[u8]), ErrorCode> {
        let mut decoder = Decoder::new(bytes);
        let body: Self = decoder.decode().map_err(|error| {
            if error.is_unknown_variant() { ErrorCode::QrVersion } else { ErrorCode::MalformedRequest }
        })?;
        let (read, rest) = bytes.split_at(decoder.position());
        if cbor::encode(&body) == read { Ok((body, rest)) } else { Err(ErrorCode::NotCanonical) }
    }
}

/// The text of a code with these bytes.
pub(super) fn write(bytes: &[u8]) -> String {
    format!("{VERSION}{}", base45::encode(bytes))
}

/// Reads a text that begins with [`FAMILY`].
pub(super) fn read(text: &str) -> Result<Scanned, ErrorCode> {
    let Some(encoded) = text.strip_prefix(VERSION) else {
        return Err(unknown_version(text));
    };
    if text.len() > MAX_CHARACTERS {
        return Err(ErrorCode::QrTooLong);
    }
    let bytes = base45::decode(encoded).map_err(|_| ErrorCode::QrMalformed)?;
    // There is one text for one code: Base45 leaves room for others, which are refused.
    if base45::encode(&bytes) != encoded {
        return Err(ErrorCode::QrMalformed);
    }
    let unsigned = |rest: &[u8], scanned| {
        if rest.is_empty() { Ok(scanned) } else { Err(ErrorCode::QrMalformed) }
    };
    match Body::read(&bytes).map_err(as_scanned)? {
        (Body::OneTime(_), rest) if rest.len() == SEALED_LEN => {
            SealedCode::from_bytes(&bytes).map(Scanned::OneTime).map_err(as_scanned)
        }
        (Body::OneTime(_), _) => Err(ErrorCode::QrMalformed),
        (Body::Voucher(code), rest) => unsigned(rest, Scanned::Voucher(code)),
        (Body::Pairing(code), rest) => unsigned(rest, Scanned::Pairing(code)),
        (Body::PrintedCard(code), rest) => unsigned(rest, Scanned::PrintedCard(code)),
    }
}

/// What a person with a camera is told, in place of what a server answers.
fn as_scanned(error: ErrorCode) -> ErrorCode {
    match error {
        ErrorCode::QrVersion | ErrorCode::AmountInvalid => error,
        _ => ErrorCode::QrMalformed,
    }
}

/// `YUI2:` is newer than this app; `YUIMA` is somebody else's.
fn unknown_version(text: &str) -> ErrorCode {
    let number = text[FAMILY.len()..].split_once(':').map(|(number, _)| number);
    match number {
        Some(number) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => {
            ErrorCode::QrVersion
        }
        _ => ErrorCode::QrForeign,
    }
}

macro_rules! bearer_text {
    ($($code:ident => $kind:ident),*) => {
        $(impl $code {
            /// The text of the QR code.
            #[must_use]
            pub fn to_text(&self) -> String {
                write(&cbor::encode(&Body::$kind(self.clone())))
            }
        })*
    };
}

bearer_text!(VoucherCode => Voucher, PairingCode => Pairing, PrintedCardCode => PrintedCard);
