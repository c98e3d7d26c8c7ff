//! What a clerk reads: help, the place of flags, and what is wrong with what she typed.

use crate::{
    chores::LIST,
    town::{Town, refused},
};

/// All commands that there are, as `--help` tells of them.
fn leaves(town: &Town, words: &[&str]) -> Vec<Vec<String>> {
    let help = town.told(&[words, &["--help"]].concat());
    let Some((_, commands)) = help.split_once("\nCommands:\n") else {
        return vec![words.iter().map(|word| (*word).to_owned()).collect()];
    };
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let names = commands.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help");
    names.flat_map(|name| leaves(town, &[words, &[name]].concat())).collect()
}

#[test]
fn help_speaks_to_a_clerk() {
    let town = Town::sqlite();
    let leaves = leaves(&town, &[]);
    assert_eq!(leaves.len(), 22, "{leaves:?}");
    for words in leaves {
        let mut asked: Vec<&str> = words.iter().map(String::as_str).collect();
        asked.push("--help");
        let help = town.told(&asked);
        assert!(help.contains("Usage:") && help.len() > 200, "{words:?}: {help}");
        assert!(!help.to_lowercase().contains("--password"), "a password is never an argument");
        // Where the data is, every command takes; how the outcome is told, those that answer with one.
        for flag in ["--data <FOLDER>", "--database <ADDRESS>", "--municipality <FOLDER>"] {
            assert!(help.contains(flag), "{words:?} lacks {flag}: {help}");
        }
        let answers = !["serve", "migrate", "backup", "restore"].contains(&words[0].as_str());
        assert_eq!(help.contains("--json"), answers, "{words:?}: {help}");
    }
}

/// A clerk writes the folder where it comes to mind: behind the command's own words.
#[test]
fn every_chore_takes_its_flags_at_the_end() {
    let town = Town::sqlite();
    let (data, to) = (town.path("elsewhere"), town.folder.path().to_str().expect("text").to_owned());
    let list = town.path("list.csv");
    std::fs::write(&list, LIST).expect("writes");
    let told = |words: &[&str]| {
        let end = ["--data", data.to_str().expect("text"), "--json"];
        let mut command = town.command(&[words, &end].concat());
        let output = command.env_remove("YUI_DATA").output().expect("runs");
        let text = String::from_utf8(output.stdout).expect("text");
        assert_eq!(text.lines().count(), 1, "{words:?}: {text} {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_str::<serde_json::Value>(&text).expect("JSON")
    };
    let list = list.to_str().expect("text");
    assert_eq!(told(&["shop", "import", list, "--list", "test"])["added"], 2);
    let added = told(&["shop", "add", "--name", "新しい店", "--to", &to]);
    let shop = added["shop"].as_str().expect("an id").to_owned();
    assert!(added["pairing"].as_str().expect("a code").starts_with("YUI1:"), "{added}");
    assert_eq!(told(&["shop", "pair", &shop, "--to", &to])["shop"], shop.as_str());
    assert_eq!(told(&["shop", "phones", &shop]).as_array().map(Vec::len), Some(0));
    assert_eq!(told(&["shop", "poster", &shop, "--to", &to]).as_array().map(Vec::len), Some(2));
    let role = ["--role", "town-counter", "--shown", "鈴木"];
    assert_eq!(
        told(&[&["staff", "add", "--name", "suzuki"][..], &role].concat())["done"],
        "one_time_password"
    );
    assert_eq!(told(&["staff", "list"])["staff"][0][0], "suzuki");
    assert_eq!(told(&["staff", "reset", "--name", "suzuki"])["done"], "one_time_password");
    assert_eq!(told(&["staff", "end", "--name", "suzuki"])["done"], "ended");
    assert_eq!(told(&["verify-ledger"])["done"], "sound");
    assert!(!town.data.exists(), "nothing went to the folder of the environment");
}

#[test]
fn a_clerk_is_told_the_field_and_its_rule() {
    let town = Town::sqlite();
    let issue = ["voucher", "issue", "--programme", "charge-2026", "--last-day", "2027-03-31"];
    let issued = |words: &[&'static str]| [&issue[..], words].concat();
    for (words, rule) in [
        (
            vec!["staff", "add", "--name", "Suzuki Ichiro", "--shown", "鈴木", "--role", "town-counter"],
            "2 to 32 of a-z",
        ),
        (
            vec!["staff", "add", "--name", "suzuki", "--shown", "鈴木\t一郎", "--role", "town-counter"],
            "name as shown: 1 to 40 characters, none that cannot be seen",
        ),
        (vec!["shop", "add", "--name", "店", "--class", "nope"], "class nope: the town has "),
        (vec!["shop", "add", "--name", " "], "name: 1 to 80 characters"),
        (vec!["shop", "add", "--name", "店", "--postal-code", "856-0000"], "postal code: seven digits"),
        (vec!["shop", "add", "--name", "店", "--telephone", "x"], "telephone: "),
        (vec!["shop", "poster", "xyz"], "16 of the digits 0-9 and letters A-F"),
        (issued(&["--amount", "1000", "--count", "0"]), "1 to 500"),
        (issued(&["--amount", "1000", "--count", "100000"]), "1 to 500"),
        (issued(&["--amount", "0"]), "1 to 999,999,999 yen"),
    ] {
        let told = refused(&town, &words);
        assert!(told.contains(rule) && !told.contains("malformed_request"), "{words:?}: {told}");
    }
}

#[test]
fn a_clerk_is_told_that_a_name_is_taken() {
    let town = Town::sqlite();
    let add = ["staff", "add", "--name", "suzuki", "--shown", "鈴木", "--role", "town-counter"];
    town.told(&add);
    let taken =
        "the name suzuki is taken, by an account or by one that has ended; choose another (id_conflict)";
    assert!(refused(&town, &add).contains(taken));
    town.told(&["staff", "end", "--name", "suzuki"]);
    let _running = town.serve();
    assert!(refused(&town, &add).contains(taken), "through the server, and after the account ended");
}

#[test]
fn a_clerk_is_told_that_there_is_no_such_database_on_postgres() {
    let url = yui_store::testing::Cluster::get().url().replace("/postgres?", "/nowhere?");
    let mut town = Town { database: Some(url), ..Town::sqlite() };
    let told = refused(&town, &["migrate"]);
    assert!(told.contains("the PostgreSQL server has no such database") && !told.contains("3D000"), "{told}");
    town.language = "ja_JP.UTF-8";
    let told = refused(&town, &["staff", "list"]);
    assert!(told.contains("この名前のデータベースが PostgreSQL にありません"), "{told}");
}
