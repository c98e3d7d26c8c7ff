//! For tests of the ledger and of what keeps it: made-up people and their commands, random games of them, and the
//! naive model that says what must come of it. Not part of the shipped program (feature `testing`).

mod chain;
mod deed;
mod disk;
#[allow(clippy::enum_glob_use, reason = "the lint is silent where the crate itself is tested")]
#[expect(
    missing_docs,
    clippy::must_use_candidate,
    reason = "its words are those of the ledger that it judges"
)]
mod model;

use chrono::NaiveDate;
use yui_protocol::{CommandId, Millis, Points, ProgrammeId, ShopId, Subject, wallet::LotKind};

use crate::{Caps, Command, LotTerms, Op};

pub use chain::chain;
pub use deed::{Deed, Era, SHOPS, WALLETS, deed};
pub use disk::{Disk, Tables, compare};
pub use model::Model;

/// 2027-03-01T12:00 in Japan.
pub const START: Millis = Millis(1_803_870_000_000);

/// The wallet with this number.
#[must_use]
pub fn wallet(number: u8) -> Subject {
    Subject::from_bytes([number; 16])
}

/// The shop with this number.
#[must_use]
pub fn shop(number: u8) -> ShopId {
    ShopId([number; 8])
}

/// A programme by its slug.
///
/// # Panics
/// When it is none.
#[must_use]
pub fn programme(slug: &str) -> ProgrammeId {
    slug.parse().expect("a slug")
}

/// A day by its ISO text.
///
/// # Panics
/// When it is none.
#[must_use]
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The `n`th id made at this instant.
#[must_use]
pub fn id(n: u64, at: Millis) -> CommandId {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&n.to_be_bytes());
    CommandId::new(at, random)
}

/// The `n`th command, made at this instant.
#[must_use]
pub fn command(n: u64, at: Millis, op: Op) -> Command {
    let mut digest = [0xD1; 32];
    digest[..8].copy_from_slice(&n.to_be_bytes());
    Command { id: id(n, at), digest, signature: None, op }
}

/// Terms of a lot, in short.
#[must_use]
pub fn terms(kind: LotKind, slug: &str, last_day: &str, classes: &[&str]) -> LotTerms {
    let classes = classes.iter().map(|class| (*class).to_owned()).collect();
    LotTerms { kind, programme: programme(slug), last_day: day(last_day), classes }
}

/// A charge.
#[must_use]
pub fn charge(to: u8, amount: i64, last_day: &str) -> Op {
    let terms = terms(LotKind::Charged, "charge-2027", last_day, &[]);
    Op::Issue { wallet: wallet(to), terms, amount: Points(amount), caps: Caps::default() }
}

/// A payment at a shop of no class.
#[must_use]
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
