//! The outer guards of every request: a panic becomes a coded error, nothing takes longer than its time, and
//! every answer carries the strict security headers.

use std::panic::AssertUnwindSafe;

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::FutureExt;
use yui_protocol::ErrorCode;

use crate::{http::problem::ApiError, state::Yui};

/// Layer: a panic in a handler is `internal`; its words are not logged, because they may quote data.
pub async fn catch_panic(request: Request, next: Next) -> Response {
    AssertUnwindSafe(next.run(request)).catch_unwind().await.unwrap_or_else(|_| {
        tracing::error!("a handler panicked");
        ApiError::new(ErrorCode::Internal).into_response()
    })
}

/// Layer: `timeout` when the answer does not begin in time, which also ends a body that trickles in.
pub async fn time_limit(State(yui): State<Yui>, request: Request, next: Next) -> Response {
    let limit = yui.config.limits.request_time;
    tokio::time::timeout(limit, next.run(request))
        .await
        .unwrap_or_else(|_| ApiError::new(ErrorCode::Timeout).into_response())
}

const HEADERS: [(HeaderName, &str); 7] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Layer: the headers above where the answer does not set its own (pages have a wider policy), and strict
/// transport security where the origin is HTTPS.
pub async fn security_headers(State(yui): State<Yui>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if yui.config.origin.starts_with("https://") {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
    response
}
