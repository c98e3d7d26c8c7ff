//! `yui-server migrate`.

use std::sync::Arc;

use clap::Args;
use yui_store::SystemClock;

use crate::cli::{
    Failure,
    common::{Data, explained},
};

/// See [`super::Command::Migrate`].
#[derive(Args)]
pub struct Migrate {
    #[command(flatten)]
    data: Data,
}

impl Migrate {
    /// Opens both stores, which migrates them, and closes them again.
    pub async fn run(self) -> Result<(), Failure> {
        self.data.prepare()?;
        let municipality = self.data.municipality()?;
        let clock = Arc::new(SystemClock);
        let realm = yui_server::open_realm(self.data.realm(), clock.clone()).await;
        realm.map_err(explained)?.close().await;
        let town = yui_server::open_town(self.data.town(&municipality), clock).await;
        town.map_err(explained)?.close().await;
        eprintln!("The data of {} is up to date.", municipality.name);
        Ok(())
    }
}
