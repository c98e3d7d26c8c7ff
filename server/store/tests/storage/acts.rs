//! What the tests do: commands of made-up people, and shorthand for units.

use std::{
    path::Path,
    sync::{Arc, Mutex},
};

use chrono::NaiveDate;
use yui_ledger::{Caps, Command, LotTerms, Op, Posted};
use yui_protocol::{CommandId, Millis, Points, ShopId, Subject, wallet::LotKind};
use yui_store::{
    Fate, Hook, Migration, Moment, Placed, Standing, Store, StoreError, StoreUrl, UnitError, Writer,
    testing::Place,
};

pub const HANAKO: Subject = Subject(uuid::Uuid::from_u128(0x11));
pub const SHOP: ShopId = ShopId([1; 8]);

pub const DOMAIN: &[Migration] = &[Migration {
    name: "0001_note",
    sql: "CREATE TABLE note (id {key}, words TEXT NOT NULL UNIQUE, mark {bytes});",
}];

/// A command id of the place's clock; the same `n` gives the same id.
pub fn id(at: Millis, n: u8) -> CommandId {
    CommandId::new(at, [n; 10])
}

pub fn command(at: Millis, n: u8, op: Op) -> Command {
    Command { id: id(at, n), digest: [n; 32], signature: None, op }
}

pub fn issue(wallet: Subject, amount: i64) -> Op {
    let terms = LotTerms {
        kind: LotKind::Charged,
        programme: "charge-2027".parse().expect("a slug"),
        last_day: NaiveDate::from_ymd_opt(2027, 9, 30).expect("a day"),
        classes: Vec::new(),
    };
    Op::Issue { wallet, terms, amount: Points(amount), caps: Caps::default() }
}

pub fn pay(payer: Subject, shop: ShopId, amount: i64) -> Op {
    Op::Pay { payer, shop, shop_classes: Vec::new(), amount: Points(amount), code: None, till: None }
}

pub fn refund(payment: CommandId, shop: ShopId, amount: i64) -> Op {
    Op::Refund { payment, shop, amount: Points(amount) }
}

pub async fn open(place: &Place) -> Store {
    let store = Store::open(place.options().domain(DOMAIN)).await.expect("opens");
    // Of a writer that died, PostgreSQL may not have noticed yet.
    store.writer().standing().wait_for(|now| *now == Standing::Leading).await.expect("leads");
    store
}

/// Puts back a copy and keeps it.
pub async fn restore(copy: &Path, url: &StoreUrl) -> Result<(), StoreError> {
    Placed::copy(copy, url, DOMAIN).await?.keep().await
}

pub async fn apply(writer: &Writer, command: Command) -> Result<Arc<Posted>, UnitError> {
    writer.run(move |unit| Box::pin(async move { unit.apply(&command).await })).await
}

/// Writes a line into the domain's table.
pub async fn note(writer: &Writer, words: &'static str) -> Result<u64, UnitError> {
    writer
        .run(move |unit| {
            Box::pin(async move {
                let at = unit.now();
                let id = unit.fact("note.written", None);
                let text = "INSERT INTO note (id, words, mark) VALUES ($1, $2, $3)";
                let none: Option<i64> = None;
                let rows = unit.sql(text).bind(id).bind(words).bind(none).execute().await?;
                assert!(at.0 > 0);
                Ok(rows)
            })
        })
        .await
}

pub async fn notes(store: &Store) -> Vec<String> {
    let rows = store.reader().sql("SELECT words FROM note ORDER BY id").fetch_all().await.expect("reads");
    rows.iter().map(|row| row.get("words").expect("text")).collect()
}

/// The place as the second pair of eyes sees it.
pub async fn audited(place: &Place) -> yui_audit::Report {
    yui_audit::audit(&audit_place(place.url())).await.expect("can be read")
}

pub fn audit_place(url: &StoreUrl) -> yui_audit::Place {
    match url.clone() {
        StoreUrl::Sqlite(path) => yui_audit::Place::Sqlite(path),
        StoreUrl::Postgres { url, schema } => yui_audit::Place::Postgres { url, schema },
    }
}

pub async fn balance(store: &Store, wallet: Subject) -> Points {
    let balance = store
        .writer()
        .run(move |unit| Box::pin(async move { Ok(unit.ledger().wallet(wallet, unit.now()).balance) }));
    balance.await.expect("reads")
}

type Turn = Box<dyn FnMut(Moment) -> Fate + Send>;

/// A hook made of a closure that can be put in later.
#[derive(Default)]
pub struct Turns(Mutex<Option<Turn>>);

impl Turns {
    pub fn set(&self, turn: impl FnMut(Moment) -> Fate + Send + 'static) {
        *self.0.lock().expect("unpoisoned") = Some(Box::new(turn));
    }

    pub fn clear(&self) {
        *self.0.lock().expect("unpoisoned") = None;
    }
}

impl Hook for Turns {
    fn at(&self, moment: Moment) -> Fate {
        let mut turn = self.0.lock().expect("unpoisoned");
        turn.as_mut().map_or(Fate::GoOn, |turn| turn(moment))
    }
}
