//! Errors as they leave the server: `application/problem+json` (RFC 9457) with a stable code, whatever failed.
//!
//! A handler answers with an [`ApiError`]; the outermost layer writes its body, because only there the request's
//! id is known. An error that some library answered in its own words is replaced on the way, so that no other
//! form of error ever leaves.

use std::num::NonZeroU32;

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use yui_protocol::{ErrorCode, Problem, wallet::Assurance};

use crate::{http::request_id::RequestId, state::Yui};

/// The media type of every error body.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// A refusal on its way out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ApiError {
    /// The stable code.
    pub code: ErrorCode,
    /// The proof that is needed, with `step_up_required`.
    pub required: Option<Assurance>,
    /// After how many seconds the request may be repeated.
    pub retry_after: Option<u32>,
    /// What goes into `WWW-Authenticate` beside the scheme (RFC 9449 §7.1, RFC 9470 §3).
    pub challenge: Option<&'static str>,
}

impl ApiError {
    /// The refusal with this code.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        let retry_after = match code {
            ErrorCode::Busy => Some(1),
            ErrorCode::Unavailable | ErrorCode::VerifierUnavailable => Some(5),
            _ => None,
        };
        let challenge = match code {
            ErrorCode::Unauthenticated | ErrorCode::TokenExpired | ErrorCode::DeviceRevoked => {
                Some(r#"error="invalid_token""#)
            }
            ErrorCode::UseDpopNonce => Some(r#"error="use_dpop_nonce""#),
            ErrorCode::DpopInvalid => Some(r#"error="invalid_dpop_proof""#),
            // Every 401 says how to come in (RFC 9110 §15.5.2).
            ref code if code.status() == 401 => Some(r#"algs="ES256""#),
            _ => None,
        };
        Self { code, required: None, retry_after, challenge }
    }

    /// RFC 9470: the act needs a stronger proof than the one sent.
    #[must_use]
    pub fn step_up(required: Assurance) -> Self {
        let challenge = match required {
            Assurance::Device => r#"error="insufficient_user_authentication", acr_values="urn:yui:device""#,
            Assurance::DeviceUv => {
                r#"error="insufficient_user_authentication", acr_values="urn:yui:device-uv""#
            }
            Assurance::DeviceUvCard => {
                r#"error="insufficient_user_authentication", acr_values="urn:yui:device-uv-card""#
            }
        };
        Self { required: Some(required), challenge: Some(challenge), ..Self::new(ErrorCode::StepUpRequired) }
    }

    /// Too many requests; the next one is taken after `seconds`.
    #[must_use]
    pub fn rate_limited(seconds: u32) -> Self {
        Self { retry_after: Some(seconds.max(1)), ..Self::new(ErrorCode::RateLimited) }
    }

    /// The refusal for an error status that some library chose.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        Self::new(match status {
            StatusCode::NOT_FOUND => ErrorCode::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => ErrorCode::MethodNotAllowed,
            // Too long in one way or another.
            StatusCode::PAYLOAD_TOO_LARGE
            | StatusCode::URI_TOO_LONG
            | StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => ErrorCode::TooLarge,
            StatusCode::UNAUTHORIZED => ErrorCode::Unauthenticated,
            StatusCode::FORBIDDEN => ErrorCode::Forbidden,
            StatusCode::REQUEST_TIMEOUT => ErrorCode::RequestTimeout,
            StatusCode::GATEWAY_TIMEOUT => ErrorCode::Timeout,
            StatusCode::SERVICE_UNAVAILABLE => ErrorCode::Unavailable,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => ErrorCode::UnsupportedMediaType,
            status if status.is_client_error() => ErrorCode::MalformedRequest,
            _ => ErrorCode::Internal,
        })
    }
}

/// The status of a code; a code that no server sends is a fault of this one.
pub(crate) fn status_of(code: &ErrorCode) -> StatusCode {
    StatusCode::from_u16(code.status())
        .ok()
        .filter(|status| status.is_client_error() || status.is_server_error())
        .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

impl From<ErrorCode> for ApiError {
    fn from(code: ErrorCode) -> Self {
        Self::new(code)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = status_of(&self.code).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Layer: [`write`], where no guards stand.
pub async fn write_problems(State(yui): State<Yui>, request: Request, next: Next) -> Response {
    write(&yui, None, next.run(request).await)
}

/// Gives every error its body, and replaces error bodies that are not ours; other answers stay as they are.
pub(super) fn write(yui: &Yui, id: Option<RequestId>, mut response: Response) -> Response {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let error = match response.extensions_mut().remove::<ApiError>() {
        Some(error) => error,
        None if is_ours(response.headers()) => return response,
        None => ApiError::of_status(status),
    };
    replace(&error, id, response, yui)
}

fn is_ours(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.starts_with(PROBLEM_JSON) || kind.starts_with("text/html")
}

fn replace(error: &ApiError, id: Option<RequestId>, from: Response, yui: &Yui) -> Response {
    let status = status_of(&error.code);
    let mut problem = Problem::new(error.code.clone());
    problem.status = status.as_u16();
    problem.instance = id.map(|id| id.to_string());
    problem.required = error.required;
    problem.retry_after = error.retry_after.and_then(NonZeroU32::new);
    if matches!(error.code, ErrorCode::ClockSkew | ErrorCode::CommandExpired) {
        problem.server_time = Some(yui.clock.now());
    }
    let (mut parts, _) = from.into_parts();
    parts.status = status;
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
    if error.code == ErrorCode::UnsupportedMediaType {
        // RFC 9110 §15.5.16: what the body was encoded in is not taken either.
        parts.headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    }
    if let Some(seconds) = error.retry_after {
        parts.headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if let Some(challenge) = error.challenge.and_then(|c| HeaderValue::from_str(&format!("DPoP {c}")).ok()) {
        parts.headers.insert(header::WWW_AUTHENTICATE, challenge);
    }
    // The log line outside still wants the code.
    parts.extensions.insert(error.clone());
    Response::from_parts(parts, Body::from(serde_json::to_vec(&problem).unwrap_or_default()))
}
