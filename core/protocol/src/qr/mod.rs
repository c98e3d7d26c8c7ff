//! Every code that a resident can hold before her camera, and what it is.
//!
//! Shops show EMV merchant codes ([`ShopCode`], [`TillCode`]); payers, vouchers, pairings and printed cards are
//! small codes under `YUI1:`. [`parse`] takes any text: it never panics, and what it cannot name is an error
//! that a person can be told. Nothing is trusted by being read: signatures, secrets, town and expiry are
//! checked by whoever acts on it.

mod bearer;
mod envelope;
mod jpqr;
mod merchant;
mod modules;
mod one_time;
mod sealed;
mod tlv;

pub use bearer::{BearerSecret, PairingCode, PrintedCardCode, VoucherCode};
pub use jpqr::Jpqr;
pub use merchant::{MAX_MERCHANT_BYTES, Merchant, ShopCode, TillCode};
pub use modules::Modules;
pub use one_time::{CODE_DOMAIN, KeyHint, Mandate, SignedMandate};
pub use sealed::{CodeFace, CodeKey, CodeSecret, SealedCode};

use crate::{ErrorCode, TownCode, hides};

/// The longest text that is looked at, in bytes.
pub const MAX_TEXT: usize = 1024;

/// A code, by what it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Scanned {
    /// A shop's printed code.
    Shop(ShopCode),
    /// An order at a shop's till.
    Till(TillCode),
    /// A payer's one-time code; the server alone can open it.
    OneTime(SealedCode),
    /// A charge voucher.
    Voucher(VoucherCode),
    /// A shop phone's pairing.
    Pairing(PairingCode),
    /// A person's permanent printed card.
    PrintedCard(PrintedCardCode),
    /// A shop's JPQR code, which our wallet cannot pay.
    Jpqr(Jpqr),
    /// A payer's JPQR code of another wallet.
    JpqrPayer,
    /// A web address (`https` or `http`), as scanned.
    Link(String),
}

impl Scanned {
    /// The town of a code of ours.
    #[must_use]
    pub fn town(&self) -> Option<TownCode> {
        match self {
            Self::Shop(code) => Some(code.town),
            Self::Till(code) => Some(code.town),
            Self::OneTime(code) => Some(code.face.town),
            Self::Voucher(code) => Some(code.town),
            Self::Pairing(code) => Some(code.town),
            Self::PrintedCard(code) => Some(code.town),
            Self::Jpqr(_) | Self::JpqrPayer | Self::Link(_) => None,
        }
    }

    /// The same when it is of this town, or of none; `other_town` when it is of another.
    pub fn of_town(self, town: TownCode) -> Result<Self, ErrorCode> {
        if self.town().is_none_or(|t| t == town) { Ok(self) } else { Err(ErrorCode::OtherTown) }
    }
}

/// Says what a scanned text is.
///
/// `qr_too_long` beyond [`MAX_TEXT`] (or the bound of its kind), `qr_malformed` for a code of a known kind that
/// is cut short, padded or altered in its frame, `qr_checksum` for a merchant code with a wrong checksum,
/// `amount_invalid` for one over nothing or too much, `qr_version` for a code of ours that is newer than this
/// app, and `qr_foreign` for everything else.
pub fn parse(text: &str) -> Result<Scanned, ErrorCode> {
    if text.len() > MAX_TEXT {
        Err(ErrorCode::QrTooLong)
    } else if text.is_empty() {
        Err(ErrorCode::QrMalformed)
    } else if text.starts_with(envelope::FAMILY) {
        envelope::read(text)
    } else if text.starts_with(jpqr::MERCHANT_START) {
        jpqr::read_merchant_code(text)
    } else if text.starts_with(jpqr::PAYER_START) {
        Ok(Scanned::JpqrPayer)
    } else if is_link(text) {
        Ok(Scanned::Link(text.to_owned()))
    } else {
        Err(ErrorCode::QrForeign)
    }
}

/// A scheme in any case, a host, and nothing by which the address that a person reads could be another than the one
/// that is opened: no name before the host, no backslash (a browser takes it for a stroke), nothing unseen.
fn is_link(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let known = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:[]".contains(&b));
    known && plain && !text.chars().any(|c| hides(c) || c.is_whitespace() || c == '\\')
}

#[cfg(test)]
mod tests;
