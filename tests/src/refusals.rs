//! Refusals on order: a phone's requests are refused by the test server itself, so that every code a server can raise is
//! met as it is raised, through all layers and with what they write into the problem.
//!
//! It stands where the handlers stand: what a layer outside it refuses, that layer still refuses.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
};
use yui_protocol::{ErrorCode, Problem, wallet::Assurance};
use yui_server::{
    Yui,
    http::{
        self,
        problem::{ApiError, PROBLEM_JSON},
    },
};

/// What `Retry-After` says with `rate_limited`, in seconds.
const AGAIN_AFTER: u32 = 60;

/// The codes that are ordered, by the authority (RFC 9110 §7.2) under which a phone knows the server.
#[derive(Clone, Default)]
pub struct Refusals(Arc<Mutex<HashMap<String, ErrorCode>>>);

impl Refusals {
    /// The routes of a server, refused on order.
    pub fn router(&self, yui: &Yui) -> Router {
        http::guarded(yui, http::routes(yui).layer(from_fn_with_state(self.clone(), refuse)))
    }

    /// Refuses every request to this origin with `code` from now on. `not_found` when no server sends the code.
    pub fn order(&self, origin: &str, code: &ErrorCode) -> Result<(), ErrorCode> {
        if code.status() == 0 {
            return Err(ErrorCode::NotFound);
        }
        let authority = origin.trim_start_matches("http://").to_owned();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(authority, code.clone());
        Ok(())
    }

    fn ordered(&self, request: &Request) -> Option<ErrorCode> {
        let authority = request.headers().get(header::HOST)?.to_str().ok()?;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(authority).cloned()
    }
}

async fn refuse(State(refusals): State<Refusals>, request: Request, next: Next) -> Response {
    match refusals.ordered(&request) {
        None => next.run(request).await,
        Some(ErrorCode::StepUpRequired) => ApiError::step_up(Assurance::DeviceUvCard).into_response(),
        Some(ErrorCode::RateLimited) => ApiError::rate_limited(AGAIN_AFTER).into_response(),
        Some(code @ ErrorCode::Unknown(_)) => newer(code),
        Some(code) => ApiError::new(code).into_response(),
    }
}

/// As a server newer than this one refuses with a code that this one does not know.
fn newer(code: ErrorCode) -> Response {
    let mut problem = Problem::new(code);
    problem.status = StatusCode::CONFLICT.as_u16();
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    (StatusCode::CONFLICT, [(header::CONTENT_TYPE, PROBLEM_JSON)], body).into_response()
}
