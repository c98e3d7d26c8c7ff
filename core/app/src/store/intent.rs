//! What is wanted, as it is kept: the payload that will be signed, and what a list shows of it meanwhile.

use serde::{Deserialize, Serialize};
use yui_protocol::{
    Base64Url, CommandId, Points,
    wallet::{EntryKind, LotUse, ShopRef},
};

use crate::platform::KeyName;

/// What is wanted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) enum Intent {
    /// A signed command to the server.
    Command {
        /// The canonical payload.
        payload: Base64Url,
        /// The key that signs it.
        key: KeyName,
        /// Whether the card signs too.
        card: bool,
        /// What a list shows of it.
        about: Box<About>,
    },
    /// A one-time code on the screen.
    Code {
        /// The most a shop can take by it.
        cap: Points,
    },
}

/// What a list shows of an act before the server's own entry takes its place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct About {
    /// The act, as a word.
    pub(crate) act: String,
    /// As which entry it shows; none for an act that makes no entry, such as an order at the till.
    pub(crate) entry: Option<EntryKind>,
    /// How much.
    pub(crate) amount: Points,
    /// The shop, on the payer's side.
    pub(crate) shop: Option<ShopRef>,
    /// The payment a refund belongs to.
    pub(crate) payment: Option<CommandId>,
    /// The lots that will be used.
    pub(crate) lots: Vec<LotUse>,
    /// Whether it waits for the network instead of failing when there is none.
    pub(crate) patient: bool,
}

impl About {
    /// An act of this word and amount.
    pub(crate) fn new(act: &str, entry: Option<EntryKind>, amount: Points) -> Self {
        Self {
            act: act.to_owned(),
            entry,
            amount,
            shop: None,
            payment: None,
            lots: Vec::new(),
            patient: false,
        }
    }
}

impl Intent {
    /// The word in the store's clear column.
    pub(crate) fn word(&self) -> &str {
        match self {
            Self::Command { about, .. } => &about.act,
            Self::Code { .. } => "code",
        }
    }

    /// What a list shows, of a command.
    pub(crate) fn about(&self) -> Option<&About> {
        match self {
            Self::Command { about, .. } => Some(about),
            Self::Code { .. } => None,
        }
    }
}
