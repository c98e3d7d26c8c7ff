//! Shops: the public directory, tills and the pairing of a shop's phone.

use serde::{Deserialize, Serialize};

use crate::{
    Base64Url, CommandId, Millis, Points, PublicKey, ShopId, Signature, Thumbprint, TillId, TownCode,
};

/// What goes before the pairing secret when a shop's phone signs its pairing.
pub const PAIR_DOMAIN: &[u8] = b"yui/pair/v1";

/// A shop as everybody may see it: `GET /v1/shops`, `GET /v1/shops/{id}`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Shop {
    /// The id.
    pub id: ShopId,
    /// The name as on the signboard.
    pub name: String,
    /// The name in kana.
    pub kana: String,
    /// The part of town.
    pub area: String,
    /// The address, public for a shop.
    pub address: String,
    /// Its postal code, seven digits; empty when the directory has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub postal_code: String,
    /// The telephone number, public for a shop; empty when none.
    pub telephone: String,
    /// The classes it belongs to, against which restricted lots are matched.
    pub classes: Vec<String>,
    /// Whether it takes points now.
    pub open: bool,
}

/// A page of shops.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ShopPage {
    /// The shops, by kana.
    pub shops: Vec<Shop>,
    /// Where the next page begins; none on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// `POST /v1/shop/pair`: a shop's phone takes the role that `shop add` printed as a one-time QR code.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PairRequest {
    /// The secret in the pairing code: 16 random bytes.
    pub secret: Base64Url,
    /// The phone's new key for this role.
    pub key: PublicKey,
    /// Its signature over `"yui/pair/v1" ‖ town (ASCII) ‖ secret`.
    pub signature: Signature,
}

impl PairRequest {
    /// The bytes that the new key signs.
    #[must_use]
    pub fn signed_bytes(town: TownCode, secret: &[u8]) -> Vec<u8> {
        [PAIR_DOMAIN, town.to_string().as_bytes(), secret].concat()
    }
}

/// The answer to [`PairRequest`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PairAnswer {
    /// The shop.
    pub shop: Shop,
    /// The key that now speaks for it.
    pub device: Thumbprint,
    /// The server's time.
    pub server_time: Millis,
}

/// Where an order at a till stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TillState {
    /// Waiting for a payer.
    Open,
    /// Paid.
    Paid,
    /// Withdrawn by the shop.
    Cancelled,
    /// Not paid in time.
    Expired,
}

/// An order at a till, as shop and payer see it: in the shop's feed, and `GET /v1/tills/{id}`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Till {
    /// The id, which is that of the command that opened it.
    pub id: TillId,
    /// The shop.
    pub shop: ShopId,
    /// How much is to be paid.
    pub amount: Points,
    /// The shop's own order reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Until when it can be paid.
    pub expires_at: Millis,
    /// Where it stands.
    pub state: TillState,
}

/// `POST /v1/shop/refund-quote`: what giving back so much of a payment would do, before it is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefundQuoteRequest {
    /// The payment's id.
    pub payment: CommandId,
    /// How much would go back, from 1 to what is left of the payment.
    pub amount: Points,
}

/// The answer to [`RefundQuoteRequest`], true at this moment: everyone is told before what the payer cannot use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RefundQuote {
    /// The payment's id.
    pub payment: CommandId,
    /// How much would go back.
    pub amount: Points,
    /// How much of it would fall on lots that have run out: the payer would not get it.
    pub expired: Points,
    /// What could be given back of the payment after that.
    pub left: Points,
}

/// The takings of a shop, replacing what was known before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TakingsRecord {
    /// The ledger row up to which this is true.
    pub seq: i64,
    /// Not settled yet; refunds come out of it.
    pub unsettled: Points,
}
