//! What all routes share: errors, limits, logs, figures, and the listener.

pub(crate) mod again;
pub(crate) mod broken_head;
mod counted;
pub(crate) mod escape;
pub mod events;
pub mod extract;
pub mod guard;
pub mod health;
pub mod metrics;
pub mod network;
pub mod observe;
pub mod openapi;
mod patient;
mod places;
pub mod problem;
pub mod rate;
pub mod request_id;
pub mod serve;
pub mod streams;

use axum::{Router, extract::DefaultBodyLimit, middleware::from_fn_with_state, routing::get};
use utoipa_axum::{router::OpenApiRouter, routes};
use yui_protocol::ErrorCode;

use crate::{changes, command, http::problem::ApiError, identity, pages, shop, state::Yui, town};

/// All routes, described.
pub fn api(yui: &Yui) -> OpenApiRouter<Yui> {
    OpenApiRouter::with_openapi(openapi::description())
        .routes(routes!(health::healthz))
        .routes(routes!(health::readyz))
        .routes(routes!(health::metrics_here))
        .merge(town::routes::routes())
        .merge(identity::routes::routes(yui))
        .merge(command::routes::routes())
        .merge(shop::routes::routes(yui))
        .merge(changes::routes::routes())
        .routes(routes!(events::get_events))
        .routes(routes!(openapi::get_openapi))
}

/// All routes and pages behind their guards.
pub fn router(yui: &Yui) -> Router {
    guarded(yui, routes(yui))
}

/// All routes and pages, unguarded.
pub fn routes(yui: &Yui) -> Router<Yui> {
    let (routes, _) = api(yui).split_for_parts();
    routes.merge(pages::routes(yui))
}

/// What the operator's own watch reads, on an address of its own: the figures, which are nobody else's affair, and
/// the two checks.
pub fn operation(yui: &Yui) -> Router {
    Router::new()
        .route("/metrics", get(health::metrics))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .layer(from_fn_with_state(yui.clone(), problem::write_problems))
        .with_state(yui.clone())
}

/// Routes behind the guards that every request passes.
pub fn guarded(yui: &Yui, routes: Router<Yui>) -> Router {
    routes
        .fallback(|| async { ApiError::new(ErrorCode::NotFound) })
        .method_not_allowed_fallback(|| async { ApiError::new(ErrorCode::MethodNotAllowed) })
        .layer(DefaultBodyLimit::max(yui.config.limits.body_bytes))
        .layer(from_fn_with_state(yui.clone(), guard::guard))
        .with_state(yui.clone())
}
