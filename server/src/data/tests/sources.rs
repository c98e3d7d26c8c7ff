//! Every statement in the sources names tables of its own domain, or reads those that it is listed for.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use super::{literals::literals, statement::named};
use crate::data::{DataSet, sets};

/// All sources of this crate but these tests.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            if !path.ends_with("data/tests") {
                sources(&path, found);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The folder of the domain, or the file where it lies beside the folders.
fn domain_of(path: &Path) -> String {
    let inside = path.strip_prefix(root()).expect("is inside");
    let first = inside.iter().next().expect("a name").to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// What is wrong with a text in the sources of a domain.
fn wrongs(domain: &str, text: &str, owners: &BTreeMap<&str, &DataSet>) -> Vec<String> {
    let named = named(text);
    let mut wrongs = Vec::new();
    if named.hidden {
        wrongs.push("a name of a table is put in at run time".to_owned());
    }
    for table in named.writes {
        match owners.get(table.as_str()) {
            None => wrongs.push(format!("writes {table}, which nobody declares")),
            Some(set) if set.domain != domain => wrongs.push(format!("writes {table} of {}", set.domain)),
            Some(_) => {}
        }
    }
    for table in named.reads {
        let Some(set) = owners.get(table.as_str()) else {
            wrongs.push(format!("reads {table}, which nobody declares"));
            continue;
        };
        let listed = |reader: &&crate::data::Reader| {
            reader.domain == domain && reader.tables.contains(&table.as_str())
        };
        if set.domain != domain && !set.read_by.iter().any(|reader| listed(&reader)) {
            wrongs.push(format!("reads {table} of {} and is not listed there in read_by", set.domain));
        }
    }
    wrongs
}

fn owners() -> BTreeMap<&'static str, &'static DataSet> {
    sets().flat_map(|set| set.tables.iter().map(move |table| (table.name, set))).collect()
}

#[test]
fn no_domain_reads_or_writes_what_it_is_not_listed_for() {
    let (owners, mut found, mut files) = (owners(), Vec::new(), Vec::new());
    sources(&root(), &mut files);
    for path in files {
        let source = fs::read_to_string(&path).expect("a source");
        for text in literals(&source) {
            for wrong in wrongs(&domain_of(&path), &text, &owners) {
                found.push(format!("{}: {wrong}: {text}", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_listed_reader_reads() {
    let mut files = Vec::new();
    sources(&root(), &mut files);
    let mut read = std::collections::BTreeSet::new();
    for path in files {
        let domain = domain_of(&path);
        for text in literals(&fs::read_to_string(&path).expect("a source")) {
            read.extend(named(&text).reads.into_iter().map(|table| (domain.clone(), table)));
        }
    }
    for reader in sets().flat_map(|set| set.read_by) {
        for table in reader.tables {
            let pair = (reader.domain.to_owned(), (*table).to_owned());
            assert!(read.contains(&pair), "{} is listed for {table} and does not read it", reader.domain);
        }
    }
}

#[test]
fn what_is_not_listed_is_refused() {
    let owners = owners();
    let wrong = |domain: &str, text: &str| wrongs(domain, text, &owners).join("; ");
    assert_eq!(wrong("identity", "SELECT name FROM resident"), "");
    assert_eq!(wrong("wallet", "SELECT level FROM resident"), "");
    assert!(wrong("shop", "SELECT name FROM resident").contains("reads resident of identity"));
    assert!(wrong("wallet", "UPDATE resident SET level = $1").contains("writes resident of identity"));
    assert!(wrong("staff", "SELECT * FROM diary").contains("nobody declares"));
    assert!(wrong("staff", "SELECT * FROM {table}").contains("run time"));
}
