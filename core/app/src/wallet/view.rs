//! Records that a screen draws as they are.

use chrono::NaiveDate;
use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, ShopId,
    shop::Shop,
    wallet::{EntryKind, EntryState, LotKind, ShopRef},
};

use crate::view::Text;

/// A shop in a list or above an amount.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct ShopView {
    /// Its id.
    pub id: ShopId,
    /// Its name as on the signboard.
    pub name: String,
    /// The part of town; empty when only its code is known.
    pub area: String,
    /// Whether it takes points now, as far as is known.
    pub open: bool,
}

impl From<&Shop> for ShopView {
    fn from(shop: &Shop) -> Self {
        Self { id: shop.id, name: shop.name.clone(), area: shop.area.clone(), open: shop.open }
    }
}

impl From<&ShopRef> for ShopView {
    fn from(shop: &ShopRef) -> Self {
        Self { id: shop.id, name: shop.name.clone(), area: shop.area.clone(), open: true }
    }
}

/// A lot, or a part of one.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LotLine {
    /// The ledger's number of the lot.
    pub lot: i64,
    /// Where it comes from.
    pub kind: LotKind,
    /// The programme's slug.
    pub programme: String,
    /// How much of it.
    pub amount: Points,
    /// The last day on which it can be used.
    pub last_day: NaiveDate,
    /// "Charged 500 points (until 31 March)".
    pub text: Text,
    /// "Can be used at: Medicine and health": of a lot in the wallet that not every shop takes.
    pub usable_text: Option<Text>,
}

/// A line of history with its receipt.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct EntryView {
    /// The act's id, the same on both phones.
    pub id: CommandId,
    /// What happened.
    pub kind: EntryKind,
    /// Where it stands; `Pending` and `Refused` are this phone's, the others the server's.
    pub state: EntryState,
    /// When: the server's time, or this phone's estimate while it is pending.
    pub at: Millis,
    /// The calendar day in Japan.
    pub day: NaiveDate,
    /// How much, positive; 0 while it is not known, as of a voucher that is on its way.
    pub amount: Points,
    /// The same in words: "850 yen", or that it is not known yet.
    pub amount_text: Text,
    /// Whether it adds to what its owner has.
    pub incoming: bool,
    /// How much of a payment was given back so far.
    pub refunded: Points,
    /// What of a refund fell on lots that had run out.
    pub expired: Points,
    /// The shop, on the payer's side.
    pub shop: Option<ShopView>,
    /// The payment a refund belongs to.
    pub payment: Option<CommandId>,
    /// The one-time code or the till's order it was paid with.
    pub code: Option<CommandId>,
    /// The lots used or filled; empty on a shop's side.
    pub lots: Vec<LotLine>,
    /// The number on the receipt; none while it is pending.
    pub receipt: Option<String>,
    /// Whether it stands in the ledger, as the server's own line.
    pub in_ledger: bool,
    /// Why it was refused, or why it is stuck and a person has to look at it.
    pub reason: Option<ErrorCode>,
    /// With whom, or what it was.
    pub title: Text,
    /// What happened, in a word.
    pub kind_text: Text,
    /// Where it stands, in a word.
    pub state_text: Text,
    /// What the person has to know about it now: "do not pay again", what a refund lost, why it was refused.
    pub note: Option<Text>,
}
