//! One grant to every resident: what it comes to before it is confirmed, confirming it after a question, withdrawing
//! it, how far it has come, and having one go on that stopped.

use askama::Template;
use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect},
    routing::{get, post},
};
use yui_protocol::{CommandId, ErrorCode, Millis, Points};
use yui_texts::{Args, keys::grants as keys};

use crate::{
    http::extract::Path,
    pages::{
        Page,
        desk::Desk,
        fields::{Fields, Sent},
        frame::Frame,
        grants::Line,
        question::{ANSWERED, Question},
        show,
        words::{self, Trouble, Words},
    },
    staff::{Permission, account},
    state::Yui,
    wallet::grant_all::{self, Estimate, GrantOrder, GrantState},
};

/// The field that says which stop an order is to go on after.
const STOPPED: &str = "stopped";

pub(super) fn routes() -> Router<Yui> {
    Router::new()
        .route("/staff/grants/{id}", get(open))
        .route("/staff/grants/{id}/confirm", post(confirm))
        .route("/staff/grants/{id}/continue", post(go_on))
        .route("/staff/grants/{id}/withdraw", post(withdraw))
}

/// What the order would come to, in words.
struct Estimated {
    lines: Vec<(Words, Words)>,
    /// Level, how many, and whether they receive.
    levels: Vec<(Words, Words, Words)>,
}

impl Estimated {
    fn of(f: &Frame, estimate: &Estimate) -> Self {
        let lines = vec![
            (f.t("grants-heads"), people(f, estimate.heads)),
            (f.t("grants-sum"), words::points(f.lang, estimate.sum)),
            (
                f.t("grants-budget-left"),
                estimate.left.map_or_else(|| f.t("grants-no-budget"), |left| words::points(f.lang, left)),
            ),
        ];
        let gets = |receives| if receives { f.t("grants-gets") } else { f.t("grants-gets-not") };
        let levels = estimate.levels.iter();
        Self {
            lines,
            levels: levels
                .map(|of| (words::level(f.lang, of.level), people(f, of.people), gets(of.receives)))
                .collect(),
        }
    }
}

fn people(f: &Frame, count: i64) -> Words {
    f.say(keys::GRANTS_PEOPLE, &Args::new().count("count", count))
}

#[derive(Template)]
#[template(path = "grant_order.html")]
struct Shown {
    f: Frame,
    line: Line,
    state: GrantState,
    /// Whether she recorded it herself, and so cannot confirm it.
    own: bool,
    /// What withdrawing came too late for.
    late: Option<Words>,
    /// When it stopped, if it stands so.
    stopped: Option<Millis>,
    /// Another order of the programme that stopped: whom this one would give to again.
    before: Option<Before>,
    /// Why it ended, or cannot be confirmed or go on.
    trouble: Option<Trouble>,
    /// Whether nothing stands in its way now.
    ready: bool,
    estimate: Option<Estimated>,
    progress: Vec<(Words, Words)>,
    /// Why, the code, and how many.
    left_out: Vec<(Words, ErrorCode, Words)>,
}

/// An order that stopped before one is made anew.
struct Before {
    id: CommandId,
    received: Words,
}

impl Before {
    async fn of(yui: &Yui, f: &Frame, order: &GrantOrder) -> Result<Option<Self>, ErrorCode> {
        if order.state() != GrantState::Waiting {
            return Ok(None);
        }
        let stopped = grant_all::stopped(yui, &order.programme).await?;
        Ok(stopped.map(|order| Self {
            id: order.id,
            received: f.say(keys::GRANTS_AGAIN, &Args::new().count("count", order.received)),
        }))
    }
}

async fn open(State(yui): State<Yui>, desk: Desk, Path(id): Path<CommandId>) -> Page {
    page(&yui, desk, id, None).await
}

async fn page(yui: &Yui, desk: Desk, id: CommandId, late: Option<Words>) -> Page {
    desk.must(Permission::Grant).await?;
    let order = grant_all::find(yui, id).await?;
    let names = account::names(yui.town.reader()).await?;
    let (state, own) = (order.state(), !order.lets_confirm(desk.id()));
    let f = desk.f;
    let estimated = match state {
        GrantState::Waiting | GrantState::Stopped(_) => Some(grant_all::estimate_rest(yui, &order).await),
        _ => None,
    };
    let refusal = match &estimated {
        Some(Err(code)) => Some(code.clone()),
        Some(Ok(estimate)) => estimate.refusal.clone(),
        None => None,
    };
    let ready = estimated.is_some() && refusal.is_none();
    let why_stopped = if let GrantState::Stopped(code) = &state { Some(code.clone()) } else { None };
    let trouble = refusal.or(why_stopped).map(|code| Trouble::of(f.lang, &code));
    let estimate = estimated.and_then(Result::ok).map(|estimate| Estimated::of(&f, &estimate));
    let left_out = grant_all::by_code(yui, id).await?;
    let why = |code: &ErrorCode| yui_texts::error(f.lang, code).title.into();
    show(&Shown {
        line: Line::of(yui, &f, &names, &order),
        state,
        own,
        late,
        stopped: order.stopped_at(),
        before: Before::of(yui, &f, &order).await?,
        trouble,
        ready,
        estimate,
        progress: progress(&f, &order),
        left_out: left_out.into_iter().map(|(code, n)| (why(&code), code, people(&f, n))).collect(),
        f,
    })
}

