//! `/healthz` (the process lives), `/readyz` (it can serve: its stores answer and it is not stopping) and
//! `/metrics`, for the operator alone: on an address of its own ([`operation`](super::operation)), or on this machine where no
//! TLS proxy can stand in front.

use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use yui_protocol::{ErrorCode, Problem};

use crate::{
    http::{
        network::{Network, Peer},
        problem::ApiError,
    },
    standby,
    state::Yui,
};

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

/// Figures in Prometheus' text form, for a program on the server's own machine.
#[utoipa::path(get, path = "/metrics", tag = "operation", responses(
    (status = 200, description = "The figures, to a direct caller on the server's own machine, of a server that is reached without TLS.", body = String,
        content_type = "text/plain"),
    (status = 404, description = "`not_found`: to everybody else.", body = Problem,
        content_type = "application/problem+json")))]
pub async fn metrics_here(
    State(yui): State<Yui>,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let peer = peer.map(|Extension(peer)| peer);
    let is_near = Network::is_this_machine(peer, &headers, &yui.config.trusted_proxies);
    if !is_near || yui.config.is_behind_tls() {
        return Err(ErrorCode::NotFound.into());
    }
    Ok(metrics(State(yui)).await)
}

/// Figures in Prometheus' text form.
pub async fn metrics(State(yui): State<Yui>) -> Response {
    let text = yui.metrics.render(&yui.gauges());
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}
