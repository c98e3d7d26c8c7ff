//! A load of everything that moves money, by handsets and staff who ask with the same bytes until they are answered; and
//! the gate that holds them while the store is looked at.

use std::{
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use serde_json::Value;
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{sleep, timeout},
};
use yui_protocol::{
    CommandId, ErrorCode, Points, Problem, ShopId, Subject, command::CommandAnswer,
    municipality::Municipality, qr::CodeKey, wallet::Entry,
};
use yui_store::Party;
use yui_tests::{auditor::Auditor, handset::Handset, process::ServerProcess};

use crate::deeds::{self, Deed};

/// How long a busy machine may take for anything.
pub const PATIENCE: Duration = Duration::from_mins(1);
/// How long a client waits after it was told to ask again later.
const PAUSE: Duration = Duration::from_millis(50);

/// A resident with her phone.
pub struct Resident {
    pub phone: Handset,
    pub subject: Subject,
}

/// A shop with its phone, and what it was paid and may give back.
pub struct Shop {
    pub phone: Handset,
    pub id: ShopId,
    pub paid: Mutex<Vec<CommandId>>,
}

/// A request, as whoever sent it saw it.
#[derive(Clone, Debug)]
pub struct Request {
    pub id: CommandId,
    sent: Instant,
    ended: Instant,
    pub end: End,
}

/// How a request ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum End {
    Acknowledged,
    /// It was told with this code to ask again later.
    PutOff(ErrorCode),
    /// It was never answered.
    Lost,
}

/// See the module.
pub struct Load {
    pub residents: Vec<Resident>,
    pub shops: Vec<Shop>,
    pub code_key: CodeKey,
    pub auditor: Mutex<Auditor>,
    http: reqwest::Client,
    /// Where commands and the control port are.
    to: watch::Sender<Addresses>,
    gate: watch::Sender<bool>,
    waiting: AtomicUsize,
    requests: Mutex<Vec<Request>>,
    ending: AtomicBool,
}

#[derive(Clone)]
struct Addresses {
    origin: String,
    control: String,
}

impl Addresses {
    fn of(server: &ServerProcess) -> Self {
        let of = server.addresses();
        Self { origin: of.origin.clone(), control: of.control.clone() }
    }
}

/// A load that runs.
pub struct Running {
    pub load: Arc<Load>,
    clients: JoinSet<()>,
    count: usize,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("unpoisoned")
}

impl Load {
    /// Registers everybody, gives the residents money, and lets them begin.
    ///
    /// A client gives up on an answer after `patience`, and asks again.
    pub async fn begin(server: &ServerProcess, patience: Duration) -> Running {
        let mut residents = Vec::new();
        for _ in 0..deeds::RESIDENTS {
            let (phone, subject) = Handset::of_visitor(server).await;
            residents.push(Resident { phone, subject });
        }
        let mut shops = Vec::new();
        for _ in 0..deeds::SHOPS {
            let (phone, id) = Handset::of_shop(server).await;
            shops.push(Shop { phone, id, paid: Mutex::default() });
        }
        let http = reqwest::Client::builder().timeout(patience).build().expect("a client");
        let town = http.get(format!("{}/v1/municipality", server.addresses().origin)).send().await;
        let town: Municipality = town.expect("answers").json().await.expect("a town");
        let load = Arc::new(Self {
            residents,
            shops,
            code_key: town.code_key.expect("the server's"),
            auditor: Mutex::default(),
            http,
            to: watch::channel(Addresses::of(server)).0,
            gate: watch::channel(true).0,
            waiting: AtomicUsize::new(0),
            requests: Mutex::default(),
            ending: AtomicBool::new(false),
        });
        for resident in 0..deeds::RESIDENTS {
            load.does(deeds::charge(&load, resident, deeds::MONEY)).await;
        }
        let mut clients = JoinSet::new();
        for client in deeds::clients() {
            let load = Arc::clone(&load);
            clients.spawn(async move {
                while !load.ending.load(Ordering::SeqCst) {
                    client.act(&load).await;
                }
            });
        }
        let count = clients.len();
        Running { load, clients, count }
    }

    /// Does it, asking again with the same bytes until it is answered; the line that it made.
    pub async fn does(&self, deed: Deed) -> Entry {
        locked(&self.auditor).asks(deed.id());
        loop {
            self.through_the_gate().await;
            let sent = Instant::now();
            let to = self.to.borrow().clone();
            let answer = self.send(&self.http, &to, &deed).await;
            let end = match &answer {
                Ok(Ok(_)) => End::Acknowledged,
                Ok(Err(code)) => End::PutOff(code.clone()),
                Err(_) => End::Lost,
            };
            // One that never reached a server was no request.
            if !answer.as_ref().is_err_and(reqwest::Error::is_connect) {
                locked(&self.requests).push(Request { id: deed.id(), sent, ended: Instant::now(), end });
            }
            match answer {
                Ok(Ok(entry)) => return entry,
                _ => sleep(PAUSE).await,
            }
        }
    }

    /// Asks this server once, however long it takes; a code when it says to ask again later.
    pub async fn asks_once(&self, server: &ServerProcess, deed: &Deed) -> Result<Entry, ErrorCode> {
        locked(&self.auditor).asks(deed.id());
        let patient = reqwest::Client::builder().timeout(2 * PATIENCE).build().expect("a client");
        self.send(&patient, &Addresses::of(server), deed).await.expect("is answered")
    }

