//! `yui-server shop`.

use std::{
    collections::BTreeMap,
    fs,
    io::Read,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Subcommand};
use serde::Serialize;
use yui_cli::Output;
use yui_protocol::{CommandId, ErrorCode, Millis, Points, ShopId, shop::Shop as Listed};
use yui_server::{
    chore::{Chore, Done},
    import::{self, Report, Rules},
    shop::{ShopDraft, ShortId, pairing::ShopDevice, settle::Settlement},
};
use yui_texts::{Args as Put, keys::chores as keys};

use crate::cli::{
    chore::done,
    common::{Data, On, act_id, amount, file, fresh, fresh_id, make_ready, phone_id, shop_id, unfit, write},
    words::{self, Failure, say},
};

/// The most bytes of a list: a hundred thousand shops have fewer.
const LONGEST_LIST: u64 = 16_000_000;

/// The exit code when some rows were not taken.
const SOME_REJECTED: u8 = 4;

/// See [`super::Command::Shop`].
#[derive(Subcommand)]
pub enum Shop {
    /// List all shops: id, open or closed, what the shop is owed in yen, name, part of town.
    List(On<()>),
    /// Add one shop; prints its id and the pairing code for its phone, and writes the code as SVG.
    Add(Box<On<Add>>),
    /// Take shops from a CSV file (UTF-8 or CP932; columns are found by their headings). Every repaired cell and every
    /// row that cannot be taken is reported; importing the same list again changes the same shops.
    Import(On<Import>),
    /// Write the poster of a shop's QR code: an SVG file, and a page of A4 to be opened and printed.
    Poster(On<Which>),
    /// Write a pairing code for a further phone of a shop, as SVG, and print its text.
    Pair(On<Which>),
    /// List the phones that speak for a shop: id, when it was paired, when it was revoked.
    Phones(On<Only>),
    /// Revoke a shop's phone that was lost, at once and for good. Pairing codes of that shop that nobody used end, too.
    /// Its other phones go on working, and `shop pair` lets a new one in.
    Revoke(On<Phone>),
    /// Close a shop: it takes no more payments, but can still give refunds and be paid out. Pairing codes that nobody
    /// used end.
    Close(On<Only>),
    /// Open a closed shop again.
    Open(On<Only>),
    /// Note that a shop's takings were paid out by bank.
    Settle(On<Settle>),
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
    /// The shop's id, as `shop list` shows it.
    #[arg(value_name = "SHOP", value_parser = shop_id)]
    shop: ShopId,
    /// The folder to write to.
    #[arg(long, default_value = ".", value_name = "FOLDER")]
    to: PathBuf,
}

#[derive(Args)]
pub struct Only {
    /// The shop's id, as `shop list` shows it.
    #[arg(value_name = "SHOP", value_parser = shop_id)]
    shop: ShopId,
}

#[derive(Args)]
pub struct Phone {
    /// The phone's id, as `shop phones` shows it.
    #[arg(value_name = "PHONE", value_parser = phone_id)]
    phone: ShortId,
}

#[derive(Args)]
pub struct Settle {
    /// The shop's id, as `shop list` shows it.
    #[arg(value_name = "SHOP", value_parser = shop_id)]
    shop: ShopId,
    /// How much was paid out, in yen: at most what the shop is owed.
    #[arg(long, value_name = "YEN", value_parser = amount)]
    amount: Points,
    /// The id of the pay-out, made here and printed unless given. Where no answer came, give the printed one again: the
    /// same id is the same pay-out.
    #[arg(long, value_name = "ID", value_parser = act_id)]
    id: Option<CommandId>,
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
    /// The shop's id, made here and printed unless given. Where no answer came, give the printed one again with the same
    /// words: the same id is the same shop, and a fresh pairing code is printed.
    #[arg(long, value_name = "ID", value_parser = shop_id)]
    id: Option<ShopId>,
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
            Self::List(on) => list(on).await.map(|()| ExitCode::SUCCESS),
            Self::Add(add) => add_one(*add).await.map(|()| ExitCode::SUCCESS),
            Self::Import(list) => import(list).await,
            Self::Poster(which) => poster(which).await.map(|()| ExitCode::SUCCESS),
            Self::Pair(which) => pair(which).await.map(|()| ExitCode::SUCCESS),
            Self::Phones(only) => phones(only).await.map(|()| ExitCode::SUCCESS),
            Self::Revoke(phone) => revoke(phone).await.map(|()| ExitCode::SUCCESS),
            Self::Close(only) => set_open(only, false).await.map(|()| ExitCode::SUCCESS),
            Self::Open(only) => set_open(only, true).await.map(|()| ExitCode::SUCCESS),
            Self::Settle(settle) => pay_out(settle).await.map(|()| ExitCode::SUCCESS),
        }
    }
}

