//! The committed keys, docs/error-codes.md and the apps' files for their systems are what the catalogues say; the apps'
//! colours are what look/colours.toml says.

use std::{fmt::Write as _, fs, path::PathBuf};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use yui_texts::{DOMAINS, Lang, error_codes, keys, source};

mod look;
mod system;

const CRATE: &str = env!("CARGO_MANIFEST_DIR");

/// Compares, or writes when the variable is set.
fn hold(path: &PathBuf, wanted: &str, write_when: &str) {
    if std::env::var_os(write_when).is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the tree can be written");
        fs::write(path, wanted).expect("the tree can be written");
    }
    let committed = fs::read_to_string(path).unwrap_or_default();
    assert!(committed == wanted, "{} is old: run the tests of yui-texts with {write_when}=1", path.display());
}

#[test]
fn the_page_of_error_codes_is_new() {
    hold(&PathBuf::from(CRATE).join("../../docs/error-codes.md"), &error_codes::page(), "YUI_WRITE_DOCS");
}

#[test]
fn the_keys_are_those_of_the_japanese_catalogue() {
    for domain in DOMAINS.iter().filter(|domain| **domain != "errors") {
        let path = PathBuf::from(CRATE).join(format!("src/keys/{domain}.rs"));
        hold(&path, &keys_of(domain), "YUI_WRITE_KEYS");
    }
}

#[test]
fn the_systems_of_the_phones_say_what_the_catalogues_say() {
    for (path, wanted) in system::files() {
        hold(&PathBuf::from(CRATE).join("../..").join(path), &wanted, "YUI_WRITE_SYSTEM");
    }
    for key in keys::os::ALL {
        let mut named = system::ANDROID.iter().chain(system::IPHONE);
        assert!(named.any(|(_, other)| other == key), "{} is in no file", key.id());
    }
}

#[test]
fn the_apps_have_the_colours_of_the_one_list() {
    for (path, wanted) in look::files() {
        hold(&PathBuf::from(CRATE).join("../..").join(path), &wanted, "YUI_WRITE_COLOURS");
    }
}

fn keys_of(domain: &str) -> String {
    let resource = parser::parse(source(Lang::Ja, domain)).expect("the catalogue is sound");
    let mut keys = String::new();
    let mut list = String::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let name = id.to_uppercase().replace('-', "_");
        let words = message.value.as_ref().map(shown).unwrap_or_default();
        let _ = writeln!(keys, "/// {words}\npub const {name}: Key = Key(\"{id}\");");
        let _ = writeln!(list, "    {name},");
    }
    format!(
        "//! Keys of the domain `{domain}`, written by the test `generated`; each shows its Japanese words.\n\n\
         use super::Key;\n\n{keys}\n/// All of this domain.\n#[rustfmt::skip]\npub const ALL: &[Key] = &[\n{list}];\n"
    )
}

/// The words with the names of what is put in.
fn shown(pattern: &Pattern<&str>) -> String {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => (*value).to_owned(),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::VariableReference { id }) => format!("`${}`", id.name),
                Expression::Inline(InlineExpression::TermReference { id, .. }) => format!("`-{}`", id.name),
                _ => "`…`".to_owned(),
            },
        })
        .collect()
}
