//! Everything a phone does with money, and what staff do for it: a town with a resident, a shop and its phone.

mod boundary;
pub mod charge;
pub mod code;
mod feed;
pub mod grant_all;
mod grant_goes_on;
mod hostile;
mod pay;
mod refund;
mod repeated;
mod shop;
mod till;
mod voucher;

use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, ProgrammeId, ShopId, Subject,
    changes::{Changes, Record},
    command::{Act, Command, CommandAnswer, Pay, SignedCommand},
    shop::PairRequest,
    wallet::{Entry, WalletRecord},
};
use yui_server::{
    shop::{ShopDraft, directory, pairing},
    wallet::issue::{self, Issue},
};
use yui_testkit::card::Person;

use crate::support::{Answer, Card, Phone, World, json, public, sign};

/// A staff number.
pub const STAFF: &str = "staff-0001";

/// See the module.
pub struct Town {
    pub world: World,
    pub card: Card,
    pub phone: Phone,
    pub subject: Subject,
    pub shop: ShopId,
    pub shop_phone: Phone,
}

impl Town {
    pub async fn new(world: World) -> Self {
        let card = Card::of(&Person::hanako());
        let (phone, profile) = Phone::registered(&world, &card).await;
        let (shop, shop_phone) = new_shop(&world, "花子パン").await;
        Self { world, card, phone, subject: profile.subject, shop, shop_phone }
    }

    /// The same with charged points in the wallet.
    pub async fn with_points(world: World, points: i64) -> Self {
        let town = Self::new(world).await;
        town.charge(points).await;
        town
    }

    pub async fn charge(&self, points: i64) -> Entry {
        let issue = self.issue("charge-2027", points);
        issue::charge(self.world.yui(), STAFF, issue).await.expect("charged")
    }

    pub fn issue(&self, programme: &str, points: i64) -> Issue {
        Issue {
            id: Phone::command_id(&self.world),
            wallet: self.subject,
            programme: programme.parse().expect("a slug"),
            amount: Points(points),
        }
    }

    pub fn pay_act(&self, points: i64) -> Act {
        Act::Pay(Pay { shop: self.shop, amount: Points(points), till: None })
    }

    /// A payment signed by the key that proves the phone's user.
    pub fn payment(&self, points: i64) -> SignedCommand {
        self.phone.command(&self.world, self.pay_act(points), |_| {})
    }

    /// A payment signed by the phone's plain key.
    pub fn plain_payment(&self, points: i64) -> SignedCommand {
        let plain = Phone { device_uv: None, ..self.phone.clone() };
        plain.command(&self.world, self.pay_act(points), |_| {})
    }

    pub async fn send(&self, signed: &SignedCommand) -> Answer {
        send(&self.world, signed).await
    }

    /// The shop's phone wants this.
    pub async fn by_shop(&self, act: Act) -> Answer {
        self.send(&self.shop_phone.command(&self.world, act, |_| {})).await
    }

    pub async fn pay(&self, points: i64) -> Entry {
        entry(&self.send(&self.payment(points)).await)
    }

    pub async fn wallet(&self) -> WalletRecord {
        let records = feed(&self.world, &self.phone).await;
        let wallet = |record| if let Record::Wallet(wallet) = record { Some(wallet) } else { None };
        records.into_iter().filter_map(wallet).next_back().expect("a wallet")
    }

    pub async fn available(&self) -> i64 {
        self.wallet().await.available.0
    }
}

/// A shop with a paired phone that is logged in.
pub async fn new_shop(world: &World, name: &str) -> (ShopId, Phone) {
    let draft = ShopDraft {
        name: name.to_owned(),
        kana: "ハナコパン".to_owned(),
        area: "竹松".to_owned(),
        classes: vec!["food".to_owned()],
        ..ShopDraft::default()
    };
    let shop = directory::put(world.yui(), STAFF, draft).await.expect("added").shop.id;
    let mut phone = Phone::without_lock();
    let request = pair_request(world, &phone, shop).await;
    let answer = json(world, axum::http::Method::POST, "/v1/shop/pair", &request).await;
    assert_eq!(answer.status.as_u16(), 200, "{}", String::from_utf8_lossy(&answer.body));
    phone.log_in(world).await;
    (shop, phone)
}

/// A phone's request with a fresh pairing code.
pub async fn pair_request(world: &World, phone: &Phone, shop: ShopId) -> PairRequest {
    let code = pairing::make_code(world.yui(), STAFF, shop).await.expect("a code");
    signed_pairing(world, phone, code.secret.as_bytes())
}

