//! Charging with cash and granting points. The form carries the id of the act, made when it was first shown: sent
//! twice, it is one act and shows one receipt.

use askama::Template;
use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect},
    routing::get,
};
use chrono::NaiveDate;
use yui_protocol::{
    CommandId, ErrorCode, Points, Subject,
    identity::Level,
    municipality::Programme,
    wallet::{EntryKind, LotKind},
};
use yui_rules::identity::level::limits_of;
use yui_store::Party;
use yui_texts::{Args, Lang, Limit, Offer, keys::counter as keys};

use crate::{
    http::{extract::Path, problem::status_of},
    identity::{devices, resident},
    pages::{
        Page,
        desk::Desk,
        fields::{Fields, Sent},
        frame::Frame,
        offer::Terms,
        refusal::PageError,
        show,
        words::{self, Trouble, Words},
    },
    random::random,
    staff::{Permission, find},
    state::Yui,
    wallet::{
        entry,
        issue::{self, Issue},
    },
};

pub(super) fn routes() -> Router<Yui> {
    Router::new()
        .route("/staff/person/{subject}/charge", get(charge_form).post(charge))
        .route("/staff/person/{subject}/grant", get(grant_form).post(grant))
        .route("/staff/receipt/{id}", get(receipt))
}

/// Which of the two.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Charge,
    Grant,
}

impl Kind {
    fn permission(self) -> Permission {
        match self {
            Self::Charge => Permission::Charge,
            Self::Grant => Permission::Grant,
        }
    }

    fn takes(self, kind: LotKind) -> bool {
        (self == Self::Grant) == issue::is_given(kind)
    }
}

/// A programme that can be chosen.
pub(super) struct Choice {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) chosen: bool,
}

/// The programmes that issue such value today; the one with the id `wanted` is chosen.
pub(super) fn choices(yui: &Yui, lang: Lang, takes: impl Fn(LotKind) -> bool, wanted: &str) -> Vec<Choice> {
    let today = yui.clock.now().day_jst();
    let programmes = yui.config.municipality.programmes.iter();
    programmes
        .filter(|programme| takes(programme.kind) && (programme.from..=programme.to).contains(&today))
        .map(|programme| Choice {
            id: programme.id.to_string(),
            name: Words::of_town(lang, &programme.name).plain().to_owned(),
            chosen: programme.id.as_str() == wanted,
        })
        .collect()
}

#[derive(Template)]
#[template(path = "issue.html")]
struct Form {
    f: Frame,
    title: Words,
    amount_label: Words,
    name: String,
    level: Level,
    /// Whether a phone is hers, with which alone a shop can be paid.
    has_phone: bool,
    balance: Words,
    id: CommandId,
    amount: String,
    programmes: Vec<Choice>,
    /// The question before the act, its button, and what the law wants shown before; none on the first page.
    confirm: Option<(Words, Words, Terms)>,
    trouble: Option<Trouble>,
    back: String,
}

async fn charge_form(State(yui): State<Yui>, desk: Desk, Path(subject): Path<Subject>) -> Page {
    fresh(&yui, desk, subject, Kind::Charge).await
}

async fn grant_form(State(yui): State<Yui>, desk: Desk, Path(subject): Path<Subject>) -> Page {
    fresh(&yui, desk, subject, Kind::Grant).await
}

async fn charge(State(yui): State<Yui>, Path(subject): Path<Subject>, sent: Sent) -> Page {
    take(&yui, subject, sent, Kind::Charge).await
}

async fn grant(State(yui): State<Yui>, Path(subject): Path<Subject>, sent: Sent) -> Page {
    take(&yui, subject, sent, Kind::Grant).await
}

async fn fresh(yui: &Yui, desk: Desk, subject: Subject, kind: Kind) -> Page {
    desk.must(kind.permission()).await?;
    let id = CommandId::new(yui.clock.now(), random()?);
    show(&form(yui, desk, subject, kind, id, None).await?)
}

async fn take(yui: &Yui, subject: Subject, Sent { desk, fields }: Sent, kind: Kind) -> Page {
    desk.must(kind.permission()).await?;
    let id = fields.id()?;
    let outcome = match asked(subject, id, &fields) {
        Ok(asked) if fields.ticked("confirmed") => {
            let done = match kind {
                Kind::Charge => issue::charge(yui, desk.id(), asked).await,
                Kind::Grant => issue::grant(yui, desk.id(), asked).await,
            };
            match done {
                Ok(entry) => return Ok(Redirect::to(&format!("/staff/receipt/{}", entry.id)).into_response()),
                Err(code) => Err(code),
            }
        }
        other => other.and_then(|asked| {
            let town = &yui.config.municipality;
            Ok((asked.amount, issue::find(town, &asked.programme)?))
        }),
    };
    let mut page = form(yui, desk, subject, kind, id, Some(&fields)).await?;
    match outcome {
        Ok((amount, programme)) => {
            let (question, button) = question(&page.f, kind, &page.name, amount);
            let terms = terms(yui, page.f.lang, programme, page.level, None);
            page.confirm = Some((question, button, terms));
            show(&page)
        }
        Err(code) => {
            page.trouble = Some(Trouble::of(page.f.lang, &code));
            Ok((status_of(&code), show(&page)?).into_response())
        }
    }
}

