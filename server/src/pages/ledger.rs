//! The ledger's health: where it stands, whether it is written, what is outstanding, and a check from the first row.

use askama::Template;
use axum::{
    Extension, Router,
    extract::State,
    response::{IntoResponse, Redirect},
    routing::get,
};
use yui_protocol::{ErrorCode, Millis};
use yui_store::Standing;
use yui_texts::{Args, keys::ledger as keys};

use crate::{
    ledger_check::{Check, LastCheck},
    pages::{
        Page,
        desk::Desk,
        fields::Sent,
        frame::Frame,
        show,
        words::{self, Words},
    },
    shop::settle,
    staff::Permission,
    state::Yui,
    wallet::outstanding::{self, Outstanding},
};

pub(super) fn routes() -> Router<Yui> {
    Router::new().route("/staff/ledger", get(health).post(check)).layer(Extension(LastCheck::default()))
}

struct Line {
    name: Words,
    issued: Words,
    unused: Words,
    on_vouchers: Words,
}

#[derive(Template)]
#[template(path = "ledger.html")]
struct Health {
    f: Frame,
    good: bool,
    standing: Words,
    head: Words,
    hash: String,
    queue: Words,
    programmes: Vec<Line>,
    unsettled: Option<Words>,
    check: Words,
    check_bad: bool,
    checked_at: Option<Words>,
}

async fn health(State(yui): State<Yui>, Extension(last): Extension<LastCheck>, desk: Desk) -> Page {
    desk.must(Permission::Ledger).await?;
    let f = desk.f;
    let standing = yui.town.writer().standing().borrow().clone();
    let good = standing == Standing::Leading;
    let standing = match standing {
        Standing::Leading => f.t("ledger-writing"),
        Standing::Standby => f.t("ledger-standby"),
        Standing::ClockInDoubt => f.t("ledger-clock"),
        Standing::Broken(_) | Standing::Stopped => f.t("ledger-stopped"),
    };
    let head = yui.town.log().head().await.map_err(|error| error.code())?;
    let waiting = i64::try_from(yui.town.writer().waiting()).unwrap_or(i64::MAX);
    // A writer that stopped knows no sums; the rest of the page is what matters then.
    let programmes = programmes(&yui, &f).await.unwrap_or_default();
    let unsettled = settle::unsettled_in_all(&yui).await.ok();
    let unsettled = unsettled.map(|owed| f.say(keys::LEDGER_UNSETTLED, &Args::new().yen("amount", owed)));
    let checked = last.get();
    let moment = |at: Millis| Some(f.say(keys::LEDGER_CHECKED_AT, &Args::new().moment("moment", at)));
    let (check, check_bad, checked_at) = match checked {
        Check::Never => (f.t("ledger-never-checked"), false, None),
        Check::Running => (f.t("ledger-checking"), false, None),
        Check::Sound { rows, at } => {
            (f.say(keys::LEDGER_SOUND, &Args::new().count("count", rows)), false, moment(at))
        }
        Check::Altered { row, at } => {
            (f.say(keys::LEDGER_BROKEN, &Args::new().words("row", row.to_string())), true, moment(at))
        }
        Check::Wrong { at } => (f.t("ledger-wrong"), true, moment(at)),
    };
    show(&Health {
        good,
        standing,
        head: f.say(
            keys::LEDGER_HEAD,
            &Args::new().words("row", head.seq.to_string()).moment("moment", head.at),
        ),
        hash: yui_store::hex(&head.hash),
        queue: f.say(keys::LEDGER_QUEUE, &Args::new().count("count", waiting)),
        programmes,
        unsettled,
        check,
        check_bad,
        checked_at,
        f,
    })
}

/// Issued and unused points of each programme, also those on vouchers that nobody used yet.
async fn programmes(yui: &Yui, f: &Frame) -> Result<Vec<Line>, ErrorCode> {
    let sums = outstanding::by_programme(yui).await?;
    let line = |sums: &Outstanding| Line {
        name: Words::of_town(f.lang, &sums.programme.name),
        issued: words::points(f.lang, sums.issued),
        unused: words::points(f.lang, sums.unused),
        on_vouchers: words::points(f.lang, sums.on_vouchers),
    };
    Ok(sums.iter().map(line).collect())
}

async fn check(
    State(yui): State<Yui>,
    Extension(last): Extension<LastCheck>,
    Sent { desk, .. }: Sent,
) -> Page {
    desk.must(Permission::Ledger).await?;
    last.start(yui);
    Ok(Redirect::to("/staff/ledger").into_response())
}
