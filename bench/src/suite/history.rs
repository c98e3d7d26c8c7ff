//! What a payment costs after many others, and what it leaves on the disk: the same work on a young town and an old one
//! in turns. Then how long it takes to check, to copy and to put back an old town, and to start its server.

mod copies;

use std::{path::Path, time::Instant};

use yui_store::Engine;

use super::on_both;
use crate::{
    measure::{
        Bar, Line, Report,
        turns::{Turn, middle},
    },
    outcome::Outcome,
    size::Size,
    town::{Town, history::History, place::Place, seed},
};

/// Measures both engines.
pub async fn run(size: &Size, server: &Path, report: &mut Report) -> Outcome<()> {
    on_both(async |place| engine(size, server, report, place).await).await
}

async fn engine(
    size: &Size,
    server: &Path,
    report: &mut Report,
    place: &dyn Fn() -> Outcome<Place>,
) -> Outcome<()> {
    let old_place = place()?;
    let seeded = seed::seed(&old_place, size).await?;
    let mut old = History::of(&seeded);
    let before = old_place.bytes().await?;
    let store = old_place.open().await?;
    let long = old.turn(&store, size.slice * size.slices, || old_place.cpu()).await?;
    store.close().await;
    let bytes = old_place.bytes().await? - before;

    let [mut young_turns, mut old_turns] = [const { Vec::new() }; 2];
    for _ in 0..=size.rounds {
        let young_place = place()?;
        let young_seeded = seed::seed(&young_place, size).await?;
        young_turns.push(slice(&young_place, &mut History::of(&young_seeded), size).await?);
        old_turns.push(slice(&old_place, &mut old, size).await?);
    }
    let flat = old_place.line("cpu-old-vs-young");
    report.line(&Line::cpu(flat, &old_turns, &young_turns, Bar::AtMost(1.1)))?;
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let bytes = bytes as f64 / long.acts;
    let bytes_at_most = match old_place.kind() {
        Engine::Sqlite => 300.0,
        Engine::Postgres => 500.0,
    };
    let name = old_place.line("bytes-a-payment");
    report.line(&Line::within(name, "bytes/payment", bytes, bytes_at_most))?;

    copies::run(&old_place, report).await?;
    let (mut place, mut seeded, mut starts) = (old_place, seeded, Vec::new());
    for _ in 0..=size.rounds {
        let began = Instant::now();
        let town = Town::serve(server, place, seeded).await;
        starts.push(began.elapsed().as_secs_f64());
        (place, seeded) = town.stop().await?;
    }
    report.line(&Line::within(place.line("start-of-an-old-town"), "s", middle(starts), 3.0))
}

async fn slice(place: &Place, history: &mut History, size: &Size) -> Outcome<Turn> {
    let store = place.open().await?;
    let turn = history.turn(&store, size.slice, || place.cpu()).await?;
    store.close().await;
    Ok(turn)
}
