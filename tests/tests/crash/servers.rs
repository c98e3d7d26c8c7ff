//! Two server processes on the schemas of one PostgreSQL: one answers, and the other does when it sleeps, dies or goes.
//! What one that was replaced still wants to write, is not written.

use std::{path::Path, sync::Arc, time::Duration};

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row};
use yui_protocol::ErrorCode;
use yui_store::{StoreUrl, testing::Cluster};
use yui_tests::{omura, process::ServerProcess};

use crate::{
    deeds,
    load::{Load, PATIENCE},
    round::all_is_well,
};

/// How many deeds are acknowledged before anything happens, at least.
const BETWEEN: usize = 15;
/// How long a client waits for a server that says nothing, before it asks the other.
const SOON: Duration = Duration::from_secs(3);

/// The schemas of a town, and who looks at its rows past all servers.
struct Place {
    arguments: Vec<String>,
    store: StoreUrl,
    hand: PgConnection,
}

impl Place {
    async fn new() -> Self {
        let (url, schema) = (Cluster::get().url(), Cluster::get().schema());
        let arguments = ["--postgres", &url, "--schema", &schema].map(str::to_owned).to_vec();
        let mut hand = PgConnection::connect(&url).await.expect("connects");
        let path = format!("SET search_path TO {schema}_town");
        hand.execute(AssertSqlSafe(path)).await.expect("is ours");
        Self { arguments, store: StoreUrl::Postgres { url, schema: format!("{schema}_town") }, hand }
    }

    /// A server here; all of a town have one key.
    async fn serve(&self, folder: &Path) -> ServerProcess {
        omura::serve(env!("CARGO_BIN_EXE_yui-test-server"), folder, &self.arguments).await
    }

    /// How many rows the log has, and the epoch of who wrote last.
    async fn rows(&mut self) -> (i64, i64) {
        let text = "SELECT (SELECT COUNT(*) FROM posting) + (SELECT COUNT(*) FROM event), epoch FROM meta";
        let row = self.hand.fetch_one(text).await.expect("reads");
        (row.get(0), row.get(1))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_standby_takes_over_on_postgres_from_who_sleeps_dies_or_goes() {
    let (folder, mut place) = (tempfile::tempdir().expect("a folder"), Place::new().await);
    let mut first = place.serve(folder.path()).await;
    let running = Load::begin(&first, SOON).await;
    let load = Arc::clone(&running.load);
    let mut second = place.serve(folder.path()).await;
    load.goes_on(BETWEEN).await;
    let stray = deeds::payment(&load.residents[0], &load.shops[0]);
    let refused = load.asks_once(&second, &stray).await;
    assert_eq!(refused, Err(ErrorCode::Unavailable), "who stands by answers nobody");

    // The leader falls asleep in the middle of its work, with more waiting for it.
    let late = deeds::payment(&load.residents[0], &load.shops[0]);
    first.signal("SIGSTOP").await.expect("sleeps");
    let takes_over = async {
        load.turns_to(&second);
        load.goes_on(BETWEEN).await;
        running.hold().await;
        all_is_well(&second, &load, &place.store).await;
        let rows = place.rows().await;
        first.signal("SIGCONT").await.expect("wakes");
        rows
    };
    let (rows, woken) = tokio::join!(takes_over, load.asks_once(&first, &late));
    assert_eq!(woken, Err(ErrorCode::Unavailable), "who was replaced says that nothing happened");
    // It stands by: it has tried to write what waited for it, and found another.
    assert_eq!(load.asks_once(&first, &stray).await, Err(ErrorCode::Unavailable));
    assert_eq!(place.rows().await, rows, "not one row since, and the epoch is the other's");
    all_is_well(&second, &load, &place.store).await;
    load.open(&second);
    load.goes_on(BETWEEN).await;

    // The new leader dies; the one that slept stands by, and takes over.
    second.kill().await.expect("killed");
    load.turns_to(&first);
    load.goes_on(BETWEEN).await;
    running.hold().await;
    all_is_well(&first, &load, &place.store).await;
    second.start_again(0).await.expect("starts again");
    load.open(&first);
    load.goes_on(BETWEEN).await;

    // It is asked to end, and the other need not wait for its lease.
    first.signal("SIGTERM").await.expect("is asked to end");
    load.turns_to(&second);
    load.goes_on(BETWEEN).await;
    first.wait().await;
    let load = running.end(&second).await;
    for refused in [stray, late] {
        load.does(refused).await;
    }
    all_is_well(&second, &load, &place.store).await;
    second.kill().await.expect("killed");
}

/// As if another had begun to write since: the commit itself is refused, under a load, and who was refused leads again.
#[tokio::test(flavor = "multi_thread")]
async fn the_fence_refuses_a_commit_of_another_epoch_on_postgres() {
    let (folder, mut place) = (tempfile::tempdir().expect("a folder"), Place::new().await);
    let mut server = place.serve(folder.path()).await;
    let running = Load::begin(&server, PATIENCE).await;
    let load = Arc::clone(&running.load);
    load.goes_on(BETWEEN).await;
    running.hold().await;
    let deed = deeds::payment(&load.residents[0], &load.shops[0]);
    let (rows, epoch) = place.rows().await;
    place.hand.execute("UPDATE meta SET epoch = epoch + 1").await.expect("raises");
    let refused = load.asks_once(&server, &deed).await;
    assert_eq!(refused, Err(ErrorCode::Unavailable), "the fence refuses it");
    let (after, raised) = place.rows().await;
    assert_eq!(after, rows, "nothing passed the fence");
    assert!(raised > epoch);
    load.open(&server);
    load.does(deed).await;
    load.goes_on(BETWEEN).await;
    let load = running.end(&server).await;
    all_is_well(&server, &load, &place.store).await;
    server.kill().await.expect("killed");
}
