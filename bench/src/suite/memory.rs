//! Memory of a large town's server: of one whose every wallet has three lots, beside the same server with none.

use std::path::Path;

use super::on_both;
use crate::{
    measure::{Line, Report, cpu},
    outcome::Outcome,
    size::Size,
    town::{Town, place::Place, seed},
};

/// Measures it on both engines.
pub async fn run(size: &Size, server: &Path, report: &mut Report) -> Outcome<()> {
    on_both(async |place| engine(size, server, report, place).await).await
}

async fn engine(
    size: &Size,
    server: &Path,
    report: &mut Report,
    place: &dyn Fn() -> Outcome<Place>,
) -> Outcome<()> {
    let (empty, full) = (place()?, place()?);
    let nobody = seed::seed_wallets(&empty, 0).await?;
    let somebody = seed::seed_wallets(&full, size.wallets).await?;
    let (empty, full) = (Town::serve(server, empty, nobody).await, Town::serve(server, full, somebody).await);
    let [without, with] = [empty.process()?, full.process()?].map(cpu::resident_bytes);
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let bytes = with.saturating_sub(without) as f64 / f64::from(size.wallets);
    let name = full.place().line("memory-a-wallet-with-3-lots");
    report.line(&Line::within(name, "bytes", bytes, 1024.0))
}
