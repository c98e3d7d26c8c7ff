//! The ledger that most teams would write: one interactive transaction a payment, both accounts locked in the order of
//! their numbers, an entry and a running balance for each.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Instant,
};

use sqlx::{Connection, PgConnection, Row};
use tokio::task::JoinSet;
use yui_store::testing::Cluster;

use crate::{
    measure::{cpu, turns::Turn},
    outcome::Outcome,
    town::{CLIENTS, Spread},
};

const TABLES: &str = "
    CREATE TABLE account (id BIGINT PRIMARY KEY, balance BIGINT NOT NULL CHECK (balance >= 0));
    CREATE TABLE transfer (id UUID PRIMARY KEY, payer BIGINT NOT NULL, shop BIGINT NOT NULL, amount BIGINT NOT NULL,
        at TIMESTAMPTZ NOT NULL DEFAULT now());
    CREATE TABLE entry (id BIGSERIAL PRIMARY KEY, transfer UUID NOT NULL REFERENCES transfer,
        account BIGINT NOT NULL REFERENCES account, amount BIGINT NOT NULL, balance BIGINT NOT NULL);
    CREATE INDEX entry_account ON entry (account, id);";

/// See the module.
pub struct PlainLedger<'c> {
    cluster: &'c Cluster,
    payers: u32,
    shops: u32,
}

impl<'c> PlainLedger<'c> {
    const DATABASE: &'static str = "plain_ledger";

    /// Makes one with so many payers and shops; shops have the numbers after the payers'.
    pub async fn make(cluster: &'c Cluster, payers: u32, shops: u32) -> Outcome<Self> {
        super::create_database(cluster, Self::DATABASE).await?;
        let ledger = Self { cluster, payers, shops };
        let mut connection = ledger.connect().await?;
        sqlx::raw_sql(TABLES).execute(&mut connection).await?;
        sqlx::query("INSERT INTO account SELECT n, 1000000 FROM generate_series(0, $1) n")
            .bind(i64::from(payers + shops - 1))
            .execute(&mut connection)
            .await?;
        Ok(ledger)
    }

    /// Makes so many payments.
    pub async fn turn(&self, payments: u32, spread: Spread) -> Outcome<Turn> {
        super::settle(&self.cluster.url()).await?;
        let server = self.cluster.process();
        let mut connections = Vec::new();
        for _ in 0..CLIENTS {
            connections.push(self.connect().await?);
        }
        let next = Arc::new(AtomicU32::new(0));
        let (before, began) = (cpu::of_tree(server) + cpu::of_this_tree(), Instant::now());
        let mut clients = JoinSet::new();
        for mut connection in connections {
            let (next, payers, shops) = (next.clone(), self.payers, self.shops);
            clients.spawn(async move {
                let mut times = Vec::new();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= payments {
                        connection.close().await?;
                        return Ok::<_, sqlx::Error>(times);
                    }
                    let payer = number.wrapping_mul(7919) % payers;
                    let shop = payers + spread.shop(number, shops);
                    let asked = Instant::now();
                    pay(&mut connection, payer.into(), shop.into()).await?;
                    times.push(asked.elapsed());
                }
            });
        }
        let mut times = Vec::new();
        while let Some(client) = clients.join_next().await {
            times.extend(client??);
        }
        let (wall, after) = (began.elapsed(), cpu::of_tree(server) + cpu::of_this_tree());
        Ok(Turn::of(times, wall, after.saturating_sub(before)))
    }

    async fn connect(&self) -> Outcome<PgConnection> {
        let url = self.cluster.url().replace("/postgres?", &format!("/{}?", Self::DATABASE));
        Ok(PgConnection::connect(&url).await?)
    }
}

async fn pay(connection: &mut PgConnection, payer: i64, shop: i64) -> Result<(), sqlx::Error> {
    let mut transaction = connection.begin().await?;
    let id = uuid::Uuid::now_v7().to_string();
    sqlx::query("INSERT INTO transfer (id, payer, shop, amount) VALUES ($1::text::uuid, $2, $3, 1)")
        .bind(&id)
        .bind(payer)
        .bind(shop)
        .execute(&mut *transaction)
        .await?;
    let locked = sqlx::query("SELECT id, balance FROM account WHERE id IN ($1, $2) ORDER BY id FOR UPDATE")
        .bind(payer)
        .bind(shop)
        .fetch_all(&mut *transaction)
        .await?;
    for row in locked {
        let (account, balance): (i64, i64) = (row.get("id"), row.get("balance"));
        let amount = if account == payer { -1_i64 } else { 1 };
        sqlx::query("UPDATE account SET balance = $2 WHERE id = $1")
            .bind(account)
            .bind(balance + amount)
            .execute(&mut *transaction)
            .await?;
        sqlx::query(
            "INSERT INTO entry (transfer, account, amount, balance) VALUES ($1::text::uuid, $2, $3, $4)",
        )
        .bind(&id)
        .bind(account)
        .bind(amount)
        .bind(balance + amount)
        .execute(&mut *transaction)
        .await?;
    }
    transaction.commit().await
}
