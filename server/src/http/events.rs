//! `GET /v1/events`: "there is news", as server-sent events. What the news is, the phone reads from the feed. The
//! stream ends when the phone is revoked, when its token would have run out, when a newer one needs its place, and when
//! the server stops or no longer leads.

use std::{convert::Infallible, time::Duration};

use axum::{
    extract::State,
    http::{HeaderName, header},
    response::{
        IntoResponse,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::{StreamExt, stream};
use yui_protocol::Problem;

use crate::{
    http::problem::ApiError,
    identity::login::{Caller, TOKEN_LIFE},
    standby,
    state::Yui,
};

/// What nginx and its like read: pass on each piece at once.
const NOT_GATHERED: HeaderName = HeaderName::from_static("x-accel-buffering");
/// A comment line this often keeps proxies from cutting the line.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// Says when there is news for the caller: one event at once, then one for each change.
#[utoipa::path(get, path = "/v1/events", tag = "feed", security(("dpop" = [])), responses(
    (status = 200, description = "`event: news`", content_type = "text/event-stream"),
    (status = "default", body = Problem, content_type = "application/problem+json")))]
pub async fn get_events(State(yui): State<Yui>, caller: Caller) -> Result<impl IntoResponse, ApiError> {
    let place = yui.streams.open(caller.device, caller.party)?;
    let newer = place.ended.clone();
    let mut news = yui.town.changed().listen(caller.party);
    news.mark_changed();
    let life = Duration::from_millis(TOKEN_LIFE.unsigned_abs());
    let stopping = yui.stopping.clone();
    let (revoked, lost) = (caller.revoked, standby::lost(&yui));
    let end = async move {
        tokio::select! {
            () = revoked.cancelled() => {}
            () = stopping.cancelled() => {}
            () = newer.cancelled() => {}
            () = lost => {}
            () = tokio::time::sleep(life) => {}
        }
    };
    let events = stream::unfold((news, place), |(mut news, place)| async move {
        news.changed().await.ok()?;
        let _ = news.borrow_and_update();
        Some((Ok::<_, Infallible>(Event::default().event("news").data("{}")), (news, place)))
    });
    let news = Sse::new(events.take_until(Box::pin(end))).keep_alive(KeepAlive::new().interval(HEARTBEAT));
    // A proxy that gathers an answer before it passes it on would keep all news back.
    Ok(([(header::CACHE_CONTROL, "no-store"), (NOT_GATHERED, "no")], news))
}
