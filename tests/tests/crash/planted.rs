//! The auditor over a real store: what a hand does to its rows after the load, it names.

use std::{fs, path::Path};

use rusqlite::Connection;
use yui_protocol::{CommandId, Points};
use yui_store::StoreUrl;
use yui_tests::{
    auditor::{Books, Finding},
    omura,
};

use crate::load::{Load, PATIENCE};

/// How many deeds there are at least.
const DEEDS: usize = 30;

/// A copy of the town's store, altered by these statements, as it reads then.
async fn altered(town: &Path, statements: &str) -> Books {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["town.sqlite", "town.sqlite-wal"] {
        fs::copy(town.join(name), folder.path().join(name)).expect("copies");
    }
    let file = folder.path().join("town.sqlite");
    Connection::open(&file).expect("opens").execute_batch(statements).expect("alters");
    Books::read(&StoreUrl::Sqlite(file)).await.expect("reads")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_hand_does_to_the_rows_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = omura::serve(env!("CARGO_BIN_EXE_yui-test-server"), folder.path(), &[]).await;
    let running = Load::begin(&server, PATIENCE).await;
    running.load.goes_on(DEEDS).await;
    let load = running.end(&server).await;
    server.kill().await.expect("killed");
    let town = folder.path().join("data/town");
    let found = async |statements: &str| {
        let books = altered(&town, statements).await;
        load.auditor.lock().expect("unpoisoned").compare(&books)
    };
    let sound = altered(&town, "").await;
    assert_eq!(found("").await, []);
    let payments = sound.postings.iter().filter(|row| row.shop().is_some());
    let [first, second] = payments.take(2).collect::<Vec<_>>()[..] else { panic!("payments") };
    let (one, two) = (first.seq, second.seq);
    let bytes = |id: CommandId| format!("x'{}'", id.0.simple());
    let stranger = bytes(CommandId::new(first.at, [0; 10]));
    let lot = *sound.lots.keys().next().expect("a lot");
    let money = |change| {
        let told = sound.in_wallets();
        Finding::Money { told, lies: Points(told.0 + change) }
    };
    for (statements, wanted) in [
        (format!("DELETE FROM posting WHERE seq = {one}"), vec![Finding::Lost(first.id)]),
        (
            format!("UPDATE posting SET amount = amount + 1 WHERE seq = {one}"),
            vec![Finding::Altered(first.id)],
        ),
        (format!("UPDATE posting SET at = at - 1 WHERE seq = {one}"), vec![Finding::Altered(first.id)]),
        (
            format!(
                "UPDATE posting SET id = {stranger} WHERE seq = {one};
                 UPDATE posting SET id = {} WHERE seq = {two};
                 UPDATE posting SET id = {} WHERE seq = {one}",
                bytes(first.id),
                bytes(second.id)
            ),
            vec![Finding::Altered(first.id), Finding::Altered(second.id)],
        ),
        (
            format!(
                "INSERT INTO posting SELECT 1000000, at, {stranger}, kind, debit, credit, amount, detail, digest, \
                 signature FROM posting WHERE seq = {one}"
            ),
            vec![Finding::Unasked(CommandId::new(first.at, [0; 10]))],
        ),
        (
            format!("UPDATE lot SET amount = amount + 1 WHERE id = {}", lot.0),
            vec![Finding::Lot(lot), money(1)],
        ),
    ] {
        let found = found(&statements).await;
        for wanted in wanted {
            assert!(found.contains(&wanted), "{statements}: {found:?}");
        }
    }
}
