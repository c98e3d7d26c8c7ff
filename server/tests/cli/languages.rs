//! A clerk of a Japanese town reads Japanese, whatever she does and whatever goes wrong.

use std::process::Output;

use crate::{chores::LIST, town::Town};

/// Names, which have no Japanese: of programs, formats and settings, and of what the town or the test itself named.
const NAMES: &str =
    "PostgreSQL SQLite http https ja en vi data food daily baby childcare health service suzuki nope xyz abc";

/// Words of Latin letters that are neither names nor typed at the command line. What is written in capitals is a
/// format, a code or a setting; what has other signs in it is a flag, an id, a file or an address.
fn english<'a>(text: &'a str, commands: &[String]) -> Vec<&'a str> {
    let parts = |c: char| !(c.is_ascii_alphanumeric() || "-_./:@%".contains(c));
    text.split(parts)
        .map(|word| word.trim_matches(['.', ':']))
        .filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic()))
        .filter(|word| word.chars().any(|c| c.is_ascii_lowercase()))
        .filter(|word| {
            !NAMES.split(' ').any(|name| name == *word) && !commands.iter().any(|known| known == word)
        })
        .collect()
}

struct Journey {
    town: Town,
    commands: Vec<String>,
}

impl Journey {
    /// What a command says on both streams; it must end with `code` and have no English in it.
    #[track_caller]
    fn says(&self, code: i32, words: &[&str]) -> String {
        let Output { status, stdout, stderr } = self.town.run(words);
        let told = [stdout, stderr].map(|bytes| String::from_utf8(bytes).expect("text")).concat();
        assert_eq!(status.code(), Some(code), "{words:?}: {told}");
        assert_eq!(english(&told, &self.commands), [""; 0], "{words:?}: {told}");
        told
    }

    /// All commands there are, and the help of each.
    fn commands(&mut self, words: &[&str]) {
        let help = self.town.told(&[words, &["--help"]].concat());
        let Some((_, list)) = help.split_once("\nコマンド:\n") else { return };
        let list = list.lines().take_while(|line| !line.is_empty());
        let names: Vec<String> =
            list.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect();
        self.commands.extend(names.iter().cloned());
        for name in names.iter().filter(|name| *name != "help") {
            self.commands(&[words, &[name.as_str()]].concat());
        }
    }

    fn helps(&self, words: &[&str]) {
        let help = self.says(0, &[words, &["--help"]].concat());
        assert!(help.contains("使い方： yui-server"), "{help}");
        let Some((_, list)) = help.split_once("\nコマンド:\n") else { return };
        for line in list.lines().take_while(|line| !line.is_empty()) {
            let name = line.split_whitespace().next().expect("a name");
            if name != "help" {
                self.helps(&[words, &[name]].concat());
            }
        }
    }
}

#[test]
fn a_whole_journey_in_japanese() {
    let town = Town { language: "ja_JP.UTF-8", ..Town::sqlite() };
    let mut journey = Journey { town, commands: vec!["yui-server".to_owned()] };
    journey.commands(&[]);
    assert!(journey.commands.len() > 20, "{:?}", journey.commands);
    journey.helps(&[]);
    let at = |name: &str| journey.town.path(name).to_str().expect("text").to_owned();
    let (to, list, copy) = (at("out"), at("list.csv"), at("copy"));

    assert!(journey.says(0, &["migrate"]).contains("大村市のデータ"));
    journey.says(0, &["staff", "add", "--name", "suzuki", "--shown", "鈴木", "--role", "town-counter"]);
    let again = ["staff", "add", "--name", "suzuki", "--shown", "鈴木", "--role", "town-counter"];
    let taken = journey.says(1, &again);
    assert!(
        taken.contains("職員名 suzuki はもう使われています") && taken.contains("（id_conflict）"),
        "{taken}"
    );
    journey.says(0, &["staff", "list"]);
    journey.says(0, &["staff", "reset", "--name", "suzuki"]);
    assert!(journey.says(0, &["staff", "end", "--name", "suzuki"]).contains("終わらせました"));

    std::fs::write(&list, LIST).expect("writes");
    let report = journey.says(4, &["shop", "import", &list, "--list", "omura-2026"]);
    for line in [
        "3行目：余分な空白を除きました：「 青空市場 」→「青空市場」",
        "4行目：取り込みません：店名がありません",
        "2店を追加し",
    ] {
        assert!(report.contains(line), "{line}: {report}");
    }
    let added = journey.says(0, &["shop", "add", "--name", "新しい店", "--to", &to]);
    let shop = added.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| word.len() == 16);
    let shop = shop.expect("an id").to_owned();
    assert!(journey.says(0, &["shop", "list"]).contains("営業中"));
    assert!(journey.says(0, &["shop", "close", &shop]).contains("休止しています"));
    journey.says(0, &["shop", "open", &shop]);
    journey.says(0, &["shop", "poster", &shop, "--to", &to]);
    journey.says(0, &["shop", "pair", &shop, "--to", &to]);
    journey.says(1, &["shop", "settle", &shop, "--amount", "100"]);

    let issue =
        ["voucher", "issue", "--programme", "charge-2026", "--amount", "1500", "--last-day", "2027-03-31"];
    let issued = journey.says(0, &[&issue[..], &["--to", &to]].concat());
    let batch =
        issued.lines().find_map(|line| line.strip_prefix("まとまりの番号：")).expect("an id").to_owned();
    journey.says(1, &[&issue[..], &["--id", &batch]].concat());
    journey.says(0, &["voucher", "list"]);
    assert!(journey.says(0, &["voucher", "list", "--batch", &batch]).contains("\t使えます"));
    assert!(journey.says(0, &["voucher", "cancel", "--batch", &batch]).contains("1枚"));
    journey.says(0, &["verify-ledger"]);

    journey.says(0, &["backup", &copy]);
    assert!(journey.says(1, &["backup", &copy]).contains("もうあります"));
    assert!(journey.says(1, &["restore", &copy]).contains("空ではありません"));
    std::fs::write(&list, "番号,屋号\n1,花子パン\n").expect("writes");
    journey.says(1, &["shop", "import", &list, "--list", "omura-2026"]);
    journey.says(1, &["shop", "import", &at("missing.csv"), "--list", "omura-2026"]);
    let below = format!("{list}/below");
    assert!(journey.says(1, &["shop", "add", "--name", "店", "--to", &below]).contains("何も行っていません"));
}

