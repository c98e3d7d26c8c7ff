//! The API's description: served, and committed as docs/openapi.json.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use utoipa::openapi::{
    Info, OpenApi, OpenApiBuilder,
    security::{ApiKey, ApiKeyValue, SecurityScheme},
};

use crate::{http, state::Yui};

/// What stands above the routes.
#[must_use]
pub fn description() -> OpenApi {
    let scheme = SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::with_description(
        "Authorization",
        "`DPoP <access token>`, with a proof in the header `DPoP` (RFC 9449) and the nonce of `DPoP-Nonce`.",
    )));
    let mut info = Info::new("Yui", env!("CARGO_PKG_VERSION"));
    info.description =
        Some("The API between phones, shops and a town's server. Errors: docs/error-codes.md.".into());
    OpenApiBuilder::new()
        .info(info)
        .components(Some(utoipa::openapi::ComponentsBuilder::new().security_scheme("dpop", scheme).build()))
        .build()
}

/// The whole description, as text that ends with a newline.
#[must_use]
pub fn document(yui: &Yui) -> String {
    let (_, document) = http::api(yui).split_for_parts();
    document.to_pretty_json().unwrap_or_default() + "\n"
}

/// This document.
#[utoipa::path(get, path = "/v1/openapi.json", tag = "operation", responses((status = 200, description = "OpenAPI.")))]
pub async fn get_openapi(State(yui): State<Yui>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], document(&yui)).into_response()
}
