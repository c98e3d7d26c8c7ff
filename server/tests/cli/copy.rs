//! A copy made and put back.

use std::{os::unix::fs::PermissionsExt, path::Path};

use crate::{chores::chores, town::Town};

#[test]
fn a_copy_is_restored_with_the_same_head() {
    let town = Town::sqlite();
    chores(&town);
    let copy = town.path("copy");
    let running = town.serve();
    let backup = town.run(&["backup", copy.to_str().expect("text")]);
    let said = String::from_utf8(backup.stderr).expect("text");
    assert!(backup.status.success(), "{said}");
    let (realm, after) = said.split_once("realm.db").expect("the realm's copy");
    assert!(!realm.contains("town.db") && after.contains("town.db"), "the realm comes first: {said}");
    let mode = |path: &Path| path.metadata().expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(&copy), 0o700);
    for file in ["town.db", "realm.db"] {
        assert_eq!(mode(&copy.join(file)), 0o600, "{file}");
    }
    let head = town.json(&["verify-ledger", "--json"]);
    drop(running);
    assert_eq!(head["done"], "sound");
    assert_eq!(
        town.run(&["backup", copy.to_str().expect("text")]).status.code(),
        Some(1),
        "never over another copy"
    );
    let other = Town::sqlite();
    let left = other.data.join("realm").join("realm.db-wal");
    std::fs::create_dir_all(left.parent().expect("a folder")).expect("is made");
    std::fs::write(&left, "of another realm").expect("is written");
    let refused = other.run(&["restore", copy.to_str().expect("text")]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.contains("realm.db-wal"), "{said}");
    assert!(!other.data.join("town").join("town.db").exists(), "the town waits for the realm: {said}");
    std::fs::remove_file(&left).expect("is removed");
    other.told(&["restore", copy.to_str().expect("text")]);
    assert_eq!(
        other.run(&["restore", copy.to_str().expect("text")]).status.code(),
        Some(1),
        "never over data"
    );
    // Without the realm's key nobody would be known again; a fresh one is no help.
    let kept_apart = std::fs::read(town.data.join("realm.key")).expect("a key");
    let key = other.data.join("realm.key");
    for (wrong, said) in
        [(None, "realm.key is missing"), (Some([9; 32]), "not the one this data was written")]
    {
        if let Some(bytes) = wrong {
            std::fs::write(&key, bytes).expect("writes");
        }
        let refused = other.run(&["staff", "list"]);
        let told = String::from_utf8_lossy(&refused.stderr);
        assert_eq!(refused.status.code(), Some(1), "{told}");
        assert!(told.contains(said), "{told}");
        assert_eq!(key.exists(), wrong.is_some(), "no key was made");
    }
    std::fs::write(&key, kept_apart).expect("writes");
    assert_eq!(other.json(&["verify-ledger", "--json"]), head);
    assert_eq!(other.told(&["staff", "list"]), town.told(&["staff", "list"]));
}
