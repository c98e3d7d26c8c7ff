//! JPQR, the nation's common shop code: read so that a person hears which shop's code of which service she is
//! holding, never written (that needs a registration with its council) and not payable with our points.

use super::{
    Scanned,
    merchant::{self, OUR_NAME},
    tlv::{CHECKSUM_TAG, Fields, checksum_fits},
};
use crate::ErrorCode;

/// The registered name of JPQR's template.
const JPQR_NAME: &str = "jp.or.paymentsjapan";

/// How every merchant-presented code of EMV begins: payload format indicator `01`.
pub(super) const MERCHANT_START: &str = "000201";

/// How a payer's JPQR code (CPM) begins: base64 of the TLV `85 05 "JPQR1"`.
pub(super) const PAYER_START: &str = "hQVKUFFSM";

/// EMV's bound for a merchant code, in characters.
const MAX_CHARACTERS: usize = 512;

/// A shop's JPQR code. Our wallet cannot pay it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Jpqr {
    /// The shop's name: Japanese where the code has it.
    pub shop_name: String,
    /// The city, as written.
    pub city: String,
    /// Whether it is the code of one order, not a printed one.
    pub dynamic: bool,
}

/// Reads a merchant-presented code: ours, JPQR's, or `qr_foreign`.
pub(super) fn read_merchant_code(text: &str) -> Result<Scanned, ErrorCode> {
    if text.chars().count() > MAX_CHARACTERS {
        return Err(ErrorCode::QrTooLong);
    }
    let code = Fields::parse(text)?;
    if code.last_tag() != Some(CHECKSUM_TAG) || code.require(CHECKSUM_TAG)?.len() != 4 {
        return Err(ErrorCode::QrMalformed);
    }
    if !checksum_fits(text) {
        return Err(ErrorCode::QrChecksum);
    }
    let mut ours = Vec::new();
    let mut is_jpqr = false;
    for (tag, value) in code.iter().filter(|(tag, _)| matches!(tag, 26..=51)) {
        let template = Fields::parse(value)?;
        match template.get(0) {
            Some(OUR_NAME) if tag > 26 => ours.push(template),
            Some(JPQR_NAME) => is_jpqr = true,
            _ => {}
        }
    }
    match ours.as_slice() {
        // A poster may carry both; ours is the one that can be paid.
        [template] => merchant::read(&code, template),
        [] if is_jpqr => read_jpqr(&code),
        [] => Err(ErrorCode::QrForeign),
        _ => Err(ErrorCode::QrMalformed),
    }
}

fn read_jpqr(code: &Fields<'_>) -> Result<Scanned, ErrorCode> {
    if code.require(53)? != "392" || code.require(58)? != "JP" {
        return Err(ErrorCode::QrForeign);
    }
    let dynamic = match code.require(1)? {
        "11" => false,
        "12" => true,
        _ => return Err(ErrorCode::QrMalformed),
    };
    let shop_name = merchant::shop_name(code)?;
    Ok(Scanned::Jpqr(Jpqr { shop_name, city: code.require(60)?.to_owned(), dynamic }))
}
