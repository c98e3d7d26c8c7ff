//! The one feed of all domains: `GET /v1/changes?after=<cursor>` answers typed records in the order of the
//! ledger rows that caused them; `GET /v1/events` (SSE) only says that there is news.

use serde::{Deserialize, Serialize};

use crate::{
    Millis,
    identity::{DeviceRecord, ProfileRecord},
    shop::{TakingsRecord, Till},
    wallet::{Entry, WalletRecord},
};

/// A piece of what a person or shop may know. Later records replace earlier ones of the same id.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Record {
    /// A line of history.
    Entry(Entry),
    /// A resident's wallet as a whole.
    Wallet(WalletRecord),
    /// A shop's takings as a whole.
    Takings(TakingsRecord),
    /// An order at the shop's till.
    Till(Till),
    /// One of the person's phones.
    Device(DeviceRecord),
    /// The person in this town.
    Profile(ProfileRecord),
    /// A record of a newer version, kept out of sight and not an error.
    #[serde(other)]
    Unknown,
}

/// A page of the feed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Changes {
    /// The records after the cursor, oldest first.
    pub records: Vec<Record>,
    /// Opaque; give it back as `after` to go on.
    pub cursor: String,
    /// Whether more is waiting right now.
    pub more: bool,
    /// The cursor was of another log: a backup was put back, and what happened after it is gone. Forget all records of
    /// before; these are the first of all that there is now.
    #[serde(default)]
    pub anew: bool,
    /// Whatever was committed before this instant is in the feed up to this page; only on the last page, and not while
    /// the feed trails what is committed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete_until: Option<Millis>,
    /// The server's time.
    pub server_time: Millis,
}
