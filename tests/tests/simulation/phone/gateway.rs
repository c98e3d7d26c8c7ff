//! What a phone's requests are answered: the routes that a paying resident needs, over the office.

use std::{cell::RefCell, collections::BTreeMap, path::Path, sync::LazyLock};

use serde::Serialize;
use serde_json::{Value, json};
use yui_app::http::{HttpRequest, HttpResponse};
use yui_ledger::Posted;
use yui_protocol::{
    Base64Url, ErrorCode, Millis, Points, Problem, PublicKey, Subject, Thumbprint,
    changes::Record,
    command::{Act, Command, SignedCommand},
    identity::{EnrolAnswer, Level, ProfileRecord, VisitorRequest},
    municipality::Municipality,
    shop::Shop,
    wallet::{Entry, EntryState, WalletRecord},
};
use yui_rules::municipality;
use yui_store::Writer;

use super::platform::signature;
use crate::{
    actor::{resident, shop},
    audit,
    office::{self, Request, Want, classes_of},
    server::Server,
    world::World,
};

/// See the module.
pub struct Gateway {
    town: Municipality,
    keys: RefCell<BTreeMap<Thumbprint, (PublicKey, Subject)>>,
}

fn town() -> Municipality {
    static TOWN: LazyLock<Municipality> = LazyLock::new(|| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../municipalities/omura/municipality.toml");
        municipality::parse(&std::fs::read_to_string(file).expect("a town")).expect("a town")
    });
    TOWN.clone()
}

type Reply = Result<Value, Problem>;

impl Gateway {
    pub fn new() -> Self {
        Self { town: town(), keys: RefCell::default() }
    }

    /// The town's configuration.
    pub fn town(&self) -> &Municipality {
        &self.town
    }

    /// None when there is no server to answer.
    pub async fn answer(
        &self,
        world: &World,
        server: &Server,
        request: &HttpRequest,
    ) -> Option<HttpResponse> {
        let writer = server.writer()?;
        let reply = if writer.in_touch() {
            self.route(world, &writer, request).await
        } else {
            Err(Problem::new(ErrorCode::Unavailable))
        };
        Some(match reply {
            Ok(value) => response(200, &value),
            Err(mut problem) => {
                problem.server_time = Some(world.time.now());
                response(problem.status, &problem)
            }
        })
    }

    async fn route(&self, world: &World, writer: &Writer, request: &HttpRequest) -> Reply {
        let now = world.time.now();
        let path = request.url.splitn(4, '/').nth(3).unwrap_or_default();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        match path {
            "v1/municipality" => Ok(json!(self.town)),
            "v1/identity/nonce" => Ok(json!({
                "nonce": Base64Url::encode(&[7; 32]), "expires_at": now.plus(Millis::HOUR), "server_time": now
            })),
            "v1/identity/visitor" => self.enrol(&read(&request.body)?, now),
            "v1/identity/token" => Ok(json!({
                "access_token": "t", "token_type": "DPoP", "expires_in": 600, "server_time": now
            })),
            "v1/changes" => self.changes(world, writer, request, query).await,
            "v1/commands" => self.command(world, writer, &read(&request.body)?).await,
            path => path.strip_prefix("v1/shops/").map_or(Err(Problem::new(ErrorCode::NotFound)), a_shop),
        }
    }

    fn enrol(&self, request: &VisitorRequest, server_time: Millis) -> Reply {
        let number = request.code.parse().map_err(|_| Problem::new(ErrorCode::RegistrationCodeWrong))?;
        let (subject, key) = (resident(number), request.device.key);
        self.keys.borrow_mut().insert(key.thumbprint(), (key, subject));
        let profile = ProfileRecord {
            subject,
            level: Level::Verified,
            name: "田中花子".to_owned(),
            card_last_day: None,
        };
        Ok(json!(EnrolAnswer::Enrolled { profile, server_time }))
    }

