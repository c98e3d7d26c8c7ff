//! Nothing of the program that writes the ledger is in this crate, neither directly nor by way of another, nor in its
//! tests.

use std::collections::BTreeSet;

#[derive(Debug)]
struct Package {
    name: String,
    needs: Vec<String>,
}

fn packages() -> Vec<Package> {
    let lock: toml::Table = include_str!("../../../Cargo.lock").parse().expect("TOML");
    let packages = lock["package"].as_array().expect("packages");
    let name = |text: &toml::Value| {
        text.as_str().and_then(|text| text.split(' ').next()).expect("a name").to_owned()
    };
    let needs = |package: &toml::Value| {
        package
            .get("dependencies")
            .and_then(toml::Value::as_array)
            .map_or_else(Vec::new, |needs| needs.iter().map(name).collect())
    };
    packages.iter().map(|package| Package { name: name(&package["name"]), needs: needs(package) }).collect()
}

/// Everything below this package, tests' needs of its own included.
fn below(of: &str, packages: &[Package]) -> BTreeSet<String> {
    let (mut found, mut left) = (BTreeSet::new(), vec![of.to_owned()]);
    while let Some(next) = left.pop() {
        let needs = packages.iter().filter(|package| package.name == next).flat_map(|package| &package.needs);
        left.extend(needs.filter(|need| found.insert((*need).clone())).cloned());
    }
    found
}

#[test]
fn it_shares_nothing_with_who_writes() {
    let packages = packages();
    let ours = |name: &String| name.starts_with("yui");
    let below_audit = below("yui-audit", &packages);
    assert!(below_audit.contains("sqlx") && below_audit.contains("sha2"), "{below_audit:?}");
    assert_eq!(below_audit.into_iter().filter(ours).collect::<Vec<_>>(), Vec::<String>::new());
    let writers: Vec<_> = below("yui-store", &packages).into_iter().filter(ours).collect();
    assert!(writers.contains(&"yui-ledger".to_owned()), "the list is one of needs: {writers:?}");
}
