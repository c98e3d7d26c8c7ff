//! The style sheet, out of the binary, under an address that changes with its content.

use axum::{
    Router,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use rust_embed::RustEmbed;
use yui_protocol::ErrorCode;

use crate::{http::problem::ApiError, state::Yui};

#[derive(RustEmbed)]
#[folder = "assets"]
struct Assets;

const STYLE: &str = "staff.css";

/// The style sheet's address.
pub(super) fn style() -> String {
    let hash = Assets::get(STYLE).map(|file| file.metadata.sha256_hash()).unwrap_or_default();
    let [a, b, c, d, ..] = hash;
    format!("/staff/assets/{a:02x}{b:02x}{c:02x}{d:02x}/{STYLE}")
}

/// A link to the style sheet.
pub(super) fn link() -> String {
    format!(r#"<link rel="stylesheet" href="{}">"#, style())
}

/// The style sheet itself, for a page that is kept as a file.
pub(super) fn inline() -> String {
    let sheet = Assets::get(STYLE).map(|file| String::from_utf8_lossy(&file.data).into_owned());
    format!("<style>{}</style>", sheet.unwrap_or_default())
}

pub(super) fn routes() -> Router<Yui> {
    Router::new().route("/staff/assets/{hash}/{name}", get(asset))
}

async fn asset(Path((_, name)): Path<(String, String)>) -> Result<Response, ApiError> {
    let file = Assets::get(&name).ok_or(ErrorCode::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "text/css; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, file.data.into_owned()).into_response())
}
