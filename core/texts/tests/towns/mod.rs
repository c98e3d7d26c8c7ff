//! The towns there are.

use std::{fs, path::Path};

use yui_protocol::municipality::Municipality;

/// Every town whose folder is here.
pub fn all() -> Vec<Municipality> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../municipalities");
    let towns: Vec<_> = fs::read_dir(folder)
        .expect("the towns")
        .map(|entry| fs::read_to_string(entry.expect("a folder").path().join("municipality.toml")))
        .map(|text| yui_rules::municipality::parse(&text.expect("a town")).expect("a right town"))
        .collect();
    assert!(!towns.is_empty());
    towns
}
