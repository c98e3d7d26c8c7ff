//! Payments through the writer inside this process, without HTTP and signatures: what a history is made of.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::task::JoinSet;
use yui_ledger::{Command, Op};
use yui_protocol::{CommandId, Points, ShopId, Signature, Subject};
use yui_store::Store;

use crate::{
    measure::turns::Turn,
    outcome::Outcome,
    town::{Spread, seed::Seeded},
};

/// How many wait for the writer at once.
const SUBMITTERS: u32 = 256;

/// How long the feed may take behind a long history.
const CATCH_UP: Duration = Duration::from_mins(10);

/// Who pays whom, and how often they have.
pub struct History {
    payers: Arc<Vec<Subject>>,
    shops: Arc<Vec<ShopId>>,
    paid: u32,
}

impl History {
    /// Nobody has paid yet.
    #[must_use]
    pub fn of(seeded: &Seeded) -> Self {
        let payers = seeded.payers.iter().map(|payer| payer.subject).collect();
        Self { payers: Arc::new(payers), shops: Arc::new(seeded.shops.clone()), paid: 0 }
    }

    /// Makes so many payments more; `used` tells the time on the processor, that of the feed's included.
    pub async fn turn(&mut self, store: &Store, payments: u32, used: impl Fn() -> Duration) -> Outcome<Turn> {
        let (next, end) = (Arc::new(AtomicU32::new(self.paid)), self.paid + payments);
        self.paid = end;
        let (before, began) = (used(), Instant::now());
        let mut submitters = JoinSet::new();
        for _ in 0..SUBMITTERS {
            let (payers, shops) = (self.payers.clone(), self.shops.clone());
            let (writer, next) = (store.writer().clone(), next.clone());
            submitters.spawn(async move {
                let mut times = Vec::new();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= end {
                        return Ok::<_, yui_store::UnitError>(times);
                    }
                    let payer = payers[number as usize % payers.len()];
                    let shop = Spread::Uniform.shop(number, u32::try_from(shops.len()).unwrap_or(1));
                    let (shop, asked) = (shops[shop as usize], Instant::now());
                    writer
                        .run(move |unit| {
                            Box::pin(async move {
                                let command = payment(unit.now(), payer, shop);
                                unit.apply(&command).await
                            })
                        })
                        .await?;
                    times.push(asked.elapsed());
                }
            });
        }
        let mut times = Vec::new();
        while let Some(submitter) = submitters.join_next().await {
            times.extend(submitter??);
        }
        let wall = began.elapsed();
        store.feed().catch_up(CATCH_UP).await.ok_or("the feed stays behind")?;
        Ok(Turn::of(times, wall, used().saturating_sub(before)))
    }
}

fn payment(now: yui_protocol::Millis, payer: Subject, shop: ShopId) -> Command {
    let mut signature = [0; 64];
    rand::fill(&mut signature);
    let op = Op::Pay {
        payer,
        shop,
        shop_classes: vec!["food".to_owned()],
        amount: Points(1),
        code: None,
        till: None,
    };
    Command {
        id: CommandId::new(now, rand::random()),
        digest: rand::random(),
        signature: Some(Signature(signature)),
        op,
    }
}
