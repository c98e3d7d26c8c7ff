//! The API's description: served, and committed as docs/openapi.json.

use std::sync::OnceLock;

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use utoipa::openapi::{
    Header, HeaderBuilder, Info, ObjectBuilder, OpenApi, OpenApiBuilder, PathItem, RefOr, Type,
    path::Operation,
    security::{ApiKey, ApiKeyValue, SecurityScheme},
};

use crate::{http, state::Yui};

/// What `default` means at every route.
const REFUSED: &str = "Refused: `code` says why, and docs/error-codes.md whether to ask again.";

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
    let (_, mut document) = http::api(yui).split_for_parts();
    document.paths.paths.values_mut().flat_map(operations).for_each(describe_answers);
    // A link that rustdoc follows leads nowhere in a page for readers of the API.
    document.to_pretty_json().unwrap_or_default().replace("[`", "`").replace("`]", "`") + "\n"
}

fn operations(path: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let PathItem { get, put, post, delete, .. } = path;
    [get, put, post, delete].into_iter().flatten()
}

/// `OpenAPI` wants a description of every answer: where a route gives none, a success is what the route does, and
/// everything else a refusal.
fn describe_answers(operation: &mut Operation) {
    let does = operation.summary.clone().unwrap_or_default();
    for (status, answer) in &mut operation.responses.responses {
        let RefOr::T(answer) = answer else { continue };
        if answer.description.is_empty() {
            answer.description = if status == "default" { REFUSED.to_owned() } else { does.clone() };
        }
        answer
            .headers
            .insert("X-Request-Id".to_owned(), header_of(Type::String, "Names the request in the log."));
        if status == "default" {
            let after = "After how many seconds to ask again, where that helps.";
            answer.headers.insert("Retry-After".to_owned(), header_of(Type::Integer, after));
        }
        if operation.security.is_some() {
            let nonce = "The nonce for the next proof (RFC 9449 §8).";
            answer.headers.insert("DPoP-Nonce".to_owned(), header_of(Type::String, nonce));
        }
    }
}

fn header_of(kind: Type, says: &str) -> RefOr<Header> {
    let schema = ObjectBuilder::new().schema_type(kind);
    RefOr::T(HeaderBuilder::new().schema(Some(schema)).description(Some(says)).build())
}

/// The document as it is served: every server of this program says the same, and a stranger costs no work.
static DOCUMENT: OnceLock<String> = OnceLock::new();

/// This document.
#[utoipa::path(get, path = "/v1/openapi.json", tag = "operation", responses(
    (status = 200, description = "OpenAPI 3.1.", body = Object, content_type = "application/json")))]
pub async fn get_openapi(State(yui): State<Yui>) -> Response {
    let document = DOCUMENT.get_or_init(|| document(&yui)).as_str();
    ([(header::CONTENT_TYPE, "application/json")], document).into_response()
}
