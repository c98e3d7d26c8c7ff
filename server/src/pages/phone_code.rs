//! Codes with which a phone becomes somebody's: printed at once for whom nothing speaks yet, else asked for by one
//! member of staff and confirmed by another who has seen the person too.

use askama::Template;
use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use yui_protocol::{ErrorCode, Millis, Subject};
use yui_texts::{Args, keys::counter as keys};

use crate::{
    http::extract::Path,
    identity::{
        counter,
        phone_code::{self, CodeRequest, PhoneCode},
    },
    pages::{Page, desk::Desk, fields::Sent, frame::Frame, show, words::Words},
    staff::{Permission, account},
    state::Yui,
};

pub(super) fn routes() -> Router<Yui> {
    Router::new()
        .route("/staff/phone-codes", get(list))
        .route("/staff/person/{subject}/phone-code", post(print))
        .route("/staff/person/{subject}/confirm-code", post(confirm))
        .route("/staff/visitor-code", post(print_for_visitor))
}

/// Where a code for a person's phone stands, as her page shows it.
pub(super) enum Stage {
    /// Nobody asked: the button asks, or prints where one member of staff may.
    Free,
    /// The reader asked; another must confirm.
    Own,
    /// Another asked, in these words; the reader can confirm.
    Others(Words),
    /// Confirmed, in these words, and the reader is one of the two behind it: the button prints.
    Confirmed(Words),
    /// Confirmed by two others, who are named in these words; one of them prints.
    OfTwoOthers(Words),
}

impl Stage {
    /// Of this person, for the one who is signed in.
    pub(super) async fn of(yui: &Yui, desk: &Desk, subject: Subject) -> Result<Self, ErrorCode> {
        let requests = phone_code::requests(yui).await?;
        let Some(request) = requests.into_iter().find(|request| request.subject == subject) else {
            return Ok(Self::Free);
        };
        let names = account::names(yui.town.reader()).await?;
        let name = |id: &str| names.get(id).cloned().unwrap_or_default();
        Ok(match &request.confirmed_by {
            Some(by) if request.lets_print(desk.id()) => {
                let args = Args::new().words("name", name(by));
                Self::Confirmed(desk.f.say(keys::COUNTER_CODE_CONFIRMED, &args))
            }
            Some(by) => {
                let args = Args::new().words("name", name(&request.asked_by)).words("other", name(by));
                Self::OfTwoOthers(desk.f.say(keys::COUNTER_CODE_FOR_TWO, &args))
            }
            None if request.asked_by == desk.id() => Self::Own,
            None => Self::Others(asked(&desk.f, &name(&request.asked_by), &request)),
        })
    }
}

fn asked(f: &Frame, name: &str, request: &CodeRequest) -> Words {
    f.say(keys::COUNTER_CODE_ASKED_BY, &Args::new().words("name", name).moment("moment", request.asked_at))
}

#[derive(Template)]
#[template(path = "code.html")]
struct Code {
    f: Frame,
    title: Words,
    digits: String,
    once: Words,
    back: String,
}

/// How often and how long a code can be used.
fn once(f: &Frame, life: i64) -> Words {
    if life < Millis::HOUR {
        f.say(keys::COUNTER_CODE_MINUTES, &Args::new().count("count", life / Millis::MINUTE))
    } else {
        f.t("counter-code-once")
    }
}

async fn print(State(yui): State<Yui>, Path(subject): Path<Subject>, Sent { desk, .. }: Sent) -> Page {
    desk.must(Permission::Register).await?;
    match phone_code::print(&yui, desk.id(), subject).await? {
        PhoneCode::Printed { code, life } => {
            let (title, once) = (desk.f.t("counter-phone-code"), once(&desk.f, life));
            show(&Code { f: desk.f, title, digits: code, once, back: format!("/staff/person/{subject}") })
        }
        PhoneCode::Waits => Ok(back_to(subject)),
    }
}

async fn confirm(State(yui): State<Yui>, Path(subject): Path<Subject>, Sent { desk, .. }: Sent) -> Page {
    desk.must(Permission::Register).await?;
    phone_code::confirm(&yui, desk.id(), subject).await?;
    Ok(back_to(subject))
}

/// To the place on the person's page that says how it stands.
fn back_to(subject: Subject) -> Response {
    Redirect::to(&format!("/staff/person/{subject}#way")).into_response()
}

async fn print_for_visitor(State(yui): State<Yui>, Sent { desk, .. }: Sent) -> Page {
    desk.must(Permission::Register).await?;
    let digits = counter::visitor_code(&yui, desk.id()).await?;
    let (title, once) = (desk.f.t("counter-phone-code"), once(&desk.f, phone_code::CODE_LIFE));
    show(&Code { f: desk.f, title, digits, once, back: "/staff/home".to_owned() })
}

struct Line {
    subject: String,
    asked: Words,
}

#[derive(Template)]
#[template(path = "phone_codes.html")]
struct List {
    f: Frame,
    lines: Vec<Line>,
}

async fn list(State(yui): State<Yui>, desk: Desk) -> Page {
    desk.must(Permission::Register).await?;
    let requests = phone_code::requests(&yui).await?;
    let names = account::names(yui.town.reader()).await?;
    let line = |request: &CodeRequest| Line {
        subject: request.subject.to_string(),
        asked: asked(&desk.f, names.get(&request.asked_by).map_or("", String::as_str), request),
    };
    let lines = requests.iter().filter(|request| request.confirmed_by.is_none()).map(line).collect();
    show(&List { f: desk.f, lines })
}
