//! The route of the feed. That there is news is said by `GET /v1/events`.

use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};
use yui_protocol::{
    ErrorCode, Problem,
    changes::{Changes, MOST_PLACES},
};

use super::{
    cursor::Cursor,
    page::{self, Standpoint},
};
use crate::{
    http::{extract::Query, problem::ApiError},
    identity::login::Caller,
    state::Yui,
};

/// The most rows of a page.
const MOST: u32 = 500;

/// All of them.
pub fn routes() -> OpenApiRouter<Yui> {
    OpenApiRouter::new().routes(routes!(get_changes))
}

/// From where.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangesQuery {
    /// The cursor of the last answer; from the beginning when there is none.
    after: Option<String>,
    /// The cursors of the `shown` of the last page and of the answers to commands since, at most 16 with commas between
    /// them: the feed begins anew when a backup was put back from before one of them.
    shown: Option<String>,
    /// How many acts at most, from 1 to 500; 100 unless given. An act can have several records.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
}

impl ChangesQuery {
    /// Where the reader stands, and how many acts she takes at most: `malformed_request` for what is none of ours.
    pub(crate) fn read(self) -> Result<(Standpoint, u32), ErrorCode> {
        let after = self.after.as_deref().map(Cursor::read).transpose()?;
        let shown = self.shown.iter().flat_map(|places| places.split(',')).map(Cursor::read);
        let reader = Standpoint { after, shown: shown.collect::<Result<_, _>>()? };
        let limit = self.limit.unwrap_or(100);
        if !(1..=MOST).contains(&limit) || reader.shown.len() > MOST_PLACES {
            return Err(ErrorCode::MalformedRequest);
        }
        Ok((reader, limit))
    }
}

/// What the caller may know and does not know yet, oldest first. Each record replaces the earlier one of its id.
#[utoipa::path(get, path = "/v1/changes", tag = "feed", params(ChangesQuery), security(("dpop" = [])), responses(
    (status = 200, body = Changes), (status = "default", body = Problem, content_type = "application/problem+json")))]
async fn get_changes(
    State(yui): State<Yui>,
    caller: Caller,
    Query(query): Query<ChangesQuery>,
) -> Result<axum::Json<Changes>, ApiError> {
    let (reader, limit) = query.read()?;
    Ok(axum::Json(page::read(&yui, caller.party, reader, limit).await?))
}
