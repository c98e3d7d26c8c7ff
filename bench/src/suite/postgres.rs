//! Payments through the HTTP API on PostgreSQL, each with its signature checked, beside pgbench and beside the ledger
//! that most teams would write, on one cluster with the settings that PostgreSQL comes with.

use std::path::Path;

use yui_store::testing::Cluster;

use crate::{
    measure::{Bar, Line, Report, turns::Turn},
    outcome::Outcome,
    peer::{pgbench::Bank, plain_ledger::PlainLedger},
    size::Size,
    town::{CLIENTS, Spread, Town, place::Place},
};

/// Measures them in turns.
pub async fn run(size: &Size, server: &Path, report: &mut Report) -> Outcome<()> {
    let cluster = Cluster::own();
    let bank = Bank::make(&cluster, "bank", size.branches).await?;
    let hot_bank = Bank::make(&cluster, "hot_bank", 1).await?;
    let plain = PlainLedger::make(&cluster, size.payers, size.shops).await?;
    let mut town = Town::begin(server, Place::postgres(&cluster)?, size).await?;

    let mut turns = Turns::default();
    for _ in 0..=size.rounds {
        turns.uniform.push(paid(&mut town, size, Spread::Uniform).await?);
        turns.bank.push(bank.turn(size.seconds).await?);
        turns.prepared.push(bank.turn_prepared(size.seconds).await?);
        turns.hot.push(paid(&mut town, size, Spread::Hot).await?);
        turns.hot_bank.push(hot_bank.turn(size.seconds).await?);
        turns.plain.push(plain.turn(size.payments / 4, Spread::Uniform).await?);
        turns.plain_hot.push(plain.turn(size.payments / 10, Spread::Hot).await?);
    }
    turns.report(report)
}

/// A turn with the time on the processor of everything that took part: server, PostgreSQL and the clients.
async fn paid(town: &mut Town, size: &Size, spread: Spread) -> Outcome<Turn> {
    town.turn_with(size.payments, CLIENTS, spread, |town| town.place().cpu()).await
}

#[derive(Default)]
struct Turns {
    uniform: Vec<Turn>,
    hot: Vec<Turn>,
    bank: Vec<Turn>,
    prepared: Vec<Turn>,
    hot_bank: Vec<Turn>,
    plain: Vec<Turn>,
    plain_hot: Vec<Turn>,
}

impl Turns {
    fn report(&self, report: &mut Report) -> Outcome<()> {
        let lines = [
            Line::rate("postgres-http-vs-pgbench", &self.uniform, &self.bank, Bar::AtLeast(2.0)),
            Line::cpu("postgres-http-cpu-vs-pgbench", &self.uniform, &self.bank, Bar::AtMost(0.4)),
            Line::cpu("postgres-http-cpu-vs-pgbench-prepared", &self.uniform, &self.prepared, Bar::None),
            Line::rate("postgres-hot-shop-vs-uniform", &self.hot, &self.uniform, Bar::AtLeast(0.9)),
            Line::rate("postgres-hot-shop-vs-pgbench-1", &self.hot, &self.hot_bank, Bar::AtLeast(5.0)),
            Line::rate("postgres-http-vs-plain-ledger", &self.uniform, &self.plain, Bar::None),
            Line::cpu("postgres-http-cpu-vs-plain-ledger", &self.uniform, &self.plain, Bar::None),
            Line::rate("postgres-hot-shop-vs-plain-ledger", &self.hot, &self.plain_hot, Bar::AtLeast(5.0)),
        ];
        lines.iter().try_for_each(|line| report.line(line))
    }
}
