//! The committed list of the software in the app is what the tree's tables of dependencies say. `YUI_WRITE_DOCS=1` writes
//! it anew.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What a phone's library is built for.
const PHONES: [&str; 2] = ["aarch64-linux-android", "aarch64-apple-ios"];

/// The licences of what the screens on Android stand on, by the beginnings of its groups: a Maven module names them in
/// words of its own. All are from the modules' own POM files.
const GROUPS: [(&str, &str); 4] = [
    ("androidx.", "Apache-2.0"),
    ("com.google.zxing", "Apache-2.0"),
    ("net.java.dev.jna", "Apache-2.0 OR LGPL-2.1-or-later"),
    ("org.jetbrains.", "Apache-2.0"),
];

fn tree() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Name, version and licence.
type Line = (String, String, String);

/// What the library is linked from on this platform: neither what only tests or builds it, nor what runs in the
/// compiler.
fn crates(platform: &str) -> BTreeSet<Line> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--package", "yui-ffi", "--edges", "normal,no-proc-macro", "--target", platform])
        .args(["--prefix", "none", "--format", "{p}\t{l}", "--locked"])
        .current_dir(tree())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let line = |line: &str| {
        let (package, licence) = line.trim_end_matches(" (*)").split_once('\t')?;
        // Ours have their folder behind the version.
        let (name, version) = package.split_once(" v").filter(|(_, version)| !version.contains(' '))?;
        // A stroke is an older form of OR.
        let licence = licence.replace(" / ", "/").replace('/', " OR ");
        Some((name.to_owned(), version.to_owned(), licence))
    };
    String::from_utf8_lossy(&output.stdout).lines().filter_map(line).collect()
}

/// What stands between the first `<name>` and its end.
fn element<'a>(xml: &'a str, name: &str) -> Option<&'a str> {
    let inner = xml.split_once(&format!("<{name}>"))?.1;
    Some(inner.split_once(&format!("</{name}>"))?.0)
}

/// What the app for Android is built from, other than its tests: the archives that Maven lays together as Gradle does, and
/// what its modules ask for besides.
fn modules() -> BTreeSet<Line> {
    let read = |path: &str| fs::read_to_string(tree().join(path)).expect("a POM file");
    let parent = read("android/pom.xml");
    let versions = element(&parent, "properties").expect("versions").to_owned();
    let archives = read("android/archives/pom.xml");
    let archives = element(&archives, "artifactItems").expect("archives").to_owned();
    let modules =
        ["android/app/pom.xml", "android/ui-on-android/pom.xml", "bindings/kotlin/pom.xml"].map(read);
    let asked = [parent.clone()].into_iter().chain(modules).filter_map(|pom| {
        let dependencies = element(&pom, "dependencies")?;
        Some(dependencies.replace("<dependency>", "<artifactItem>"))
    });
    let mut lines = BTreeSet::new();
    for list in asked.chain([archives]) {
        lines.extend(list.split("<artifactItem>").skip(1).filter_map(|item| module(item, &versions)));
    }
    lines
}

/// None for our own, and for what is not in the app.
fn module(item: &str, versions: &str) -> Option<Line> {
    let part = |name| element(item, name).unwrap_or_default();
    let (group, artefact) = (part("groupId"), part("artifactId"));
    if group == "jp.yui" || matches!(part("scope"), "test" | "provided") {
        return None;
    }
    let property = part("version").trim_start_matches("${").trim_end_matches('}');
    let version = element(versions, property).unwrap_or_else(|| panic!("{artefact} has no {property}"));
    let licence = GROUPS.iter().find(|(beginning, _)| group.starts_with(beginning));
    let (_, licence) = licence.unwrap_or_else(|| panic!("{group} has no licence here"));
    Some((format!("{group}:{artefact}"), version.to_owned(), (*licence).to_owned()))
}

fn says() -> String {
    let core: BTreeSet<Line> = PHONES.into_iter().flat_map(crates).collect();
    let mut list = String::new();
    for (part, lines) in [("core", core), ("android", modules())] {
        for (name, version, licence) in lines {
            writeln!(list, "{part}\t{name}\t{version}\t{licence}").expect("a text");
        }
    }
    list
}

#[test]
fn the_list_of_licences_is_of_what_the_app_is_built_from() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("licences.tsv");
    let says = says();
    if std::env::var_os("YUI_WRITE_DOCS").is_some() {
        fs::write(&path, &says).expect("the tree can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == says, "core/app/licences.tsv is old: run with YUI_WRITE_DOCS=1");
}

#[test]
fn every_line_names_a_licence_that_the_app_may_carry() {
    let says = says();
    let allowed = fs::read_to_string(tree().join("deny.toml")).expect("deny.toml");
    assert!(says.lines().count() > 100, "the app stands on much");
    for line in says.lines() {
        let licence = line.split('\t').nth(3).unwrap_or_default();
        let known = |licence: &str| allowed.contains(&format!("\"{licence}\""));
        // Where there is a choice, one that may be chosen.
        let all = licence.split(" AND ").all(|part| part.trim_matches(['(', ')']).split(" OR ").any(known));
        assert!(all, "{line}");
    }
}
