//! Money through every bad network and every death of the app, against a real server process: a payment happens once
//! or not at all, and resident, shop and ledger know the same.

use std::{
    path::Path,
    sync::{Arc, atomic::AtomicI64},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use yui_app::{
    YuiApp,
    store::{Moment, WritePoint},
    wallet::HistoryQuery,
};
use yui_protocol::{
    Points, ShopId,
    wallet::{EntryKind, EntryState},
};
use yui_testkit::store_fault::DiesAt;
use yui_tests::{fault_proxy::Network, process::ServerProcess, scenario::Phone};

/// What each payment is over.
const AMOUNT: i64 = 10;

/// What she has at the beginning.
const MONEY: i64 = 5_000;

/// How long a feed may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

const NETWORKS: [Network; 7] = [
    Network::On,
    Network::Off,
    Network::LoseAnswer,
    Network::CutRequest,
    Network::Duplicate,
    Network::Delay,
    Network::Reorder,
];

const POINTS: [WritePoint; 5] =
    [WritePoint::Intent, WritePoint::Signed, WritePoint::Sending, WritePoint::Answered, WritePoint::Page];

struct Town {
    server: ServerProcess,
    shop: ShopId,
    hanako: Phone,
    maruya: Arc<YuiApp>,
}

impl Town {
    /// A resident with money and a shop, each with a phone.
    async fn begin(folder: &Path, more: &[String]) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        let mut arguments =
            vec!["--town".to_owned(), root.join("municipalities/omura").display().to_string()];
        arguments.extend_from_slice(more);
        let program = Path::new(env!("CARGO_BIN_EXE_yui-test-server"));
        let log = folder.join("server.log");
        let server =
            ServerProcess::start(program, &folder.join("data"), &arguments, &log).await.expect("a server");
        let shop =
            json!({"name": "まるや食堂", "kana": "マルヤショクドウ", "area": "本町", "classes": ["food"]});
        let shop = act(&server, "shop.add", shop).await;
        let mut maruya = phone(&server, folder, "maruya").await;
        done(&mut maruya, "shop.pair", json!({ "code": shop["pairing"] })).await;
        let mut hanako = phone(&server, folder, "hanako").await;
        let card = json!({"name": "田中　花子", "address": "長崎県大村市玖島１丁目２５番地", "birth": "1990-04-01", "sex": "2"});
        let card = act(&server, "card.make", card).await;
        let register = json!({ "card": card["card"], "password": "YUITEST2026" });
        let who = done(&mut hanako, "identity.register", register).await;
        act(&server, "charge", json!({ "subject": who["subject"], "points": MONEY })).await;
        for phone in [&mut hanako, &mut maruya] {
            done(phone, "sync", Value::Null).await;
            done(phone, "phone.kill", Value::Null).await;
        }
        let shop = serde_json::from_value(shop["shop"].clone()).expect("an id");
        let maruya = maruya.open(None).await.expect("opens");
        Self { server, shop, hanako, maruya }
    }

    async fn network(&self, network: Network) {
        act(&self.server, "network.set", json!({ "network": self.hanako.origin(), "state": network })).await;
    }

    /// Pays once through this network with an app that dies there; whether the payment must have happened.
    async fn pay(&self, network: Network, point: WritePoint, moment: Moment) -> bool {
        let case = format!("{network:?} {point:?} {moment:?}");
        let death = Arc::new(DiesAt::point(point, moment));
        let app = self.hanako.open(Some(death.clone())).await.expect("opens");
        let quote = app.wallet().prepare(self.shop, Points(AMOUNT), None).await.expect("a quote");
        self.network(network).await;
        let told = app.wallet().confirm(quote.id).await;
        self.network(Network::On).await;
        // A line that the change of the network has cut is found out by using it.
        let patience = Instant::now() + PATIENCE;
        while death.death().is_none() && app.sync().await.is_err() && Instant::now() < patience {}
        assert_eq!(death.death(), Some((point, moment)), "{case}: it died there");
        if let Ok(line) = &told {
            assert!(matches!(line.state, EntryState::Paid | EntryState::Pending), "{case}: {line:?}");
        }
        let kept = (point, moment) != (WritePoint::Intent, Moment::Before);
        assert!(kept || told.is_err(), "{case}: what was not kept was not promised");
        kept
    }
}

