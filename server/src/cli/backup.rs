//! `yui-server backup` and `yui-server restore`: the two stores, as copies of the files (SQLite) or as lines of text
//! (PostgreSQL). The realm's key is left out on purpose and kept apart from the data it protects.
//!
//! The realm is copied first and the town after it, while a server may go on running: the realm always commits first
//! what crosses both, and keeps an errand until the town has done it. So whatever the copied realm takes for done is
//! in the copied town, and what it does not is done again at the next start.

use std::{
    fs::{self, File, OpenOptions},
    io::{BufReader, BufWriter},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args;
use yui_server::identity::realm_key::{self, RealmKey};
use yui_store::{Import, Migration, StoreError, StoreUrl, SystemClock};
use yui_texts::{Args as Put, keys::chores as keys};

use crate::cli::{
    common::Data,
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
}

/// See [`super::Command::Restore`].
#[derive(Args)]
pub struct Restore {
    #[command(flatten)]
    data: Data,
    /// The folder that `backup` wrote.
    #[arg(value_name = "FOLDER")]
    from: PathBuf,
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
        for (name, url) in stores {
            let written = copy(&url, &self.to, name).await.map_err(|error| error.within(store_of(name)))?;
            eprintln!("{}", say(keys::CHORE_COPIED, &file(&written)));
        }
        eprintln!("{}", say(keys::CHORE_COPY_KEY, &file(&self.data.realm_key_file())));
        Ok(())
    }
}

/// Refuses where opening a store would make it: an empty copy looks like a good one until it is needed.
async fn is_there(url: &StoreUrl) -> Result<(), Failure> {
    if yui_store::exists(url).await? {
        return Ok(());
    }
    Err(StoreError::Absent.into())
}

async fn copy(url: &StoreUrl, folder: &Path, name: &str) -> Result<PathBuf, Failure> {
    if let StoreUrl::Sqlite(_) = url {
        let to = folder.join(format!("{name}.db"));
        yui_store::backup(url, &to).await?;
        return Ok(to);
    }
    let to = folder.join(format!("{name}.jsonl"));
    let store = open(url.clone(), name).await?;
    let mut out = BufWriter::new(OpenOptions::new().write(true).create_new(true).mode(0o600).open(&to)?);
    yui_store::export(store.reader(), &mut out).await?;
    out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
    store.close().await;
    Ok(to)
}

async fn open(url: StoreUrl, name: &str) -> Result<yui_store::Store, Failure> {
    let clock = Arc::new(SystemClock);
    let opened = if name == "town" {
        yui_server::open_town(url, clock).await
    } else {
        yui_server::open_realm(url, clock).await
    };
    Ok(opened?)
}

impl Restore {
    /// Puts the copy back.
    pub async fn run(self) -> Result<(), Failure> {
        self.data.prepare()?;
        let municipality = self.data.municipality()?;
        let stores = [
            Target {
                name: "town",
                url: self.data.town(&municipality),
                migrations: yui_server::town::TOWN_MIGRATIONS,
            },
            Target {
                name: "realm",
                url: self.data.realm(),
                migrations: yui_server::identity::REALM_MIGRATIONS,
            },
        ];
        for store in &stores {
            let looked = store.look(&self.from).await;
            looked.map_err(|error| error.within(store_of(store.name)).within(keys::REFUSAL_NOTHING_DONE))?;
        }
        put_back(&self.from, &stores).await?;
        let key_file = self.data.realm_key_file();
        match RealmKey::load(&key_file).map_err(|error| Failure::of_key(&key_file.display(), error))? {
            Some(key) => {
                let realm = yui_server::open_realm(self.data.realm(), Arc::new(SystemClock)).await?;
                let confirmed = realm_key::confirm(&realm, &key).await;
                realm.close().await;
                if let Err(error) = confirmed {
                    eprintln!("{}", Failure::from(error).within(keys::CHORE_RESTORED_BUT));
                }
            }
            None => eprintln!("{}", say(keys::CHORE_RESTORED_KEY, &file(&key_file))),
        }
        eprintln!("{}", say(keys::CHORE_RESTORED, &Put::new()));
        Ok(())
    }
}

/// A file, to be named in a sentence.
fn file(path: &Path) -> Put {
    Put::new().words("file", path.display().to_string())
}

/// A copy of a store: its file, or its lines of text.
fn copies(from: &Path, name: &str) -> [PathBuf; 2] {
    [from.join(format!("{name}.db")), from.join(format!("{name}.jsonl"))]
}

/// Where one of the two stores is put back.
struct Target {
    name: &'static str,
    url: StoreUrl,
    migrations: &'static [Migration],
}

impl Target {
    /// Whether it can be put back, before the first of them is.
    async fn look(&self, from: &Path) -> Result<(), Failure> {
        let [file, lines] = copies(from, self.name);
        match self.url {
            StoreUrl::Postgres { .. } if file.exists() => Err(Failure::plain(keys::REFUSAL_COPY_OF_FILES)),
            _ if file.exists() => Ok(yui_store::can_restore(&file, &self.url)?),
            _ => Ok(yui_store::can_import(&self.url, self.migrations, &mut read(&lines)?).await?),
        }
    }

    async fn fill(&self, from: &Path) -> Result<Import, Failure> {
        let [_, lines] = copies(from, self.name);
        Ok(Import::fill(&self.url, self.migrations, &mut read(&lines)?).await?)
    }
}

fn read(lines: &Path) -> Result<BufReader<File>, Failure> {
    File::open(lines).map(BufReader::new).map_err(|error| Failure::at(&lines.display(), error))
}

/// Puts all of them back. Lines of text are read to their end for each store before the first of them counts: where one
/// cannot be read, all places are as empty as before, and the same can be tried again.
async fn put_back(from: &Path, stores: &[Target]) -> Result<(), Failure> {
    let mut filled: Vec<(&str, Import)> = Vec::new();
    for store in stores {
        let [file, _] = copies(from, store.name);
        if file.exists() {
            yui_store::restore(&file, &store.url)
                .map_err(|error| Failure::from(error).within(store_of(store.name)))?;
            continue;
        }
        match store.fill(from).await {
            Ok(import) => filled.push((store.name, import)),
            Err(error) => {
                for (name, import) in filled {
                    let given_up = import.give_up().await;
                    given_up.map_err(|error| Failure::from(error).within(store_of(name)))?;
                }
                return Err(error.within(store_of(store.name)).within(keys::REFUSAL_NOTHING_BACK));
            }
        }
    }
    let mut outcome = keys::REFUSAL_NOTHING_BACK;
    for (name, import) in filled {
        let kept = import.keep().await;
        kept.map_err(|error| Failure::from(error).within(store_of(name)).within(outcome))?;
        // The town's comes first, the realm's is the last.
        outcome = keys::REFUSAL_HALF_BACK;
    }
    Ok(())
}
