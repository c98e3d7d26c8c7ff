//! What members of staff did, newest first: the last hundred rows. It names whose data only by a pseudonym.

use askama::Template;
use axum::{Router, extract::State, routing::get};
use yui_store::{EventKind, Logged, Party, Row};

use crate::{
    pages::{
        Page,
        desk::Desk,
        frame::Frame,
        show,
        words::{self, Words},
    },
    staff::{Permission, account},
    state::Yui,
};

/// How many rows a page shows.
const ROWS: i64 = 100;

pub(super) fn routes() -> Router<Yui> {
    Router::new().route("/staff/audit", get(list))
}

struct Line {
    at: Words,
    who: String,
    what: Words,
    word: String,
    whose: String,
}

#[derive(Template)]
#[template(path = "audit.html")]
struct List {
    f: Frame,
    lines: Vec<Line>,
}

async fn list(State(yui): State<Yui>, desk: Desk) -> Page {
    desk.must(Permission::Audit)?;
    let rows = yui
        .town
        .reader()
        .sql("SELECT seq FROM event WHERE kind = $1 ORDER BY seq DESC LIMIT $2")
        .bind(EventKind::Audit.number())
        .bind(ROWS)
        .fetch_all()
        .await;
    let seqs =
        rows.and_then(|rows| rows.iter().map(|row: &Row| row.get("seq")).collect::<Result<Vec<i64>, _>>());
    let seqs = seqs.map_err(|error| error.code())?;
    let logged = yui.town.log().rows(&seqs).await.map_err(|error| error.code())?;
    let names = account::names(yui.town.reader()).await?;
    let f = desk.f;
    let line = |logged: Logged| {
        let Logged::Event { at, event, .. } = logged else { return None };
        Some(Line {
            at: words::moment(f.lang, at),
            who: names.get(&event.actor).cloned().unwrap_or_else(|| f.t("audit-operator").plain().to_owned()),
            what: f.t(what(&event.name)),
            word: event.name,
            whose: match event.party {
                Some(Party::Person(subject)) => subject.to_string(),
                Some(Party::Shop(shop)) => shop.to_string(),
                None => String::new(),
            },
        })
    };
    let lines = logged.into_iter().rev().filter_map(line).collect();
    show(&List { f, lines })
}

/// The words for an act.
fn what(name: &str) -> &'static str {
    match name.split_once('.') {
        Some(("resident", _)) => "audit-act-read",
        Some(("identity", rest)) if rest.starts_with("refund") => "audit-act-refund",
        Some(("identity", _)) => "audit-act-register",
        Some(("phone", _)) => "audit-act-phone",
        Some(("wallet", _)) => "audit-act-money",
        Some(("shop", _)) => "audit-act-shop",
        Some(("staff", _)) => "audit-act-staff",
        _ => "audit-act-other",
    }
}