async fn phone(server: &ServerProcess, folder: &Path, name: &str) -> Phone {
    let network = act(server, "network.new", Value::Null).await;
    let origin = network["network"].as_str().expect("an address");
    let folder = folder.join(name);
    Phone::new(name, folder, origin, Arc::new(AtomicI64::new(0)), &Value::Null).await.expect("a phone")
}

async fn act(server: &ServerProcess, action: &str, with: Value) -> Value {
    answered(action, server.control(action, &with).await)
}

async fn done(phone: &mut Phone, action: &str, with: Value) -> Value {
    answered(action, phone.act(action, &with).await)
}

fn answered(action: &str, answer: Result<Value, String>) -> Value {
    let answer = answer.expect(action);
    assert_eq!(answer.get("error"), None, "{action}");
    answer
}

/// Ids of the payments a phone knows, oldest first, and whether it knows what became of each.
async fn payments(app: &YuiApp, shop: bool) -> (Vec<String>, bool) {
    let query = HistoryQuery { limit: 200, ..HistoryQuery::default() };
    let page = if shop { app.shop().history(query).await } else { app.wallet().history(query).await };
    let page = page.expect("a history");
    let of_shop = || page.lines().filter(|line| line.kind == EntryKind::Payment);
    let mut ids: Vec<_> = of_shop().map(|line| line.id.to_string()).collect();
    ids.sort();
    (ids, of_shop().all(|line| line.state == EntryState::Paid && line.amount == Points(AMOUNT)))
}

/// Every network with every death of the app, one after the other, on one phone that lives through all of it.
async fn every_network_with_every_death(more: &[String]) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut town = Town::begin(folder.path(), more).await;
    let mut wanted = 0;
    for network in NETWORKS {
        for point in POINTS {
            for moment in [Moment::Before, Moment::After] {
                wanted += usize::from(town.pay(network, point, moment).await);
                let app = town.hanako.open(None).await.expect("opens again");
                // The feed follows the commit; a phone asks again, as it does when there is news.
                let patience = Instant::now() + PATIENCE;
                let (hers, shops) = loop {
                    let synced = app.sync().await.is_ok() && town.maruya.sync().await.is_ok();
                    let (hers, shops) = (payments(&app, false).await, payments(&town.maruya, true).await);
                    let settled = synced && hers.1 && shops.1 && hers.0 == shops.0 && hers.0.len() == wanted;
                    if settled || Instant::now() > patience {
                        break (hers, shops);
                    }
                    tokio::time::sleep(Duration::from_millis(5)).await;
                };
                let case = format!("{network:?} {point:?} {moment:?}");
                assert_eq!((hers.0.len(), hers.1, shops.1), (wanted, true, true), "{case}");
                assert_eq!(hers.0, shops.0, "{case}");
            }
        }
    }
    let app = town.hanako.open(None).await.expect("opens again");
    app.sync().await.expect("synced");
    let spent = AMOUNT * i64::try_from(wanted).expect("few");
    let wallet = app.wallet().snapshot().await.expect("a wallet");
    assert_eq!((wallet.available, wallet.pending), (Points(MONEY - spent), Points(0)));
    let takings = town.maruya.shop().today().await.expect("takings").unsettled;
    assert_eq!(takings, Points(spent));
    assert_eq!(act(&town.server, "ledger.verify", Value::Null).await["ok"], json!(true));
    town.server.kill().await.expect("stopped");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_network_with_every_death_neither_loses_nor_doubles_a_payment() {
    every_network_with_every_death(&[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_network_with_every_death_neither_loses_nor_doubles_a_payment_on_postgres() {
    let cluster = yui_store::testing::Cluster::get();
    let arguments = ["--postgres", &cluster.url(), "--schema", &cluster.schema()];
    every_network_with_every_death(&arguments.map(str::to_owned)).await;
}
