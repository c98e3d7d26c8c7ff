//! `yui-server backup`: the two stores, as copies of the files (SQLite) or as lines of text (PostgreSQL, or on demand), which
//! either engine takes back: the way of a town that grows. The realm's key is left out on purpose and kept apart from the
//! data it protects.
//!
//! The realm is copied first and the town after it, while a server may go on running: the realm always commits first
//! what crosses both, and keeps an errand until the town has done it. So whatever the copied realm takes for done is
//! in the copied town, and what it does not is done again at the next start.

use std::{
    fs::{self, OpenOptions},
    io::BufWriter,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::PathBuf,
};

use clap::Args;
use yui_store::{StoreError, StoreUrl};
use yui_texts::keys::chores as keys;

use crate::cli::{
    common::{Data, file},
    words::{Failure, say, store_of},
};

/// See [`super::Command::Backup`].
#[derive(Args)]
pub struct Backup {
    #[command(flatten)]
    data: Data,
    /// The new folder to write to.
    #[arg(value_name = "FOLDER")]
    to: PathBuf,
    /// Write lines of text, which `restore` also puts into a database of the other kind. Without this, SQLite files are
    /// copied as files, which is quicker.
    #[arg(long)]
    lines: bool,
}

impl Backup {
    /// Writes the copy.
    pub async fn run(self) -> Result<(), Failure> {
        let municipality = self.data.municipality()?;
        let stores = [("realm", self.data.realm()), ("town", self.data.town(&municipality))];
        for (name, url) in &stores {
            is_there(url).await.map_err(|error| error.within(store_of(name)))?;
        }
        fs::DirBuilder::new()
            .mode(0o700)
            .create(&self.to)
            .map_err(|error| Failure::at(&self.to.display(), error))?;
        let mut written = Vec::new();
        for (name, url) in stores {
            let copied = self.copy(&url, name).await.map_err(|error| {
                let error = error.within(store_of(name));
                // Half a copy looks like a good one until it is needed, and stands in the way of the next try.
                match fs::remove_dir_all(&self.to) {
                    Ok(()) => error.within(keys::REFUSAL_NOTHING_DONE),
                    Err(_) => error,
                }
            })?;
            written.push(copied);
        }
        for copy in &written {
            eprintln!("{}", say(keys::CHORE_COPIED, &file(copy)));
        }
        eprintln!("{}", say(keys::CHORE_COPY_KEY, &file(&self.data.realm_key_file())));
        Ok(())
    }

    async fn copy(&self, url: &StoreUrl, name: &str) -> Result<PathBuf, Failure> {
        if let (StoreUrl::Sqlite(_), false) = (url, self.lines) {
            let to = self.to.join(format!("{name}.db"));
            yui_store::backup(url, &to).await?;
            return Ok(to);
        }
        let to = self.to.join(format!("{name}.jsonl"));
        let reader = yui_store::open_reader(url).await?;
        let mut out = BufWriter::new(OpenOptions::new().write(true).create_new(true).mode(0o600).open(&to)?);
        let written = yui_store::export(&reader, &mut out).await;
        reader.close().await;
        written?;
        out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
        Ok(to)
    }
}

/// Refuses where opening a store would make it: an empty copy looks like a good one until it is needed.
async fn is_there(url: &StoreUrl) -> Result<(), Failure> {
    if yui_store::exists(url).await? {
        return Ok(());
    }
    Err(StoreError::Absent.into())
}
