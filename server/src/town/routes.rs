//! The server's time and the town's public configuration.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use utoipa_axum::{router::OpenApiRouter, routes};
use yui_protocol::{Base64Url, ErrorCode, Millis, Problem, municipality::Municipality};

use crate::{http::problem::ApiError, state::Yui};

/// All of them.
pub fn routes() -> OpenApiRouter<Yui> {
    OpenApiRouter::new().routes(routes!(get_time)).routes(routes!(get_municipality))
}

/// The server's time, from which a phone sets its own estimate.
#[derive(Serialize, utoipa::ToSchema)]
struct ServerTime {
    /// Milliseconds since the epoch.
    server_time: Millis,
}

/// The server's time.
#[utoipa::path(get, path = "/v1/time", tag = "town", responses((status = 200, body = ServerTime)))]
async fn get_time(State(yui): State<Yui>) -> axum::Json<ServerTime> {
    axum::Json(ServerTime { server_time: yui.clock.now() })
}

/// The town: limits, programmes with what the law wants shown, contacts. Unchanged since `If-None-Match` is 304.
#[utoipa::path(get, path = "/v1/municipality", tag = "town",
    params(("If-None-Match" = Option<String>, Header, description = "The `ETag` of what is known already.")),
    responses(
    (status = 200, body = Municipality, headers(("ETag" = String, description = "Names this configuration."))),
    (status = 304, description = "Unchanged."),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn get_municipality(State(yui): State<Yui>, headers: HeaderMap) -> Result<Response, ApiError> {
    let body = serde_json::to_vec(&yui.config.municipality).map_err(|_| ErrorCode::Internal)?;
    let tag = format!("\"{}\"", Base64Url::encode(&Sha256::digest(&body)[..12]));
    let fresh = [
        (header::ETAG, HeaderValue::from_str(&tag).map_err(|_| ErrorCode::Internal)?),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    if is_known(&headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, fresh).into_response());
    }
    Ok((fresh, [(header::CONTENT_TYPE, "application/json")], body).into_response())
}

/// Whether the sender has what this tag names (RFC 9110 §13.1.2): one tag or a list, compared weakly, or `*`.
fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let values = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut tags = values.flat_map(|value| value.split(',')).map(str::trim);
    tags.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}
