//! The server of the tests, in memory.

mod commands;
mod shops;

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard},
};

use async_trait::async_trait;
use p256::ecdsa::{VerifyingKey, signature::Verifier};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use yui_app::http::{HttpRequest, HttpResponse, HttpStream, HttpTransport, Method, TransportError};
use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, Problem, PublicKey, Signature, Thumbprint,
    identity::{EnrolKey, EnrolRequest, EnrolStatement, LeaveRequest, VisitorRequest},
    jws::{self, AssertionClaims, DpopClaims},
};

use super::rules::{SHOP, code_secret, municipality};

/// When the tests begin.
pub const START: i64 = 1_795_392_000_000;

/// Whose feed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Party {
    Person,
    Shop,
}

/// What becomes of a registration with a card.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
enum Registrations {
    /// It counts.
    #[default]
    Taken,
    /// Staff look at it first.
    Reviewed,
    /// It is refused, as too many wait for staff.
    Refused,
}

#[derive(Default)]
struct State {
    now: i64,
    keys: BTreeMap<Thumbprint, (PublicKey, Party)>,
    revoked: Vec<Thumbprint>,
    phones: Vec<Thumbprint>,
    tokens: BTreeMap<String, Thumbprint>,
    accepted: BTreeMap<CommandId, (Vec<u8>, Value)>,
    codes: Vec<CommandId>,
    payments: Vec<Value>,
    feed: Vec<(Party, Value)>,
    balance: i64,
    seq: i64,
    refuse: Option<Problem>,
    /// What an older server answers to every command, before it looks at the id.
    refuse_all: Option<Problem>,
    refused: usize,
    feed_down: bool,
    /// Up to where the feed goes while it trails what is accepted.
    feed_held_at: Option<usize>,
    /// Balance, row and length of the feed in a backup.
    backup: (i64, i64, usize),
    /// How often a backup was put back.
    era: usize,
    /// Seconds in `Retry-After` of the answer `busy` to the next command.
    busy: Option<u32>,
    registrations: Registrations,
    no_pairing: bool,
    pairs_with_another: bool,
    vouchers: BTreeMap<Vec<u8>, i64>,
    /// The names of the shops in the directory.
    shops: Vec<&'static str>,
    visitor_codes: Vec<String>,
    requests: usize,
    streams: Vec<mpsc::Sender<Vec<u8>>>,
}

/// See the module.
pub struct Server(Mutex<State>);

type Answer = Result<Value, Problem>;

impl Server {
    pub fn new() -> Self {
        Self(Mutex::new(State { now: START, ..State::default() }))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("unpoisoned")
    }

    pub fn advance(&self, millis: i64) {
        self.state().now += millis;
    }

    /// Money at the counter.
    pub fn charge(&self, amount: i64) {
        let mut state = self.state();
        state.seq += 1;
        state.balance += amount;
        let entry = entry(
            &state,
            CommandId::new(Millis(state.now), rand::random()),
            "charge",
            "done",
            amount,
            json!({}),
        );
        state.tell(Party::Person, entry);
        state.tell_wallet();
    }

    /// Keeps how everything stands now.
    pub fn back_up(&self) {
        let mut state = self.state();
        state.backup = (state.balance, state.seq, state.feed.len());
    }

    /// What happened since the backup is gone.
    pub fn put_back(&self) {
        let mut state = self.state();
        let (balance, seq, feed) = state.backup;
        (state.balance, state.seq) = (balance, seq);
        state.feed.truncate(feed);
        state.era += 1;
    }

    /// Something this version does not know.
    pub fn publish(&self, record: Value) {
        self.state().tell(Party::Person, record);
    }

    /// The next command is refused so.
    pub fn refuse_next(&self, problem: Problem) {
        self.state().refuse = Some(problem);
    }

    /// Every command is refused so, known ids too, as by a server that tests key, card and clock before the id.
    pub fn refuse_all(&self, problem: Option<Problem>) {
        self.state().refuse_all = problem;
    }

    /// How often it did.
    pub fn refused(&self) -> usize {
        self.state().refused
    }

    /// Whether the feed cannot be read.
    pub fn set_feed_down(&self, down: bool) {
        self.state().feed_down = down;
    }

    /// Whether the feed trails: it shows nothing that comes from now on, and does not say that it is complete.
    pub fn hold_feed(&self, held: bool) {
        let mut state = self.state();
        state.feed_held_at = held.then_some(state.feed.len());
    }