/// A shop, to be named in a sentence.
fn of(shop: ShopId) -> Put {
    Put::new().words("shop", shop.to_string())
}

/// The running server is of another version.
fn other() -> Failure {
    Failure::plain(keys::REFUSAL_OTHER_ANSWER)
}

async fn add_one(On { own, data, output }: On<Add>) -> Result<(), Failure> {
    let Add { name, kana, area, address, postal_code, telephone, classes, to, id } = own;
    let draft =
        ShopDraft { name, kana, area, address, postal_code, telephone, classes, ..ShopDraft::default() };
    if let Some((rule, args)) = draft.wrong(&data.municipality()?) {
        return Err(Failure::said(rule, &args));
    }
    make_ready(&to)?;
    let id = id.map_or_else(|| Ok::<_, Failure>(ShopId(fresh()?)), Ok)?;
    eprintln!("{}", say(keys::CHORE_SHOP_ID, &of(id)));
    let added = done(&data, Chore::ShopAdd { id, draft }).await?;
    let Done::ShopAdded { shop, code, svg } = added else { return Err(other()) };
    let first = say(keys::CHORE_SHOP_ADDED, &of(shop)) + "\n";
    show_pairing(&output, &first, (shop, code, &svg), &to)
}

async fn list(On { data, output, .. }: On<()>) -> Result<(), Failure> {
    let Done::ShopList { shops } = done(&data, Chore::ShopList).await? else {
        return Err(other());
    };
    Ok(output.show(&shops, || {
        let line = |(shop, owed): &(Listed, Points)| {
            let state = if shop.open { keys::CHORE_SHOP_OPEN } else { keys::CHORE_SHOP_CLOSED };
            let state = say(state, &Put::new());
            format!("{}\t{state}\t{}\t{}\t{}", shop.id, owed.0, shop.name, shop.area)
        };
        shops.iter().map(line).collect::<Vec<_>>().join("\n")
    })?)
}

async fn phones(On { own: Only { shop }, data, output }: On<Only>) -> Result<(), Failure> {
    let Done::Phones { phones } = done(&data, Chore::ShopPhones { shop }).await? else {
        return Err(other());
    };
    Ok(output.show(&phones, || {
        let line = |phone: &ShopDevice| {
            let revoked = phone.revoked_at.map_or_else(|| "-".to_owned(), minute);
            format!("{}\t{}\t{revoked}", phone.short_id, minute(phone.paired_at))
        };
        phones.iter().map(line).collect::<Vec<_>>().join("\n")
    })?)
}

/// A moment by the clocks of Japan.
fn minute(at: Millis) -> String {
    at.jst().format("%Y-%m-%d %H:%M").to_string()
}

async fn revoke(On { own: Phone { phone }, data, output }: On<Phone>) -> Result<(), Failure> {
    let Done::Revoked { phone } = done(&data, Chore::ShopRevoke { phone }).await? else {
        return Err(other());
    };
    let args = of(phone.shop).words("code", phone.short_id.to_string());
    Ok(output.show(&phone, || say(keys::CHORE_PHONE_REVOKED, &args))?)
}

async fn set_open(On { own, data, output }: On<Only>, open: bool) -> Result<(), Failure> {
    let done = done(&data, Chore::ShopOpen { shop: own.shop, open }).await?;
    let Done::Shop { shop } = &done else { return Err(other()) };
    let state = if shop.open { keys::CHORE_SHOP_IS_OPEN } else { keys::CHORE_SHOP_IS_CLOSED };
    Ok(output.show(shop, || say(state, &of(shop.id).words("name", &shop.name)))?)
}

async fn pay_out(On { own: Settle { shop, amount, id }, data, output }: On<Settle>) -> Result<(), Failure> {
    let id = id.map_or_else(fresh_id, Ok)?;
    eprintln!("{}", say(keys::CHORE_PAY_OUT, &Put::new().words("code", id.to_string())));
    let chore = Chore::ShopSettle(Settlement { id, shop, amount });
    let done = done(&data, chore).await?;
    let Done::Settled { amount, receipt } = &done else { return Err(other()) };
    Ok(output.show(&done, || {
        say(keys::CHORE_SETTLED, &of(shop).yen("amount", *amount).words("receipt", receipt))
    })?)
}

