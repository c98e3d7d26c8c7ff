//! Memory of a large town's server: of one whose every wallet has three lots, beside the same server with none.

use std::path::Path;

use yui_store::{Engine, testing::Cluster};

use crate::{
    measure::{Line, Report, cpu},
    outcome::Outcome,
    size::Size,
    town::{Town, place::Place, seed},
};

/// Measures it on both engines.
pub async fn run(size: &Size, server: &Path, report: &mut Report) -> Outcome<()> {
    let bytes = bytes_a_wallet(size, server, Place::sqlite).await?;
    report.line(&Line::within(name(Engine::Sqlite), "bytes", bytes, 1024.0))?;
    let cluster = Cluster::own();
    let bytes = bytes_a_wallet(size, server, || Place::postgres(&cluster)).await?;
    report.line(&Line::within(name(Engine::Postgres), "bytes", bytes, 1024.0))
}

async fn bytes_a_wallet(size: &Size, server: &Path, place: impl Fn() -> Outcome<Place>) -> Outcome<f64> {
    let (empty, full) = (place()?, place()?);
    let nobody = seed::seed_wallets(&empty, 0).await?;
    let somebody = seed::seed_wallets(&full, size.wallets).await?;
    let (empty, full) = (Town::serve(server, empty, nobody).await, Town::serve(server, full, somebody).await);
    let [without, with] = [empty.process()?, full.process()?].map(cpu::resident_bytes);
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    Ok(with.saturating_sub(without) as f64 / f64::from(size.wallets))
}

fn name(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "sqlite-memory-a-wallet-with-3-lots",
        Engine::Postgres => "postgres-memory-a-wallet-with-3-lots",
    }
}
