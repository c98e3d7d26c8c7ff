//! The outer guards of every request: a panic becomes a coded error, nothing takes longer than its time, a body that
//! says that it is too large is not waited for, one that is encoded is not read, a request names one host, and every
//! answer carries the strict security headers.

use std::{
    panic::AssertUnwindSafe,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::{
    body::{Body, HttpBody},
    extract::{Request, State},
    http::{HeaderName, HeaderValue, Version, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::{FutureExt, StreamExt, stream};
use yui_protocol::ErrorCode;

use crate::{
    http::{network::Peer, problem::ApiError},
    state::Yui,
};

/// Layer: a panic in a handler is `internal`; its words are not logged, because they may quote data.
pub async fn catch_panic(request: Request, next: Next) -> Response {
    AssertUnwindSafe(next.run(request)).catch_unwind().await.unwrap_or_else(|_| {
        tracing::error!("a handler panicked");
        ApiError::new(ErrorCode::Internal).into_response()
    })
}

/// Layer: `timeout` when the answer does not begin in time, or `request_timeout` when it was the sender who was waited
/// for, because the body trickled in.
pub async fn time_limit(State(yui): State<Yui>, request: Request, next: Next) -> Response {
    let limit = yui.config.limits.request_time;
    let (request, waits) = watched(request);
    tokio::time::timeout(limit, next.run(request)).await.unwrap_or_else(|_| {
        let waits = waits.load(Ordering::Relaxed);
        ApiError::new(if waits { ErrorCode::RequestTimeout } else { ErrorCode::Timeout }).into_response()
    })
}

/// The request, and whether somebody reads its body and waits for more of it.
fn watched(request: Request) -> (Request, Arc<AtomicBool>) {
    let waits = Arc::new(AtomicBool::new(false));
    if request.body().is_end_stream() {
        return (request, waits);
    }
    let told = Arc::clone(&waits);
    let request = request.map(|body| {
        let mut body = body.into_data_stream();
        Body::from_stream(stream::poll_fn(move |context| {
            let polled = body.poll_next_unpin(context);
            told.store(polled.is_pending(), Ordering::Relaxed);
            polled
        }))
    });
    (request, waits)
}

/// Layer: `too_large` at once for a body whose announced length is over the bound, before a byte of it is read (so that
/// `Expect: 100-continue` is answered with it, too). What is sent without a length is bounded as it is read.
pub async fn length(State(yui): State<Yui>, request: Request, next: Next) -> Result<Response, ApiError> {
    let most = u64::try_from(yui.config.limits.body_bytes).unwrap_or(u64::MAX);
    if request.body().size_hint().lower() > most {
        return Err(ErrorCode::TooLarge.into());
    }
    Ok(next.run(request).await)
}

/// Layer: a body comes as it is: `unsupported_media_type` for one that says that it is encoded (RFC 9110 §8.4), which
/// nobody here would undo.
pub async fn not_encoded(request: Request, next: Next) -> Result<Response, ApiError> {
    let codings = request.headers().get_all(header::CONTENT_ENCODING).iter();
    let mut codings = codings.flat_map(|value| value.as_bytes().split(|b| *b == b','));
    let plain = |coding: &[u8]| {
        coding.trim_ascii().is_empty() || coding.trim_ascii().eq_ignore_ascii_case(b"identity")
    };
    if !codings.all(plain) {
        return Err(ErrorCode::UnsupportedMediaType.into());
    }
    Ok(next.run(request).await)
}

/// Layer: a request off the wire names exactly one host (RFC 9112 §3.2); one of HTTP/1.0 may name none.
pub async fn one_host(request: Request, next: Next) -> Result<Response, ApiError> {
    let named = request.headers().get_all(header::HOST).iter().count();
    let old = request.version() < Version::HTTP_11;
    if request.extensions().get::<Peer>().is_some() && named != 1 && !(old && named == 0) {
        return Err(ErrorCode::MalformedRequest.into());
    }
    Ok(next.run(request).await)
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
    if yui.config.is_behind_tls() {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
    response
}