    async fn command(&self, world: &World, writer: &Writer, signed: &SignedCommand) -> Reply {
        let known = self.keys.borrow().get(&signed.key).copied();
        let (key, payer) = known.ok_or_else(|| Problem::new(ErrorCode::DeviceUnknown))?;
        if signature(&key.0, &Command::signed_bytes(&signed.payload.0)) != signed.signature {
            return Err(Problem::new(ErrorCode::SignatureInvalid));
        }
        let Command { id, issued_at, valid_until, act, .. } =
            Command::from_payload(&signed.payload.0).map_err(Problem::new)?;
        let Act::Pay(pay) = act else { return Err(Problem::new(ErrorCode::MalformedRequest)) };
        let want = Want::Pay { payer, shop: pay.shop, amount: pay.amount, code: None };
        let request = Request { id, issued_at, valid_until, want };
        world.auditor.borrow_mut().sends(&request);
        let posted = office::answer(writer, request).await.map_err(|error| Problem::new(error.code()))?;
        Ok(json!({ "records": [entry(&posted, payer)] }))
    }

    async fn changes(&self, world: &World, writer: &Writer, request: &HttpRequest, query: &str) -> Reply {
        let (_, proof) = request.headers.iter().find(|(name, _)| name == "dpop").cloned().unwrap_or_default();
        let subject = self.prover(&proof).ok_or_else(|| Problem::new(ErrorCode::Unauthenticated))?;
        let after = query.split('&').find_map(|pair| pair.strip_prefix("after="));
        let after: i64 = after.and_then(|cursor| cursor.parse().ok()).unwrap_or_default();
        let wallet = writer.run(move |unit| {
            Box::pin(async move {
                let view = unit.ledger().wallet(subject, unit.now());
                let seq = unit.ledger().head().seq;
                Ok(WalletRecord { seq, available: view.available, held: view.held, lots: view.lots })
            })
        });
        let wallet = wallet.await.map_err(|error| Problem::new(error.code()))?;
        // What is committed by now is what the feed shows; what the wallet shows may be older, and says so.
        let disk = world.disk.contents();
        let head = disk.log.last().map_or(0, |row| row.place().0);
        let stored = audit::postings(&disk).map_err(|_| Problem::new(ErrorCode::Internal))?;
        let hers =
            stored.iter().filter(|posted| posted.seq > after && posted.wallets().any(|w| w == subject));
        let mut records: Vec<_> = hers.map(|posted| entry(posted, subject)).collect();
        records.push(Record::Wallet(wallet));
        let now = world.time.now();
        Ok(json!({
            "records": records, "cursor": head.to_string(), "more": false,
            "shown": { "seq": head, "cursor": head.to_string() },
            "complete_until": now, "server_time": now
        }))
    }

    /// Whose key made a proof.
    fn prover(&self, proof: &str) -> Option<Subject> {
        let parts = yui_protocol::jws::parse::<yui_protocol::jws::DpopClaims>(proof).ok()?;
        let key = PublicKey::from_jwk(parts.header.jwk.as_ref()?).ok()?.thumbprint();
        self.keys.borrow().get(&key).map(|(_, subject)| *subject)
    }
}

fn read<T: serde::de::DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(body).map_err(|_| Problem::new(ErrorCode::MalformedRequest))
}

fn response(status: u16, body: &impl Serialize) -> HttpResponse {
    HttpResponse { status, headers: Vec::new(), body: serde_json::to_vec(body).expect("serialises") }
}

fn a_shop(id: &str) -> Reply {
    let known = (0..3).map(shop).find(|shop| shop.to_string() == id);
    let id = known.ok_or_else(|| Problem::new(ErrorCode::ShopUnknown))?;
    Ok(json!(Shop {
        id,
        name: "まるや食堂".to_owned(),
        kana: "マルヤショクドウ".to_owned(),
        area: "本町".to_owned(),
        address: "大村市本町".to_owned(),
        postal_code: "8560831".to_owned(),
        telephone: String::new(),
        classes: classes_of(id),
        open: true,
    }))
}

fn entry(posted: &Posted, subject: Subject) -> Record {
    let kind = posted.entry_kind();
    let paid = kind == yui_protocol::wallet::EntryKind::Payment;
    Record::Entry(Entry {
        id: posted.id,
        seq: posted.seq,
        at: posted.at,
        kind,
        state: if paid { EntryState::Paid } else { EntryState::Done },
        amount: posted.amount,
        refunded: Points::ZERO,
        receipt: posted.seq.to_string(),
        shop: None,
        programme: posted.programme().cloned(),
        payment: None,
        code: None,
        lots: posted.lot_uses(subject),
        expired: posted.expired(),
    })
}
