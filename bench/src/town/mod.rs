//! A town whose server is measured: a process of its own, over residents and shops that are there already.

pub mod history;
pub mod load;
pub mod payers;
pub mod place;
pub mod seed;

use std::{path::Path, sync::Arc, time::Duration};

use serde_json::{Value, json};
use yui_protocol::{Millis, ShopId};
use yui_store::{Clock, SystemClock};
use yui_tests::{omura, process::ServerProcess};

use crate::{
    measure::{cpu, turns::Turn},
    outcome::Outcome,
    size::Size,
    town::{load::Load, payers::Payer, place::Place, seed::Seeded},
};

/// How many clients are there at once: as many as pgbench's usual run.
pub const CLIENTS: u32 = 32;

/// How long the feed may take behind a turn.
const PATIENCE: Duration = Duration::from_mins(1);

/// How payments spread over shops.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spread {
    /// Over all of them.
    Uniform,
    /// All go to one.
    Hot,
}

impl Spread {
    /// The shop of the payment with this number, of so many.
    #[must_use]
    pub fn shop(self, number: u32, shops: u32) -> u32 {
        match self {
            Self::Uniform => number.wrapping_mul(31) % shops,
            Self::Hot => 0,
        }
    }
}

/// See the module.
pub struct Town {
    place: Place,
    server: ServerProcess,
    payers: Vec<Payer>,
    shops: Vec<ShopId>,
    paid: u32,
    /// By how much its clock is ahead of the machine's, in milliseconds.
    ahead: i64,
}

impl Town {
    /// A town in this place, with residents and shops, and its server running.
    pub async fn begin(program: &Path, place: Place, size: &Size) -> Outcome<Self> {
        let seeded = seed::seed(&place, size).await?;
        Ok(Self::serve(program, place, seeded).await)
    }

    /// The server of a town that is in this place already.
    pub async fn serve(program: &Path, place: Place, seeded: Seeded) -> Self {
        let server = omura::serve(&program.display().to_string(), place.folder(), &place.arguments()).await;
        let Seeded { payers, shops } = seeded;
        Self { place, server, payers, shops, paid: 0, ahead: 0 }
    }

    /// Ends its server in good order.
    pub async fn stop(self) -> Outcome<(Place, Seeded)> {
        let Self { place, mut server, payers, shops, .. } = self;
        server.signal("TERM").await?;
        server.wait().await;
        Ok((place, Seeded { payers, shops }))
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The server's process.
    pub fn process(&self) -> Outcome<u32> {
        self.server.id().ok_or_else(|| "the server has ended".into())
    }

    /// Does a thing of the server's control port.
    pub async fn control(&self, action: &str, with: &Value) -> Outcome<Value> {
        let answer = self.server.control(action, with).await?;
        if answer.get("error").is_some() { Err(format!("{action}: {answer}").into()) } else { Ok(answer) }
    }

    /// The same hour of the next day.
    pub async fn advance_a_day(&mut self) -> Outcome<()> {
        self.control("clock.advance", &json!({ "days": 1 })).await?;
        self.ahead += Millis::DAY;
        Ok(())
    }

    /// Makes so many payments from so many clients at once. The time on the processor is that of the server alone.
    pub async fn turn(&mut self, payments: u32, clients: u32, spread: Spread) -> Outcome<Turn> {
        let process = self.process()?;
        self.turn_with(payments, clients, spread, |_| cpu::of_tree(process)).await
    }

    /// The same, with the time on the processor that `used` tells.
    pub async fn turn_with(
        &mut self,
        payments: u32,
        clients: u32,
        spread: Spread,
        used: impl Fn(&Self) -> Duration,
    ) -> Outcome<Turn> {
        let requests = self.sign(payments, spread)?;
        self.place.settle().await?;
        let before = used(self);
        let (times, wall) = self.load(clients).run(requests).await?;
        self.taken_in().await?;
        Ok(Turn::of(times, wall, used(self).saturating_sub(before)))
    }

    /// Makes so many payments from so many clients at once; how long each took.
    pub async fn times(&mut self, payments: u32, clients: u32, spread: Spread) -> Outcome<Vec<Duration>> {
        let requests = self.sign(payments, spread)?;
        Ok(self.load(clients).run(requests).await?.0)
    }

    fn load(&self, clients: u32) -> Load<'_> {
        Load { origin: &self.server.addresses().origin, clients }
    }

    /// Waits until the feed holds all that was paid: its work is a part of a payment, too.
    async fn taken_in(&self) -> Outcome<()> {
        let began = std::time::Instant::now();
        while began.elapsed() < PATIENCE {
            let lag = self.control("feed.lag", &Value::Null).await?;
            if lag["rows"] == 0 {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err("the feed stays behind".into())
    }

    /// The requests of payments of one point each, every payer in her turn.
    fn sign(&mut self, payments: u32, spread: Spread) -> Outcome<Arc<Vec<Vec<u8>>>> {
        let now = SystemClock.now().plus(self.ahead);
        let load = self.load(CLIENTS);
        let shops = u32::try_from(self.shops.len())?;
        let mut requests = Vec::new();
        for number in self.paid..self.paid + payments {
            let payer = &self.payers[number as usize % self.payers.len()];
            let shop = self.shops[spread.shop(number, shops) as usize];
            requests.push(load.request(&serde_json::to_vec(&payer.payment(now, shop)?)?));
        }
        self.paid += payments;
        Ok(Arc::new(requests))
    }
}