pub fn signed_pairing(world: &World, phone: &Phone, secret: &[u8]) -> PairRequest {
    let message = PairRequest::signed_bytes(world.yui().config.town(), secret);
    PairRequest {
        secret: secret.to_vec().into(),
        key: public(&phone.device),
        signature: sign(&phone.device, &message),
    }
}

pub async fn send(world: &World, signed: &SignedCommand) -> Answer {
    json(world, axum::http::Method::POST, "/v1/commands", signed).await
}

/// The line of history in an answer, which comes before what its party has now.
#[track_caller]
pub fn entry(answer: &Answer) -> Entry {
    match answer.json::<CommandAnswer>().records.as_slice() {
        [Record::Entry(entry), Record::Wallet(_) | Record::Takings(_)] => entry.clone(),
        other => panic!("{other:?}"),
    }
}

/// What of an answer stays the same however often it is asked for.
#[track_caller]
pub fn made(answer: &Answer) -> (CommandId, i64, Millis, Record) {
    let answer: CommandAnswer = answer.json();
    (answer.id, answer.seq, answer.at, answer.records.first().expect("what it made").clone())
}

/// Waits until the feed holds all that is committed.
pub async fn settled(world: &World) {
    let head = log_head(world).await;
    world.yui().town.feed().upto().wait_for(|upto| *upto >= head).await.expect("the feed follows");
}

/// The last row of the town's log.
pub async fn log_head(world: &World) -> i64 {
    let text = "SELECT head_seq FROM meta WHERE id = 1";
    let head = world.yui().town.reader().sql(text).fetch_one().await.expect("a head");
    head.get("head_seq").expect("a number")
}

/// A page of the feed.
pub async fn page(world: &World, phone: &Phone, query: &str) -> Answer {
    let method = axum::http::Method::GET;
    let proof = phone.proof(world, &method, "/v1/changes", |_| {});
    let request = phone.with_proof(&method, &format!("/v1/changes{query}"), &proof, None);
    crate::support::request(world, request).await
}

/// All of the feed, by a fresh login: the test's clock may have gone past the last one.
pub async fn feed(world: &World, phone: &Phone) -> Vec<Record> {
    settled(world).await;
    let mut phone = phone.clone();
    phone.log_in(world).await;
    pages(world, &phone, 500).await
}

pub async fn pages(world: &World, phone: &Phone, limit: u32) -> Vec<Record> {
    let mut records = Vec::new();
    let mut query = format!("?limit={limit}");
    loop {
        let changes: Changes = page(world, phone, &query).await.json();
        records.extend(changes.records);
        if !changes.more {
            return records;
        }
        query = format!("?limit={limit}&after={}", changes.cursor);
    }
}

/// The lines of history as they stand, by id.
pub fn history(records: &[Record]) -> Vec<Entry> {
    let mut lines: Vec<Entry> = Vec::new();
    for record in records {
        let Record::Entry(entry) = record else { continue };
        match lines.iter_mut().find(|line| line.id == entry.id) {
            Some(line) => *line = entry.clone(),
            None => lines.push(entry.clone()),
        }
    }
    lines
}

pub fn programme(slug: &str) -> ProgrammeId {
    slug.parse().expect("a slug")
}

/// The command inside, bent and signed again.
pub fn bent(town: &Town, signed: &SignedCommand, bend: impl FnOnce(&mut Command)) -> SignedCommand {
    let mut command = Command::from_payload(&signed.payload.0).expect("ours");
    bend(&mut command);
    town.phone.command(&town.world, command.act.clone(), |fresh| *fresh = command.clone())
}

/// The same payload, signed by another key.
pub fn signed_by(signed: &SignedCommand, key: &p256::ecdsa::SigningKey) -> SignedCommand {
    let signature = sign(key, &Command::signed_bytes(&signed.payload.0));
    SignedCommand { key: public(key).thumbprint(), signature, ..signed.clone() }
}

/// How often something is in the log.
pub async fn events(world: &World, name: &str) -> usize {
    let rows = world.yui().town.reader().sql("SELECT kind, body FROM event ORDER BY seq").fetch_all().await;
    let named = |row: &yui_store::Row| {
        let event = yui_store::Event::from_row(row.get("kind").ok()?, &row.get::<Vec<u8>>("body").ok()?)?;
        Some(event.name == name)
    };
    rows.expect("rows").iter().filter(|row| named(row) == Some(true)).count()
}

/// An id that nobody used.
pub fn unused(world: &World) -> CommandId {
    Phone::command_id(world)
}

/// The code of a refused answer.
#[track_caller]
pub fn refusal(answer: &Answer) -> Option<ErrorCode> {
    (answer.status.as_u16() != 200).then(|| answer.json::<yui_protocol::Problem>().code)
}
