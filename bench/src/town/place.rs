//! Where a town's stores are.

use std::{path::Path, sync::Arc};

use sqlx::{Connection, PgConnection, Row};
use tempfile::TempDir;
use yui_server::town::TOWN_MIGRATIONS;
use yui_store::{Engine as Kind, Store, StoreOptions, StoreUrl, SystemClock, testing::Cluster};
use yui_tests::server::Engine;

use crate::{measure::cpu, outcome::Outcome, peer};

/// A folder of its own on the disk, and on PostgreSQL two schemas of its own.
pub struct Place {
    folder: TempDir,
    database: Option<Database>,
}

struct Database {
    url: String,
    schema: String,
    process: u32,
}

impl Place {
    /// Files.
    pub fn sqlite() -> Outcome<Self> {
        Ok(Self { folder: tempfile::tempdir()?, database: None })
    }

    /// Schemas of this cluster.
    pub fn postgres(cluster: &Cluster) -> Outcome<Self> {
        let process = cluster.process();
        let database = Database { url: cluster.url(), schema: cluster.schema(), process };
        Ok(Self { folder: tempfile::tempdir()?, database: Some(database) })
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where a server in this process would look.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match &self.database {
            Some(Database { url, schema, .. }) => {
                Engine::Postgres { url: url.clone(), schema: schema.clone() }
            }
            None => Engine::Sqlite,
        }
    }

    /// What the server's program is told of it.
    #[must_use]
    pub fn arguments(&self) -> Vec<String> {
        match &self.database {
            Some(Database { url, schema, .. }) => {
                ["--postgres", url, "--schema", schema].map(str::to_owned).to_vec()
            }
            None => Vec::new(),
        }
    }

    /// The town's store.
    #[must_use]
    pub fn url(&self) -> StoreUrl {
        match &self.database {
            Some(Database { url, schema, .. }) => {
                StoreUrl::Postgres { url: url.clone(), schema: format!("{schema}_town") }
            }
            None => StoreUrl::Sqlite(self.folder().join("data/town/town.sqlite")),
        }
    }

    /// Opens the town's store in this process.
    pub async fn open(&self) -> Outcome<Store> {
        Ok(Store::open(StoreOptions::new(self.url(), TOWN_MIGRATIONS, Arc::new(SystemClock))).await?)
    }

    /// The time on the processor that this process, its children and the database have used so far.
    #[must_use]
    pub fn cpu(&self) -> std::time::Duration {
        let database = self.database.as_ref().map(|database| cpu::of_tree(database.process));
        cpu::of_this_tree() + database.unwrap_or_default()
    }

    /// The name of a line about this engine.
    #[must_use]
    pub fn line(&self, what: &str) -> String {
        let engine = if self.database.is_some() { "postgres" } else { "sqlite" };
        format!("{engine}-{what}")
    }

    /// The engine.
    #[must_use]
    pub fn kind(&self) -> Kind {
        if self.database.is_some() { Kind::Postgres } else { Kind::Sqlite }
    }

    /// Lets the database write what it put off, so that it falls into nobody's turn.
    pub async fn settle(&self) -> Outcome<()> {
        match &self.database {
            Some(Database { url, .. }) => peer::settle(url).await,
            None => Ok(()),
        }
    }

    /// What the town's store takes on the disk, projection and indexes included, in bytes. Nobody may have it open on
    /// SQLite.
    pub async fn bytes(&self) -> Outcome<u64> {
        let Some(Database { url, schema, .. }) = &self.database else {
            let mut bytes = 0;
            for file in std::fs::read_dir(self.folder().join("data/town"))? {
                bytes += file?.metadata()?.len();
            }
            return Ok(bytes);
        };
        let mut connection = PgConnection::connect(url).await?;
        let text = "SELECT SUM(pg_total_relation_size(c.oid))::bigint AS bytes FROM pg_class c \
                    WHERE c.relnamespace = $1::text::regnamespace AND c.relkind = 'r'";
        let row = sqlx::query(text).bind(format!("{schema}_town")).fetch_one(&mut connection).await?;
        Ok(u64::try_from(row.try_get::<i64, _>("bytes")?)?)
    }
}
