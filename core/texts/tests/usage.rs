//! No text is named that does not exist, and none lies about unused: the Rust sources and page templates of
//! the tree are read for the keys they use.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use yui_texts::Key;

/// Texts of screens that Compose and SwiftUI draw: view records name them as the screens come. Whoever adds a
/// screen's records takes its beginning out of this list.
const AWAITED_BY_PHONE_SCREENS: &[&str] = &[
    "app-name",
    "back",
    "stop",
    "next",
    "close",
    "try-again",
    "save",
    "change",
    "details",
    "share",
    "talk-",
    "tab-",
    "offline-",
    "online-",
    "waiting",
    "today",
    "yesterday",
    "settings-",
    "guest-",
    "shops-",
    "home-",
    "balance-",
    "pay-",
    "paid-",
    "code-",
    "history-",
    "kind-",
    "state-",
    "receipt-",
    "lots-",
    "lot-",
    "charge-",
    "grant-",
    "voucher-",
    "limits-",
    "limit-",
    "step-up-",
    "programme-",
    "register-",
    "card-",
    "pin-",
    "certificate-",
    "level-",
    "visitor-",
    "phones-",
    "phone-",
    "lost-",
    "sign-out",
    "leave-",
    "shop-",
    "till-",
    "refund-",
    "notices-",
    "notice-",
];

/// Texts of the server's pages, mails and the demo: used as those are written; remove a line when they are.
const AWAITED_BY_PAGES: &[&str] = &["mail-", "demo-"];

/// The help of the command line, found by the names of commands and flags: the server's tests hold each of these texts
/// against the commands that there are.
const FOUND_BY_COMMAND: &[&str] = &["cli-"];

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
                && !path.ends_with("core/texts")
            {
                read_sources(&path, sources);
            }
        } else if path.extension().is_some_and(|end| end == "rs" || end == "html")
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

#[test]
fn no_text_lies_unused() {
    let sources = sources();
    let named: BTreeSet<&str> = sources.iter().flat_map(|(_, source)| named_in(source)).collect();
    for key in Key::all() {
        let constant = key.id().to_uppercase().replace('-', "_");
        let used = named.contains(key.id())
            || sources.iter().any(|(_, source)| source.contains("keys::") && source.contains(&constant));
        let awaited = AWAITED_BY_PHONE_SCREENS.iter().chain(AWAITED_BY_PAGES).chain(FOUND_BY_COMMAND).any(
            |beginning| {
                key.id() == *beginning || (beginning.ends_with('-') && key.id().starts_with(beginning))
            },
        );
        assert!(used || awaited, "{} is used nowhere", key.id());
    }
}

#[test]
fn a_wrong_name_would_be_found() {
    assert_eq!(named_in("{{ words.t(\"home-pay\") }}").into_iter().collect::<Vec<_>>(), ["home-pay"]);
    assert!(Key::named("home-pya").is_none());
    assert!(Key::named("home-pay").is_some());
}