async fn import(On { own, data, output }: On<Import>) -> Result<ExitCode, Failure> {
    let Import { file, list, dry_run } = own;
    let bytes = bytes_of(&file)?;
    let read = import::read(&bytes, &Rules { list, classes: classes(&data)? })
        .map_err(|why| Failure::at(&file.display(), why).within(keys::REFUSAL_NOTHING_TAKEN))?;
    let (shops, added) = if dry_run {
        (Vec::new(), 0)
    } else {
        match done(&data, Chore::ShopsPut { drafts: read.drafts }).await? {
            Done::Shops { shops, added } => (shops, added),
            _ => return Err(other()),
        }
    };
    let report = &read.report;
    let imported = Imported { report, added, changed: shops.len() - added, shops };
    output.show(&imported, || {
        let (what, args) = if dry_run {
            (keys::CHORE_IMPORT_DRY, Put::new())
        } else {
            let counted = Put::new().words("added", imported.added.to_string());
            (keys::CHORE_IMPORTED, counted.words("changed", imported.changed.to_string()))
        };
        format!("{}\n{}", report.told(words::lang()), say(what, &args))
    })?;
    Ok(if report.rejected.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(SOME_REJECTED) })
}

/// The bytes of a list, which may come through a pipe: never more than are read of one.
fn bytes_of(list: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = fs::File::open(list).and_then(|file| file.take(LONGEST_LIST + 1).read_to_end(&mut bytes));
    let length = read.map_err(|error| Failure::at(&list.display(), error))?;
    if length as u64 <= LONGEST_LIST {
        return Ok(bytes);
    }
    let most = Put::new().words("count", (LONGEST_LIST / 1_000_000).to_string());
    let why = Failure::said(keys::IMPORT_TOO_LONG, &most).coded(&ErrorCode::TooLarge);
    Err(Failure::at(&list.display(), why).within(keys::REFUSAL_NOTHING_TAKEN))
}

/// What a list's kinds of business are in the town's classes: `shop-kinds.toml` in the town's folder, if there.
fn classes(data: &Data) -> Result<BTreeMap<String, Vec<String>>, Failure> {
    let path = data.municipality.join("shop-kinds.toml");
    match fs::read_to_string(&path) {
        Ok(text) => toml::from_str(&text).map_err(|error| unfit(&path, &error)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(BTreeMap::new()),
        Err(error) => Err(Failure::at(&path.display(), error)),
    }
}

async fn poster(On { own: Which { shop, to }, data, output }: On<Which>) -> Result<(), Failure> {
    make_ready(&to)?;
    let Done::Poster { name, svg, page } = done(&data, Chore::ShopPoster { shop }).await? else {
        return Err(other());
    };
    let (picture, html) = (to.join(format!("poster-{shop}.svg")), to.join(format!("poster-{shop}.html")));
    write(&picture, &svg)?;
    write(&html, &page)?;
    Ok(output.show(&[&picture, &html], || {
        let files = file(&picture);
        say(keys::CHORE_POSTER, &files.words("page", html.display().to_string()).words("name", name))
    })?)
}

async fn pair(On { own: Which { shop, to }, data, output }: On<Which>) -> Result<(), Failure> {
    make_ready(&to)?;
    let Done::Pairing { code, svg } = done(&data, Chore::ShopPairing { shop }).await? else {
        return Err(other());
    };
    show_pairing(&output, "", (shop, code, &svg), &to)
}

/// Tells the code and writes its picture, in this order: the code is given once, the picture can be drawn again.
fn show_pairing(
    output: &Output,
    first: &str,
    (shop, pairing, svg): (ShopId, String, &str),
    to: &Path,
) -> Result<(), Failure> {
    let picture = to.join(format!("pairing-{shop}.svg"));
    let paired = Added { shop, pairing, picture };
    output.show(&paired, || {
        let code = say(keys::CHORE_PAIRING_CODE, &Put::new().words("code", &paired.pairing));
        let picture = file(&paired.picture);
        format!("{first}{code}\n{}", say(keys::CHORE_PAIRING_PICTURE, &picture))
    })?;
    write(&paired.picture, svg)
}
