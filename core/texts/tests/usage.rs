//! No text is named that does not exist, and none lies about unused: the Rust sources and page templates of
//! the tree, and the played steps of its scenarios, are read for the keys they use.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use yui_texts::Key;

/// Texts of screens that Compose and SwiftUI draw, each by its whole name: they are written before the screens are.
/// Whoever brings one into use takes its name out of here.
const AWAITED: &str = "\
    close grant-arrived lot-last-day-label notice-disaster pay-amount-for \
    register-statement save tab-children tab-help talk-callback talk-message";

/// The help of the command lines, found by the names of commands and flags: the tests of server and terminal hold each of
/// these texts against the commands that there are. And what the phones' systems say, held by the test `generated`.
const HELD_ELSEWHERE: [&str; 3] = ["cli-", "terminal-", "os-"];

fn tree() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read_sources(folder: &Path, sources: &mut Vec<(PathBuf, String)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() {
            if !name.starts_with('.')
                && name != "target"
                && name != "node_modules"
                && !path.ends_with("core/texts/tests")
                && !path.ends_with("core/texts/src/keys")
            {
                read_sources(&path, sources);
            }
        } else if path.extension().is_some_and(|end| end == "rs" || end == "html" || end == "json")
            && let Ok(source) = fs::read_to_string(&path)
        {
            sources.push((path, source));
        }
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut sources = Vec::new();
    for folder in ["core", "server", "terminal", "tests", "bindings"] {
        read_sources(&tree().join(folder), &mut sources);
    }
    assert!(sources.len() > 10, "the tree's sources are read");
    sources
}

/// The words in `t("…")` and `Key::named("…")`.
fn named_in(source: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for call in [" t(\"", ".t(\"", "Key::named(\""] {
        for (at, _) in source.match_indices(call) {
            names.extend(source.get(at + call.len()..).and_then(|rest| rest.split('"').next()));
        }
    }
    names
}

#[test]
fn a_text_named_by_its_word_exists() {
    for (path, source) in sources() {
        for name in named_in(&source) {
            assert!(Key::named(name).is_some(), "{}: no text is called {name}", path.display());
        }
    }
}

/// The keys that code names by their constants.
fn constants_in(source: &str) -> impl Iterator<Item = String> {
    let words = source.split(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'));
    words.map(|word| word.to_lowercase().replace('_', "-"))
}

/// Every key that code, a page or a played step names.
fn used() -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (path, source) in sources() {
        if path.extension().is_some_and(|end| end == "json") {
            let told = source.split("\"tell\":").skip(1).filter_map(|rest| rest.split(']').next());
            used.extend(told.flat_map(|names| names.split('"')).map(str::to_owned));
        } else {
            used.extend(named_in(&source).into_iter().map(str::to_owned));
            // Elsewhere a constant of the same name is another thing.
            if source.contains("keys") {
                used.extend(constants_in(&source));
            }
        }
    }
    used
}

#[test]
fn no_text_lies_unused() {
    let used = used();
    let awaited: BTreeSet<&str> = AWAITED.split_whitespace().collect();
    for key in Key::all()
        .map(Key::id)
        .filter(|key| !HELD_ELSEWHERE.iter().any(|beginning| key.starts_with(beginning)))
    {
        let (used, awaited) = (used.contains(key), awaited.contains(key));
        assert!(used || awaited, "{key} is used nowhere");
        assert!(!(used && awaited), "{key} is in use, and awaited no more");
    }
    for name in awaited {
        assert!(Key::named(name).is_some(), "no text is called {name}");
    }
}

#[test]
fn a_wrong_name_would_be_found() {
    assert_eq!(named_in("{{ words.t(\"home-pay\") }}").into_iter().collect::<Vec<_>>(), ["home-pay"]);
    let mut constants = constants_in("words.of(keys::wallet::PAY_BUTTON_ONCE)");
    assert!(constants.all(|name| name != "pay-button"), "only a whole name is one");
    assert!(Key::named("home-pya").is_none());
    assert!(Key::named("home-pay").is_some());
}
