//! What members of staff did, newest first: the last hundred rows. It names whose data only by a pseudonym.

use askama::Template;
use axum::{Router, extract::State, routing::get};
use yui_protocol::Millis;
use yui_store::{Event, Party};
use yui_texts::{Args, Key, keys::staff as keys};

use crate::{
    pages::{
        Page,
        desk::Desk,
        frame::Frame,
        show,
        words::{self, Words},
    },
    staff::{Permission, account, acts},
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
    desk.must(Permission::Audit).await?;
    let names = account::names(yui.town.reader()).await?;
    let acts = acts::last(&yui, &names, ROWS).await?;
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
    let lines = acts.into_iter().map(line).collect();
    show(&List { f, lines })
}

/// The words for an act.
fn what(name: &str) -> Key {
    match name.split_once('.') {
        Some(("resident", _)) => keys::AUDIT_ACT_READ,
        Some(("identity", rest)) if rest.starts_with("pay_back") => keys::AUDIT_ACT_PAY_BACK,
        Some(("identity", _)) => keys::AUDIT_ACT_REGISTER,
        Some(("phone", _)) => keys::AUDIT_ACT_PHONE,
        Some(("wallet", _)) => keys::AUDIT_ACT_MONEY,
        Some(("shop", _)) => keys::AUDIT_ACT_SHOP,
        Some(("staff", "denied")) => keys::AUDIT_ACT_DENIED,
        Some(("staff", _)) => keys::AUDIT_ACT_STAFF,
        _ => keys::AUDIT_ACT_OTHER,
    }
}
