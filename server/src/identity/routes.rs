//! The routes of the identity domain: thin, each one service call.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use utoipa_axum::{router::OpenApiRouter, routes};
use yui_protocol::{
    ErrorCode, Problem, Thumbprint,
    identity::{
        DeviceRecord, EnrolAnswer, EnrolRequest, LeaveRequest, NonceAnswer, TokenAnswer, VisitorRequest,
    },
    jws::JWT_BEARER,
};
use yui_texts::Lang;

use crate::{
    http::{
        extract::{Form, Json, Path},
        network::Network,
        problem::ApiError,
        rate,
    },
    identity::{devices, enrol, leave, login, login::Caller, nonce::Given, visitor},
    state::Yui,
};

/// All of them.
pub fn routes(yui: &Yui) -> OpenApiRouter<Yui> {
    let costly = OpenApiRouter::new()
        .routes(routes!(post_enrol))
        .routes(routes!(post_visitor_code))
        .routes(routes!(post_visitor))
        .layer(axum::middleware::from_fn_with_state(yui.clone(), rate::costly));
    OpenApiRouter::new()
        .routes(routes!(post_nonce))
        .routes(routes!(post_token))
        .routes(routes!(get_devices))
        .routes(routes!(delete_device))
        .routes(routes!(post_sign_out))
        .routes(routes!(post_leave))
        .merge(costly)
}

/// A nonce for a registration, and the server's time.
#[utoipa::path(post, path = "/v1/identity/nonce", tag = "identity", responses(
    (status = 200, body = NonceAnswer),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn post_nonce(State(yui): State<Yui>) -> Result<axum::Json<NonceAnswer>, ApiError> {
    let now = yui.clock.now();
    let Given { nonce, expires_at } = yui.nonces.issue(now)?;
    yui.metrics.count("identity_nonce");
    Ok(axum::Json(NonceAnswer { nonce: nonce.to_vec().into(), expires_at, server_time: now }))
}

/// Registers a phone with the My Number card.
#[utoipa::path(post, path = "/v1/identity/enrol", tag = "identity", request_body = EnrolRequest, responses(
    (status = 200, description = "Enrolled.", body = EnrolAnswer),
    (status = 202, description = "Staff look at it first.", body = EnrolAnswer),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn post_enrol(
    State(yui): State<Yui>,
    network: Network,
    Json(request): Json<EnrolRequest>,
) -> Result<Response, ApiError> {
    Ok(enrol_answer(enrol::enrol(&yui, network, request).await?))
}

fn enrol_answer(answer: EnrolAnswer) -> Response {
    let status = match answer {
        EnrolAnswer::Enrolled { .. } => StatusCode::OK,
        EnrolAnswer::InReview { .. } => StatusCode::ACCEPTED,
    };
    (status, axum::Json(answer)).into_response()
}

/// Where a visitor's registration code goes.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct VisitorCodeRequest {
    /// A mail address.
    pub(crate) email: String,
}

/// Sends a registration code by mail, in the language asked for by `Accept-Language`. The answer does not tell whether
/// the address is known.
#[utoipa::path(post, path = "/v1/identity/visitor/code", tag = "identity", request_body = VisitorCodeRequest,
    params(("Accept-Language" = Option<String>, Header, description = "The language of the mail; Japanese without it.")),
    responses((status = 202, description = "A code is on its way."),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn post_visitor_code(
    State(yui): State<Yui>,
    headers: HeaderMap,
    Json(request): Json<VisitorCodeRequest>,
) -> Result<StatusCode, ApiError> {
    let lang = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang = lang.map_or(Lang::Ja, Lang::from_accept_language);
    visitor::send_code(&yui, &request.email, lang).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Registers a phone by a registration code from mail or counter.
#[utoipa::path(post, path = "/v1/identity/visitor", tag = "identity", request_body = VisitorRequest, responses(
    (status = 200, body = EnrolAnswer),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn post_visitor(
    State(yui): State<Yui>,
    network: Network,
    Json(request): Json<VisitorRequest>,
) -> Result<Response, ApiError> {
    Ok(enrol_answer(visitor::enrol(&yui, network, request).await?))
}

/// RFC 7523 §2.1. Further fields are ignored (RFC 6749 §3.2).
#[derive(Deserialize, utoipa::ToSchema)]
pub(crate) struct TokenRequest {
    /// `urn:ietf:params:oauth:grant-type:jwt-bearer`.
    pub(crate) grant_type: String,
    /// The assertion, a compact JWS by the device key.
    pub(crate) assertion: String,
}

/// Logs a phone in: an assertion by its key for an access token bound to that key.
#[utoipa::path(post, path = "/v1/identity/token", tag = "identity",
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded"),
    params(("DPoP" = String, Header, description = "A proof (RFC 9449) with the server's nonce.")),
    responses((status = 200, body = TokenAnswer),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn post_token(
    State(yui): State<Yui>,
    headers: HeaderMap,
    Form(request): Form<TokenRequest>,
) -> Result<axum::Json<TokenAnswer>, ApiError> {
    if request.grant_type != JWT_BEARER {
        return Err(ErrorCode::MalformedRequest.into());
    }
    Ok(axum::Json(login::log_in(&yui, &headers, &request.assertion).await?))
}

/// The caller's phones, removed ones included.
#[utoipa::path(get, path = "/v1/identity/devices", tag = "identity", security(("dpop" = [])), responses(
    (status = 200, body = [DeviceRecord]),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn get_devices(
    State(yui): State<Yui>,
    caller: Caller,
) -> Result<axum::Json<Vec<DeviceRecord>>, ApiError> {
    let subject = caller.resident()?;
    Ok(axum::Json(devices::list(yui.realm.reader(), yui.config.town(), subject).await?))
}

/// Removes one of the caller's phones; not the last.
#[utoipa::path(delete, path = "/v1/identity/devices/{thumbprint}", tag = "identity", security(("dpop" = [])),
    params(("thumbprint" = Thumbprint, Path, description = "The phone's id.")), responses(
    (status = 204, description = "Removed."),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn delete_device(
    State(yui): State<Yui>,
    caller: Caller,
    Path(device): Path<Thumbprint>,
) -> Result<StatusCode, ApiError> {
    devices::remove(&yui, caller.resident()?, device).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Signs the calling phone out: its keys end.
#[utoipa::path(post, path = "/v1/identity/sign-out", tag = "identity", security(("dpop" = [])), responses(
    (status = 204, description = "Signed out."),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn post_sign_out(State(yui): State<Yui>, caller: Caller) -> Result<StatusCode, ApiError> {
    devices::sign_out(&yui, caller.resident()?, caller.device).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The caller leaves the service.
#[utoipa::path(post, path = "/v1/identity/leave", tag = "identity", security(("dpop" = [])),
    request_body = LeaveRequest, responses(
    (status = 204, description = "Left; all her phones are out."),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn post_leave(
    State(yui): State<Yui>,
    caller: Caller,
    Json(request): Json<LeaveRequest>,
) -> Result<StatusCode, ApiError> {
    leave::leave(&yui, caller.resident()?, request).await?;
    Ok(StatusCode::NO_CONTENT)
}
