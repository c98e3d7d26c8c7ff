//! The town's store is lost and its backup put back, while on each phone an act waits for its answer. What happened after
//! the backup is gone from the phones too, also what an answer alone had told them; and what waited is done once.

use std::{io::BufReader, path::Path, sync::Arc};

use serde_json::json;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use yui_app::YuiApp;
use yui_protocol::{
    CommandId, Points,
    wallet::{EntryKind, EntryState},
};
use yui_server::town::TOWN_MIGRATIONS;
use yui_store::{Store, StoreOptions, StoreUrl, SystemClock, export, import};
use yui_tests::fault_proxy::Network;

use crate::town::{MONEY, Side, Town, act, in_ledger, lines};

const KEPT: Points = Points(100);
const LOST: Points = Points(10);
const WAITS: Points = Points(20);

/// A backup of a store that no server has open.
async fn copy_of(place: &StoreUrl) -> Vec<u8> {
    let options = StoreOptions::new(place.clone(), TOWN_MIGRATIONS, Arc::new(SystemClock));
    let store = Store::open(options).await.expect("opens");
    let mut copy = Vec::new();
    export(store.reader(), &mut copy).await.expect("exports");
    store.close().await;
    copy
}

async fn put_back(place: &StoreUrl, copy: &[u8]) {
    match place {
        StoreUrl::Sqlite(file) => {
            let folder = file.parent().expect("a folder");
            std::fs::remove_dir_all(folder).expect("lost");
            std::fs::create_dir(folder).expect("a new folder");
        }
        StoreUrl::Postgres { url, schema } => {
            let mut db = PgConnection::connect(url).await.expect("connects");
            let lost = AssertSqlSafe(format!("DROP SCHEMA \"{schema}\" CASCADE"));
            sqlx::raw_sql(lost).execute(&mut db).await.expect("lost");
        }
    }
    import(place, TOWN_MIGRATIONS, &mut BufReader::new(copy)).await.expect("imports");
}

async fn pay(app: &YuiApp, town: &Town, amount: Points) -> (CommandId, EntryState) {
    let quote = app.wallet().prepare(town.shop, amount, None).await.expect("a quote");
    let line = app.wallet().confirm(quote.id).await.expect("paid or asked for");
    (line.id, line.state)
}

async fn give_back(app: &YuiApp, payment: CommandId, amount: Points) -> (CommandId, EntryState) {
    let line = app.shop().refund(payment, amount).await.expect("given back or asked for");
    (line.id, line.state)
}

async fn nothing_lost_stays(folder: &Path, more: &[String], place: StoreUrl) {
    let mut town = Town::begin(folder, more).await;
    let hanako = town.hanako.open(None).await.expect("opens");
    let maruya = town.maruya.open(None).await.expect("opens");
    let (kept, _) = pay(&hanako, &town, KEPT).await;
    let known = Town::settled([&hanako, &maruya], async || {
        !lines(&maruya, Side::Shop, EntryKind::Payment).await.is_empty()
    })
    .await;
    assert!(known, "both know of it");
    town.server.kill().await.expect("stopped");
    let copy = copy_of(&place).await;
    town.server.start_again(0).await.expect("starts again");

    // What is lost: both know of it by an answer, and never read it in their feed.
    for app in [&hanako, &maruya] {
        app.sync().await.expect("a line of the server that is gone is found out by using it");
    }
    assert_eq!(pay(&hanako, &town, LOST).await.1, EntryState::Paid);
    assert_eq!(give_back(&maruya, kept, LOST).await.1, EntryState::Done);
    for phone in [&town.hanako, &town.maruya] {
        town.network(phone, Network::CutRequest).await;
    }
    let (waits, state) = pay(&hanako, &town, WAITS).await;
    assert_eq!(state, EntryState::Pending);
    let (back, state) = give_back(&maruya, kept, WAITS).await;
    assert_eq!(state, EntryState::Pending);

    town.server.kill().await.expect("stopped");
    put_back(&place, &copy).await;
    town.server.start_again(0).await.expect("starts again");
    // The log goes on, and further than what the phones were shown.
    for n in 0..6 {
        let shop = json!({"name": format!("店{n}"), "kana": "ミセ", "area": "本町", "classes": ["food"]});
        act(&town.server, "shop.add", shop).await;
    }
    let mut payments = [kept, waits].map(|id| id.to_string()).to_vec();
    payments.sort();
    let history = async |app: &YuiApp, side| {
        [
            in_ledger(&lines(app, side, EntryKind::Payment).await),
            in_ledger(&lines(app, side, EntryKind::Refund).await),
        ]
    };
    let wanted = [payments, vec![back.to_string()]];
    let seen = async || [history(&hanako, Side::Resident).await, history(&maruya, Side::Shop).await];
    let same = Town::settled([&hanako, &maruya], async || seen().await == [wanted.clone(), wanted.clone()]);
    assert!(same.await, "{:?} instead of {wanted:?} on both", seen().await);
    let has = Points(MONEY.0 - KEPT.0 - WAITS.0 + WAITS.0);
    town.ends(&hanako, &maruya, has, Points(MONEY.0 - has.0)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_phone_keeps_what_a_restored_server_has_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = StoreUrl::Sqlite(folder.path().join("data/town/town.sqlite"));
    nothing_lost_stays(folder.path(), &[], place).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_phone_keeps_what_a_restored_server_has_lost_on_postgres() {
    let folder = tempfile::tempdir().expect("a folder");
    let cluster = yui_store::testing::Cluster::get();
    let (url, schema) = (cluster.url(), cluster.schema());
    let arguments = ["--postgres", &url, "--schema", &schema].map(str::to_owned);
    let place = StoreUrl::Postgres { url, schema: format!("{schema}_town") };
    nothing_lost_stays(folder.path(), &arguments, place).await;
}
