//! `yui-server shop`.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Subcommand};
use serde::Serialize;
use yui_protocol::ShopId;
use yui_server::{
    chore::{Chore, Done},
    import::{self, Report, Rules},
    shop::ShopDraft,
};

use crate::cli::{
    Failure,
    chore::done,
    common::{Data, On},
};

const SOMETHING_ELSE: &str = "the server answered something else";

/// The exit code when some rows were not taken.
const SOME_REJECTED: u8 = 4;

/// See [`super::Command::Shop`].
#[derive(Subcommand)]
pub enum Shop {
    /// Add one shop; prints its id and writes the one-time pairing code for its phone.
    Add(Box<On<Add>>),
    /// Take shops from a CSV file (UTF-8 or CP932; columns are found by their headings). Every repaired cell and every
    /// row that cannot be taken is reported; importing the same list again changes the same shops.
    Import(On<Import>),
    /// Write the poster of a shop's QR code: an SVG file, and a page of A4 to be opened and printed.
    Poster(On<Which>),
    /// Write a one-time pairing code for a further phone of a shop, as SVG, and print its text.
    Pair(On<Which>),
}

#[derive(Args)]
pub struct Import {
    /// The file.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The list's name, by which its shops are known again, such as omura-2026.
    #[arg(long, value_name = "NAME")]
    list: String,
    /// Only report, change nothing.
    #[arg(long)]
    dry_run: bool,
}

#[derive(Args)]
pub struct Which {
    /// The shop's id: `shop add` prints it, and `shop import --json` those of a list.
    #[arg(value_name = "SHOP")]
    shop: ShopId,
    /// The folder to write to.
    #[arg(long, default_value = ".", value_name = "FOLDER")]
    to: PathBuf,
}

#[derive(Args)]
pub struct Add {
    /// The name as on the signboard.
    #[arg(long, value_name = "WORDS")]
    name: String,
    /// The name in kana.
    #[arg(long, default_value = "", hide_default_value = true, value_name = "KANA")]
    kana: String,
    /// The part of town.
    #[arg(long, default_value = "", hide_default_value = true, value_name = "WORDS")]
    area: String,
    /// The address.
    #[arg(long, default_value = "", hide_default_value = true, value_name = "WORDS")]
    address: String,
    /// The postal code: seven digits.
    #[arg(long, default_value = "", hide_default_value = true, value_name = "DIGITS")]
    postal_code: String,
    /// The telephone number.
    #[arg(long, default_value = "", hide_default_value = true, value_name = "NUMBER")]
    telephone: String,
    /// A class of shops in the town's configuration. May be given several times.
    #[arg(long = "class", value_name = "CLASS")]
    classes: Vec<String>,
    /// The folder for the pairing code.
    #[arg(long, default_value = ".", value_name = "FOLDER")]
    to: PathBuf,
}

/// What an import answers as JSON.
#[derive(Serialize)]
struct Imported<'r> {
    report: &'r Report,
    added: usize,
    changed: usize,
    shops: Vec<ShopId>,
}

/// What adding a shop, or pairing a phone of one, answers as JSON.
#[derive(Serialize)]
struct Added {
    shop: ShopId,
    pairing: String,
    picture: PathBuf,
}

impl Shop {
    /// Does it.
    pub async fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Add(add) => add_one(*add).await.map(|()| ExitCode::SUCCESS),
            Self::Import(list) => import(list).await,
            Self::Poster(which) => poster(which).await.map(|()| ExitCode::SUCCESS),
            Self::Pair(which) => pair(which).await.map(|()| ExitCode::SUCCESS),
        }
    }
}

async fn add_one(On { own, data, output }: On<Add>) -> Result<(), Failure> {
    let Add { name, kana, area, address, postal_code, telephone, classes, to } = own;
    let draft =
        ShopDraft { name, kana, area, address, postal_code, telephone, classes, ..ShopDraft::default() };
    let added = done(&data, Chore::ShopsPut { drafts: vec![draft] }).await?;
    let Done::Shops { shops, .. } = added else { return Err(SOMETHING_ELSE.into()) };
    let shop = *shops.first().ok_or("the server named no shop")?;
    let (pairing, picture) = write_pairing(&data, shop, &to).await?;
    let added = Added { shop, pairing, picture };
    output.show(&added, || format!("Added shop {shop}.\n{}", told(&added.pairing, &added.picture)))
}

async fn import(On { own, data, output }: On<Import>) -> Result<ExitCode, Failure> {
    let Import { file, list, dry_run } = own;
    let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let read = import::read(&bytes, &Rules { list, classes: classes(&data)? });
    let (shops, added) = if dry_run {
        (Vec::new(), 0)
    } else {
        match done(&data, Chore::ShopsPut { drafts: read.drafts }).await? {
            Done::Shops { shops, added } => (shops, added),
            _ => return Err(SOMETHING_ELSE.into()),
        }
    };
    let report = &read.report;
    let imported = Imported { report, added, changed: shops.len() - added, shops };
    output.show(&imported, || {
        let what = if dry_run {
            "Nothing was changed (--dry-run).".to_owned()
        } else {
            format!("{} shops added, {} brought up to date.", imported.added, imported.changed)
        };
        format!("{report}\n{what}")
    })?;
    Ok(if report.rejected.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(SOME_REJECTED) })
}

/// What a list's kinds of business are in the town's classes: `shop-kinds.toml` in the town's folder, if there.
fn classes(data: &Data) -> Result<BTreeMap<String, Vec<String>>, Failure> {
    let path = data.municipality.join("shop-kinds.toml");
    match fs::read_to_string(&path) {
        Ok(text) => toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(BTreeMap::new()),
        Err(error) => Err(format!("{}: {error}", path.display()).into()),
    }
}

async fn poster(On { own: Which { shop, to }, data, output }: On<Which>) -> Result<(), Failure> {
    let Done::Poster { name, svg, page } = done(&data, Chore::ShopPoster { shop }).await? else {
        return Err(SOMETHING_ELSE.into());
    };
    let (picture, html) = (to.join(format!("poster-{shop}.svg")), to.join(format!("poster-{shop}.html")));
    write(&picture, &svg)?;
    write(&html, &page)?;
    output.show(&[&picture, &html], || {
        format!(
            "{name}: wrote {} and {}; open the page and print it on A4.",
            picture.display(),
            html.display()
        )
    })
}

async fn pair(On { own: Which { shop, to }, data, output }: On<Which>) -> Result<(), Failure> {
    let (pairing, picture) = write_pairing(&data, shop, &to).await?;
    let paired = Added { shop, pairing, picture };
    output.show(&paired, || told(&paired.pairing, &paired.picture))
}

/// Has a pairing code made and writes its picture; the code and where the picture is.
async fn write_pairing(data: &Data, shop: ShopId, to: &Path) -> Result<(String, PathBuf), Failure> {
    let Done::Pairing { code, svg } = done(data, Chore::ShopPairing { shop }).await? else {
        return Err(SOMETHING_ELSE.into());
    };
    let picture = to.join(format!("pairing-{shop}.svg"));
    write(&picture, &svg)?;
    Ok((code, picture))
}

fn told(pairing: &str, picture: &Path) -> String {
    format!(
        "Pairing code for the shop's phone (once, within 7 days): {pairing}\nWrote {}.",
        picture.display()
    )
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()).into())
}
