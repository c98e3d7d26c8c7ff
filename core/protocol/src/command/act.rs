//! What a signed command can ask for. A new domain adds its variant with the next free number; numbers are
//! never used again.

use minicbor::{Decode, Encode};

use crate::{CommandId, ErrorCode, Points, ShopId, TillId, fits};

/// The acts, by number.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub enum Act {
    /// A resident pays a shop (key: hers).
    #[n(0)]
    Pay(#[n(0)] Pay),
    /// A shop takes a payment by a resident's one-time code (key: the shop's).
    #[n(1)]
    RedeemCode(#[n(0)] RedeemCode),
    /// A shop gives a payment back, whole or in part (key: the shop's).
    #[n(2)]
    Refund(#[n(0)] Refund),
    /// A shop opens an order for which its till shows a code (key: the shop's).
    #[n(3)]
    OpenTill(#[n(0)] OpenTill),
    /// A shop withdraws an order that is not paid (key: the shop's).
    #[n(4)]
    CancelTill(#[n(0)] CancelTill),
    /// A resident charges with a voucher (key: hers).
    #[n(5)]
    RedeemVoucher(#[n(0)] RedeemVoucher),
}

/// See [`Act::Pay`].
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
#[cbor(map)]
pub struct Pay {
    /// Who is paid.
    #[n(0)]
    pub shop: ShopId,
    /// How much, from 1.
    #[n(1)]
    pub amount: Points,
    /// The order at the till, when its code was scanned; the amount must be the order's.
    #[n(2)]
    pub till: Option<TillId>,
}

/// See [`Act::RedeemCode`]. The shop is that of the signing key.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
#[cbor(map)]
pub struct RedeemCode {
    /// The payer's code as scanned, after Base45: payload and signature.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub code: Vec<u8>,
    /// How much the shop takes, from 1 to the code's cap.
    #[n(1)]
    pub amount: Points,
}

/// See [`Act::Refund`]. The shop is that of the signing key.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
#[cbor(map)]
pub struct Refund {
    /// The payment's id.
    #[n(0)]
    pub payment: CommandId,
    /// How much goes back, from 1 to what is left of the payment.
    #[n(1)]
    pub amount: Points,
}

/// See [`Act::OpenTill`]. The shop is that of the signing key, the order's id that of the command.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
#[cbor(map)]
pub struct OpenTill {
    /// How much is to be paid.
    #[n(0)]
    pub amount: Points,
    /// The shop's own order reference, at most 25 characters that can be seen, shown to both.
    #[n(1)]
    pub reference: Option<String>,
    /// How long the order may be paid, in seconds, from 30 to 3,600.
    #[n(2)]
    pub seconds: u32,
}

impl OpenTill {
    /// `malformed_request` when reference or time is not as described.
    pub fn check(&self) -> Result<(), ErrorCode> {
        let reference = self.reference.as_deref().unwrap_or_default();
        let is_sound = fits(reference, 25) && (30..=3600).contains(&self.seconds);
        if is_sound { Ok(()) } else { Err(ErrorCode::MalformedRequest) }
    }
}

/// See [`Act::CancelTill`].
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
#[cbor(map)]
pub struct CancelTill {
    /// The order.
    #[n(0)]
    pub till: TillId,
}

/// See [`Act::RedeemVoucher`].
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RedeemVoucher {
    /// The voucher's secret as scanned: 16 random bytes.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub secret: Vec<u8>,
}

impl std::fmt::Debug for RedeemVoucher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RedeemVoucher(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vouchers_secret_is_in_no_debug_output() {
        let shown = format!("{:?}", Act::RedeemVoucher(RedeemVoucher { secret: vec![165; 16] }));
        assert!(shown.contains("RedeemVoucher") && !shown.contains("165"), "{shown}");
    }
}
