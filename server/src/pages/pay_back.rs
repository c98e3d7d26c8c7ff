//! Charged value paid back to one who leaves: one member of staff records the case, another confirms it, after a
//! question that says whose it is.

use std::collections::HashMap;

use askama::Template;
use axum::{
    Router,
    extract::State,
    routing::{get, post},
};
use yui_protocol::{CommandId, ErrorCode, Millis, Points, Subject};
use yui_texts::{Args, Text, keys::pay_back as keys};

use crate::{
    http::extract::Path,
    identity::pay_back::{self, PayBackCase, PayBackReason},
    pages::{
        Page,
        desk::Desk,
        fields::Sent,
        frame::Frame,
        person,
        question::{ANSWERED, Question},
        show,
        words::Words,
    },
    staff::{
        Permission, account,
        find::{self, Person},
    },
    state::Yui,
};

pub(super) fn routes() -> Router<Yui> {
    Router::new()
        .route("/staff/person/{subject}/pay-back", post(record))
        .route("/staff/pay-back", get(list))
        .route("/staff/pay-back/{id}", post(confirm))
}

async fn record(State(yui): State<Yui>, Path(subject): Path<Subject>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::PayBack).await?;
    let reason = PayBackReason::of_word(fields.text("reason")).ok_or(ErrorCode::MalformedRequest)?;
    pay_back::record(&yui, desk.id(), subject, reason).await?;
    let said = desk.f.t("pay-back-recorded");
    person::page(&yui, desk, subject, Some(said)).await
}

/// How many cases that were confirmed are shown.
const SHOWN: u32 = 50;

struct Case {
    id: CommandId,
    subject: Subject,
    reason: Words,
    recorded: Words,
    own: bool,
    /// The sum and who paid it back, of a case that was confirmed.
    confirmed: Option<(Words, Words)>,
}

impl Case {
    /// In the words of who reads it.
    fn of(desk: &Desk, names: &HashMap<String, String>, case: &PayBackCase) -> Self {
        let f = &desk.f;
        let who = |key, by: &str, at: Millis| {
            let name = names.get(by).map_or("", String::as_str);
            f.say(key, &Args::new().words("name", name).moment("moment", at))
        };
        let confirmed = case.confirmed.as_ref().map(|confirmed| {
            let sum = f.say(keys::PAY_BACK_SUM, &Args::new().yen("amount", confirmed.paid_back));
            (sum, who(keys::PAY_BACK_CONFIRMED_BY, &confirmed.by, confirmed.at))
        });
        Self {
            id: case.id,
            subject: case.subject,
            reason: match case.reason {
                PayBackReason::MovedAway => f.t("pay-back-moved"),
                PayBackReason::Died => f.t("pay-back-death"),
                PayBackReason::CloseDown => f.t("pay-back-closed"),
            },
            recorded: who(keys::PAY_BACK_RECORDED_BY, &case.recorded_by, case.recorded_at),
            own: !case.lets_confirm(desk.id()),
            confirmed,
        }
    }
}

/// What the list says first of the form that led to it.
enum Said {
    Done(Words),
    /// Nothing was done; who has to do it.
    NotYours(Words),
}

#[derive(Template)]
#[template(path = "pay_back.html")]
struct List {
    f: Frame,
    cases: Vec<Case>,
    confirmed: Vec<Case>,
    said: Option<Said>,
}

async fn list(State(yui): State<Yui>, desk: Desk) -> Page {
    cases(&yui, desk, None).await
}

async fn cases(yui: &Yui, desk: Desk, said: Option<Said>) -> Page {
    desk.must(Permission::PayBack).await?;
    let (waiting, confirmed) = (pay_back::waiting(yui).await?, pay_back::confirmed(yui, SHOWN).await?);
    let names = account::names(yui.town.reader()).await?;
    let read = |cases: &[PayBackCase]| cases.iter().map(|case| Case::of(&desk, &names, case)).collect();
    let (cases, confirmed) = (read(&waiting), read(&confirmed));
    show(&List { f: desk.f, cases, confirmed, said })
}

async fn confirm(State(yui): State<Yui>, Path(id): Path<CommandId>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::PayBack).await?;
    if !fields.ticked(ANSWERED) {
        return ask(&yui, desk, id).await;
    }
    let amount = pay_back::confirm(&yui, desk.id(), id).await?;
    done(&yui, desk, amount).await
}

async fn done(yui: &Yui, desk: Desk, amount: Points) -> Page {
    let said = desk.f.say(keys::PAY_BACK_DONE, &Args::new().yen("amount", amount));
    cases(yui, desk, Some(Said::Done(said))).await
}

/// The question, to her who may answer it.
async fn ask(yui: &Yui, desk: Desk, id: CommandId) -> Page {
    let case = pay_back::find(yui, id).await?;
    if !case.lets_confirm(desk.id()) {
        let said = desk.f.t("pay-back-own");
        return cases(yui, desk, Some(Said::NotYours(said))).await;
    }
    if let Some(amount) = case.owed_by(desk.id())? {
        return done(yui, desk, amount).await;
    }
    let names = account::names(yui.town.reader()).await?;
    let case = Case::of(&desk, &names, &case);
    let person = find::look(yui, desk.id(), case.subject).await?.person;
    let f = desk.f;
    Question {
        asked: f.t("pay-back-confirm-question"),
        about: [who(&f, &person), vec![case.reason, case.recorded]].concat(),
        facts: Vec::new(),
        happens: f.t("pay-back-confirm-happens"),
        button: f.t("pay-back-confirm-button"),
        fields: Vec::new(),
        back: "/staff/pay-back".to_owned(),
        f,
    }
    .ask()
}

/// The person by name and birth date; a visitor has none.
fn who(f: &Frame, person: &Person) -> Vec<Words> {
    if person.name.is_empty() {
        return vec![f.t("counter-no-name")];
    }
    vec![Text::verbatim(&person.name).into(), f.day(&person.birth)]
}
