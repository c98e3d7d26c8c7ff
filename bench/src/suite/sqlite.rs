//! Payments on SQLite with every commit on the disk: through the writer inside this process, through the HTTP API, and
//! of one phone alone, beside a bare SQLite and a check of a signature.

use std::{path::Path, time::Duration};

use crate::{
    measure::{
        Bar, Line, Report,
        turns::{Turn, median},
    },
    outcome::Outcome,
    peer::{bare_sqlite::BareSqlite, signature},
    size::Size,
    town::{CLIENTS, Spread, Town, history::History, place::Place, seed},
};

/// Measures them in turns.
pub async fn run(size: &Size, server: &Path, report: &mut Report) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let bare = BareSqlite::begin(folder.path())?;
    let mut town = Town::begin(server, Place::sqlite()?, size).await?;
    let inside = Place::sqlite()?;
    let mut history = History::of(&seed::seed(&inside, size).await?);
    let [mut commits, mut checks, mut http, mut alone, mut writer] = [const { Vec::new() }; 5];
    for _ in 0..=size.rounds {
        let store = inside.open().await?;
        writer.push(history.turn(&store, size.payments, || inside.cpu()).await?);
        store.close().await;
        commits.push(tokio::task::block_in_place(|| bare.turn(size.single))?);
        http.push(town.turn(size.payments, CLIENTS, Spread::Uniform).await?);
        checks.push(tokio::task::block_in_place(|| signature::turn(size.signatures))?);
        alone.push(town.turn(size.single, 1, Spread::Uniform).await?);
    }
    let millis =
        |turns: &[Turn], of: fn(&Turn) -> Duration| median(turns, |turn| of(turn).as_secs_f64() * 1e3);
    let p50 = millis(&alone, |turn| turn.p50);
    let lines = [
        Line::rate("sqlite-writer-vs-bare-commits", &writer, &commits, Bar::AtLeast(5.0)),
        Line::cpu("sqlite-http-server-cpu-vs-signature-check", &http, &checks, Bar::AtMost(3.0)),
        Line {
            name: "sqlite-http-rate-vs-5000".to_owned(),
            unit: "payments/s",
            ours: median(&http, Turn::rate),
            peer: 5_000.0,
            bar: Bar::AtLeast(1.0),
            cpu: None,
        },
        Line::within("sqlite-http-p99-vs-50ms", "ms", millis(&http, |turn| turn.p99), 50.0),
        Line {
            name: "sqlite-idle-payment-vs-bare-commit".to_owned(),
            unit: "ms",
            ours: p50,
            peer: millis(&commits, |turn| turn.p50),
            bar: Bar::AtMost(6.0),
            cpu: None,
        },
        Line::within("sqlite-idle-payment-p50-vs-2ms", "ms", p50, 2.0),
    ];
    lines.iter().try_for_each(|line| report.line(line))
}
