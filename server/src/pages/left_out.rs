//! Who could not receive under a grant to every resident: by pseudonym, each with the way to her page. That they were
//! shown is noted for each of them.

use askama::Template;
use axum::{
    Router,
    extract::{Query, State},
    routing::get,
};
use serde::Deserialize;
use yui_protocol::{CommandId, Subject};

use crate::{
    http::extract::Path,
    pages::{Page, desk::Desk, frame::Frame, show, words::Words},
    staff::Permission,
    state::Yui,
    wallet::grant_all::{self, PAGE},
};

pub(super) fn routes() -> Router<Yui> {
    Router::new().route("/staff/grants/{id}/left-out", get(list))
}

#[derive(Deserialize)]
struct Behind {
    /// The last resident of the page before.
    after: Option<String>,
}

#[derive(Template)]
#[template(path = "left_out.html")]
struct List {
    f: Frame,
    order: CommandId,
    /// Each with the reason.
    people: Vec<(Subject, Words)>,
    /// Where the next page begins.
    more: Option<Subject>,
}

async fn list(
    State(yui): State<Yui>,
    desk: Desk,
    Path(order): Path<CommandId>,
    Query(Behind { after }): Query<Behind>,
) -> Page {
    desk.must(Permission::Grant).await?;
    let after = after.map(|subject| subject.parse()).transpose()?;
    let people = grant_all::people(&yui, desk.id(), order, after).await?;
    let more = (people.len() == PAGE).then(|| people.last().map(|last| last.subject)).flatten();
    let why = |code| yui_texts::error(desk.f.lang, code).title.into();
    let people = people.iter().map(|left_out| (left_out.subject, why(&left_out.code))).collect();
    show(&List { f: desk.f, order, people, more })
}