/// Another program reads the same, whoever runs the command.
#[test]
fn json_is_of_no_language() {
    let mut town = Town::sqlite();
    let list = town.path("list.csv");
    std::fs::write(&list, LIST).expect("writes");
    let import = ["shop", "import", list.to_str().expect("text"), "--list", "test", "--dry-run", "--json"];
    let [english, japanese] = ["C.UTF-8", "ja_JP.UTF-8"].map(|language| {
        town.language = language;
        String::from_utf8(town.run(&import).stdout).expect("text")
    });
    assert!(english.contains("the name is missing"), "{english}");
    assert_eq!(japanese, english);
}

#[test]
fn what_was_typed_wrong_is_said_in_japanese() {
    let town = Town { language: "ja_JP.UTF-8", ..Town::sqlite() };
    let mut journey = Journey { town, commands: vec!["yui-server".to_owned()] };
    journey.commands(&[]);
    journey.says(0, &["migrate"]);
    let issue = ["voucher", "issue", "--programme", "charge-2026", "--last-day", "2027-03-31"];
    let issued = |words: &[&'static str]| [&issue[..], words].concat();
    let add = ["staff", "add", "--shown", "鈴木", "--name", "suzuki"];
    for (code, words, rule) in [
        (2, vec![], "使い方： yui-server"),
        (2, vec!["shop"], "使い方： yui-server shop"),
        (2, vec!["nope"], "nope というコマンドはありません"),
        (2, vec!["shop", "list", "--nope"], "--nope という指定はありません"),
        (2, vec!["shop", "list", "--jso"], "--json ではありませんか"),
        (2, vec!["shop", "poster", "xyz"], "16文字です"),
        (2, vec!["shop", "settle", "0000000000000000"], "足りないもの：--amount <円>"),
        (2, vec!["shop", "add", "--name"], "--name <言葉> の中身がありません"),
        (2, vec!["shop", "list", "--json", "--json"], "1回しか書けません"),
        (2, vec!["voucher", "cancel"], "足りないもの：<チャージ券>"),
        (2, [&add[..], &["--role", "nope"]].concat(), "次から選びます：town-counter"),
        (2, issued(&["--amount", "0"]), "金額は1～999,999,999円です"),
        (2, issued(&["--amount", "1000", "--count", "0"]), "ひとまとまりは1～500枚です"),
        (2, issued(&["--amount", "1000", "--id", "abc"]), "UUID"),
        (2, vec!["serve", "--listen", "nope"], "127.0.0.1:8080 の形"),
        (1, vec!["shop", "add", "--name", " "], "店名：1～80文字"),
        (1, vec!["shop", "add", "--name", "店", "--class", "nope"], "分類「nope」はありません"),
        (1, vec!["shop", "close", "0000000000000000"], "（shop_unknown）"),
        (1, vec!["shop", "revoke", "000000000000"], "（not_found）"),
        (2, vec!["shop", "revoke", "x"], "12文字です"),
        (1, vec!["staff", "list", "--municipality", "nope"], "ファイルまたはフォルダーがありません"),
    ] {
        let told = journey.says(code, &words);
        assert!(told.contains(rule), "{words:?}: {told}");
    }
}
