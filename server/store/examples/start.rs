//! How long a town's store takes to open as its history grows, on SQLite: wallets that pay for months, then as many
//! payments in one day (all of them still in the window that limits and ids look at), and each time the store closed,
//! opened, and one old receipt read. `cargo run -p yui-store --features testing --example start`.
#![expect(clippy::print_stdout, reason = "it prints what it measured")]

use std::time::{Duration, Instant};

use yui_ledger::{Caps, Command, LotTerms, Op};
use yui_protocol::{CommandId, Millis, Points, ShopId, Subject, wallet::LotKind};
use yui_store::{Store, StoreError, UnitError, testing::Place};

const WALLETS: u32 = 500;
const IN_A_UNIT: u32 = 100;
/// Between two units: 1,000 units are 83 days, or 17 hours.
const APART: [(&str, i64); 2] = [("over months", 2 * Millis::HOUR), ("in a day", Millis::MINUTE)];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    for (spread, apart) in APART {
        grow(spread, apart).await?;
    }
    Ok(())
}

async fn grow(spread: &str, apart: i64) -> Result<(), Box<dyn std::error::Error>> {
    let place = Place::sqlite();
    let first = id(place.clock_now(), 0);
    let mut done = 0;
    for goal in [1_000, 10_000, 100_000] {
        let store = Store::open(place.options()).await?;
        while done < goal {
            fill(&store, &place, done).await?;
            done += IN_A_UNIT;
            place.clock().advance(apart);
        }
        store.feed().upto().wait_for(|upto| *upto >= i64::from(done)).await?;
        store.close().await;
        let (opened, read) = measure(&place, first).await?;
        println!(
            "{done} postings {spread}: open in {} ms, an old receipt in {} ms",
            opened.as_millis(),
            read.as_millis()
        );
    }
    Ok(())
}

async fn measure(place: &Place, first: CommandId) -> Result<(Duration, Duration), StoreError> {
    let began = Instant::now();
    let store = Store::open(place.options()).await?;
    let opened = began.elapsed();
    let began = Instant::now();
    store.log().by_id(first).await?.ok_or_else(|| StoreError::Corrupt("the first row is gone".to_owned()))?;
    let read = began.elapsed();
    store.close().await;
    Ok((opened, read))
}

async fn fill(store: &Store, place: &Place, from: u32) -> Result<(), UnitError> {
    let now = place.clock_now();
    let unit = store.writer().run(move |unit| {
        Box::pin(async move {
            for n in from..from + IN_A_UNIT {
                let op = if n < WALLETS { issue(n) } else { pay(n) };
                let command = Command { id: id(now, n), digest: [0; 32], signature: None, op };
                unit.apply(&command).await?;
            }
            Ok(())
        })
    });
    unit.await
}

fn id(at: Millis, n: u32) -> CommandId {
    let mut random = [0; 10];
    random[..4].copy_from_slice(&n.to_be_bytes());
    CommandId::new(at, random)
}

fn wallet(n: u32) -> Subject {
    let mut bytes = [0; 16];
    bytes[..4].copy_from_slice(&(n % WALLETS).to_be_bytes());
    Subject::from_bytes(bytes)
}

fn issue(n: u32) -> Op {
    let terms = LotTerms {
        kind: LotKind::Charged,
        programme: "charge".parse().expect("a slug"),
        last_day: "2029-03-31".parse().expect("a day"),
        classes: Vec::new(),
    };
    Op::Issue { wallet: wallet(n), terms, amount: Points(1_000_000), caps: Caps::default() }
}

fn pay(n: u32) -> Op {
    let (payer, shop) = (wallet(n), ShopId([1; 8]));
    Op::Pay { payer, shop, shop_classes: Vec::new(), amount: Points(100), code: None, till: None }
}
