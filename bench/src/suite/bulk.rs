//! Work for everybody while people pay: a grant to every resident, and the end of the day on which many lots run out. How
//! slow the slowest payments become, beside those of a quiet moment.

use std::{path::Path, time::Duration};

use serde_json::{Value, json};

use crate::{
    measure::{
        Bar, Line, Report,
        turns::{Turn, median},
    },
    outcome::Outcome,
    size::Size,
    town::{CLIENTS, Spread, Town, place::Place, seed},
};

/// A payment may take so many times as long as at a quiet moment.
const SLOWER: f64 = 4.0;

/// How long the work may take at all.
const PATIENCE: Duration = Duration::from_mins(30);

/// Measures both kinds of work.
pub async fn run(size: &Size, server: &Path, report: &mut Report) -> Outcome<()> {
    let place = Place::sqlite()?;
    let seeded = seed::seed_crowd(&place, size).await?;
    let mut town = Town::serve(server, place, seeded).await;

    let quiet = quiet(&mut town, size).await?;
    let order = town.control("grant.all", &json!({ "points": 10 })).await?;
    let (granting, took) = until_done(&mut town, size, "grant.all_state", &order, "ended").await?;
    report.line(&line("payments-p99-while-all-are-granted", &granting, quiet));
    report.note("grant-to-every-resident", "s", took.as_secs_f64());

    let quiet = self::quiet(&mut town, size).await?;
    town.advance_a_day().await?;
    let (expiring, took) = until_done(&mut town, size, "expire.state", &Value::Null, "done").await?;
    report.line(&line("payments-p99-while-lots-run-out", &expiring, quiet));
    report.note("end-of-the-day", "s", took.as_secs_f64());
    Ok(())
}

/// The milliseconds in which all but one payment of a hundred are made while nothing else is done.
async fn quiet(town: &mut Town, size: &Size) -> Outcome<f64> {
    let mut turns = Vec::new();
    for _ in 0..=size.rounds {
        turns.push(some(town, size).await?);
    }
    Ok(p99(&turns))
}

/// Pays on until the work is done, by what the control port answers under `word`; how long it took.
async fn until_done(
    town: &mut Town,
    size: &Size,
    action: &str,
    with: &Value,
    word: &str,
) -> Outcome<(Vec<Turn>, Duration)> {
    let (began, mut turns) = (std::time::Instant::now(), Vec::new());
    while began.elapsed() < PATIENCE {
        turns.push(some(town, size).await?);
        if town.control(action, with).await?[word] == true {
            return Ok((turns, began.elapsed()));
        }
    }
    Err(format!("{action} is not done after {PATIENCE:?}").into())
}

async fn some(town: &mut Town, size: &Size) -> Outcome<Turn> {
    town.turn(size.payments / 10, CLIENTS / 4, Spread::Uniform).await
}

fn p99(turns: &[Turn]) -> f64 {
    median(turns, |turn| turn.p99.as_secs_f64() * 1e3)
}

fn line(name: &'static str, turns: &[Turn], quiet: f64) -> Line {
    Line { name, unit: "ms", ours: p99(turns), peer: quiet, bar: Bar::AtMost(SLOWER) }
}
