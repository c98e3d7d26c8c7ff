//! A wallet as its owner sees it: balance, lots, history.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::{CommandId, LotId, Millis, Points, ProgrammeId, ShopId};

/// How strongly the person behind a command is proved; stronger ones are greater.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Assurance {
    /// The phone's key.
    Device,
    /// The phone's key that works only after face, finger or screen lock.
    DeviceUv,
    /// That, and the My Number card's authentication key over the same command.
    DeviceUvCard,
}

/// Where value comes from; the law treats paid-for value apart (資金決済法), so kinds never mix in a lot.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Serialize,
    Deserialize,
    Encode,
    Decode,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum LotKind {
    /// Paid for with money.
    #[n(0)]
    Charged,
    /// Given by the town or the operating body.
    #[n(1)]
    Granted,
    /// Given for a purpose, usable in some classes of shops.
    #[n(2)]
    Coupon,
    /// Earned by helping.
    #[n(3)]
    Reward,
}

/// Value of one origin with one end.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Lot {
    /// Its number.
    pub id: LotId,
    /// Where it comes from.
    pub kind: LotKind,
    /// The programme it was issued under.
    pub programme: ProgrammeId,
    /// What is left, holds not taken off.
    pub amount: Points,
    /// The last calendar day in Japan on which it can be used; hard.
    pub last_day: NaiveDate,
    /// Shop classes in which it can be used; empty means everywhere.
    pub classes: Vec<String>,
    /// When it was issued.
    pub issued_at: Millis,
}

/// The whole wallet after `seq`; replaces what was known before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct WalletRecord {
    /// The ledger row up to which this is true.
    pub seq: i64,
    /// What can be spent now, in all shops taken together.
    pub available: Points,
    /// What is set aside by open holds.
    pub held: Points,
    /// The lots with something left, in the order of spending where every shop takes them.
    pub lots: Vec<Lot>,
}

/// What happened.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Money was paid in.
    Charge,
    /// Value was given.
    Grant,
    /// A shop was paid.
    Payment,
    /// A payment was given back, whole or in part.
    Refund,
    /// Value ran out.
    Expiry,
    /// Value was set aside.
    Hold,
    /// What was set aside was used, whole or in part.
    Capture,
    /// What was set aside is free again.
    Release,
    /// A shop's takings were paid out to it.
    Settlement,
    /// Value was taken back when its owner left the service.
    Closure,
}

/// Where an entry stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    /// On this phone only: not answered yet.
    Pending,
    /// On this phone only: refused, nothing moved.
    Refused,
    /// Done and final (all kinds but payments).
    Done,
    /// Paid; nothing given back.
    Paid,
    /// A part was given back.
    PartlyRefunded,
    /// All was given back.
    Refunded,
}

/// A part of an entry by lot, shown only to the wallet's owner.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct LotUse {
    /// The lot.
    pub lot: LotId,
    /// Its kind.
    pub kind: LotKind,
    /// Its programme.
    pub programme: ProgrammeId,
    /// How much of it, positive.
    pub amount: Points,
    /// Its last day.
    pub last_day: NaiveDate,
}

/// One line of history with its receipt. A shop sees amount, time and receipt number of a payment and nothing
/// that tells who paid.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Entry {
    /// The act's id.
    pub id: CommandId,
    /// The ledger row.
    pub seq: i64,
    /// When it was committed, by the server.
    pub at: Millis,
    /// What happened.
    pub kind: EntryKind,
    /// Where it stands.
    pub state: EntryState,
    /// How much, positive.
    pub amount: Points,
    /// How much of a payment was given back so far.
    pub refunded: Points,
    /// The number on the receipt, short enough to read out: ledger row and day.
    pub receipt: String,
    /// The shop, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop: Option<ShopRef>,
    /// The programme, of a charge or grant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<ProgrammeId>,
    /// The payment a refund belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<CommandId>,
    /// The one-time code a payment was made with, or the till's order (its payer and shop know it anyway).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<CommandId>,
    /// The lots used or filled; empty on a shop's side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<LotUse>,
    /// What of a refund fell on lots that had run out and is lost again (told before).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub expired: Points,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(points: &Points) -> bool {
    *points == Points::ZERO
}

/// A shop's name beside its id, for people to read. The ledger keeps the id alone; name and part of town are those
/// the directory has when the answer is given, also on lines that are older than a change of the name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ShopRef {
    /// The id.
    pub id: ShopId,
    /// Its name as on the signboard now.
    pub name: String,
    /// The part of town it is in now.
    pub area: String,
}
