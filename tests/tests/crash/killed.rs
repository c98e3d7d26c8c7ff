//! The real server process, killed again and again under a load as by a power cut.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use rand::random_range;
use tokio::time::{sleep, timeout};
use yui_store::{Clock, StoreUrl, SystemClock, testing::Cluster};
use yui_tests::{omura, process::ServerProcess};

use crate::{
    load::{End, Load, PATIENCE},
    round::{Fates, all_is_well, faults, starts},
};

/// How many kills there are in the suite.
const KILLS: usize = 20;
/// How many deeds are acknowledged between two kills, at least.
const BETWEEN: usize = 15;

/// Starts it again; one time in three it is killed while it starts, too, which is counted.
async fn starts_again(server: &mut ServerProcess, killed: &mut usize) {
    if random_range(0..3) == 0 {
        let soon = Duration::from_millis(random_range(0..100));
        if timeout(soon, server.start_again(0)).await.is_ok_and(|started| started.is_ok()) {
            return;
        }
        *killed += 1;
    }
    starts(server).await;
}

async fn killed_under_load(engine: &str, arguments: &[String], folder: &Path, store: StoreUrl) {
    let mut server = omura::serve(env!("CARGO_BIN_EXE_yui-test-server"), folder, arguments).await;
    let running = Load::begin(&server, PATIENCE).await;
    let (load, mut fates) = (running.load.clone(), Fates::default());
    let mut starting = 0;
    while fates.faults < faults(KILLS) {
        load.goes_on(BETWEEN).await;
        // At another moment of the work each time.
        sleep(Duration::from_millis(random_range(0..40))).await;
        drop(load.ended());
        let (at, killed) = (SystemClock.now(), Instant::now());
        server.kill().await.expect("killed");
        running.hold().await;
        let mut unanswered = load.in_flight_at(killed);
        unanswered.retain(|request| request.end == End::Lost);
        starts_again(&mut server, &mut starting).await;
        let books = all_is_well(&server, &load, &store).await;
        fates.count(at, &unanswered, &books);
        load.open(&server);
    }
    let load = running.end(&server).await;
    all_is_well(&server, &load, &store).await;
    let what = format!("kills of the server on {engine}, with {starting} more while it started");
    fates.print(&what, load.acknowledged());
    server.kill().await.expect("killed");
}

#[tokio::test(flavor = "multi_thread")]
async fn money_survives_kills_of_the_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = StoreUrl::Sqlite(folder.path().join("data/town/town.sqlite"));
    killed_under_load("SQLite", &[], folder.path(), store).await;
}

mod postgres {
    use super::*;

    #[tokio::test(flavor = "multi_thread")]
    async fn money_survives_kills_of_the_server() {
        let folder = tempfile::tempdir().expect("a folder");
        let cluster = Cluster::get();
        let (url, schema) = (cluster.url(), cluster.schema());
        let arguments = ["--postgres", &url, "--schema", &schema].map(str::to_owned);
        let store = StoreUrl::Postgres { url, schema: format!("{schema}_town") };
        killed_under_load("PostgreSQL", &arguments, folder.path(), store).await;
    }
}