    /// The next command is answered `busy`, with the wish to be left alone for so many seconds.
    pub fn busy_next(&self, seconds: u32) {
        self.state().busy = Some(seconds);
    }

    /// Registrations with a card count from now on.
    pub fn take_registrations(&self) {
        self.state().registrations = Registrations::Taken;
    }

    /// Staff look at registrations with a card before they count.
    pub fn review_registrations(&self) {
        self.state().registrations = Registrations::Reviewed;
    }

    /// Staff refuse what they look at: nobody knows its keys any more.
    pub fn refuse_reviews(&self) {
        self.state().keys.clear();
    }

    /// Registrations with a card are refused, as too many wait for staff.
    pub fn refuse_registrations(&self) {
        self.state().registrations = Registrations::Refused;
    }

    /// Whether no pairing code is good from now on.
    pub fn refuse_pairing(&self, refuse: bool) {
        self.state().no_pairing = refuse;
    }

    /// The pairing code is another shop's from now on.
    pub fn pair_with_another(&self) {
        self.state().pairs_with_another = true;
    }

    /// A voucher sold at the counter.
    pub fn sell_voucher(&self, secret: [u8; 16], amount: i64) {
        self.state().vouchers.insert(secret.to_vec(), amount);
    }

    /// The directory has these shops, two a page.
    pub fn list_shops(&self, names: impl IntoIterator<Item = &'static str>) {
        self.state().shops = names.into_iter().collect();
    }

    /// A payment made by somebody else's phone.
    pub fn paid_by_another(&self, amount: i64) -> CommandId {
        let mut state = self.state();
        state.balance += amount;
        state.seq += 1;
        let id = CommandId::new(Millis(state.now), rand::random());
        state.pay(id, Points(amount), json!({}), Party::Shop).expect("paid");
        id
    }

    /// How many records of a type and kind or state the shop or the resident was told of.
    pub fn told(&self, what: impl Fn(&Value) -> bool) -> usize {
        self.state().feed.iter().filter(|(_, record)| what(record)).count()
    }

    pub fn revoke_all(&self) {
        let mut state = self.state();
        state.revoked = state.keys.keys().copied().collect();
    }

    /// Shops take away what their phones may do.
    pub fn revoke_shops(&self) {
        let mut state = self.state();
        let shops = state.keys.iter().filter(|(_, (_, party))| *party == Party::Shop);
        state.revoked = shops.map(|(id, _)| *id).collect();
    }

    /// Whether somebody waits for news.
    pub fn is_followed(&self) -> bool {
        !self.state().streams.is_empty()
    }

    /// Ids and amounts of the payments there are, oldest first.
    pub fn payments(&self) -> Vec<(String, i64)> {
        let pair =
            |p: &Value| (p["id"].as_str().unwrap_or_default().to_owned(), p["amount"].as_i64().unwrap_or(0));
        self.state().payments.iter().map(pair).collect()
    }

    pub fn balance(&self) -> i64 {
        self.state().balance
    }

    pub fn requests(&self) -> usize {
        self.state().requests
    }

    fn answer(&self, request: &HttpRequest) -> (Answer, Option<&'static str>) {
        let mut state = self.state();
        state.requests += 1;
        let path = request.url.strip_prefix("https://yui.example").unwrap_or_default();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let answer = match (request.method, path) {
            (Method::Get, "/v1/municipality") => {
                Ok(serde_json::to_value(municipality()).expect("serialises"))
            }
            (Method::Get, p) if p == format!("/v1/shops/{SHOP}") => Ok(shops::shop()),
            (Method::Get, "/v1/shops") => Ok(state.shops(query)),
            (Method::Post, "/v1/shop/refund-quote") => return (state.refund_quote(request), Some("n-1")),
            (Method::Post, "/v1/identity/nonce") => Ok(json!({
                "nonce": yui_protocol::Base64Url::encode(&[7; 32]),
                "expires_at": state.now + 300_000,
                "server_time": state.now,
            })),
            (Method::Post, "/v1/identity/enrol") => state.enrol(&request.body),
            (Method::Post, "/v1/identity/visitor/code") => state.visitor_code(&request.body),
            (Method::Post, "/v1/identity/visitor") => state.visitor(&request.body),
            (Method::Post, "/v1/shop/pair") => state.pair(&request.body),
            (Method::Post, "/v1/commands") => state.command(&request.body),
            (Method::Post, "/v1/identity/token") => return (state.token(request), Some("n-1")),
            (Method::Post, "/v1/identity/leave") => return (state.leave(request), Some("n-1")),
            _ => match state.who(request) {
                Ok(party) => return (state.logged_in(request.method, path, query, party), Some("n-1")),
                Err(problem) => return (Err(problem), Some("n-1")),
            },
        };
        (answer, None)
    }
}

