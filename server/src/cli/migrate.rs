//! `yui-server migrate`.

use std::sync::Arc;

use clap::Args;
use yui_store::SystemClock;
use yui_texts::{Args as Put, keys::chores as keys};

use crate::cli::{
    common::Data,
    words::{Failure, say},
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
        let clock = Arc::new(SystemClock);
        for store in yui_server::open_both(town, realm, municipality.code, clock).await? {
            store.close().await;
        }
        eprintln!("{}", say(keys::CHORE_MIGRATED, &Put::new().words("town", municipality.name)));
        Ok(())
    }
}
