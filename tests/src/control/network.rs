//! The phones' networks and the clock.

use serde::Deserialize;
use serde_json::{Value, json};
use yui_protocol::{ErrorCode, Millis};

use super::Control;
use crate::fault_proxy::Network;

/// By how much; the parts add up.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advance {
    #[serde(default)]
    days: i64,
    #[serde(default)]
    seconds: i64,
}

/// What a network does from now on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetNetwork {
    network: String,
    state: Network,
}

/// With what the server refuses everything that comes over a network from now on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refuse {
    network: String,
    code: ErrorCode,
}

impl Control {
    pub(super) fn advance(&self, with: &Advance) -> Value {
        self.0.clock.advance(with.days * Millis::DAY + with.seconds * Millis::SECOND);
        json!({ "offset_ms": self.0.clock.offset() })
    }

    /// A network for a phone: its address is the origin under which the phone knows the server.
    pub(super) async fn new_network(&self) -> Result<Value, ErrorCode> {
        let network = self.0.spare.lock().await.pop().ok_or(ErrorCode::Busy)?;
        Ok(json!({ "network": network, "offset_ms": self.0.clock.offset() }))
    }

    pub(super) fn set_network(&self, with: &SetNetwork) -> Result<Value, ErrorCode> {
        let network = self.0.networks.get(&with.network).ok_or(ErrorCode::NotFound)?;
        network.set(with.state);
        Ok(json!({}))
    }

    /// See [`Refusals::order`](crate::refusals::Refusals::order).
    pub(super) fn refuse(&self, with: &Refuse) -> Result<Value, ErrorCode> {
        if !self.0.networks.contains_key(&with.network) {
            return Err(ErrorCode::NotFound);
        }
        self.0.refusals.order(&with.network, &with.code)?;
        Ok(json!({}))
    }
}
