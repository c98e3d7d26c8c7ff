//! What members of staff did, newest first: the last hundred rows. It names whose data only by a pseudonym.

use askama::Template;
use axum::{Router, extract::State, routing::get};
use yui_protocol::{ErrorCode, Millis};
use yui_store::{Event, EventKind, Logged, Party, Row, Store};
use yui_texts::{Args, Key, keys::staff as keys};

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
const ROWS: usize = 100;

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
    let names = account::names(yui.town.reader()).await?;
    let mut rows = last(&yui.town).await?;
    // Of the realm, which may serve other towns too, what this town's staff did.
    rows.extend(last(&yui.realm).await?.into_iter().filter(|(_, event)| names.contains_key(&event.actor)));
    rows.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let f = desk.f;
    let line = |(at, event): (Millis, Event)| Line {
        at: words::moment(f.lang, at),
        who: names.get(&event.actor).cloned().unwrap_or_else(|| f.t("audit-operator").plain().to_owned()),
        what: f.say(what(&event.name), &Args::new()),
        word: event.name,
        whose: match event.party {
            Some(Party::Person(subject)) => subject.to_string(),
            Some(Party::Shop(shop)) => shop.to_string(),
            None => String::new(),
        },
    };
    let lines = rows.into_iter().take(ROWS).map(line).collect();
    show(&List { f, lines })
}

/// The last audit rows of a store, newest first.
async fn last(store: &Store) -> Result<Vec<(Millis, Event)>, ErrorCode> {
    let rows = store
        .reader()
        .sql("SELECT seq FROM event WHERE kind = $1 ORDER BY seq DESC LIMIT $2")
        .bind(EventKind::Audit.number())
        .bind(i64::try_from(ROWS).unwrap_or(i64::MAX))
        .fetch_all()
        .await;
    let seqs =
        rows.and_then(|rows| rows.iter().map(|row: &Row| row.get("seq")).collect::<Result<Vec<i64>, _>>());
    let seqs = seqs.map_err(|error| error.code())?;
    let logged = store.log().rows(&seqs).await.map_err(|error| error.code())?;
    let event = |logged| match logged {
        Logged::Event { at, event, .. } => Some((at, event)),
        Logged::Posting { .. } => None,
    };
    Ok(logged.into_iter().rev().filter_map(event).collect())
}

/// The words for an act.
fn what(name: &str) -> Key {
    match name.split_once('.') {
        Some(("resident", _)) => keys::AUDIT_ACT_READ,
        Some(("identity", rest)) if rest.starts_with("refund") => keys::AUDIT_ACT_REFUND,
        Some(("identity", _)) => keys::AUDIT_ACT_REGISTER,
        Some(("phone", _)) => keys::AUDIT_ACT_PHONE,
        Some(("wallet", _)) => keys::AUDIT_ACT_MONEY,
        Some(("shop", _)) => keys::AUDIT_ACT_SHOP,
        Some(("staff", _)) => keys::AUDIT_ACT_STAFF,
        _ => keys::AUDIT_ACT_OTHER,
    }
}
