//! What a payment costs after many others, and what it leaves on the disk: the same work on a young town and an old one
//! in turns.

use std::{path::Path, time::Instant};

use yui_store::{Engine, testing::Cluster};

use crate::{
    measure::{Bar, Line, Report, turns::Turn},
    outcome::Outcome,
    size::Size,
    town::{Town, history::History, place::Place, seed},
};

/// Measures both engines.
pub async fn run(size: &Size, server: &Path, report: &mut Report) -> Outcome<()> {
    engine(size, server, report, Place::sqlite).await?;
    let cluster = Cluster::own();
    engine(size, server, report, || Place::postgres(&cluster)).await
}

async fn engine(
    size: &Size,
    server: &Path,
    report: &mut Report,
    place: impl Fn() -> Outcome<Place>,
) -> Outcome<()> {
    let old_place = place()?;
    let seeded = seed::seed(&old_place, size).await?;
    let mut old = History::of(&seeded);
    let before = old_place.bytes().await?;
    let store = old_place.open().await?;
    let long = old.turn(&store, size.slice * size.slices, || old_place.cpu()).await?;
    store.feed().catch_up(CATCH_UP).await.ok_or("the feed stays behind")?;
    store.close().await;
    let bytes = old_place.bytes().await? - before;

    let [mut young_turns, mut old_turns] = [const { Vec::new() }; 2];
    for _ in 0..=size.rounds {
        let young_place = place()?;
        let young_seeded = seed::seed(&young_place, size).await?;
        young_turns.push(slice(&young_place, &mut History::of(&young_seeded), size).await?);
        old_turns.push(slice(&old_place, &mut old, size).await?);
    }
    let began = Instant::now();
    let town = Town::serve(server, old_place, seeded).await;
    let start = began.elapsed();

    let names = names(town.place().kind());
    report.line(&Line::cpu(names.flat, &old_turns, &young_turns, Bar::AtMost(1.1)));
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let bytes = bytes as f64 / long.acts;
    report.line(&Line::within(names.bytes, "bytes/payment", bytes, names.bytes_at_most));
    report.line(&Line::within(names.start, "s", start.as_secs_f64(), 3.0));
    Ok(())
}

/// How long the projection may take behind a long history.
const CATCH_UP: std::time::Duration = std::time::Duration::from_mins(10);

async fn slice(place: &Place, history: &mut History, size: &Size) -> Outcome<Turn> {
    let store = place.open().await?;
    let turn = history.turn(&store, size.slice, || place.cpu()).await?;
    store.close().await;
    Ok(turn)
}

struct Names {
    flat: &'static str,
    bytes: &'static str,
    bytes_at_most: f64,
    start: &'static str,
}

fn names(engine: Engine) -> Names {
    match engine {
        Engine::Sqlite => Names {
            flat: "sqlite-cpu-old-vs-young",
            bytes: "sqlite-bytes-a-payment",
            bytes_at_most: 300.0,
            start: "sqlite-start-of-an-old-town",
        },
        Engine::Postgres => Names {
            flat: "postgres-cpu-old-vs-young",
            bytes: "postgres-bytes-a-payment",
            bytes_at_most: 500.0,
            start: "postgres-start-of-an-old-town",
        },
    }
}
