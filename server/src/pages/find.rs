//! Finding a resident. The search is a form that is sent, not a link: names belong in no address, history or log.

use askama::Template;
use axum::{Router, extract::State, routing::get};
use yui_texts::{Args, keys::counter as keys};

use crate::{
    pages::{
        Page,
        desk::Desk,
        fields::Sent,
        frame::Frame,
        show,
        words::{self, Words},
    },
    staff::{
        Permission,
        find::{self, Person},
    },
    state::Yui,
};

pub(super) fn routes() -> Router<Yui> {
    Router::new().route("/staff/find", get(form).post(find))
}

struct Found {
    person: Person,
    level: Words,
}

#[derive(Template)]
#[template(path = "find.html")]
struct Find {
    f: Frame,
    query: String,
    count: Option<Words>,
    found: Vec<Found>,
}

async fn form(desk: Desk) -> Page {
    desk.must(Permission::FindResident).await?;
    show(&Find { f: desk.f, query: String::new(), count: None, found: Vec::new() })
}

async fn find(State(yui): State<Yui>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::FindResident).await?;
    let query = fields.text("query");
    let persons = find::search(&yui, desk.id(), query).await?;
    let count = i64::try_from(persons.len()).unwrap_or(i64::MAX);
    let count = Some(desk.f.say(keys::COUNTER_FOUND, &Args::new().count("count", count)));
    let found = persons
        .into_iter()
        .map(|person| Found { level: words::level(desk.f.lang, person.level), person })
        .collect();
    show(&Find { f: desk.f, query: query.to_owned(), count, found })
}
