//! Grants to every resident: the orders there are, and the form that records a new one. The form carries the id of the
//! order: sent twice, it is one order.

use std::collections::HashMap;

use askama::Template;
use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect},
    routing::get,
};
use yui_protocol::{CommandId, ErrorCode};
use yui_texts::{Args, Key, keys::grants as keys};

use crate::{
    http::problem::status_of,
    pages::{
        Page,
        desk::Desk,
        fields::{Fields, Sent},
        frame::Frame,
        issue::{Choice, choices},
        show,
        words::{Trouble, Words},
    },
    random::random,
    staff::{Permission, account},
    state::Yui,
    wallet::{
        grant_all::{self, ByStaff, GrantOrder, GrantState, NewOrder},
        issue,
    },
};

pub(super) fn routes() -> Router<Yui> {
    Router::new().route("/staff/grants", get(list).post(record))
}

/// How many orders are shown.
const SHOWN: u32 = 50;

/// An order in the words of who reads it.
pub(super) struct Line {
    pub(super) id: CommandId,
    pub(super) programme: Words,
    pub(super) each: Words,
    pub(super) state: Words,
    /// Who did what with it, and when.
    pub(super) acts: Vec<Words>,
}

impl Line {
    pub(super) fn of(yui: &Yui, f: &Frame, names: &HashMap<String, String>, order: &GrantOrder) -> Self {
        let who = |key: Key, done: &ByStaff| {
            let name = names.get(&done.by).map_or("", String::as_str);
            f.say(key, &Args::new().words("name", name).moment("moment", done.at))
        };
        let acts = [
            Some(who(keys::GRANTS_RECORDED_BY, &order.recorded)),
            order.withdrawn.as_ref().map(|done| who(keys::GRANTS_WITHDRAWN_BY, done)),
            order.confirmed.as_ref().map(|done| who(keys::GRANTS_CONFIRMED_BY, done)),
            order.continued.as_ref().map(|done| who(keys::GRANTS_CONTINUED_BY, done)),
            order
                .ended
                .as_ref()
                .map(|ended| f.say(keys::GRANTS_ENDED_AT, &Args::new().moment("moment", ended.at))),
        ];
        Self {
            id: order.id,
            programme: match issue::find(&yui.config.municipality, &order.programme) {
                Ok(programme) => Words::of_town(f.lang, &programme.name),
                Err(_) => yui_texts::Text::verbatim(order.programme.as_str()).into(),
            },
            each: f.say(keys::GRANTS_EACH, &Args::new().points("amount", order.amount)),
            state: match order.state() {
                GrantState::Waiting => f.t("grants-waiting"),
                GrantState::Withdrawn => f.t("grants-withdrawn"),
                GrantState::Running => f.t("grants-running"),
                GrantState::Done => f.t("grants-done"),
                GrantState::Stopped(_) => f.t("grants-stopped"),
            },
            acts: acts.into_iter().flatten().collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "grants.html")]
struct List {
    f: Frame,
    orders: Vec<Line>,
    id: CommandId,
    amount: String,
    programmes: Vec<Choice>,
    /// Whether one of the orders stopped on the way.
    stopped: bool,
    trouble: Option<Trouble>,
}

async fn list(State(yui): State<Yui>, desk: Desk) -> Page {
    desk.must(Permission::Grant).await?;
    let id = CommandId::new(yui.clock.now(), random()?);
    show(&page(&yui, desk, id, None).await?)
}

async fn record(State(yui): State<Yui>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::Grant).await?;
    let id = fields.id()?;
    let recorded = match asked(id, &fields) {
        Ok(new) => grant_all::record(&yui, desk.id(), new).await,
        Err(code) => Err(code),
    };
    match recorded {
        Ok(()) => Ok(Redirect::to(&format!("/staff/grants/{id}")).into_response()),
        Err(code) => {
            let mut page = page(&yui, desk, id, Some(&fields)).await?;
            page.trouble = Some(Trouble::of(page.f.lang, &code));
            Ok((status_of(&code), show(&page)?).into_response())
        }
    }
}

fn asked(id: CommandId, fields: &Fields) -> Result<NewOrder, ErrorCode> {
    Ok(NewOrder { id, programme: fields.programme()?, amount: fields.amount("amount")? })
}

async fn page(yui: &Yui, desk: Desk, id: CommandId, fields: Option<&Fields>) -> Result<List, ErrorCode> {
    let orders = grant_all::last(yui, SHOWN).await?;
    let names = account::names(yui.town.reader()).await?;
    let f = desk.f;
    let wanted = fields.map_or("", |fields| fields.text("programme"));
    Ok(List {
        stopped: orders.iter().any(|order| order.stopped_at().is_some()),
        orders: orders.iter().map(|order| Line::of(yui, &f, &names, order)).collect(),
        id,
        amount: fields.map_or_else(String::new, |fields| fields.text("amount").to_owned()),
        programmes: choices(yui, f.lang, issue::is_given, wanted),
        trouble: None,
        f,
    })
}
