//! The test server's control port: what a scenario does that is no phone's — the town, its staff, the clock, the
//! network, cards on a table. `POST /control/{action}` with JSON, answered with JSON or `{"error": code}`.
//!
//! Every runner (Rust, Kotlin, Swift) uses it, so none of them needs rules, a clock or a card of its own. It calls
//! the same service functions as staff pages and command line, and exists in the test server only.

mod cards;
mod network;
mod preview;
mod town;

use std::{collections::HashMap, sync::Arc};

use axum::{
    Json, Router,
    extract::{Path, State},
    routing::post,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::sync::Mutex;
use yui_protocol::ErrorCode;
use yui_server::Yui;
use yui_testkit::verifier::Revoked;

use crate::{clock::OffsetClock, fault_proxy::FaultProxy, refusals::Refusals};
use cards::Cards;

/// The name under which the test server's acts are audited.
pub const STAFF: &str = "staff-0001";

/// Another, where the law of two applies.
pub const SECOND_STAFF: &str = "staff-0002";

/// What the control port can reach.
#[derive(Clone)]
pub struct Control(Arc<Inner>);

struct Inner {
    yui: Yui,
    clock: OffsetClock,
    cards: Mutex<Cards>,
    revoked: Arc<Revoked>,
    refusals: Refusals,
    /// The phones' networks by origin.
    networks: HashMap<String, FaultProxy>,
    /// Those that no phone has yet.
    spare: Mutex<Vec<String>>,
}

impl Control {
    /// A control port over a running server; `proxies` are the networks of the phones to come.
    #[must_use]
    pub fn new(
        yui: Yui,
        clock: OffsetClock,
        proxies: Vec<FaultProxy>,
        revoked: Arc<Revoked>,
        refusals: Refusals,
    ) -> Self {
        let networks: HashMap<_, _> =
            proxies.into_iter().map(|proxy| (format!("http://{}", proxy.address()), proxy)).collect();
        let spare = Mutex::new(networks.keys().cloned().collect());
        let cards = Mutex::new(Cards::default());
        Self(Arc::new(Inner { yui, clock, cards, revoked, refusals, networks, spare }))
    }

    /// Its one route.
    pub fn router(self) -> Router {
        Router::new().route("/control/{action}", post(act)).with_state(self)
    }

    async fn act(&self, action: &str, with: Value) -> Result<Value, ErrorCode> {
        match action {
            "clock.advance" => Ok(self.advance(&read(with)?)),
            "card.make" => self.make_card(read(with)?).await,
            "card.secrets" => self.card_secrets(read(with)?).await,
            "card.revoke" => self.revoke_certificate(read(with)?).await,
            "card.pull_out" => self.pull_card_out(read(with)?).await,
            "card.put_back" => self.put_card_back(read(with)?).await,
            "network.new" => self.new_network().await,
            "server.refuse" => self.refuse(&read(with)?),
            "network.set" => self.set_network(&read(with)?),
            "preview.words" => Self::preview_words(read(with)?),
            "preview.secrets" => Ok(Self::preview_secrets()),
            "shops" => self.shops(),
            _ => town::act(self, action, with).await,
        }
    }
}

async fn act(
    State(control): State<Control>,
    Path(action): Path<String>,
    Json(with): Json<Value>,
) -> Json<Value> {
    Json(control.act(&action, with).await.unwrap_or_else(|code| json!({ "error": code })))
}

/// The parameters of an action; `malformed_request` when they are not its own.
fn read<T: DeserializeOwned>(with: Value) -> Result<T, ErrorCode> {
    let with = if with.is_null() { json!({}) } else { with };
    serde_json::from_value(with).map_err(|_| ErrorCode::MalformedRequest)
}
