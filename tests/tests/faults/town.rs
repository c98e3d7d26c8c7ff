//! A resident with money and a shop, each with a phone behind a network of its own.

use std::{
    path::Path,
    sync::{Arc, atomic::AtomicI64},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use yui_app::{
    YuiApp,
    store::{Moment, WritePoint},
    wallet::{EntryView, HistoryQuery},
};
use yui_protocol::{Points, ShopId, wallet::EntryKind};
use yui_testkit::store_fault::DiesAt;
use yui_tests::{fault_proxy::Network, omura, process::ServerProcess, scenario::Phone};

/// What each act is over.
pub const AMOUNT: Points = Points(10);

/// What she has at the beginning.
pub const MONEY: Points = Points(5_000);

/// How long a feed may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// Every network.
pub const NETWORKS: [Network; 7] = [
    Network::On,
    Network::Off,
    Network::LoseAnswer,
    Network::CutRequest,
    Network::Duplicate,
    Network::Delay,
    Network::Reorder,
];

/// Every write of an act.
pub const POINTS: [WritePoint; 5] =
    [WritePoint::Intent, WritePoint::Signed, WritePoint::Sending, WritePoint::Answered, WritePoint::Page];

/// A network, and the moment at which the app dies in it.
pub type Case = (Network, WritePoint, Moment);

/// Whether what a person wanted was kept when the app died, so that it must happen.
pub fn kept((_, point, moment): Case) -> bool {
    (point, moment) != (WritePoint::Intent, Moment::Before)
}

/// See the module.
pub struct Town {
    pub server: ServerProcess,
    pub shop: ShopId,
    pub hanako: Phone,
    pub maruya: Phone,
}

impl Town {
    /// The apps do not run yet.
    pub async fn begin(folder: &Path, more: &[String]) -> Self {
        let server = omura::serve(env!("CARGO_BIN_EXE_yui-test-server"), folder, more).await;
        let shop = omura::add_shop(&server).await;
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
        Self { server, shop, hanako, maruya }
    }

    /// The network of a phone from now on.
    pub async fn network(&self, phone: &Phone, network: Network) {
        act(&self.server, "network.set", json!({ "network": phone.origin(), "state": network })).await;
    }

    /// Does a thing on a phone whose network fails and whose app dies as the case says; whether the app said that all
    /// is well.
    pub async fn dies<T, E>(
        &self,
        phone: &Phone,
        case: Case,
        deed: impl AsyncFn(&YuiApp) -> Result<T, E>,
    ) -> bool {
        let (network, point, moment) = case;
        let death = Arc::new(DiesAt::point(point, moment));
        let app = phone.open(Some(death.clone())).await.expect("opens");
        self.network(phone, network).await;
        let told = deed(&app).await.is_ok();
        self.network(phone, Network::On).await;
        // A line that the change of the network has cut is found out by using it.
        let patience = Instant::now() + PATIENCE;
        while death.death().is_none() && app.sync().await.is_err() && Instant::now() < patience {}
        assert_eq!(death.death(), Some((point, moment)), "{case:?}: it died there");
        assert!(kept(case) || !told, "{case:?}: what was not kept was not promised");
        told
    }

    /// Looks until something is as it should be. The feed follows the commit; a phone asks again, as it does when there
    /// is news.
    pub async fn settled(phones: [&YuiApp; 2], looks: impl AsyncFn() -> bool) -> bool {
        let patience = Instant::now() + PATIENCE;
        loop {
            let synced = phones[0].sync().await.is_ok() && phones[1].sync().await.is_ok();
            if synced && looks().await {
                return true;
            }
            if Instant::now() > patience {
                return false;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// The ledger is sound, and the phones know what is in it: what she has, and what the shop has taken.
    pub async fn ends(mut self, hanako: &YuiApp, maruya: &YuiApp, has: Points, taken: Points) {
        let wallet = hanako.wallet().snapshot().await.expect("a wallet");
        assert_eq!(wallet.available, has);
        assert_eq!(maruya.shop().today().await.expect("takings").unsettled, taken);
        assert_eq!(act(&self.server, "ledger.verify", Value::Null).await["ok"], json!(true));
        self.server.kill().await.expect("stopped");
    }
}

async fn phone(server: &ServerProcess, folder: &Path, name: &str) -> Phone {
    let network = act(server, "network.new", Value::Null).await;
    let origin = network["network"].as_str().expect("an address");
    let folder = folder.join(name);
    Phone::new(name, folder, origin, Arc::new(AtomicI64::new(0)), &Value::Null).await.expect("a phone")
}

/// Does a thing of the control port.
pub async fn act(server: &ServerProcess, action: &str, with: Value) -> Value {
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

/// Whose history.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Resident,
    Shop,
}

/// The lines of one kind that a phone knows.
pub async fn lines(app: &YuiApp, side: Side, kind: EntryKind) -> Vec<EntryView> {
    let query = HistoryQuery { limit: 500, ..HistoryQuery::default() };
    let page = match side {
        Side::Resident => app.wallet().history(query).await,
        Side::Shop => app.shop().history(query).await,
    };
    page.expect("a history").lines().filter(|line| line.kind == kind).cloned().collect()
}

/// The ids of those that are in the ledger, in order.
pub fn in_ledger(lines: &[EntryView]) -> Vec<String> {
    let mut ids: Vec<_> =
        lines.iter().filter(|line| line.in_ledger).map(|line| line.id.to_string()).collect();
    ids.sort();
    ids
}
