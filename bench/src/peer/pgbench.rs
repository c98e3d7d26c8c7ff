//! pgbench's TPC-B-like transaction, PostgreSQL's own measure: an account, a teller and a branch are updated and a row
//! of history written.

use std::time::{Duration, Instant};

use tokio::process::Command;
use yui_store::testing::Cluster;

use crate::{
    measure::{cpu, turns::Turn},
    outcome::Outcome,
    town::CLIENTS,
};

/// A bank with so many branches.
pub struct Bank<'c> {
    cluster: &'c Cluster,
    database: String,
}

impl<'c> Bank<'c> {
    /// Makes one, in a database of this name.
    pub async fn make(cluster: &'c Cluster, database: &str, branches: u32) -> Outcome<Self> {
        let bank = Self { cluster, database: database.to_owned() };
        super::create_database(cluster, &bank.database).await?;
        bank.run(&["-i", "-q", "-s", &branches.to_string()]).await?;
        Ok(bank)
    }

    /// Lets the clients work for so many seconds, in pgbench's own mode, which is `simple`.
    pub async fn turn(&self, seconds: u32) -> Outcome<Turn> {
        self.turn_by(seconds, "simple").await
    }

    /// The same with statements that are prepared once, which cost PostgreSQL less.
    pub async fn turn_prepared(&self, seconds: u32) -> Outcome<Turn> {
        self.turn_by(seconds, "prepared").await
    }

    async fn turn_by(&self, seconds: u32, mode: &str) -> Outcome<Turn> {
        super::settle(&self.cluster.url()).await?;
        let (server, began) = (self.cluster.process(), Instant::now());
        let before = cpu::of_tree(server) + cpu::of_this_tree();
        let clients = CLIENTS.to_string();
        let seconds = seconds.to_string();
        let told = self.run(&["-n", "-M", mode, "-c", &clients, "-j", "2", "-T", &seconds]).await?;
        let (wall, after) = (began.elapsed(), cpu::of_tree(server) + cpu::of_this_tree());
        let acts = after_words(&told, "number of transactions actually processed: ")?;
        // Without the time that it takes to connect, as pgbench itself reports it.
        let rate = after_words(&told, "tps = ")?;
        let latency = Duration::from_secs_f64(after_words(&told, "latency average = ")? / 1000.0);
        let wall = Duration::from_secs_f64(acts / rate).min(wall);
        Ok(Turn { acts, wall, cpu: after.saturating_sub(before), p99: latency, p50: latency })
    }

    async fn run(&self, words: &[&str]) -> Outcome<String> {
        let mut command = Command::new(self.cluster.tool("pgbench"));
        command.arg("-h").arg(self.cluster.folder()).args(["-U", "yui"]).args(words).arg(&self.database);
        let output = command.output().await?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// The number that follows these words.
fn after_words(told: &str, words: &str) -> Outcome<f64> {
    let (_, rest) = told.split_once(words).ok_or_else(|| format!("pgbench did not say “{words}”: {told}"))?;
    let number: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    Ok(number.parse()?)
}
