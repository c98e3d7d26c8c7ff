//! What a played scenario left behind, searched for the secrets of its cards: the stores of server and phones value by
//! value, and every file byte by byte: pages, journals, logs at their most talkative, and what the phones were told.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use yui_testkit::leaks::{Leak, Search, Secret};

use crate::{
    cells::{self, Placed, from_hex},
    scenario::{CardSecrets, Outcome},
};

/// The first bytes of every SQLite file.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// What is too short to be looked for: no PIN of a card has fewer signs.
const SHORTEST: usize = 4;

/// What the cards of a scenario hold, and what was typed for them, right or wrong.
#[must_use]
pub fn secrets(outcome: &Outcome) -> Vec<Secret> {
    let steps = outcome.steps.iter().map(|result| &result.step.with);
    let mut typed: Vec<&str> =
        steps.flat_map(|with| [&with["password"], &with["pin"]]).filter_map(|typed| typed.as_str()).collect();
    typed.retain(|typed| typed.len() >= SHORTEST);
    typed.sort_unstable();
    typed.dedup();
    let digits = |typed: &str| typed.len() == SHORTEST && typed.bytes().all(|b| b.is_ascii_digit());
    let mut secrets: Vec<Secret> = typed
        .into_iter()
        .map(|typed| if digits(typed) { Secret::pin("PIN", typed) } else { Secret::text("password", typed) })
        .collect();
    for CardSecrets { number, certificates, serials, kept } in &outcome.cards {
        let kept: Vec<&str> = kept.iter().map(String::as_str).collect();
        secrets.push(Secret::text("個人番号", number));
        let certificates = certificates.iter().filter_map(|hex| from_hex(hex));
        secrets.extend(certificates.map(|der| Secret::certificate("certificate", &der, &kept)));
        secrets.extend(serials.iter().map(|serial| Secret::serial("serial number", *serial)));
    }
    secrets
}

/// Takes out of a server's log how long its answers took: the one number in it that can be any, a PIN's by chance too.
pub fn forget_durations(log: &Path) -> io::Result<()> {
    const FIELD: &str = "\"micros\":";
    let text = fs::read_to_string(log)?;
    let mut parts = text.split(FIELD);
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        rest.push_str(FIELD);
        rest.push_str(part.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    fs::write(log, rest)
}

/// Where the secrets of a scenario lie below `folder` and in these schemas of a PostgreSQL database.
pub async fn leaks(
    search: &Search<'_>,
    folder: &Path,
    postgres: Option<(&str, [String; 2])>,
) -> io::Result<Vec<Leak>> {
    // Opening a database writes its journal back, so the files come first.
    let mut leaks = search.folder(folder)?;
    let mut values = Vec::new();
    for file in databases(folder)? {
        values.extend(cells::of_sqlite(&file).map_err(io::Error::other)?);
    }
    if let Some((url, schemas)) = postgres {
        for schema in schemas {
            values.extend(cells::of_postgres(url, &schema).await.map_err(io::Error::other)?);
        }
    }
    leaks.extend(values.iter().flat_map(|(place, cell): &Placed| search.cell(place, cell)));
    Ok(leaks)
}

/// The SQLite files below a folder.
pub fn databases(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(databases(&path)?);
        } else if path.is_file() {
            let mut head = Vec::new();
            File::open(&path)?.take(SQLITE.len() as u64).read_to_end(&mut head)?;
            if head == SQLITE {
                found.push(path);
            }
        }
    }
    Ok(found)
}
