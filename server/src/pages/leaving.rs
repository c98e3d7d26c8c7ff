//! Leaving with charged value paid back: one member of staff records the case, another confirms it, after a question
//! that says whose it is.

use std::collections::HashMap;

use askama::Template;
use axum::{
    Router,
    extract::State,
    routing::{get, post},
};
use yui_protocol::{CommandId, ErrorCode, Subject};
use yui_store::{Row, StoreError};
use yui_texts::{Args, Text, keys::staff as keys};

use crate::{
    http::extract::Path,
    identity::{RefundReason, confirm_refund_case, record_refund_case},
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
        .route("/staff/person/{subject}/leave", post(record))
        .route("/staff/leaving", get(list))
        .route("/staff/leaving/{id}", post(confirm))
}

async fn record(State(yui): State<Yui>, Path(subject): Path<Subject>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::RefundCase)?;
    let reason = RefundReason::of_word(fields.text("reason")).ok_or(ErrorCode::MalformedRequest)?;
    record_refund_case(&yui, desk.id(), subject, reason).await?;
    let said = desk.f.t("refund-case-recorded");
    person::page(&yui, desk, subject, Some(said)).await
}

/// How many cases that were confirmed are shown.
const SHOWN: i64 = 50;

struct Case {
    id: String,
    subject: Subject,
    reason: Words,
    recorded: Words,
    own: bool,
    /// The sum and who paid it back, of a case that was confirmed.
    confirmed: Option<(Words, Words)>,
}

impl Case {
    /// As the town has it, in the words of who reads it.
    fn of(desk: &Desk, names: &HashMap<String, String>, row: &Row) -> Result<Self, StoreError> {
        let f = &desk.f;
        let who = |key, by: &str, at| -> Result<Words, StoreError> {
            let name = names.get(by).map_or("", String::as_str);
            Ok(f.say(key, &Args::new().words("name", name).moment("moment", row.get(at)?)))
        };
        let by: String = row.get("recorded_by")?;
        let confirmed = match (row.get::<Option<String>>("confirmed_by")?, row.get("refunded")?) {
            (Some(by), Some(refunded)) => {
                let sum = f.say(keys::REFUND_CASE_PAID_BACK, &Args::new().yen("amount", refunded));
                Some((sum, who(keys::REFUND_CASE_CONFIRMED_BY, &by, "confirmed_at")?))
            }
            _ => None,
        };
        Ok(Self {
            id: row.get("id")?,
            subject: row.get("subject")?,
            reason: match RefundReason::of_word(&row.get::<String>("reason")?) {
                Some(RefundReason::Died) => f.t("refund-case-death"),
                Some(RefundReason::CloseDown) => f.t("refund-case-closed"),
                Some(RefundReason::MovedAway) | None => f.t("refund-case-moved"),
            },
            recorded: who(keys::REFUND_CASE_RECORDED_BY, &by, "recorded_at")?,
            own: by == desk.id(),
            confirmed,
        })
    }

    fn read(desk: &Desk, names: &HashMap<String, String>, rows: &[Row]) -> Result<Vec<Self>, ErrorCode> {
        let cases = rows.iter().map(|row| Self::of(desk, names, row));
        cases.collect::<Result<_, _>>().map_err(|error| error.code())
    }
}

#[derive(Template)]
#[template(path = "leaving.html")]
struct List {
    f: Frame,
    cases: Vec<Case>,
    confirmed: Vec<Case>,
    said: Option<Words>,
}

async fn list(State(yui): State<Yui>, desk: Desk) -> Page {
    cases(&yui, desk, None).await
}

async fn cases(yui: &Yui, desk: Desk, said: Option<Words>) -> Page {
    desk.must(Permission::RefundCase)?;
    let open = "SELECT * FROM closure WHERE confirmed_at IS NULL ORDER BY recorded_at";
    let confirmed =
        "SELECT * FROM closure WHERE confirmed_at IS NOT NULL ORDER BY confirmed_at DESC LIMIT $1";
    let reader = yui.town.reader();
    let open = reader.sql(open).fetch_all().await.map_err(|error| error.code())?;
    let confirmed = reader.sql(confirmed).bind(SHOWN).fetch_all().await.map_err(|error| error.code())?;
    let names = account::names(reader).await?;
    let (cases, confirmed) = (Case::read(&desk, &names, &open)?, Case::read(&desk, &names, &confirmed)?);
    show(&List { f: desk.f, cases, confirmed, said })
}

async fn confirm(State(yui): State<Yui>, Path(id): Path<CommandId>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::RefundCase)?;
    if !fields.ticked(ANSWERED) {
        return ask(&yui, desk, id).await;
    }
    let amount = confirm_refund_case(&yui, desk.id(), id).await?;
    let said = desk.f.say(keys::REFUND_CASE_DONE, &Args::new().yen("amount", amount));
    cases(&yui, desk, Some(said)).await
}

async fn ask(yui: &Yui, desk: Desk, id: CommandId) -> Page {
    let reader = yui.town.reader();
    let row = reader.sql("SELECT * FROM closure WHERE id = $1").bind(id).fetch_optional().await;
    let row = row.map_err(|error| error.code())?.ok_or(ErrorCode::NotFound)?;
    let names = account::names(reader).await?;
    let case = Case::of(&desk, &names, &row).map_err(|error| error.code())?;
    let person = find::look(yui, desk.id(), case.subject).await?.person;
    let f = desk.f;
    Question {
        asked: f.t("refund-case-confirm-question"),
        about: [who(&f, &person), vec![case.reason, case.recorded]].concat(),
        happens: f.t("refund-case-confirm-happens"),
        button: f.t("refund-case-confirm-button"),
        fields: Vec::new(),
        back: "/staff/leaving".to_owned(),
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