/// How far an order that was confirmed has come.
fn progress(f: &Frame, order: &GrantOrder) -> Vec<(Words, Words)> {
    if order.confirmed.is_none() {
        return Vec::new();
    }
    let given = Points(order.received.saturating_mul(order.amount.0));
    vec![
        (f.t("grants-heads"), people(f, order.heads)),
        (f.t("grants-received"), people(f, order.received)),
        (f.t("grants-received-sum"), words::points(f.lang, given)),
        (f.t("grants-left-out"), people(f, order.left_out)),
    ]
}

async fn confirm(State(yui): State<Yui>, Path(id): Path<CommandId>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::Grant).await?;
    let order = grant_all::find(&yui, id).await?;
    if order.state() != GrantState::Waiting || !order.lets_confirm(desk.id()) {
        return page(&yui, desk, id, None).await;
    }
    if !fields.ticked(ANSWERED) {
        return ask(&yui, desk, &order).await;
    }
    match grant_all::confirm(&yui, desk.id(), id).await {
        // The order's page says what stands in the way now.
        Ok(()) | Err(ErrorCode::ProgrammeBudget | ErrorCode::ProgrammeClosed) => Ok(to(id)),
        Err(code) => Err(code.into()),
    }
}

fn to(id: CommandId) -> axum::response::Response {
    Redirect::to(&format!("/staff/grants/{id}")).into_response()
}

/// The question, to her who may answer it.
async fn ask(yui: &Yui, desk: Desk, order: &GrantOrder) -> Page {
    let facts = weighed(yui, &desk.f, order).await?;
    let before = Before::of(yui, &desk.f, order).await?;
    Question {
        asked: desk.f.t("grants-confirm-question"),
        about: [about(yui, &desk.f, order).await?, before.into_iter().map(|one| one.received).collect()]
            .concat(),
        facts,
        happens: desk.f.t("grants-confirm-happens"),
        button: desk.f.t("grants-start-button"),
        fields: Vec::new(),
        back: format!("/staff/grants/{}", order.id),
        f: desk.f,
    }
    .ask()
}

async fn about(yui: &Yui, f: &Frame, order: &GrantOrder) -> Result<Vec<Words>, ErrorCode> {
    let names = account::names(yui.town.reader()).await?;
    let Line { programme, each, acts, .. } = Line::of(yui, f, &names, order);
    Ok([vec![programme, each], acts].concat())
}

/// What the order comes to for all whom it has not reached; the code of what stands in its way now.
async fn weighed(yui: &Yui, f: &Frame, order: &GrantOrder) -> Result<Vec<(Words, Words)>, ErrorCode> {
    let estimate = grant_all::estimate_rest(yui, order).await?;
    estimate.refusal.as_ref().map_or_else(|| Ok(Estimated::of(f, &estimate).lines), |code| Err(code.clone()))
}

/// Has an order go on, after a question. What does not stand as the form says is shown as it stands.
async fn go_on(State(yui): State<Yui>, Path(id): Path<CommandId>, Sent { desk, fields }: Sent) -> Page {
    desk.must(Permission::Grant).await?;
    let order = grant_all::find(&yui, id).await?;
    let Some(stopped_at) = stopped_at(&fields).filter(|at| order.stopped_at() == Some(*at)) else {
        return page(&yui, desk, id, None).await;
    };
    if !order.lets_confirm(desk.id()) {
        return page(&yui, desk, id, None).await;
    }
    if !fields.ticked(ANSWERED) {
        return ask_again(&yui, desk, &order, stopped_at).await;
    }
    match grant_all::go_on(&yui, desk.id(), id, stopped_at).await {
        Ok(()) | Err(ErrorCode::ProgrammeBudget | ErrorCode::ProgrammeClosed) => Ok(to(id)),
        Err(code) => Err(code.into()),
    }
}

fn stopped_at(fields: &Fields) -> Option<Millis> {
    fields.text(STOPPED).parse().ok().map(Millis)
}

async fn ask_again(yui: &Yui, desk: Desk, order: &GrantOrder, stopped_at: Millis) -> Page {
    let facts = [progress(&desk.f, order)[1..3].to_vec(), weighed(yui, &desk.f, order).await?].concat();
    Question {
        asked: desk.f.t("grants-continue-question"),
        about: about(yui, &desk.f, order).await?,
        facts,
        happens: desk.f.t("grants-continue-happens"),
        button: desk.f.t("grants-continue-button"),
        fields: vec![(STOPPED, stopped_at.0.to_string())],
        back: format!("/staff/grants/{}", order.id),
        f: desk.f,
    }
    .ask()
}

async fn withdraw(State(yui): State<Yui>, Path(id): Path<CommandId>, Sent { desk, .. }: Sent) -> Page {
    desk.must(Permission::Grant).await?;
    if grant_all::withdraw(&yui, desk.id(), id).await? {
        return Ok(to(id));
    }
    let late = desk.f.t("grants-withdraw-late");
    page(&yui, desk, id, Some(late)).await
}