    async fn through_the_gate(&self) {
        let mut gate = self.gate.subscribe();
        if !*gate.borrow_and_update() {
            self.waiting.fetch_add(1, Ordering::SeqCst);
            gate.wait_for(|open| *open).await.expect("the load outlives its clients");
            self.waiting.fetch_sub(1, Ordering::SeqCst);
        }
    }

    /// The answer, or the code with which the server says to ask again later.
    async fn send(
        &self,
        http: &reqwest::Client,
        Addresses { origin, control }: &Addresses,
        deed: &Deed,
    ) -> reqwest::Result<Result<Entry, ErrorCode>> {
        match deed {
            Deed::Signed { to, command, .. } => {
                let answer = http.post(format!("{origin}/v1/commands")).json(command).send().await?;
                let (status, body) = (answer.status(), answer.bytes().await?);
                if status != 200 {
                    let problem: Problem = serde_json::from_slice(&body).expect("a problem");
                    assert_eq!(status, problem.code.status());
                    return Ok(Err(later(problem.code, deed)));
                }
                let answer: CommandAnswer = serde_json::from_slice(&body).expect("an answer");
                assert_eq!(answer.id, deed.id());
                locked(&self.auditor).answered(*to, &answer.records);
                let entry = answer.records.into_iter().find_map(|record| match record {
                    yui_protocol::changes::Record::Entry(entry) => Some(entry),
                    _ => None,
                });
                Ok(Ok(entry.expect("a line")))
            }
            Deed::Staff { to, with, .. } => {
                let answer = http.post(format!("{control}/control/charge")).json(with).send().await?;
                let answer: Value = serde_json::from_slice(&answer.bytes().await?).expect("JSON");
                if let Some(code) = answer.get("error") {
                    let code = serde_json::from_value(code.clone()).expect("a code");
                    return Ok(Err(later(code, deed)));
                }
                let entry: Entry = serde_json::from_value(answer).expect("a line");
                locked(&self.auditor).acknowledged(Party::Person(*to), &entry);
                Ok(Ok(entry))
            }
        }
    }

    /// Makes a voucher and tells its text; one whose making was not answered is never used.
    pub async fn voucher(&self, points: Points) -> String {
        loop {
            self.through_the_gate().await;
            let control = self.to.borrow().control.clone();
            let with = serde_json::json!({ "points": points, "days": 30 });
            let answer = self.http.post(format!("{control}/control/voucher")).json(&with).send().await;
            if let Ok(answer) = answer
                && let Ok(made) = answer.json::<Value>().await
                && let Some(text) = made["voucher"].as_str()
            {
                return text.to_owned();
            }
            sleep(PAUSE).await;
        }
    }

    /// How many deeds were acknowledged.
    pub fn acknowledged(&self) -> usize {
        locked(&self.auditor).acknowledgements()
    }

    /// What has ended since this was last asked.
    pub fn ended(&self) -> Vec<Request> {
        std::mem::take(&mut *locked(&self.requests))
    }

    /// What was on its way at this instant, of all that has ended since this was last asked.
    pub fn in_flight_at(&self, instant: Instant) -> Vec<Request> {
        let mut ended = self.ended();
        ended.retain(|request| request.sent < instant && instant < request.ended);
        ended
    }

    /// Waits until so many more deeds are acknowledged.
    pub async fn goes_on(&self, more: usize) {
        let wanted = self.acknowledged() + more;
        let deadline = Instant::now() + 2 * PATIENCE;
        while self.acknowledged() < wanted {
            assert!(Instant::now() < deadline, "nothing goes through any more");
            sleep(Duration::from_millis(2)).await;
        }
    }

    /// Lets the clients go on, with this server.
    pub fn open(&self, server: &ServerProcess) {
        self.to.send_replace(Addresses::of(server));
        self.gate.send_replace(true);
    }

    /// Sends what is asked from now on to this server.
    pub fn turns_to(&self, server: &ServerProcess) {
        self.to.send_replace(Addresses::of(server));
    }
}

impl Running {
    /// Holds the clients; returns when each has its answer or knows that there is none.
    pub async fn hold(&self) {
        self.load.gate.send_replace(false);
        let deadline = Instant::now() + 2 * PATIENCE;
        while self.load.waiting.load(Ordering::SeqCst) < self.count {
            assert!(Instant::now() < deadline, "a client neither waits nor is answered");
            sleep(Duration::from_millis(2)).await;
        }
    }

    /// Ends the load: everybody gets an answer first.
    pub async fn end(mut self, server: &ServerProcess) -> Arc<Load> {
        self.load.ending.store(true, Ordering::SeqCst);
        self.load.open(server);
        while let Some(client) = timeout(2 * PATIENCE, self.clients.join_next()).await.expect("in time") {
            client.expect("each deed is acknowledged in the end");
        }
        self.load
    }
}

/// The code, which must be one that is to be asked again.
fn later(code: ErrorCode, deed: &Deed) -> ErrorCode {
    let again = [ErrorCode::Unavailable, ErrorCode::Busy, ErrorCode::StorageFull];
    assert!(again.contains(&code), "{:?}: {code}", deed.id());
    code
}
