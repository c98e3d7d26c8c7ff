//! The ledger's health: where it stands, whether it is written, what is outstanding, and a check from the first row.

use askama::Template;
use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect},
    routing::get,
};
use yui_protocol::ErrorCode;
use yui_store::Standing;
use yui_texts::{Args, keys::ledger as keys};

use crate::{
    ledger_check::{Outcome, Verdict},
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
    Router::new().route("/staff/ledger", get(health).post(check))
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

async fn health(State(yui): State<Yui>, desk: Desk) -> Page {
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
    let (check, check_bad, checked_at) = checked(&yui, &f);
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

/// What the last check came to, whether that is bad, and when it was.
fn checked(yui: &Yui, f: &Frame) -> (Words, bool, Option<Words>) {
    if yui.checks.runs() {
        return (f.t("ledger-checking"), false, None);
    }
    let Some(Outcome { at, verdict }) = yui.checks.get() else {
        return (f.t("ledger-never-checked"), false, None);
    };
    let at = Some(f.say(keys::LEDGER_CHECKED_AT, &Args::new().moment("moment", at)));
    match verdict {
        Verdict::Sound { rows } => (f.say(keys::LEDGER_SOUND, &Args::new().count("count", rows)), false, at),
        Verdict::Altered { findings, first } => {
            let count = i64::try_from(findings).unwrap_or(i64::MAX);
            let args = Args::new().count("count", count).words("words", first);
            (f.say(keys::LEDGER_BROKEN, &args), true, at)
        }
        Verdict::Unread => (f.t("ledger-wrong"), true, at),
    }
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

async fn check(State(yui): State<Yui>, Sent { desk, .. }: Sent) -> Page {
    desk.must(Permission::Ledger).await?;
    yui.checks.clone().start(yui);
    Ok(Redirect::to("/staff/ledger").into_response())
}
