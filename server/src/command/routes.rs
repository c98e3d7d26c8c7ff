//! The one route of signed commands.

use axum::extract::State;
use utoipa_axum::{router::OpenApiRouter, routes};
use yui_protocol::{
    Problem,
    command::{CommandAnswer, SignedCommand},
};

use crate::{
    changes,
    command::{dispatch, verify_command},
    http::{extract::Json, problem::ApiError},
    state::Yui,
};

/// All of them.
pub fn routes() -> OpenApiRouter<Yui> {
    OpenApiRouter::new().routes(routes!(post_command))
}

/// Does what a signed command wants. The same id with the same payload gets the same answer, however often.
#[utoipa::path(post, path = "/v1/commands", tag = "command", request_body = SignedCommand, responses(
    (status = 200, body = CommandAnswer),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn post_command(
    State(yui): State<Yui>,
    Json(signed): Json<SignedCommand>,
) -> Result<axum::Json<CommandAnswer>, ApiError> {
    let verified = verify_command(&yui, &signed).await?;
    let answer = dispatch::dispatch(&yui, verified).await?;
    let shown = changes::shown(&yui, &answer).await;
    Ok(axum::Json(CommandAnswer { shown, ..answer }))
}
