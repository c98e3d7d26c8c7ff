//! The phones' networks and the clock.

use serde::Deserialize;
use serde_json::{Value, json};
use yui_protocol::{ErrorCode, Millis, Problem};

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
    /// With `refuse`: the code. One that this server does not know is sent with the status 409.
    #[serde(default)]
    code: Option<ErrorCode>,
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
        match (with.state, &with.code) {
            (Network::Refuse, Some(code)) => network.refuse(&refusal(code)?),
            (Network::Refuse, None) | (_, Some(_)) => return Err(ErrorCode::MalformedRequest),
            (state, None) => network.set(state),
        }
        Ok(json!({}))
    }
}

/// A problem as a server sends it; `not_found` for what only a phone can raise.
fn refusal(code: &ErrorCode) -> Result<Problem, ErrorCode> {
    let mut problem = Problem::new(code.clone());
    if let ErrorCode::Unknown(_) = code {
        problem.status = 409;
    }
    if problem.status == 0 { Err(ErrorCode::NotFound) } else { Ok(problem) }
}
