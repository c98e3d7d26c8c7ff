//! The guards of every request: a panic becomes a coded error, nothing takes longer than its time, a body that says that
//! it is too large is not waited for, one that is encoded is not read, a request names one host, and every answer carries
//! the strict security headers.
//!
//! They are one layer: each layer of its own would copy the route and take memory anew for each request, which a payment
//! would feel more than its own work (ADR 0022).

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
    http::{
        network::Peer,
        observe::Observed,
        problem::{self, ApiError},
        rate,
        request_id::RequestId,
    },
    identity::login,
    pages::RefusalPage,
    standby,
    state::Yui,
};

/// Layer (the outermost): what every request passes on its way in, and every answer on its way out.
pub async fn guard(State(yui): State<Yui>, mut request: Request, next: Next) -> Response {
    let id = RequestId::fresh();
    request.extensions_mut().insert(id);
    let observed = Observed::begin(id, &request);
    let page = RefusalPage::of(&yui, &request);
    let answered = AssertUnwindSafe(admit(&yui, request, next)).catch_unwind();
    let answered = answered.map(|answered| answered.unwrap_or_else(|_| panicked()));
    let mut response = observed.within(answered).await;
    if let Some(page) = page {
        response = page.show(response);
    }
    response = problem::write(&yui, Some(id), response);
    security_headers(&yui, &mut response);
    observed.end(&yui, &mut response);
    response
}

/// The answer of a handler that panicked; its words are not logged, because they may quote data.
fn panicked() -> Response {
    tracing::error!("a handler panicked");
    ApiError::new(ErrorCode::Internal).into_response()
}

async fn admit(yui: &Yui, request: Request, next: Next) -> Response {
    let checked =
        one_host(&request).and_then(|()| not_encoded(&request)).and_then(|()| length(yui, &request));
    match checked {
        Ok(()) => in_time(yui, request, next).await,
        Err(error) => error.into_response(),
    }
}

/// `timeout` when the answer does not begin in time, or `request_timeout` when it was the sender who was waited for,
/// because the body trickled in.
async fn in_time(yui: &Yui, request: Request, next: Next) -> Response {
    let limit = yui.config.limits.request_time;
    let (request, waits) = watched(request);
    tokio::time::timeout(limit, answer(yui, request, next)).await.unwrap_or_else(|_| {
        let waits = waits.load(Ordering::Relaxed);
        ApiError::new(if waits { ErrorCode::RequestTimeout } else { ErrorCode::Timeout }).into_response()
    })
}

async fn answer(yui: &Yui, request: Request, next: Next) -> Response {
    let checked = match standby::only_the_leader(yui, request.uri().path()).await {
        Ok(()) => rate::by_sender(yui, &request),
        Err(error) => Err(error),
    };
    match checked {
        Ok(()) => login::attach_dpop_nonce(yui, request, next).await,
        Err(error) => error.into_response(),
    }
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

/// `too_large` at once for a body whose announced length is over the bound, before a byte of it is read (so that
/// `Expect: 100-continue` is answered with it, too). What is sent without a length is bounded as it is read.
fn length(yui: &Yui, request: &Request) -> Result<(), ApiError> {
    let most = u64::try_from(yui.config.limits.body_bytes).unwrap_or(u64::MAX);
    if request.body().size_hint().lower() > most { Err(ErrorCode::TooLarge.into()) } else { Ok(()) }
}

/// A body comes as it is: `unsupported_media_type` for one that says that it is encoded (RFC 9110 §8.4), which nobody
/// here would undo.
fn not_encoded(request: &Request) -> Result<(), ApiError> {
    let codings = request.headers().get_all(header::CONTENT_ENCODING).iter();
    let mut codings = codings.flat_map(|value| value.as_bytes().split(|b| *b == b','));
    let plain = |coding: &[u8]| {
        coding.trim_ascii().is_empty() || coding.trim_ascii().eq_ignore_ascii_case(b"identity")
    };
    if codings.all(plain) { Ok(()) } else { Err(ErrorCode::UnsupportedMediaType.into()) }
}

/// A request off the wire names exactly one host (RFC 9112 §3.2); one of HTTP/1.0 may name none.
fn one_host(request: &Request) -> Result<(), ApiError> {
    let named = request.headers().get_all(header::HOST).iter().count();
    let old = request.version() < Version::HTTP_11;
    if request.extensions().get::<Peer>().is_some() && named != 1 && !(old && named == 0) {
        return Err(ErrorCode::MalformedRequest.into());
    }
    Ok(())
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

/// The headers above where the answer does not set its own (pages have a wider policy), and strict transport security
/// where the origin is HTTPS.
fn security_headers(yui: &Yui, response: &mut Response) {
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
}
