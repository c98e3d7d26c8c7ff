//! A place for one test's store.

use std::sync::Arc;

use tempfile::TempDir;
use yui_protocol::Millis;

use super::{Cluster, SetClock};
use crate::{
    clock::Clock,
    store::{StoreOptions, StoreUrl},
};

/// Saturday 2027-05-01, noon in Japan.
const NOON: Millis = Millis(1_809_140_400_000);

/// An empty place on one engine, with a clock; the folder goes when the place does.
pub struct Place {
    url: StoreUrl,
    clock: Arc<SetClock>,
    folder: TempDir,
}

impl Place {
    /// A SQLite file in a folder of its own.
    ///
    /// # Panics
    /// When no folder can be made.
    #[must_use]
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("temp dir");
        let url = StoreUrl::Sqlite(folder.path().join("town.db"));
        Self { url, clock: Arc::new(SetClock::at(NOON)), folder }
    }

    /// A schema of its own in the process's cluster.
    ///
    /// # Panics
    /// See [`Cluster::get`].
    #[must_use]
    pub fn postgres() -> Self {
        let cluster = Cluster::get();
        let url = StoreUrl::Postgres { url: cluster.url(), schema: cluster.schema() };
        Self { url, clock: Arc::new(SetClock::at(NOON)), folder: tempfile::tempdir().expect("temp dir") }
    }

    /// Where it is.
    #[must_use]
    pub fn url(&self) -> &StoreUrl {
        &self.url
    }

    /// Its clock, at first noon in Japan on 2027-05-01.
    #[must_use]
    pub fn clock(&self) -> &Arc<SetClock> {
        &self.clock
    }

    /// What its clock shows.
    #[must_use]
    pub fn clock_now(&self) -> Millis {
        self.clock.now()
    }

    /// A folder for other files of the test.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// How to open the store here, without tables of a domain.
    #[must_use]
    pub fn options(&self) -> StoreOptions {
        StoreOptions::new(self.url.clone(), &[], self.clock.clone())
    }
}