fn problem(code: ErrorCode) -> Problem {
    Problem::new(code)
}

fn typed(kind: &str, mut record: Value) -> Value {
    record["type"] = json!(kind);
    record
}

fn entry(state: &State, id: CommandId, kind: &str, status: &str, amount: i64, more: Value) -> Value {
    let mut value = json!({"type": "entry", "id": id, "seq": state.seq, "at": state.now, "kind": kind,
        "state": status, "amount": amount, "refunded": 0, "receipt": format!("R{}", state.seq)});
    if let (Some(value), Value::Object(more)) = (value.as_object_mut(), more) {
        value.extend(more);
    }
    value
}

fn verified(key: &PublicKey, message: &[u8], signature: &Signature) -> bool {
    let key = VerifyingKey::from_sec1_bytes(&key.0).expect("a point on the curve");
    key.verify(message, &p256::ecdsa::Signature::from_slice(&signature.0).expect("r and s")).is_ok()
}

fn read<T: serde::de::DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(body).map_err(|_| problem(ErrorCode::MalformedRequest))
}

impl State {
    fn tell(&mut self, party: Party, record: Value) {
        self.feed.push((party, record));
        self.streams.retain(|stream| stream.try_send(b"event: news\ndata: {}\n\n".to_vec()).is_ok());
    }

    fn wallet(&self) -> Value {
        let lots = if self.balance == 0 {
            json!([])
        } else {
            json!([{"id": 1, "kind": "charged", "programme": "charge-2026", "amount": self.balance,
                    "last_day": "2027-05-22", "classes": [], "issued_at": START}])
        };
        json!({"type": "wallet", "seq": self.seq, "available": self.balance, "held": 0, "lots": lots})
    }

    fn shown(&self) -> Value {
        json!({"seq": self.seq, "cursor": format!("{}.{}", self.era, self.seq)})
    }

    /// Whether a place that was shown is of a future which was put back.
    fn is_gone(&self, shown: &str) -> bool {
        let (era, seq) = shown.split_once('.').expect("one of ours");
        let seq: i64 = seq.parse().expect("a row");
        era != self.era.to_string() && seq > self.backup.1
    }

    fn tell_wallet(&mut self) {
        let wallet = self.wallet();
        self.tell(Party::Person, wallet);
    }

    fn enrol(&mut self, body: &[u8]) -> Answer {
        let request: EnrolRequest = read(body)?;
        if self.registrations == Registrations::Refused {
            return Err(problem(ErrorCode::TooManyReviews));
        }
        self.bind(&request.statement.0, &request.device, request.device_uv.as_ref())?;
        let profile = json!({"subject": "0199c0de-0000-4000-8000-000000000001", "level": "verified", "name": "田中　花子"});
        if self.registrations == Registrations::Reviewed {
            self.feed.push((Party::Person, typed("profile", profile)));
            return Ok(json!({"state": "in_review", "reference": "A-7", "server_time": self.now}));
        }
        Ok(json!({"state": "enrolled", "profile": profile, "server_time": self.now}))
    }

    /// The phone's keys sign the statement, and are hers from now on.
    fn bind(&mut self, statement: &[u8], device: &EnrolKey, user: Option<&EnrolKey>) -> Result<(), Problem> {
        let signed = EnrolStatement::signed_bytes(statement);
        for key in [Some(device), user].into_iter().flatten() {
            assert!(verified(&key.key, &signed, &key.signature), "the phone's key signs the statement");
            if self.revoked.contains(&key.key.thumbprint()) {
                return Err(problem(ErrorCode::DeviceRevoked));
            }
            self.keys.insert(key.key.thumbprint(), (key.key, Party::Person));
        }
        self.phones.push(device.key.thumbprint());
        Ok(())
    }

    fn visitor_code(&mut self, body: &[u8]) -> Answer {
        let asked: Value = read(body)?;
        assert_eq!(asked["email"], json!("hanako@example.jp"));
        self.visitor_codes.push("246810".to_owned());
        Ok(Value::Null)
    }

