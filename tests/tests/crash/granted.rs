//! A grant to every resident, in whose middle the real server process is killed again and again: it goes on by itself after
//! each start, and everybody receives once.

use std::{
    collections::HashMap,
    path::Path,
    time::{Duration, Instant},
};

use rand::random_range;
use serde_json::{Value, json};
use tokio::time::sleep;
use yui_ledger::Op;
use yui_protocol::{Points, Subject};
use yui_store::{StoreUrl, testing::Cluster};
use yui_tests::{auditor::Books, omura, process::ServerProcess};

use crate::{
    load::PATIENCE,
    round::{faults, starts},
};

/// How many kills there are in the suite.
const KILLS: usize = 10;
/// How many residents there are for each kill: some units of work of 32.
const FOR_A_KILL: usize = 1_280;
/// What each receives.
const EACH: Points = Points(10);

/// How many have received, and whether the order has ended.
async fn stands(server: &ServerProcess, order: &Value) -> (u64, bool) {
    let state = server.control("grant.all_state", order).await.expect("answers");
    (state["received"].as_u64().expect("a number"), state["ended"].as_bool().expect("it is there"))
}

/// Waits until more than `before` have received; how it stands then.
async fn goes_on(server: &ServerProcess, order: &Value, before: u64) -> (u64, bool) {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let (received, ended) = stands(server, order).await;
        if received > before || ended {
            return (received, ended);
        }
        assert!(Instant::now() < deadline, "it does not go on after {received}");
        sleep(Duration::from_millis(1)).await;
    }
}

async fn killed_amid_a_grant(engine: &str, arguments: &[String], folder: &Path, store: StoreUrl) {
    let mut server = omura::serve(env!("CARGO_BIN_EXE_yui-test-server"), folder, arguments).await;
    let kills = faults(KILLS);
    let crowd = json!({ "count": kills * FOR_A_KILL });
    let crowd = server.control("residents", &crowd).await.expect("enrolled");
    let crowd: Vec<Subject> = serde_json::from_value(crowd["residents"].clone()).expect("pseudonyms");
    let order = server.control("grant.all", &json!({ "points": EACH })).await.expect("confirmed");
    let (mut amid, mut received, mut ended) = (0, 0, false);
    while amid < kills {
        let (_, over) = goes_on(&server, &order, received).await;
        assert!(!over, "it was over after {amid} kills");
        sleep(Duration::from_millis(random_range(0..10))).await;
        server.kill().await.expect("killed");
        starts(&mut server).await;
        (received, ended) = stands(&server, &order).await;
        amid += usize::from(!ended);
    }
    while !ended {
        (received, ended) = goes_on(&server, &order, received).await;
    }
    let sound = server.control("ledger.verify", &Value::Null).await.expect("answers");
    assert_eq!(sound["ok"], true, "{sound}");
    let mut given: HashMap<Subject, Vec<Points>> = HashMap::new();
    for posted in Books::read(&store).await.expect("reads").postings {
        let Op::Issue { wallet, amount, .. } = posted.op else { panic!("nothing else was done: {posted:?}") };
        given.entry(wallet).or_default().push(amount);
    }
    assert_eq!(given.len(), crowd.len());
    assert!(crowd.iter().all(|resident| given.get(resident) == Some(&vec![EACH])), "each once");
    assert_eq!(usize::try_from(received), Ok(crowd.len()), "and so says the order");
    eprintln!("{amid} kills amid a grant to {} residents on {engine}; each received once", crowd.len());
    server.kill().await.expect("killed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_grant_to_all_survives_kills_of_the_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = StoreUrl::Sqlite(folder.path().join("data/town/town.sqlite"));
    killed_amid_a_grant("SQLite", &[], folder.path(), store).await;
}

mod postgres {
    use super::*;

    #[tokio::test(flavor = "multi_thread")]
    async fn a_grant_to_all_survives_kills_of_the_server() {
        let folder = tempfile::tempdir().expect("a folder");
        let cluster = Cluster::get();
        let (url, schema) = (cluster.url(), cluster.schema());
        let arguments = ["--postgres", &url, "--schema", &schema].map(str::to_owned);
        let store = StoreUrl::Postgres { url, schema: format!("{schema}_town") };
        killed_amid_a_grant("PostgreSQL", &arguments, folder.path(), store).await;
    }
}
