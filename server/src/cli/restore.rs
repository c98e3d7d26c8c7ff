//! `yui-server restore`: what [`super::backup`] wrote, put where nothing is. Both stores are put back or none, short of
//! being killed between two renames: each is placed whole before the first of them is kept. What was stopped since the
//! copy was made is in again, and whoever restores is told so; who was signed in then is not.

use std::{
    fs::File,
    io::BufReader,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args;
use yui_protocol::TownCode;
use yui_server::{
    StartError,
    identity::realm_key::{self, RealmKey},
};
use yui_store::{Migration, Placed, StoreUrl, SystemClock};
use yui_texts::{Args as Put, Key, keys::chores as keys};

use crate::cli::{
    common::{Data, file},
    words::{Failure, say, store_of},
};

/// See [`super::Command::Restore`].
#[derive(Args)]
pub struct Restore {
    #[command(flatten)]
    data: Data,
    /// The folder that `backup` wrote.
    #[arg(value_name = "FOLDER")]
    from: PathBuf,
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
                left_out: Some("staff_session"),
            },
            Target {
                name: "realm",
                url: self.data.realm(),
                migrations: yui_server::identity::REALM_MIGRATIONS,
                left_out: None,
            },
        ];
        for store in &stores {
            let looked = store.look(&self.from).await;
            looked.map_err(|error| error.within(store_of(store.name)).within(keys::REFUSAL_NOTHING_DONE))?;
        }
        put_back(&self.from, &stores).await?;
        match check_joined(&stores, municipality.code).await {
            Ok(()) => {}
            Err(StartError::Apart(apart)) => {
                return Err(Failure::from(StartError::from(apart)).within(keys::CHORE_RESTORED_BUT));
            }
            // Of a copy that an older version made nothing can be said before it is migrated.
            Err(error) => eprintln!("{}", Failure::from(error).within(keys::CHORE_RESTORED_BUT)),
        }
        if let Err(error) = self.check_key().await {
            eprintln!("{}", error.within(keys::CHORE_RESTORED_BUT));
        }
        eprintln!("{}", say(keys::CHORE_RESTORED, &Put::new()));
        Ok(())
    }

    /// Whether the realm's key, which was kept apart, is the one of what was put back.
    async fn check_key(&self) -> Result<(), Failure> {
        let path = self.data.realm_key_file();
        let Some(key) = RealmKey::load(&path).map_err(|error| Failure::of_key(&path.display(), error))?
        else {
            eprintln!("{}", say(keys::CHORE_RESTORED_KEY, &file(&path)));
            return Ok(());
        };
        let realm = yui_server::open_realm(self.data.realm(), Arc::new(SystemClock)).await?;
        let confirmed = realm_key::confirm(&realm, &key).await;
        realm.close().await;
        Ok(confirmed?)
    }
}

/// Whether the stores that were put back are of one installation, as no server starts on two that are not.
async fn check_joined([town, realm]: &[Target; 2], code: TownCode) -> Result<(), StartError> {
    let (town, realm) = (yui_store::open_reader(&town.url).await?, yui_store::open_reader(&realm.url).await?);
    let joined = yui_server::check_joined(&town, &realm, code).await;
    town.close().await;
    realm.close().await;
    joined
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
    /// The table of what does not outlive the server that was copied.
    left_out: Option<&'static str>,
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

    async fn place(&self, from: &Path) -> Result<Placed, Failure> {
        let [file, lines] = copies(from, self.name);
        let placed = if file.exists() {
            Placed::copy(&file, &self.url, self.migrations).await
        } else {
            Placed::import(&self.url, self.migrations, &mut read(&lines)?).await
        }?;
        Ok(match self.left_out {
            Some(table) => placed.leave_out(table).await?,
            None => placed,
        })
    }

    /// What a failure to place or to keep this store says, where `outcome` is known.
    fn failed(&self, error: impl Into<Failure>, outcome: Option<Key>) -> Failure {
        let failure = error.into().within(store_of(self.name));
        outcome.into_iter().fold(failure, Failure::within)
    }
}

fn read(lines: &Path) -> Result<BufReader<File>, Failure> {
    File::open(lines).map(BufReader::new).map_err(|error| Failure::at(&lines.display(), error))
}

/// Puts all of them back: none is kept before all are placed.
async fn put_back(from: &Path, stores: &[Target]) -> Result<(), Failure> {
    let mut placed = Vec::new();
    for store in stores {
        match store.place(from).await {
            Ok(one) => placed.push((store, one)),
            Err(error) => {
                give_up(placed).await;
                return Err(store.failed(error, Some(keys::REFUSAL_NOTHING_BACK)));
            }
        }
    }
    let mut placed = placed.into_iter();
    while let Some((store, one)) = placed.next() {
        if let Err(error) = one.keep().await {
            give_up(placed).await;
            return Err(store.failed(error, outcome(stores).await));
        }
    }
    Ok(())
}

async fn give_up(placed: impl IntoIterator<Item = (&Target, Placed)>) {
    for (_, one) in placed {
        one.give_up().await;
    }
}

/// What is in place after one could not be kept; none where nobody answers, or where all of it is.
async fn outcome(stores: &[Target]) -> Option<Key> {
    let mut kept = 0;
    for store in stores {
        kept += usize::from(yui_store::exists(&store.url).await.ok()?);
    }
    match kept {
        0 => Some(keys::REFUSAL_NOTHING_BACK),
        kept if kept < stores.len() => Some(keys::REFUSAL_HALF_BACK),
        _ => None,
    }
}
