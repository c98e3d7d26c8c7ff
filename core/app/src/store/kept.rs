//! The values kept under single names that more than one domain reads.

use serde::{Deserialize, Serialize};
use yui_protocol::{CommandId, Points, Thumbprint, shop::Shop};

/// Where the registration of this phone stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) enum Registration {
    /// Staff look at it; this is what to tell them.
    InReview(String),
    /// Staff refused it, and she has not read that yet.
    Refused,
    /// Done.
    Enrolled,
    /// She left the service from this phone.
    Left,
}

/// The shop this phone speaks for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct PairedShop {
    /// The shop.
    pub(crate) shop: Shop,
    /// The key that speaks for it.
    pub(crate) device: Thumbprint,
}

/// How the last one-time code ended.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct CodeEnd {
    /// The code.
    pub(crate) id: CommandId,
    /// The payment made with it; none when it ran out.
    pub(crate) entry: Option<CommandId>,
    /// What was paid.
    pub(crate) amount: Option<Points>,
}
