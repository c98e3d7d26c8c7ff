//! What is measured, a suite for each subject.

mod bulk;
mod history;
mod memory;
mod phone;
mod postgres;
mod sqlite;

use std::path::Path;

use yui_store::testing::Cluster;

use crate::{measure::Report, outcome::Outcome, size::Size, town::place::Place};

/// A suite of lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum Suite {
    /// Payments on PostgreSQL.
    Postgres,
    /// Payments on SQLite.
    Sqlite,
    /// Payments after many others, on both.
    History,
    /// Work for everybody while people pay.
    Bulk,
    /// Memory of a large town.
    Memory,
    /// The core on a phone's virtual machine.
    Phone,
}

impl Suite {
    /// These, or all when none was named.
    pub fn chosen(only: &[Self]) -> Vec<Self> {
        if only.is_empty() { <Self as clap::ValueEnum>::value_variants().to_vec() } else { only.to_vec() }
    }

    /// Measures it.
    pub async fn run(self, size: &Size, server: &Path, report: &mut Report) -> Outcome<()> {
        match self {
            Self::Postgres => postgres::run(size, server, report).await,
            Self::Sqlite => sqlite::run(size, server, report).await,
            Self::History => history::run(size, server, report).await,
            Self::Bulk => bulk::run(size, server, report).await,
            Self::Memory => memory::run(size, server, report).await,
            Self::Phone => phone::run(size, server, report).await,
        }
    }
}

/// Does the same for both engines, with places for towns of their own.
async fn on_both(mut work: impl AsyncFnMut(&dyn Fn() -> Outcome<Place>) -> Outcome<()>) -> Outcome<()> {
    work(&Place::sqlite).await?;
    let cluster = Cluster::own();
    work(&|| Place::postgres(&cluster)).await
}
