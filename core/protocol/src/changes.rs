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

/// The most places of the log that a reader of the feed names at once.
pub const MOST_PLACES: usize = 16;

/// How much of the server's log an answer shows: a wallet is of all rows up to here, of whomever they are, and so
/// beyond the last row of its own feed. A phone keeps the place of the last page and those of all answers since, and
/// names them as `shown` when it reads its feed; that tells it when a backup was put back from before one of them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct LogPlace {
    /// The last row shown.
    pub seq: i64,
    /// Opaque: the cursor after that row.
    pub cursor: String,
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
    /// How much of the log the records show. It is of the log that this page was read in, and so takes the place of
    /// all that this page was asked with.
    pub shown: LogPlace,
    /// Whatever was committed before this instant is in the feed up to this page; only on the last page, and not while
    /// the feed trails what is committed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete_until: Option<Millis>,
    /// The server's time.
    pub server_time: Millis,
}
