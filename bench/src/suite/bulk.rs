//! Work for everybody while people pay: a grant to every resident, and the end of the day on which many lots run out. How
//! slow the slowest payments become, beside those of a quiet moment.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::on_both;
use crate::{
    measure::{Bar, Line, Report, turns::quantile},
    outcome::Outcome,
    size::Size,
    town::{CLIENTS, Spread, Town, place::Place, seed},
};

/// A payment may take so many times as long as at a quiet moment.
const SLOWER: f64 = 4.0;

/// How long the work may take at all.
const PATIENCE: Duration = Duration::from_mins(30);

/// Measures both kinds of work on both engines.
pub async fn run(size: &Size, server: &Path, report: &mut Report) -> Outcome<()> {
    on_both(async |place| engine(size, server, report, place()?).await).await
}

async fn engine(size: &Size, server: &Path, report: &mut Report, place: Place) -> Outcome<()> {
    let seeded = seed::seed_crowd(&place, size).await?;
    let mut town = Town::serve(server, place, seeded).await;

    let quiet = quiet_times(&mut town, size).await?;
    let order = town.control("grant.all", &json!({ "points": 10 })).await?;
    let (granting, took) = until_done(&mut town, size, "grant.all_state", &order, "ended").await?;
    report.line(&line(town.place().line("payments-p99-while-all-are-granted"), &granting, &quiet))?;
    report.note(&town.place().line("grant-to-every-resident"), "s", took.as_secs_f64())?;

    let quiet = quiet_times(&mut town, size).await?;
    town.advance_a_day().await?;
    let (expiring, took) = until_done(&mut town, size, "expire.state", &Value::Null, "done").await?;
    report.line(&line(town.place().line("payments-p99-while-lots-run-out"), &expiring, &quiet))?;
    report.note(&town.place().line("end-of-the-day"), "s", took.as_secs_f64())
}

/// How long payments take while nothing else is done, sorted.
async fn quiet_times(town: &mut Town, size: &Size) -> Outcome<Vec<Duration>> {
    // What is the first time is not what is usual.
    some(town, size).await?;
    let mut times = Vec::new();
    for _ in 0..size.rounds {
        times.extend(some(town, size).await?);
    }
    times.sort_unstable();
    Ok(times)
}

/// Pays on until the work is done, by what the control port answers under `word`: how long all payments from its first moment
/// on took, sorted, and how long the work took.
async fn until_done(
    town: &mut Town,
    size: &Size,
    action: &str,
    with: &Value,
    word: &str,
) -> Outcome<(Vec<Duration>, Duration)> {
    let (began, mut times) = (Instant::now(), Vec::new());
    while began.elapsed() < PATIENCE {
        times.extend(some(town, size).await?);
        if town.control(action, with).await?[word] == true {
            times.sort_unstable();
            return Ok((times, began.elapsed()));
        }
    }
    Err(format!("{action} is not done after {PATIENCE:?}").into())
}

/// A few payments, so that little is paid after the work is done.
async fn some(town: &mut Town, size: &Size) -> Outcome<Vec<Duration>> {
    town.times(size.payments / 40, CLIENTS / 4, Spread::Uniform).await
}

fn line(name: String, times: &[Duration], quiet: &[Duration]) -> Line {
    let [ours, peer] = [times, quiet].map(|times| quantile(times, 0.99).as_secs_f64() * 1e3);
    Line { name, unit: "ms", ours, peer, bar: Bar::AtMost(SLOWER), cpu: None }
}
