//! What is written down of each request: its id, method, route template, status, code and time. Never a path with
//! its values, a query, a header, a body or an address: those can name a person.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request, State},
    http::HeaderValue,
    middleware::Next,
    response::Response,
};
use tracing::Instrument;

use crate::{
    http::{problem::ApiError, request_id},
    state::Yui,
};

/// Layer (the outermost): request id, log line and figures.
pub async fn observe(State(yui): State<Yui>, mut request: Request, next: Next) -> Response {
    let id = request_id::RequestId::fresh();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("unmatched", MatchedPath::as_str).to_owned();
    request.extensions_mut().insert(id);
    let span = tracing::info_span!("request", id = %id, method = %method, route = %route);
    let started = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let took = started.elapsed();
    let status = response.status().as_u16();
    let code = response.extensions().get::<ApiError>().map(|error| error.code.to_string());
    yui.metrics.request(method.as_str(), &route, status, took);
    span.in_scope(|| {
        tracing::info!(
            status,
            code = code.as_deref().unwrap_or_default(),
            micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
            "answered"
        );
    });
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(request_id::HEADER, value);
    }
    response
}

/// Sends the process's log to standard error as one JSON object a line; `RUST_LOG` chooses how much. A panic is
/// logged with its place only, because its words may quote data.
pub fn init_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn"));
    // A second call (a test that runs two servers in one process) keeps the first subscriber.
    let _ = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_current_span(true)
        .with_span_list(false)
        .try_init();
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a thread panicked");
    }));
}
