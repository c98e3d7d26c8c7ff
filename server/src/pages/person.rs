//! One resident: who she is, what she holds, her phones, and what can be done for her. Every look is audited.

use askama::Template;
use axum::{
    Router,
    extract::State,
    routing::{get, post},
};
use yui_protocol::{
    Subject,
    identity::DeviceRecord,
    qr::{BearerSecret, PrintedCardCode},
};
use yui_texts::{
    Args,
    keys::{counter, phones},
};

use crate::{
    http::extract::Path,
    identity::{
        devices,
        printed_card::{self, GridQuestion},
    },
    pages::{
        Page,
        desk::Desk,
        fields::Sent,
        frame::Frame,
        phone_code::Stage,
        qr_svg, show,
        words::{self, Words},
    },
    staff::{
        Permission,
        find::{self, Person},
    },
    state::Yui,
};

pub(super) fn routes() -> Router<Yui> {
    Router::new()
        .route("/staff/person/{subject}", get(see))
        .route("/staff/person/{subject}/card", post(print_card))
}

/// A phone as the page shows it.
pub(super) struct Phone {
    id: String,
    pub(super) name: String,
    pub(super) since: Words,
    pub(super) stopped: bool,
}

impl Phone {
    /// As the realm has it, in the reader's words.
    pub(super) fn of(f: &Frame, record: DeviceRecord) -> Self {
        let since = Args::new().day_of_year("day", record.added_at.day_jst());
        Self {
            id: record.id.to_string(),
            name: record.name,
            since: f.say(phones::COUNTER_PHONE_SINCE, &since),
            stopped: record.revoked_at.is_some(),
        }
    }
}

#[derive(Template)]
#[template(path = "person.html")]
struct See {
    f: Frame,
    person: Person,
    level: Words,
    balance: Words,
    charged: Words,
    phones: Vec<Phone>,
    code: Stage,
    said: Option<Words>,
    /// The square of the printed card to ask for, or that it is asked for no more.
    grid: Option<Result<Words, Words>>,
}

async fn see(State(yui): State<Yui>, desk: Desk, Path(subject): Path<Subject>) -> Page {
    page(&yui, desk, subject, None).await
}

/// The page of a resident, with what was just done.
pub(super) async fn page(yui: &Yui, desk: Desk, subject: Subject, said: Option<Words>) -> Page {
    desk.must(Permission::FindResident).await?;
    let looked = find::look(yui, desk.id(), subject).await?;
    let phones = devices::list(yui.realm.reader(), yui.config.town(), subject).await?;
    let code = Stage::of(yui, &desk, subject).await?;
    let f = desk.f;
    let grid = printed_card::ask_grid(yui, subject).await?.map(|question| ask(&f, question));
    show(&See {
        level: words::level(f.lang, looked.person.level),
        balance: f.say(counter::COUNTER_BALANCE, &Args::new().points("amount", looked.balance)),
        charged: f.say(counter::COUNTER_BALANCE_CHARGED, &Args::new().points("amount", looked.charged)),
        phones: phones.into_iter().map(|record| Phone::of(&f, record)).collect(),
        person: looked.person,
        code,
        grid,
        said,
        f,
    })
}

fn ask(f: &Frame, question: GridQuestion) -> Result<Words, Words> {
    let GridQuestion::Square(row, column) = question else { return Err(f.t("counter-grid-locked")) };
    let row = ["A", "B", "C", "D", "E"].get(row).copied().unwrap_or_default();
    let place = format!("{row}{}", column + 1);
    Ok(f.say(phones::COUNTER_GRID_ASK, &Args::new().words("code", place)))
}

#[derive(Template)]
#[template(path = "card.html")]
struct Card {
    f: Frame,
    name: String,
    qr: String,
    grid: Vec<(&'static str, Vec<String>)>,
    back: String,
}

async fn print_card(State(yui): State<Yui>, Path(subject): Path<Subject>, Sent { desk, .. }: Sent) -> Page {
    desk.must(Permission::Register).await?;
    let name = find::look(&yui, desk.id(), subject).await?.person.name;
    let card = printed_card::print(&yui, desk.id(), subject).await?;
    let code = PrintedCardCode { town: yui.config.town(), token: BearerSecret::new(card.secret) };
    let qr = qr_svg::svg(&code.to_text(), 7, desk.f.t("counter-printed-card").plain())?;
    let rows = card.grid.iter().map(|row| row.iter().map(|number| format!("{number:02}")).collect());
    let grid = ["A", "B", "C", "D", "E"].into_iter().zip(rows).collect();
    show(&Card { f: desk.f, name, qr, grid, back: format!("/staff/person/{subject}") })
}
