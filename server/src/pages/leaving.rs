//! Leaving with charged value paid back: one member of staff records the case, another confirms it.

use askama::Template;
use axum::{
    Router,
    extract::State,
    routing::{get, post},
};
use yui_protocol::{CommandId, ErrorCode, Subject};
use yui_store::{Row, StoreError};
use yui_texts::{Args, keys::staff as keys};

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
    staff::{Permission, account},
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
    let reason = match fields.text("reason") {
        "moved_away" => RefundReason::MovedAway,
        "died" => RefundReason::Died,
        "close_down" => RefundReason::CloseDown,
        _ => return Err(ErrorCode::MalformedRequest.into()),
    };
    record_refund_case(&yui, desk.id(), subject, reason).await?;
    let said = desk.f.t("refund-case-recorded");
    person::page(&yui, desk, subject, Some(said)).await
}

/// How many cases that were confirmed are shown.
const SHOWN: i64 = 50;

struct Case {
    id: String,
    reason: Words,
    recorded: Words,
    own: bool,
    /// The sum and who paid it back, of a case that was confirmed.
    confirmed: Option<(Words, Words)>,
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
    let names = account::names(yui.town.reader()).await?;
    let id = desk.id().to_owned();
    let f = desk.f;
    let case = |row: &Row| -> Result<Case, StoreError> {
        let by: String = row.get("recorded_by")?;
        let reason = match row.get::<String>("reason")?.as_str() {
            "died" => f.t("refund-case-death"),
            "close_down" => f.t("refund-case-closed"),
            _ => f.t("refund-case-moved"),
        };
        let name = |by: &str| names.get(by).map_or("", String::as_str).to_owned();
        let args = Args::new().words("name", name(&by)).moment("moment", row.get("recorded_at")?);
        let confirmed = match (row.get::<Option<String>>("confirmed_by")?, row.get("refunded")?) {
            (Some(by), Some(refunded)) => {
                let who = Args::new().words("name", name(&by)).moment("moment", row.get("confirmed_at")?);
                let sum = f.say(keys::REFUND_CASE_PAID_BACK, &Args::new().yen("amount", refunded));
                Some((sum, f.say(keys::REFUND_CASE_CONFIRMED_BY, &who)))
            }
            _ => None,
        };
        Ok(Case {
            id: row.get("id")?,
            reason,
            recorded: f.say(keys::REFUND_CASE_RECORDED_BY, &args),
            own: by == id,
            confirmed,
        })
    };
    let read =
        |rows: &[Row]| rows.iter().map(case).collect::<Result<Vec<_>, _>>().map_err(|error| error.code());
    let (cases, confirmed) = (read(&open)?, read(&confirmed)?);
    show(&List { f, cases, confirmed, said })
}

async fn confirm(State(yui): State<Yui>, Path(id): Path<CommandId>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::RefundCase)?;
    if !fields.ticked(ANSWERED) {
        let f = desk.f;
        return Question {
            asked: f.t("refund-case-confirm-question"),
            happens: f.t("refund-case-confirm-happens"),
            button: f.t("refund-case-confirm-button"),
            fields: Vec::new(),
            back: "/staff/leaving".to_owned(),
            f,
        }
        .ask();
    }
    let amount = confirm_refund_case(&yui, desk.id(), id).await?;
    let said = desk.f.say(keys::REFUND_CASE_DONE, &Args::new().yen("amount", amount));
    cases(&yui, desk, Some(said)).await
}
