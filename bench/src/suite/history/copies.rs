//! An old town's ledger played again from its log, copied, and put back where nothing was: on SQLite by the copy of its file, on
//! PostgreSQL, which has tools of its own for that, by an export that a file takes in.

use std::{
    fs::File,
    io::{BufReader, BufWriter, Write},
    time::Instant,
};

use yui_server::town::TOWN_MIGRATIONS;
use yui_store::{Engine, Placed, StoreUrl, open_reader};

use crate::{measure::Report, outcome::Outcome, town::place::Place};

/// Measures them; nobody has the store open.
pub async fn run(place: &Place, report: &mut Report) -> Outcome<()> {
    let url = place.url();
    let [copied, put_back] = match place.kind() {
        Engine::Sqlite => ["backup-of-an-old-town", "restore-of-an-old-town"],
        Engine::Postgres => ["export-of-an-old-town", "import-into-sqlite"],
    };
    let folder = tempfile::tempdir()?;
    let (copy, target) = (folder.path().join("copy"), StoreUrl::Sqlite(folder.path().join("town.sqlite")));
    let reader = open_reader(&url).await?;
    let began = Instant::now();
    let head = yui_store::verify(&reader).await?;
    report.note(&place.line("replay-of-an-old-ledger"), "s", began.elapsed().as_secs_f64())?;

    let began = Instant::now();
    match place.kind() {
        Engine::Sqlite => yui_store::backup(&url, &copy).await?,
        Engine::Postgres => {
            let mut out = BufWriter::new(File::create(&copy)?);
            yui_store::export(&reader, &mut out).await?;
            out.flush()?;
        }
    }
    report.note(&place.line(copied), "s", began.elapsed().as_secs_f64())?;
    reader.close().await;

    let began = Instant::now();
    let placed = match place.kind() {
        Engine::Sqlite => Placed::copy(&copy, &target, TOWN_MIGRATIONS).await?,
        Engine::Postgres => {
            Placed::import(&target, TOWN_MIGRATIONS, &mut BufReader::new(File::open(&copy)?)).await?
        }
    };
    placed.keep().await?;
    report.note(&place.line(put_back), "s", began.elapsed().as_secs_f64())?;
    let reader = open_reader(&target).await?;
    let again = yui_store::verify(&reader).await?;
    reader.close().await;
    if again != head {
        return Err("what was put back is another ledger".into());
    }
    Ok(())
}
