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
    common::{Data, Output},
};

/// The exit code when some rows were not taken.
const SOME_REJECTED: u8 = 4;

/// See [`super::Command::Shop`].
#[derive(Args)]
pub struct Shop {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
    #[command(subcommand)]
    command: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Add one shop; prints its id and writes the one-time pairing code for its phone.
    Add(Box<Add>),
    /// Take shops from a CSV file (UTF-8 or CP932; columns are found by their headings). Every repaired cell and every
    /// row that cannot be taken is reported; importing the same list again changes the same shops.
    Import {
        /// The file.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// The list's name, by which its shops are known again.
        #[arg(long, value_name = "NAME")]
        list: String,
        /// Only report, change nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Write the poster of a shop's QR code: an SVG file, and a page of A4 to be opened and printed.
    Poster {
        /// The shop's id.
        #[arg(value_name = "SHOP")]
        shop: ShopId,
        /// The folder to write to.
        #[arg(long, default_value = ".", value_name = "FOLDER")]
        to: PathBuf,
    },
    /// Write a one-time pairing code for a further phone of a shop, as SVG, and print its text.
    Pair {
        /// The shop's id.
        #[arg(value_name = "SHOP")]
        shop: ShopId,
        /// The folder to write to.
        #[arg(long, default_value = ".", value_name = "FOLDER")]
        to: PathBuf,
    },
}

#[derive(Args)]
struct Add {
    /// The name as on the signboard.
    #[arg(long, value_name = "WORDS")]
    name: String,
    /// The name in kana.
    #[arg(long, default_value = "", value_name = "KANA")]
    kana: String,
    /// The part of town.
    #[arg(long, default_value = "", value_name = "WORDS")]
    area: String,
    /// The address.
    #[arg(long, default_value = "", value_name = "WORDS")]
    address: String,
    /// The postal code: seven digits.
    #[arg(long, default_value = "", value_name = "DIGITS")]
    postal_code: String,
    /// The telephone number.
    #[arg(long, default_value = "", value_name = "NUMBER")]
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

impl Shop {
    /// Does it.
    pub async fn run(self) -> Result<ExitCode, Failure> {
        let Self { data, output, command } = self;
        match command {
            Act::Add(add) => add_one(&data, &output, *add).await.map(|()| ExitCode::SUCCESS),
            Act::Import { file, list, dry_run } => import(&data, &output, &file, list, dry_run).await,
            Act::Poster { shop, to } => poster(&data, &output, shop, &to).await.map(|()| ExitCode::SUCCESS),
            Act::Pair { shop, to } => pair(&data, &output, shop, &to).await.map(|()| ExitCode::SUCCESS),
        }
    }
}

async fn add_one(data: &Data, output: &Output, add: Add) -> Result<(), Failure> {
    let Add { name, kana, area, address, postal_code, telephone, classes, to } = add;
    let draft =
        ShopDraft { name, kana, area, address, postal_code, telephone, classes, ..ShopDraft::default() };
    let added = done(data, Chore::ShopsPut { drafts: vec![draft] }).await?;
    let Done::Shops { shops, .. } = &added else { return Err("the server answered something else".into()) };
    let shop = *shops.first().ok_or("the server named no shop")?;
    output.show(&added, || format!("Added shop {shop}."))?;
    pair(data, output, shop, &to).await
}

async fn import(
    data: &Data,
    output: &Output,
    file: &Path,
    list: String,
    dry_run: bool,
) -> Result<ExitCode, Failure> {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let read = import::read(&bytes, &Rules { list, classes: classes(data)? });
    let (shops, added) = if dry_run {
        (Vec::new(), 0)
    } else {
        match done(data, Chore::ShopsPut { drafts: read.drafts }).await? {
            Done::Shops { shops, added } => (shops, added),
            _ => return Err("the server answered something else".into()),
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

async fn poster(data: &Data, output: &Output, shop: ShopId, to: &Path) -> Result<(), Failure> {
    let done = done(data, Chore::ShopPoster { shop }).await?;
    let Done::Poster { name, svg, page } = &done else {
        return Err("the server answered something else".into());
    };
    let (picture, html) = (to.join(format!("poster-{shop}.svg")), to.join(format!("poster-{shop}.html")));
    write(&picture, svg)?;
    write(&html, page)?;
    output.show(&[&picture, &html], || {
        format!(
            "{name}: wrote {} and {}; open the page and print it on A4.",
            picture.display(),
            html.display()
        )
    })
}

async fn pair(data: &Data, output: &Output, shop: ShopId, to: &Path) -> Result<(), Failure> {
    let done = done(data, Chore::ShopPairing { shop }).await?;
    let Done::Pairing { code, svg } = &done else { return Err("the server answered something else".into()) };
    let picture = to.join(format!("pairing-{shop}.svg"));
    write(&picture, svg)?;
    output.show(&done, || {
        format!(
            "Pairing code for the shop's phone (once, within 7 days): {code}\nWrote {}.",
            picture.display()
        )
    })
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()).into())
}
