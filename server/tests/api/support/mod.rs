//! A server of a made-up town with its clock, mail and revocation list in the test's hands.

mod card;
mod http;
mod phone;

use std::{
    io::BufReader,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use async_trait::async_trait;
use tokio::{net::TcpListener, task::JoinHandle};
use yui_protocol::{ErrorCode, Millis, municipality::Municipality};
use yui_server::{
    Config, Limits, Parts, Server, StartError, Yui,
    identity::{
        card::{CertificateVerifier, LocalVerifier},
        mail::Mailer,
        realm_key::RealmKey,
    },
};
use yui_store::{
    Engine, Standing, StoreUrl,
    testing::{Place, SetClock},
};
use yui_testkit::verifier::{Revoked, local_verifier, test_policies};
use yui_texts::Lang;

pub use card::Card;
pub use http::{Answer, json, operation, request};
pub use phone::{Phone, code_of, public, sign};

/// Where the test server says it is.
pub const ORIGIN: &str = "https://yui.town.example";

/// Runs each named test on SQLite and on PostgreSQL.
macro_rules! on_both {
    ($($name:ident)+) => {
        mod sqlite { $(#[tokio::test] async fn $name() { super::$name(crate::support::World::sqlite().await).await })+ }
        mod postgres { $(#[tokio::test] async fn $name() { super::$name(crate::support::World::postgres().await).await })+ }
    };
}
pub(crate) use on_both;

/// See the module.
pub struct World {
    pub server: Server,
    pub clock: Arc<SetClock>,
    pub mailbox: Arc<Mailbox>,
    pub revoked: Arc<Revoked>,
    pub limits: Limits,
    places: Arc<[Place; 2]>,
}

impl World {
    pub async fn sqlite() -> Self {
        Self::at([Place::sqlite(), Place::sqlite()], Limits::default()).await
    }

    pub async fn postgres() -> Self {
        Self::at([Place::postgres(), Place::postgres()], Limits::default()).await
    }

    pub async fn with_limits(limits: Limits) -> Self {
        Self::at([Place::sqlite(), Place::sqlite()], limits).await
    }

    /// One that believes these proxies.
    pub async fn behind_proxies(limits: Limits, proxies: Vec<IpAddr>) -> Self {
        Self::with([Place::sqlite(), Place::sqlite()], limits, proxies).await
    }

    async fn at(places: [Place; 2], limits: Limits) -> Self {
        Self::with(places, limits, Vec::new()).await
    }

    async fn with(places: [Place; 2], limits: Limits, proxies: Vec<IpAddr>) -> Self {
        let clock = places[0].clock().clone();
        let mailbox = Arc::new(Mailbox::default());
        let revoked = Arc::new(Revoked::default());
        let verifier = Arc::new(verifier(revoked.clone()));
        let server = build(&places, &clock, &mailbox, verifier, limits, proxies).await;
        Self { server, clock, mailbox, revoked, limits, places: Arc::new(places) }
    }

    pub fn yui(&self) -> &Yui {
        &self.server.yui
    }

    /// The file of the town's feed (SQLite only).
    pub fn feed_file(&self) -> PathBuf {
        let StoreUrl::Sqlite(store) = self.places[0].url() else { panic!("SQLite has it in a file") };
        PathBuf::from(format!("{}.feed", store.display()))
    }

    /// All bytes of the two stores' folders (SQLite only): town, realm.
    pub fn files(&self) -> [Vec<u8>; 2] {
        self.places.each_ref().map(|place| {
            let files = std::fs::read_dir(place.folder()).expect("a folder");
            files.flat_map(|file| std::fs::read(file.expect("a file").path()).unwrap_or_default()).collect()
        })
    }

    pub fn now(&self) -> Millis {
        self.yui().clock.now()
    }

    /// Listens on a port of this machine; where, and what ends when the server has stopped.
    pub async fn listens(&self) -> (SocketAddr, JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (router, yui) = (self.server.router.clone(), self.yui().clone());
        (address, tokio::spawn(yui_server::http::serve::serve(listener, router, yui)))
    }

    /// Stops the server and starts it again over the same stores.
    pub async fn restart(self) -> Self {
        let verifier = Arc::new(verifier(self.revoked.clone()));
        self.verified_by(verifier).await
    }

    /// Another server over the same stores, beside this one (PostgreSQL only).
    pub async fn beside(&self) -> Self {
        let verifier = Arc::new(verifier(self.revoked.clone()));
        let server = build(&self.places, &self.clock, &self.mailbox, verifier, self.limits, Vec::new()).await;
        Self {
            server,
            clock: self.clock.clone(),
            mailbox: self.mailbox.clone(),
            revoked: self.revoked.clone(),
            limits: self.limits,
            places: self.places.clone(),
        }
    }

    /// Stops the server, puts an export of the town's store back in a place of its own, and starts again over that.
    pub async fn put_back(self, town: &[u8]) -> Self {
        let Self { server, clock, mailbox, revoked, limits, places } = self;
        let engine = server.yui.town.reader().engine();
        server.close().await;
        let [_, realm] = Arc::into_inner(places).expect("the only server here");
        let place = if engine == Engine::Sqlite { Place::sqlite() } else { Place::postgres() };
        let migrations = yui_server::town::TOWN_MIGRATIONS;
        yui_store::import(place.url(), migrations, &mut BufReader::new(town)).await.expect("imports");
        let places = Arc::new([place, realm]);
        let server =
            build(&places, &clock, &mailbox, Arc::new(verifier(revoked.clone())), limits, Vec::new()).await;
        Self { server, clock, mailbox, revoked, limits, places }
    }

    /// Waits until both writers stand like this.
    pub async fn stands(&self, standing: Standing) {
        for store in [&self.yui().town, &self.yui().realm] {
            store.writer().standing().wait_for(|now| *now == standing).await.expect("comes to stand so");
        }
    }

    /// Tries to start another server with this key over the same stores (PostgreSQL only).
    pub async fn start_beside(&self, key: RealmKey) -> Result<Server, StartError> {
        let verifier = Arc::new(verifier(self.revoked.clone()));
        let urls = self.places.each_ref().map(|place| place.url().clone());
        try_build(urls, &self.clock, &self.mailbox, verifier, self.limits, Vec::new(), key).await
    }

    /// Starts over one of its stores and a new one in place of the other (0: the town's, 1: the realm's); what came of
    /// it, and whether there is a store in the new place then.
    pub async fn with_a_new(self, which: usize) -> (Result<Server, StartError>, bool) {
        let Self { server, clock, mailbox, revoked, limits, places } = self;
        server.close().await;
        let fresh = match places[which].url() {
            StoreUrl::Sqlite(_) => Place::sqlite(),
            StoreUrl::Postgres { .. } => Place::postgres(),
        };
        let mut urls = places.each_ref().map(|place| place.url().clone());
        urls[which] = fresh.url().clone();
        let verifier = Arc::new(verifier(revoked));
        let started = try_build(urls, &clock, &mailbox, verifier, limits, Vec::new(), realm_key()).await;
        (started, yui_store::exists(fresh.url()).await.expect("is looked at"))
    }

    /// Stops the server in good order.
    pub async fn stop(self) {
        self.server.close().await;
    }

    /// The same after a restart with another verifier.
    pub async fn verified_by(self, verifier: Arc<dyn CertificateVerifier>) -> Self {
        let Self { server, clock, mailbox, revoked, limits, places } = self;
        server.close().await;
        let server = build(&places, &clock, &mailbox, verifier, limits, Vec::new()).await;
        Self { server, clock, mailbox, revoked, limits, places }
    }
}

async fn build(
    places: &[Place; 2],
    clock: &Arc<SetClock>,
    mailbox: &Arc<Mailbox>,
    verifier: Arc<dyn CertificateVerifier>,
    limits: Limits,
    trusted_proxies: Vec<IpAddr>,
) -> Server {
    let urls = places.each_ref().map(|place| place.url().clone());
    try_build(urls, clock, mailbox, verifier, limits, trusted_proxies, realm_key())
        .await
        .expect("the server starts")
}

/// The key under which every test's realm is made.
fn realm_key() -> RealmKey {
    RealmKey::new([7; 32])
}

async fn try_build(
    [town_store, realm]: [StoreUrl; 2],
    clock: &Arc<SetClock>,
    mailbox: &Arc<Mailbox>,
    verifier: Arc<dyn CertificateVerifier>,
    limits: Limits,
    trusted_proxies: Vec<IpAddr>,
    realm_key: RealmKey,
) -> Result<Server, StartError> {
    Server::build(Parts {
        config: Config {
            origin: ORIGIN.to_owned(),
            municipality: town(),
            realm_key,
            other_origins: Vec::new(),
            trusted_proxies,
            limits,
        },
        town: town_store,
        realm,
        clock: clock.clone(),
        accept_time_jump: false,
        verifier,
        mailer: mailbox.clone(),
    })
    .await
}

/// The verifier of the test cards.
pub fn verifier(revoked: Arc<Revoked>) -> LocalVerifier {
    local_verifier(test_policies(), revoked)
}

/// The made-up configuration of the town.
pub fn town() -> Municipality {
    serde_json::from_value(serde_json::json!({
        "version": 1, "code": "422053", "name": "大村市", "name_latin": "Omura",
        "languages": ["ja"], "contact": contact(),
        "levels": [
            {"level": "visitor", "balance_cap": 10_000, "per_payment": 5_000, "per_day": 10_000, "kinds": ["charged"]},
            {"level": "verified", "balance_cap": 2_000_000, "per_payment": 1_000_000, "per_day": 1_200_000,
             "kinds": ["charged", "granted", "coupon", "reward"]},
        ],
        "step_up": {"user_from": 100_000, "card_from": 500_000, "window_hours": 24},
        "codes": {"cap": 5000, "seconds": 300},
        "shop_classes": [
            {"id": "food", "name": {"ja": "食べもの"}}, {"id": "baby", "name": {"ja": "赤ちゃん用品"}},
        ],
        "programmes": [
            programme("charge-2027", "charged", &[], None, None),
            programme("fair-2027", "charged", &[], Some(10_000), None),
            programme("thanks-2027", "granted", &[], Some(5000), Some(3000)),
            programme("childcare-2027", "coupon", &["baby"], Some(100_000), Some(50_000)),
        ],
    }))
    .expect("a town")
}

fn contact() -> serde_json::Value {
    serde_json::json!({"name": {"ja": "窓口"}, "telephone": "0957-00-0000", "hours": {"ja": "8:30-17:15"}})
}

/// A programme from April 2027 to March 2028; charged value lives six months, the rest twelve.
fn programme(
    id: &str,
    kind: &str,
    classes: &[&str],
    budget: Option<i64>,
    person_cap: Option<i64>,
) -> serde_json::Value {
    let months = if kind == "charged" { 6 } else { 12 };
    serde_json::json!({
        "id": id, "name": {"ja": id}, "kind": kind, "classes": classes, "budget": budget, "person_cap": person_cap,
        "issuer": {"name": {"ja": "大村市"}, "kind": "local_government", "contact": contact()},
        "validity": {"rule": "months", "months": months}, "from": "2027-04-01", "to": "2028-03-31", "misuse": {"ja": "補償"},
    })
}

/// A mailbox that takes everybody's mail, unless its door is shut.
#[derive(Default)]
pub struct Mailbox {
    /// To whom, and the code or the words.
    mails: Mutex<Vec<(String, String)>>,
    shut: AtomicBool,
    turned_away: AtomicUsize,
}

impl Mailbox {
    /// The code of the last mail to an address.
    pub fn code_for(&self, address: &str) -> Option<String> {
        self.mails_to(address).pop()
    }

    /// What was sent to an address, the oldest first.
    pub fn mails_to(&self, address: &str) -> Vec<String> {
        let mails = self.mails.lock().expect("unpoisoned");
        mails.iter().filter(|(to, _)| to == address).map(|(_, words)| words.clone()).collect()
    }

    /// Takes no mail, or takes it again.
    pub fn shut(&self, shut: bool) {
        self.shut.store(shut, Ordering::SeqCst);
    }

    /// How often somebody came while it was shut.
    pub fn turned_away(&self) -> usize {
        self.turned_away.load(Ordering::SeqCst)
    }

    fn take(&self, address: &str, words: String) -> Result<(), ErrorCode> {
        if self.shut.load(Ordering::SeqCst) {
            self.turned_away.fetch_add(1, Ordering::SeqCst);
            return Err(ErrorCode::Unavailable);
        }
        self.mails.lock().expect("unpoisoned").push((address.to_owned(), words));
        Ok(())
    }
}

#[async_trait]
impl Mailer for Mailbox {
    async fn send_code(&self, address: &str, code: &str, _: Lang) -> Result<(), ErrorCode> {
        self.take(address, code.to_owned())
    }

    async fn send_alarm(&self, address: &str, alarm: &str, words: &str) -> Result<(), ErrorCode> {
        self.take(address, format!("{alarm}\n{words}"))
    }
}
