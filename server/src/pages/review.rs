//! Registrations that wait for staff: a new card that may belong to a known person.

use askama::Template;
use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect},
    routing::get,
};
use yui_protocol::ErrorCode;
use yui_texts::{Args, keys::review as keys};

use crate::{
    http::extract::Path,
    identity::{
        card::Attributes,
        review::{self, Verdict},
    },
    pages::{Page, desk::Desk, fields::Sent, frame::Frame, person::Phone, show, words::Words},
    staff::{
        Permission,
        find::{self, Person},
    },
    state::Yui,
};

pub(super) fn routes() -> Router<Yui> {
    Router::new().route("/staff/reviews", get(list)).route("/staff/reviews/{id}", get(compare).post(decide))
}

struct Line {
    id: String,
    reference: Words,
    since: Words,
}

#[derive(Template)]
#[template(path = "reviews.html")]
struct List {
    f: Frame,
    waiting: Vec<Line>,
}

async fn list(State(yui): State<Yui>, desk: Desk) -> Page {
    desk.must(Permission::Review).await?;
    let f = desk.f;
    let line = |waiting: review::Waiting| Line {
        reference: f.say(keys::REVIEW_REFERENCE, &Args::new().words("code", waiting.reference)),
        since: f.say(keys::REVIEW_SINCE, &Args::new().moment("moment", waiting.since)),
        id: waiting.id,
    };
    let waiting = review::waiting(&yui).await?.into_iter().map(line).collect();
    show(&List { f, waiting })
}

#[derive(Template)]
#[template(path = "review.html")]
struct Compare {
    f: Frame,
    id: String,
    card: Option<Attributes>,
    known: Option<Person>,
    phones: Vec<Phone>,
}

async fn compare(State(yui): State<Yui>, desk: Desk, Path(id): Path<String>) -> Page {
    desk.must(Permission::Review).await?;
    let comparison = review::compare(&yui, desk.id(), &id).await?;
    let known = match comparison.known {
        Some((subject, _)) => Some(find::look(&yui, desk.id(), subject).await?.person),
        None => None,
    };
    let phones = comparison.phones.into_iter().map(|record| Phone::of(&desk.f, record)).collect();
    show(&Compare { f: desk.f, id, card: comparison.card, known, phones })
}

async fn decide(State(yui): State<Yui>, Path(id): Path<String>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::Review).await?;
    let verdict = match fields.text("verdict") {
        "same" => Verdict::SamePerson,
        "other" => Verdict::OtherPerson,
        "refused" => Verdict::Refused,
        _ => return Err(ErrorCode::MalformedRequest.into()),
    };
    review::decide(&yui, desk.id(), &id, verdict).await?;
    Ok(Redirect::to("/staff/reviews").into_response())
}
