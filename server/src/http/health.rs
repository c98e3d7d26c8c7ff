//! `/healthz` (the process lives), `/readyz` (it can serve: its stores answer and it is not stopping) and
//! `/metrics`, which only the operator's own address has ([`operation`](super::operation)).

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use yui_protocol::{ErrorCode, Problem};

use crate::{http::problem::ApiError, standby, state::Yui};

/// The process lives.
#[utoipa::path(get, path = "/healthz", tag = "operation", responses(
    (status = 200, description = "It lives.", body = String, content_type = "text/plain")))]
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// The server can serve.
#[utoipa::path(get, path = "/readyz", tag = "operation", responses(
    (status = 200, description = "Both stores answer, and this server is the one that writes.", body = String,
        content_type = "text/plain"),
    (status = 503, description = "`unavailable`: stopping, standing by, or a store does not answer; `server_clock`: \
        the machine's clock was set.", body = Problem, content_type = "application/problem+json")))]
pub async fn readyz(State(yui): State<Yui>) -> Result<&'static str, ApiError> {
    if yui.stopping.is_cancelled() {
        return Err(ErrorCode::Unavailable.into());
    }
    standby::check(&yui).await?;
    yui.ping().await.map_err(|_| ApiError::new(ErrorCode::Unavailable))?;
    Ok("ready\n")
}

/// Figures in Prometheus' text form.
pub async fn metrics(State(yui): State<Yui>) -> Response {
    let text = yui.metrics.render(&yui.gauges());
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}
