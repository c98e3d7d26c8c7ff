//! What every subcommand must be told: where the data is, and which town.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args;
use yui_protocol::{CommandId, ShopId, municipality::Municipality};
use yui_server::{
    identity::{realm_key, secret::RealmKey},
    random::random,
};
use yui_store::{Clock, StoreUrl, SystemClock};

use crate::cli::Failure;

/// What a chore says when the running server is of another version.
pub const SOMETHING_ELSE: &str = "the server answered something else";

/// Where the data is.
#[derive(Args)]
#[expect(clippy::struct_field_names, reason = "fields are named like their flags")]
pub struct Data {
    /// The folder of the town's data (made when missing). Without `--database` it holds everything.
    #[arg(long, env = "YUI_DATA", default_value = "data", value_name = "FOLDER")]
    pub data: PathBuf,
    /// A PostgreSQL database instead of files: `postgres://user:password@host/database`.
    #[arg(long, env = "YUI_DATABASE", value_name = "ADDRESS", hide_env_values = true)]
    pub database: Option<String>,
    /// The town's folder of configuration.
    #[arg(long, env = "YUI_MUNICIPALITY", default_value = "municipalities/omura", value_name = "FOLDER")]
    pub municipality: PathBuf,
}

impl Data {
    /// The town's public configuration, from `municipality.toml`.
    pub fn municipality(&self) -> Result<Municipality, Failure> {
        let path = self.municipality.join("municipality.toml");
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        yui_rules::municipality::parse(&text).map_err(|error| format!("{}: {error}", path.display()).into())
    }

    /// Makes the folders.
    pub fn prepare(&self) -> Result<(), Failure> {
        for folder in [self.data.clone(), self.data.join("town"), self.data.join("realm")] {
            make_private(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        Ok(())
    }

    /// The town's store.
    pub fn town(&self, municipality: &Municipality) -> StoreUrl {
        match &self.database {
            Some(url) => {
                StoreUrl::Postgres { url: url.clone(), schema: format!("town_{}", municipality.code) }
            }
            None => StoreUrl::Sqlite(self.data.join("town").join("town.db")),
        }
    }

    /// The realm's store.
    pub fn realm(&self) -> StoreUrl {
        match &self.database {
            Some(url) => StoreUrl::Postgres { url: url.clone(), schema: "realm".to_owned() },
            None => StoreUrl::Sqlite(self.data.join("realm").join("realm.db")),
        }
    }

    /// The realm's secret, in a file beside the data and in no backup of the database. It is made with the first
    /// start and never again.
    pub async fn realm_key(&self) -> Result<RealmKey, Failure> {
        Ok(realm_key::load(&self.realm_key_file(), &self.realm(), Arc::new(SystemClock)).await?)
    }

    /// Where it is.
    pub fn realm_key_file(&self) -> PathBuf {
        self.data.join("realm.key")
    }
}

/// A chore's own words, with those that all chores take: where the data is, and how the outcome is told.
#[derive(Args)]
pub struct On<T: Args> {
    #[command(flatten)]
    pub own: T,
    #[command(flatten)]
    pub data: Data,
    #[command(flatten)]
    pub output: Output,
}

/// How the outcome is told.
#[derive(Args)]
pub struct Output {
    /// Answer as JSON on standard output, for another program.
    #[arg(long)]
    json: bool,
}

impl Output {
    /// Tells the outcome: as JSON, or in the words of `told`.
    #[expect(clippy::print_stdout, reason = "the outcome of a command belongs on standard output")]
    pub fn show(
        &self,
        outcome: &impl serde::Serialize,
        told: impl FnOnce() -> String,
    ) -> Result<(), Failure> {
        if self.json {
            println!("{}", serde_json::to_string(outcome)?);
        } else {
            println!("{}", told());
        }
        Ok(())
    }
}

/// A shop's id as it is typed.
pub fn shop_id(text: &str) -> Result<ShopId, String> {
    let rule = "a shop's id is 16 of the digits 0-9 and letters A-F, as `shop list` shows it";
    text.to_ascii_uppercase().parse().map_err(|_| rule.to_owned())
}

/// The id of an act as it is typed.
pub fn act_id(text: &str) -> Result<CommandId, String> {
    let rule = "an id is a UUID of version 7, as the command printed it";
    let id: CommandId = text.to_ascii_lowercase().parse().map_err(|_| rule.to_owned())?;
    id.at().map(|_| id).map_err(|_| rule.to_owned())
}

/// A fresh id for an act.
pub fn fresh_id() -> Result<CommandId, Failure> {
    let random = random().map_err(|_| "the machine gives no random numbers")?;
    Ok(CommandId::new(SystemClock.now(), random))
}

/// Makes a folder for what a chore will write, before the chore is done.
pub fn make_ready(folder: &Path) -> Result<(), Failure> {
    let unfit = |error| format!("{}: {error}; nothing was done", folder.display());
    fs::create_dir_all(folder).map_err(unfit)?;
    can_write(folder).map_err(unfit)?;
    Ok(())
}

/// Whether a file can be made in a folder.
fn can_write(folder: &Path) -> std::io::Result<()> {
    let path = folder.join(format!(".yui-{}", std::process::id()));
    fs::File::create(&path)?;
    fs::remove_file(path)
}

/// Writes a file that only its owner can read: it may hold a secret.
pub fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let mut options = fs::File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| format!("{}: {error}", path.display()).into())
}

/// A folder that only its owner can enter, as it holds people's data.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}
