//! What is generated and committed is what the program says. `YUI_WRITE_DOCS=1` writes it anew.

use std::{fs, path::Path};

/// Compares a page of docs/, or writes it when asked to.
fn hold(name: &str, says: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(name);
    if std::env::var_os("YUI_WRITE_DOCS").is_some() {
        fs::write(&path, says).expect("docs can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == says, "docs/{name} is old: run with YUI_WRITE_DOCS=1");
}

#[test]
fn the_data_map_is_what_the_domains_declare() {
    hold("data-map.md", &yui_server::data::page());
}

#[test]
fn the_staff_roles_are_those_of_the_table() {
    hold("staff-roles.md", &yui_server::staff::page());
}
