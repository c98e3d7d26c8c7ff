//! A lost phone, by telephone or at the counter: the caller is asked for a number of her printed card where she has
//! one, and the phone is stopped at once, after one question: what is stopped comes back only by a new registration.

use axum::{Router, extract::State, routing::post};
use yui_protocol::{ErrorCode, Subject, Thumbprint};
use yui_texts::{Args, keys::phones as keys};

use crate::{
    http::extract::Path,
    identity::{
        devices,
        printed_card::{self, GridAnswer},
    },
    pages::{
        Page,
        fields::Sent,
        frame::Frame,
        person,
        question::{ANSWERED, Question},
    },
    staff::Permission,
    state::Yui,
};

pub(super) fn routes() -> Router<Yui> {
    Router::new()
        .route("/staff/person/{subject}/grid", post(check_grid))
        .route("/staff/person/{subject}/stop-phone", post(stop))
}

async fn check_grid(
    State(yui): State<Yui>,
    Path(subject): Path<Subject>,
    Sent { desk, fields }: Sent,
) -> Page {
    desk.must(Permission::FindResident).await?;
    // What is no number is a wrong number.
    let number = fields.text("number").parse::<u8>().unwrap_or(u8::MAX);
    let said = match printed_card::check_grid(&yui, desk.id(), subject, number).await? {
        GridAnswer::Right => desk.f.t("counter-grid-right"),
        GridAnswer::Wrong => desk.f.t("counter-grid-wrong"),
        GridAnswer::Locked => desk.f.t("counter-grid-locked"),
    };
    person::page(&yui, desk, subject, Some(said)).await
}

async fn stop(State(yui): State<Yui>, Path(subject): Path<Subject>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::StopPhone).await?;
    let phone: Thumbprint = fields.text("phone").parse().map_err(|_| ErrorCode::NotFound)?;
    if !fields.ticked(ANSWERED) {
        return ask(&yui, desk.f, subject, phone).await;
    }
    devices::stop(&yui, desk.id(), subject, phone).await?;
    let said = desk.f.t("counter-stop-phone-done");
    person::page(&yui, desk, subject, Some(said)).await
}

async fn ask(yui: &Yui, f: Frame, subject: Subject, phone: Thumbprint) -> Page {
    let phones = devices::list(yui.realm.reader(), yui.config.town(), subject).await?;
    let known = phones.into_iter().find(|known| known.id == phone).ok_or(ErrorCode::NotFound)?;
    Question {
        asked: f.say(keys::COUNTER_STOP_QUESTION, &Args::new().words("name", known.name)),
        about: Vec::new(),
        facts: Vec::new(),
        happens: f.t("counter-stop-happens"),
        button: f.t("counter-stop-button"),
        fields: vec![("phone", phone.to_string())],
        back: format!("/staff/person/{subject}"),
        f,
    }
    .ask()
}
