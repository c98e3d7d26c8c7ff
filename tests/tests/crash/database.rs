//! A PostgreSQL that ends under the load and comes back, or sleeps for longer than the writer's lease: the server lives on,
//! says so to whoever asks, and goes on by itself.

use std::time::{Duration, Instant};

use rand::random_range;
use tokio::time::sleep;
use yui_protocol::Millis;
use yui_store::{Clock, StoreUrl, SystemClock, testing::Cluster};
use yui_tests::omura;

use crate::{
    load::{Load, PATIENCE},
    round::{Fates, all_is_well, faults},
};

/// How often it ends in the suite.
const ENDS: usize = 5;
/// How many deeds are acknowledged before and after, at least.
const BETWEEN: usize = 15;
/// A lease of the writer is ten seconds.
const LONGER_THAN_THE_LEASE: Duration = Duration::from_secs(13);

/// Takes the database away under the load and brings it back. `away` says when its sessions were cut or fell asleep, and
/// by when nothing more could happen.
async fn away_under_load(what: &str, times: usize, away: impl AsyncFn(&Cluster) -> (Instant, Millis)) {
    let (folder, cluster) = (tempfile::tempdir().expect("a folder"), Cluster::own());
    let (url, schema) = (cluster.url(), cluster.schema());
    let arguments = ["--postgres", &url, "--schema", &schema].map(str::to_owned);
    let store = StoreUrl::Postgres { url, schema: format!("{schema}_town") };
    let server = omura::serve(env!("CARGO_BIN_EXE_yui-test-server"), folder.path(), &arguments).await;
    let running = Load::begin(&server, PATIENCE).await;
    let (load, mut fates) = (running.load.clone(), Fates::default());
    while fates.faults < times {
        load.goes_on(BETWEEN).await;
        sleep(Duration::from_millis(random_range(0..40))).await;
        drop(load.ended());
        let (gone, at) = away(&cluster).await;
        load.goes_on(BETWEEN).await;
        let in_flight = load.in_flight_at(gone);
        running.hold().await;
        let books = all_is_well(&server, &load, &store).await;
        fates.count(at, &in_flight, &books);
        load.open(&server);
    }
    let load = running.end(&server).await;
    all_is_well(&server, &load, &store).await;
    fates.print(what, load.acknowledged());
}

#[tokio::test(flavor = "multi_thread")]
async fn money_survives_a_postgres_that_ends_and_comes_back() {
    away_under_load("ends of PostgreSQL", faults(ENDS), async |cluster| {
        let gone = (cluster.crash(), SystemClock.now());
        sleep(Duration::from_millis(random_range(0..1_000))).await;
        cluster.start_again();
        gone
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn money_survives_a_postgres_that_sleeps_for_longer_than_the_lease() {
    away_under_load("sleeps of PostgreSQL", 1, async |cluster| {
        cluster.fall_asleep();
        let gone = (Instant::now(), SystemClock.now());
        sleep(LONGER_THAN_THE_LEASE).await;
        cluster.wake();
        gone
    })
    .await;
}
