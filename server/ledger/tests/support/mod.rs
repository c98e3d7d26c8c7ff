//! What the tests of the ledger share: a store in memory, and the naive model.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod chain;
pub mod disk;
pub mod model;

use chrono::NaiveDate;
use yui_ledger::{Caps, Command, LotTerms, Op};
use yui_protocol::{CommandId, Millis, Points, ProgrammeId, ShopId, Subject, wallet::LotKind};

/// 2027-03-01T12:00 in Japan.
pub const START: Millis = Millis(1_803_870_000_000);

pub fn wallet(number: u8) -> Subject {
    Subject::from_bytes([number; 16])
}

pub fn shop(number: u8) -> ShopId {
    ShopId([number; 8])
}

pub fn programme(slug: &str) -> ProgrammeId {
    slug.parse().expect("a slug")
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The `n`th id made at this instant.
pub fn id(n: u64, at: Millis) -> CommandId {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&n.to_be_bytes());
    CommandId::new(at, random)
}

pub fn command(n: u64, at: Millis, op: Op) -> Command {
    let mut digest = [0xD1; 32];
    digest[..8].copy_from_slice(&n.to_be_bytes());
    Command { id: id(n, at), digest, signature: None, op }
}

pub fn terms(kind: LotKind, slug: &str, last_day: &str, classes: &[&str]) -> LotTerms {
    let classes = classes.iter().map(|class| (*class).to_owned()).collect();
    LotTerms { kind, programme: programme(slug), last_day: day(last_day), classes }
}

pub fn charge(to: u8, amount: i64, last_day: &str) -> Op {
    let terms = terms(LotKind::Charged, "charge-2027", last_day, &[]);
    Op::Issue { wallet: wallet(to), terms, amount: Points(amount), caps: Caps::default() }
}

pub fn pay(from: u8, to: u8, amount: i64) -> Op {
    Op::Pay {
        payer: wallet(from),
        shop: shop(to),
        shop_classes: Vec::new(),
        amount: Points(amount),
        code: None,
        till: None,
    }
}
