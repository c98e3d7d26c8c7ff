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
        let (town, realm) = (self.data.town(&municipality), self.data.realm());
        let both = yui_server::open_both(town, realm, municipality.code, Arc::new(SystemClock)).await;
        for store in both.map_err(explained)? {
            store.close().await;
        }
        eprintln!("The data of {} is up to date.", municipality.name);
        Ok(())
    }
}