    fn visitor(&mut self, body: &[u8]) -> Answer {
        let request: VisitorRequest = read(body)?;
        let known = self.visitor_codes.iter().position(|code| *code == request.code);
        let known = known.ok_or_else(|| problem(ErrorCode::RegistrationCodeWrong))?;
        self.bind(&request.statement.0, &request.device, None)?;
        self.visitor_codes.remove(known);
        let profile =
            json!({"subject": "0199c0de-0000-4000-8000-000000000002", "level": "visitor", "name": ""});
        self.feed.push((Party::Person, typed("profile", profile.clone())));
        Ok(json!({"state": "enrolled", "profile": profile, "server_time": self.now}))
    }

    fn leave(&mut self, request: &HttpRequest) -> Answer {
        self.who(request)?;
        let wish: LeaveRequest = read(&request.body)?;
        if self.balance > 0 && !wish.give_up_balance {
            return Err(problem(ErrorCode::BalanceRemains));
        }
        self.balance = 0;
        self.revoked.extend(self.phones.iter());
        Ok(Value::Null)
    }

    fn devices(&self) -> Value {
        self.phones
            .iter()
            .map(|id| {
                let mut device = json!({"id": id, "name": "花子の電話", "added_at": START, "seen_day": "2026-11-23",
                                        "proves_user": true});
                if self.revoked.contains(id) {
                    device["revoked_at"] = json!(self.now);
                }
                device
            })
            .collect()
    }

    fn refund_quote(&self, request: &HttpRequest) -> Answer {
        self.who(request)?;
        let asked: Value = read(&request.body)?;
        let payment = self.payments.iter().find(|payment| payment["id"] == asked["payment"]);
        let payment = payment.ok_or_else(|| problem(ErrorCode::PaymentUnknown))?;
        let number = |value: &Value| value.as_i64().unwrap_or(0);
        let left = number(&payment["amount"]) - number(&payment["refunded"]) - number(&asked["amount"]);
        if left < 0 {
            return Err(problem(ErrorCode::RefundTooLarge));
        }
        Ok(json!({"payment": asked["payment"], "amount": asked["amount"], "expired": 0, "left": left}))
    }

    fn till(&self, id: &str) -> Option<Value> {
        let is_it = |(_, record): &&(Party, Value)| record["type"] == "till" && record["id"] == json!(id);
        self.feed.iter().rev().find(is_it).map(|(_, record)| record.clone())
    }

    fn token(&mut self, request: &HttpRequest) -> Answer {
        let proof = Self::proof(request, None)?;
        let form = String::from_utf8_lossy(&request.body).into_owned();
        let assertion =
            form.split("assertion=").nth(1).ok_or_else(|| problem(ErrorCode::AssertionInvalid))?;
        let parts = jws::parse::<AssertionClaims>(assertion).map_err(problem)?;
        let key = parts.header.kid.ok_or_else(|| problem(ErrorCode::AssertionInvalid))?;
        if self.revoked.contains(&key) {
            return Err(problem(ErrorCode::DeviceRevoked));
        }
        let (public, _) = *self.keys.get(&key).ok_or_else(|| problem(ErrorCode::DeviceUnknown))?;
        if self.registrations == Registrations::Reviewed {
            return Err(problem(ErrorCode::UnderReview));
        }
        if key != proof || !verified(&public, parts.signing_input.as_bytes(), &parts.signature) {
            return Err(problem(ErrorCode::AssertionInvalid));
        }
        if (parts.claims.iat * 1000 - self.now).abs() > 60_000 {
            let mut skew = problem(ErrorCode::ClockSkew);
            skew.server_time = Some(Millis(self.now));
            return Err(skew);
        }
        let token = format!("t-{}", self.tokens.len());
        self.tokens.insert(token.clone(), key);
        Ok(json!({"access_token": token, "token_type": "DPoP", "expires_in": 600, "server_time": self.now}))
    }

    /// The key of a right DPoP proof.
    fn proof(request: &HttpRequest, token: Option<&str>) -> Result<Thumbprint, Problem> {
        let header = |name: &str| request.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
        let proof = header("dpop").ok_or_else(|| problem(ErrorCode::DpopInvalid))?;
        let parts = jws::parse::<DpopClaims>(&proof).map_err(problem)?;
        let key = PublicKey::from_jwk(&parts.header.jwk.ok_or_else(|| problem(ErrorCode::DpopInvalid))?)
            .map_err(problem)?;
        let fits = verified(&key, parts.signing_input.as_bytes(), &parts.signature)
            && parts.claims.htm == request.method.word()
            && request.url.split('?').next() == Some(parts.claims.htu.as_str())
            && parts.claims.ath == token.map(jws::access_token_hash);
        if !fits {
            return Err(problem(ErrorCode::DpopInvalid));
        }
        if parts.claims.nonce.as_deref() != Some("n-1") {
            return Err(problem(ErrorCode::UseDpopNonce));
        }
        Ok(key.thumbprint())
    }

