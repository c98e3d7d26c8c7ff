//! The real server process, killed again and again under a load of payments as by a power cut: each payment that was
//! acknowledged is in the ledger exactly once, and the ledger is sound.

use std::{
    collections::HashSet,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::{task::JoinSet, time::sleep};
use yui_app::{DeviceKeys, KeyName};
use yui_protocol::{
    Base64Url, CommandId, Millis, Points, PublicKey, ShopId, Signature, Thumbprint, TownCode,
    command::{Act, Command, Pay, SignedCommand},
    identity::{EnrolAnswer, EnrolKey, EnrolPurpose, EnrolStatement, NO_CARD, NonceAnswer, VisitorRequest},
};
use yui_store::{Clock, Store, StoreOptions, StoreUrl, SystemClock, testing::Cluster, verify};
use yui_testkit::keys::TestKeys;
use yui_tests::{omura, process::ServerProcess};

const KILLS: usize = 10;
/// How many pay at once, and how long each waits between two payments.
const CLIENTS: usize = 8;
const PAUSE: Duration = Duration::from_millis(30);
/// How many payments are acknowledged between two kills, at least.
const BETWEEN: usize = 20;
const MONEY: i64 = 10_000;

fn town() -> TownCode {
    TownCode::new(422_053).expect("Omura")
}

/// A visitor with one phone, without an app: only a key and what it signs.
struct Payer {
    http: reqwest::Client,
    origin: String,
    keys: TestKeys,
    key: PublicKey,
    shop: ShopId,
    acknowledged: Mutex<Vec<CommandId>>,
    stopping: AtomicBool,
}

impl Payer {
    fn sign(&self, message: Vec<u8>) -> Signature {
        let signature = self.keys.sign(KeyName::Device, message, String::new()).expect("has the key");
        Signature(signature.try_into().expect("64 bytes"))
    }

    async fn register(server: &ServerProcess) -> Arc<Self> {
        let shop = omura::add_shop(server).await;
        let shop = text(&shop["shop"]).parse().expect("an id");
        let keys = TestKeys::new(false);
        let key = keys.make(KeyName::Device).expect("makes");
        let payer = Self {
            http: reqwest::Client::builder().timeout(Duration::from_secs(10)).build().expect("a client"),
            origin: server.addresses().origin.clone(),
            key: PublicKey::try_from(key.as_slice()).expect("65 bytes"),
            keys,
            shop,
            acknowledged: Mutex::default(),
            stopping: AtomicBool::new(false),
        };
        let nonce: NonceAnswer = payer
            .post("/v1/identity/nonce", &json!({}))
            .await
            .expect("answers")
            .json()
            .await
            .expect("a nonce");
        let statement = EnrolStatement {
            town: town(),
            purpose: EnrolPurpose::Register,
            nonce: nonce.nonce.0,
            time: nonce.server_time,
            device: payer.key.thumbprint(),
            device_uv: None,
            authentication_certificate: NO_CARD,
        };
        let payload = statement.payload();
        let signature = payer.sign(EnrolStatement::signed_bytes(&payload));
        let code = server.control("visitor.code", &Value::Null).await.expect("a code");
        let request = VisitorRequest {
            code: text(&code["code"]).to_owned(),
            statement: payload.into(),
            device: EnrolKey { key: payer.key, signature, attestation: Base64Url::default() },
            device_name: "旅の電話".to_owned(),
        };
        let answer = payer.post("/v1/identity/visitor", &request).await.expect("answers");
        let answer: EnrolAnswer = answer.json().await.expect("enrols");
        let EnrolAnswer::Enrolled { profile, .. } = answer else { panic!("{answer:?}") };
        let charge = json!({"subject": profile.subject, "points": MONEY});
        let charged = server.control("charge", &charge).await.expect("answers");
        assert_eq!(charged["amount"], MONEY, "{charged}");
        Arc::new(payer)
    }

    async fn post(&self, path: &str, body: &impl serde::Serialize) -> reqwest::Result<reqwest::Response> {
        self.http.post(format!("{}{path}", self.origin)).json(body).send().await
    }

    fn payment(&self) -> (CommandId, SignedCommand) {
        let now = SystemClock.now();
        let id = CommandId::new(now, rand::random());
        let act = Act::Pay(Pay { shop: self.shop, amount: Points(1), till: None });
        let command =
            Command { id, town: town(), issued_at: now, valid_until: now.plus(2 * Millis::MINUTE), act };
        let payload = command.payload();
        let signature = self.sign(Command::signed_bytes(&payload));
        let key: Thumbprint = self.key.thumbprint();
        (id, SignedCommand { payload: payload.into(), key, signature, card: None })
    }

    /// Pays on and on, each payment until it is acknowledged, whatever becomes of the server meanwhile.
    async fn pay_on(&self) {
        while !self.stopping.load(Ordering::SeqCst) {
            let (id, payment) = self.payment();
            loop {
                match self.post("/v1/commands", &payment).await {
                    Ok(answer) if answer.status() == 200 => break,
                    Ok(answer) if answer.status() == 503 => {}
                    Ok(answer) => panic!("{:?}", answer.text().await),
                    // The server is gone, or went while it answered.
                    Err(_) => {}
                }
                sleep(PAUSE).await;
            }
            self.acknowledged.lock().expect("unpoisoned").push(id);
            sleep(PAUSE).await;
        }
    }

    fn count(&self) -> usize {
        self.acknowledged.lock().expect("unpoisoned").len()
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value}"))
}

async fn killed_under_load(arguments: &[String], folder: &Path, store: StoreUrl) {
    let mut server = omura::serve(env!("CARGO_BIN_EXE_yui-test-server"), folder, arguments).await;
    let payer = Payer::register(&server).await;
    let mut clients = JoinSet::new();
    for _ in 0..CLIENTS {
        let payer = Arc::clone(&payer);
        clients.spawn(async move { payer.pay_on().await });
    }
    for kill in 0..KILLS {
        let wanted = payer.count() + BETWEEN;
        let deadline = Instant::now() + Duration::from_mins(1);
        while payer.count() < wanted {
            assert!(Instant::now() < deadline, "kill {kill}: no payment goes through");
            sleep(Duration::from_millis(5)).await;
        }
        // At another moment of the work each time.
        sleep(Duration::from_millis(rand::random_range(0..40))).await;
        server.kill().await.expect("killed");
        server.start_again(0).await.expect("starts again");
    }
    payer.stopping.store(true, Ordering::SeqCst);
    while let Some(client) = clients.join_next().await {
        client.expect("each payment is acknowledged in the end");
    }
    let sound = server.control("ledger.verify", &Value::Null).await.expect("answers");
    assert_eq!(sound["ok"], true, "{sound}");
    server.kill().await.expect("killed");

    let options = StoreOptions::new(store, yui_server::town::TOWN_MIGRATIONS, Arc::new(SystemClock));
    let store = Store::open(options).await.expect("opens");
    let acknowledged = payer.acknowledged.lock().expect("unpoisoned").clone();
    let different: HashSet<_> = acknowledged.iter().collect();
    assert_eq!(different.len(), acknowledged.len());
    for id in &acknowledged {
        let (paid, _) = store.log().by_id(*id).await.expect("reads").expect("what was acknowledged is there");
        assert_eq!(paid.amount, Points(1));
    }
    let count = "SELECT COUNT(*) AS postings FROM posting";
    let postings: i64 =
        store.reader().sql(count).fetch_one().await.expect("reads").get("postings").expect("a number");
    assert_eq!(
        usize::try_from(postings).ok(),
        Some(acknowledged.len() + 1),
        "the charge, and each payment once"
    );
    verify(store.reader()).await.expect("sound");
    store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn payments_survive_kills_of_the_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = StoreUrl::Sqlite(folder.path().join("data/town/town.sqlite"));
    killed_under_load(&[], folder.path(), store).await;
}

mod postgres {
    use super::*;

    #[tokio::test(flavor = "multi_thread")]
    async fn payments_survive_kills_of_the_server() {
        let folder = tempfile::tempdir().expect("a folder");
        let cluster = Cluster::get();
        let (url, schema) = (cluster.url(), cluster.schema());
        let arguments = ["--postgres", &url, "--schema", &schema].map(str::to_owned);
        let store = StoreUrl::Postgres { url, schema: format!("{schema}_town") };
        killed_under_load(&arguments, folder.path(), store).await;
    }
}
