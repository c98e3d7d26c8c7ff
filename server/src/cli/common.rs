//! What every subcommand must be told: where the data is, and which town.

use std::{
    fs,
    io::Write,
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
    str::FromStr,
    sync::Arc,
};

use chrono::{NaiveDate, NaiveTime};
use clap::Args;
use yui_cli::Output;
use yui_protocol::{CommandId, Points, ProgrammeId, ShopId, municipality::Municipality};
use yui_server::{
    identity::{
        mail::is_one_address,
        realm_key::{self, RealmKey},
    },
    random::random,
    shop::ShortId,
};
use yui_store::{Clock, StoreUrl, SystemClock};
use yui_texts::{Args as Put, Key, keys::chores as keys};

use crate::cli::words::{Failure, Wrong};

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
        let text = fs::read_to_string(&path).map_err(|error| Failure::at(&path.display(), error))?;
        yui_rules::municipality::parse(&text).map_err(|error| unfit(&path, &error))
    }

    /// Makes the folders.
    pub fn prepare(&self) -> Result<(), Failure> {
        for folder in [self.data.clone(), self.data.join("town"), self.data.join("realm")] {
            make_private(&folder).map_err(|error| Failure::at(&folder.display(), error))?;
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
    pub async fn realm_key(&self, municipality: &Municipality) -> Result<RealmKey, Failure> {
        let (town, realm) = (self.town(municipality), self.realm());
        Ok(realm_key::load(&self.realm_key_file(), &town, &realm, Arc::new(SystemClock)).await?)
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

/// A file of settings that cannot be used.
pub fn unfit(path: &Path, why: &impl ToString) -> Failure {
    Failure::at(&path.display(), Failure::technical(keys::REFUSAL_SETTINGS, why))
}

/// A file, to be named in a sentence.
pub fn file(path: &Path) -> Put {
    Put::new().words("file", path.display().to_string())
}

/// A shop's id as it is typed.
pub fn shop_id(text: &str) -> Result<ShopId, Wrong> {
    typed(&text.to_ascii_uppercase(), keys::TYPED_SHOP)
}

/// The id of a shop's phone as it is typed.
pub fn phone_id(text: &str) -> Result<ShortId, Wrong> {
    typed(&text.to_ascii_uppercase(), keys::TYPED_PHONE)
}

/// The id of an act as it is typed.
pub fn act_id(text: &str) -> Result<CommandId, Wrong> {
    let id: CommandId = typed(&text.to_ascii_lowercase(), keys::TYPED_ID)?;
    id.at().map(|_| id).map_err(|_| Wrong::said(keys::TYPED_ID, &Put::new()))
}

/// A day as it is typed.
pub fn day(text: &str) -> Result<NaiveDate, Wrong> {
    typed(text, keys::TYPED_DAY)
}

/// A time of day as it is typed.
pub fn time_of_day(text: &str) -> Result<NaiveTime, Wrong> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| Wrong::said(keys::TYPED_TIME, &Put::new()))
}

/// A mail address as it is typed.
pub fn mail_address(text: &str) -> Result<String, Wrong> {
    let is_one = is_one_address(text);
    is_one.then(|| text.to_owned()).ok_or_else(|| Wrong::said(keys::TYPED_MAIL_ADDRESS, &Put::new()))
}

/// A programme as it is typed.
pub fn programme(text: &str) -> Result<ProgrammeId, Wrong> {
    typed(text, keys::TYPED_PROGRAMME)
}

/// An amount of yen as it is typed.
pub fn amount(text: &str) -> Result<Points, Wrong> {
    let fits = text.parse().ok().filter(|yen| (1..=Points::MAX_ACT.0).contains(yen));
    fits.map(Points)
        .ok_or_else(|| Wrong::said(keys::TYPED_YEN, &Put::new().count("count", Points::MAX_ACT.0)))
}

/// An address to listen on as it is typed.
pub fn listen(text: &str) -> Result<SocketAddr, Wrong> {
    typed(text, keys::TYPED_LISTEN)
}

/// A machine's address as it is typed.
pub fn proxy(text: &str) -> Result<IpAddr, Wrong> {
    typed(text, keys::TYPED_PROXY)
}

fn typed<T: FromStr>(text: &str, rule: Key) -> Result<T, Wrong> {
    text.parse().map_err(|_| Wrong::said(rule, &Put::new()))
}

/// A fresh id for an act.
pub fn fresh_id() -> Result<CommandId, Failure> {
    Ok(CommandId::new(SystemClock.now(), fresh()?))
}

/// Random bytes, for an id.
pub fn fresh<const N: usize>() -> Result<[u8; N], Failure> {
    random().map_err(|_| Failure::plain(keys::REFUSAL_RANDOM))
}

/// Makes a folder for what a chore will write, before the chore is done.
pub fn make_ready(folder: &Path) -> Result<(), Failure> {
    let made = fs::create_dir_all(folder).and_then(|()| can_write(folder));
    made.map_err(|error| Failure::at(&folder.display(), error).within(keys::REFUSAL_NOTHING_DONE))
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
    written.map_err(|error| Failure::at(&path.display(), error))
}

/// A folder that only its owner can enter, as it holds people's data.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}