    fn who(&self, request: &HttpRequest) -> Result<Party, Problem> {
        let header = request.headers.iter().find(|(n, _)| n == "authorization").map(|(_, v)| v.clone());
        let token = header.and_then(|v| v.strip_prefix("DPoP ").map(str::to_owned));
        let token = token.ok_or_else(|| problem(ErrorCode::Unauthenticated))?;
        let key = Self::proof(request, Some(&token))?;
        if self.tokens.get(&token) != Some(&key) {
            return Err(problem(ErrorCode::Unauthenticated));
        }
        if self.revoked.contains(&key) {
            return Err(problem(ErrorCode::DeviceRevoked));
        }
        self.keys.get(&key).map(|(_, party)| *party).ok_or_else(|| problem(ErrorCode::DeviceUnknown))
    }

    fn logged_in(&mut self, method: Method, path: &str, query: &str, party: Party) -> Answer {
        match (method, path) {
            (Method::Get, "/v1/changes") if self.feed_down => Err(problem(ErrorCode::Unavailable)),
            (Method::Get, "/v1/changes") => {
                let named = |name| query.split('&').find_map(|pair| pair.strip_prefix(name));
                let anew =
                    named("shown=").is_some_and(|shown| shown.split(',').any(|place| self.is_gone(place)));
                let after = named("after=").filter(|_| !anew).and_then(|n| n.parse().ok());
                let after: usize = after.unwrap_or(0);
                let upto = self.feed_held_at.unwrap_or(self.feed.len());
                let page: Vec<_> = self.feed.iter().enumerate().take(upto).skip(after).take(3).collect();
                let cursor = page.last().map_or(after, |(n, _)| n + 1);
                let records: Vec<_> =
                    page.iter().filter(|(_, (p, _))| *p == party).map(|(_, (_, r))| r.clone()).collect();
                Ok(json!({"records": records, "cursor": cursor.to_string(), "more": cursor < upto,
                          "anew": anew, "shown": self.shown(),
                          "complete_until": self.feed_held_at.is_none().then_some(self.now),
                          "server_time": self.now}))
            }
            (Method::Get, path) if path.starts_with("/v1/tills/") => {
                let id = path.rsplit('/').next().unwrap_or_default();
                self.till(id).ok_or_else(|| problem(ErrorCode::TillUnknown))
            }
            (Method::Post, "/v1/identity/sign-out") => {
                self.revoked.extend(self.phones.iter());
                Ok(Value::Null)
            }
            (Method::Get, "/v1/identity/devices") => Ok(self.devices()),
            (Method::Delete, path) if path.starts_with("/v1/identity/devices/") => {
                let id = path.rsplit('/').next().and_then(|id| id.parse().ok());
                let id =
                    id.filter(|id| self.phones.contains(id)).ok_or_else(|| problem(ErrorCode::NotFound))?;
                self.revoked.push(id);
                Ok(Value::Null)
            }
            _ => Err(problem(ErrorCode::NotFound)),
        }
    }
}

#[async_trait]
impl HttpTransport for Server {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let (answer, nonce) = self.answer(&request);
        let mut headers: Vec<_> =
            nonce.map(|n| ("dpop-nonce".to_owned(), n.to_owned())).into_iter().collect();
        if answer.as_ref().is_err_and(|problem| problem.code == ErrorCode::Busy) {
            let seconds = self.state().busy.take().unwrap_or_default();
            headers.push(("retry-after".to_owned(), seconds.to_string()));
        }
        let (status, body) = match answer {
            Ok(value) => (200, value),
            Err(problem) => (problem.status, serde_json::to_value(&problem).expect("serialises")),
        };
        Ok(HttpResponse { status, headers, body: serde_json::to_vec(&body).expect("serialises") })
    }

    async fn stream(&self, request: HttpRequest) -> Result<HttpStream, TransportError> {
        let mut state = self.state();
        let (sender, chunks) = mpsc::channel(64);
        let (status, body) = match state.who(&request) {
            Ok(_) => (200, Vec::new()),
            Err(problem) => (problem.status, serde_json::to_vec(&problem).expect("serialises")),
        };
        state.streams.push(sender);
        let headers = vec![("dpop-nonce".to_owned(), "n-1".to_owned())];
        Ok(HttpStream { head: HttpResponse { status, headers, body }, chunks })
    }
}