fn asked(wallet: Subject, id: CommandId, fields: &Fields) -> Result<Issue, ErrorCode> {
    Ok(Issue { id, wallet, programme: fields.programme()?, amount: fields.amount("amount")? })
}

fn question(f: &Frame, kind: Kind, name: &str, amount: Points) -> (Words, Words) {
    let args = Args::new().words("name", name);
    match kind {
        Kind::Charge => {
            let args = args.yen("amount", amount);
            (f.say(keys::COUNTER_CHARGE_CONFIRM, &args), f.say(keys::COUNTER_CHARGE_BUTTON, &args))
        }
        Kind::Grant => {
            let args = args.points("amount", amount);
            (f.say(keys::COUNTER_GRANT_CONFIRM, &args), f.say(keys::COUNTER_GRANT_BUTTON, &args))
        }
    }
}

/// What the law wants shown to somebody of this level.
fn terms(yui: &Yui, lang: Lang, programme: &Programme, level: Level, last_day: Option<NaiveDate>) -> Terms {
    let town = &yui.config.municipality;
    let limit = limits_of(town, level).ok().map(|limits| Limit::Balance(limits.balance_cap));
    Terms::of(lang, &Offer { town, programme, limit, last_day })
}

async fn form(
    yui: &Yui,
    desk: Desk,
    subject: Subject,
    kind: Kind,
    id: CommandId,
    fields: Option<&Fields>,
) -> Result<Form, PageError> {
    let looked = find::look(yui, desk.id(), subject).await?;
    let devices = devices::list(yui.realm.reader(), yui.config.town(), subject).await?;
    let f = desk.f;
    let wanted = fields.map_or("", |fields| fields.text("programme"));
    let programmes = choices(yui, f.lang, |lots| kind.takes(lots), wanted);
    let name = if looked.person.name.is_empty() {
        f.t("counter-no-name").plain().to_owned()
    } else {
        looked.person.name
    };
    Ok(Form {
        title: if kind == Kind::Charge { f.t("counter-charge") } else { f.t("counter-grant") },
        amount_label: if kind == Kind::Charge {
            f.t("counter-charge-amount")
        } else {
            f.t("counter-grant-amount")
        },
        name,
        level: looked.person.level,
        has_phone: devices.iter().any(|device| device.revoked_at.is_none()),
        balance: f.say(keys::COUNTER_BALANCE, &Args::new().points("amount", looked.balance)),
        id,
        amount: fields.map_or_else(String::new, |fields| fields.text("amount").to_owned()),
        programmes,
        confirm: None,
        trouble: None,
        back: format!("/staff/person/{subject}"),
        f,
    })
}

#[derive(Template)]
#[template(path = "receipt.html")]
struct Receipt {
    f: Frame,
    done: Words,
    at: Words,
    programme: Words,
    until: Vec<Words>,
    terms: Option<Terms>,
    back: String,
}

/// A receipt: of a charge or a grant only, without the person's name, and with what the law wants her to have seen.
async fn receipt(State(yui): State<Yui>, desk: Desk, Path(id): Path<CommandId>) -> Page {
    if !desk.f.may(Permission::Charge) {
        desk.must(Permission::Grant).await?;
    }
    let found = yui.town.log().by_id(id).await.map_err(|error| error.code())?;
    let (posted, refunded) = found.ok_or(ErrorCode::NotFound)?;
    let yui_ledger::Op::Issue { wallet, .. } = posted.op else { return Err(ErrorCode::NotFound.into()) };
    let line = entry::now(&posted, refunded, Party::Person(wallet), &yui.shops);
    let f = desk.f;
    let args = Args::new().words("receipt", line.receipt.clone());
    let done = if line.kind == EntryKind::Charge {
        f.say(keys::COUNTER_CHARGE_DONE, &args.yen("amount", line.amount))
    } else {
        f.say(keys::COUNTER_GRANT_DONE, &args.points("amount", line.amount))
    };
    let programmes = &yui.config.municipality.programmes;
    let programme = programmes.iter().find(|programme| Some(&programme.id) == line.programme.as_ref());
    let level = resident::profile(yui.town.reader(), wallet).await?.map_or(Level::Guest, |known| known.level);
    let last_day = line.lots.first().map(|lot| lot.last_day);
    let terms = programme.map(|programme| terms(&yui, f.lang, programme, level, last_day));
    let until = |day| f.say(keys::COUNTER_USABLE_UNTIL, &Args::new().day_of_year("day", day));
    show(&Receipt {
        done,
        at: words::moment(f.lang, line.at),
        programme: programme.map_or_else(Words::default, |known| Words::of_town(f.lang, &known.name)),
        until: line.lots.iter().map(|lot| until(lot.last_day)).collect(),
        terms,
        back: format!("/staff/person/{wallet}"),
        f,
    })
}
