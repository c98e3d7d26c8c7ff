//! The ledger's health: where it stands, whether it is written, what is outstanding, and a check from the first row.

use std::sync::{Arc, Mutex, PoisonError};

use askama::Template;
use axum::{
    Extension, Router,
    extract::State,
    response::{IntoResponse, Redirect},
    routing::get,
};
use yui_protocol::{Millis, Points, ShopId};
use yui_store::{Standing, StoreError};
use yui_texts::{Args, keys::staff as keys};

use crate::{
    pages::{
        Page,
        desk::Desk,
        fields::Sent,
        frame::Frame,
        show,
        words::{self, Words},
    },
    staff::Permission,
    state::Yui,
    wallet::voucher,
};

/// The last check from the first row. It may take minutes, so it runs beside the pages.
#[derive(Clone, Default)]
struct LastCheck(Arc<Mutex<Check>>);

#[derive(Clone, Default)]
enum Check {
    #[default]
    Never,
    Running,
    Sound {
        rows: i64,
        at: Millis,
    },
    Altered {
        row: i64,
        at: Millis,
    },
    Wrong {
        at: Millis,
    },
}

impl LastCheck {
    fn get(&self) -> Check {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, check: Check) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = check;
    }

    /// Whether a check may begin; from then on one runs.
    fn begin(&self) -> bool {
        let mut check = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let free = !matches!(*check, Check::Running);
        *check = Check::Running;
        free
    }
}

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
    desk.must(Permission::Ledger)?;
    let f = desk.f;
    let standing = yui.town.writer().standing().borrow().clone();
    let good = standing == Standing::Leading;
    let standing = match standing {
        Standing::Leading => f.t("ledger-writing"),
        Standing::Standby => f.t("ledger-standby"),
        Standing::ClockInDoubt => f.t("ledger-clock"),
        Standing::Broken(_) | Standing::Stopped => f.t("ledger-stopped"),
    };
    let row =
        yui.town.reader().sql("SELECT head_seq, head_at, head_hash FROM meta WHERE id = 1").fetch_one().await;
    let read = |row: yui_store::Row| -> Result<(i64, Millis, [u8; 32]), StoreError> {
        Ok((row.get("head_seq")?, row.get("head_at")?, row.get("head_hash")?))
    };
    let (seq, at, hash) = row.and_then(read).map_err(|error| error.code())?;
    let waiting = i64::try_from(yui.town.writer().waiting()).unwrap_or(i64::MAX);
    // A writer that stopped knows no sums; the rest of the page is what matters then.
    let (programmes, unsettled) = outstanding(&yui, &f).await.unwrap_or_default();
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
        head: f.say(keys::LEDGER_HEAD, &Args::new().words("row", seq.to_string()).moment("moment", at)),
        hash: yui_store::hex(&hash),
        queue: f.say(keys::LEDGER_QUEUE, &Args::new().count("count", waiting)),
        programmes,
        unsettled,
        check,
        check_bad,
        checked_at,
        f,
    })
}

/// Issued and unused points of each programme, also those on vouchers that nobody used yet, and what shops are still
/// owed, as the writer knows them.
async fn outstanding(yui: &Yui, f: &Frame) -> Option<(Vec<Line>, Option<Words>)> {
    let rows = yui.town.reader().sql("SELECT id FROM shop").fetch_all().await.ok()?;
    let shops: Vec<ShopId> = rows.iter().map(|row| row.get("id")).collect::<Result<_, _>>().ok()?;
    let ids: Vec<_> =
        yui.config.municipality.programmes.iter().map(|programme| programme.id.clone()).collect();
    let (sums, owed) = yui
        .town_write(move |unit| {
            Box::pin(async move {
                let mut sums = Vec::with_capacity(ids.len());
                for id in &ids {
                    let promised = voucher::promised(unit, id).await?;
                    sums.push((unit.ledger().programme(id), promised));
                }
                let ledger = unit.ledger();
                let owed: i64 = shops.iter().map(|shop| ledger.shop_unsettled(*shop).0).sum();
                Ok((sums, Points(owed)))
            })
        })
        .await
        .ok()?;
    let lines =
        yui.config.municipality.programmes.iter().zip(sums).map(|(programme, (sums, promised))| Line {
            name: Words::of_town(f.lang, &programme.name),
            issued: words::points(f.lang, sums.issued),
            unused: words::points(f.lang, sums.outstanding),
            on_vouchers: words::points(f.lang, promised),
        });
    Some((lines.collect(), Some(f.say(keys::LEDGER_UNSETTLED, &Args::new().yen("amount", owed)))))
}

async fn check(
    State(yui): State<Yui>,
    Extension(last): Extension<LastCheck>,
    Sent { desk, .. }: Sent,
) -> Page {
    desk.must(Permission::Ledger)?;
    if last.begin() {
        tokio::spawn(async move {
            let verified = yui_store::verify(yui.town.reader()).await;
            let at = yui.clock.now();
            last.set(match verified {
                Ok(head) => Check::Sound { rows: head.seq, at },
                Err(StoreError::Altered { row, .. }) => Check::Altered { row, at },
                Err(error) => {
                    tracing::error!(%error, "the ledger could not be verified");
                    Check::Wrong { at }
                }
            });
        });
    }
    Ok(Redirect::to("/staff/ledger").into_response())
}
