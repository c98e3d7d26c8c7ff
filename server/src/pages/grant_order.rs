//! One grant to every resident: what it comes to before it is confirmed, confirming it after a question, withdrawing
//! it, and how far it has come.

use askama::Template;
use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect},
    routing::{get, post},
};
use yui_protocol::{CommandId, ErrorCode, Points};
use yui_texts::{Args, keys::grants as keys};

use crate::{
    http::extract::Path,
    pages::{
        Page,
        desk::Desk,
        fields::Sent,
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

pub(super) fn routes() -> Router<Yui> {
    Router::new()
        .route("/staff/grants/{id}", get(open))
        .route("/staff/grants/{id}/confirm", post(confirm))
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
    /// Why it ended, or cannot be confirmed.
    trouble: Option<Trouble>,
    estimate: Option<Estimated>,
    progress: Vec<(Words, Words)>,
    /// Why, the code, and how many.
    left_out: Vec<(Words, ErrorCode, Words)>,
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
        GrantState::Waiting => Some(grant_all::estimate(yui, &order.programme, order.amount).await),
        _ => None,
    };
    let refusal = match (&state, &estimated) {
        (GrantState::Stopped(code), _) | (_, Some(Err(code))) => Some(code),
        (_, Some(Ok(estimate))) => estimate.refusal.as_ref(),
        _ => None,
    };
    let trouble = refusal.map(|code| Trouble::of(f.lang, code));
    let estimate = estimated.and_then(Result::ok).map(|estimate| Estimated::of(&f, &estimate));
    let left_out = grant_all::by_code(yui, id).await?;
    let why = |code: &ErrorCode| yui_texts::error(f.lang, code).title.into();
    show(&Shown {
        line: Line::of(yui, &f, &names, &order),
        state,
        own,
        late,
        trouble,
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
    let estimate = grant_all::estimate(yui, &order.programme, order.amount).await?;
    if let Some(code) = estimate.refusal {
        return Err(code.into());
    }
    let names = account::names(yui.town.reader()).await?;
    let f = desk.f;
    let Line { programme, each, acts, .. } = Line::of(yui, &f, &names, order);
    Question {
        asked: f.t("grants-confirm-question"),
        about: [vec![programme, each], acts].concat(),
        facts: Estimated::of(&f, &estimate).lines,
        happens: f.t("grants-confirm-happens"),
        button: f.t("grants-start-button"),
        fields: Vec::new(),
        back: format!("/staff/grants/{}", order.id),
        f,
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
