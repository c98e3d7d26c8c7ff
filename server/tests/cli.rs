//! The operator's commands as a clerk types them, against the real program: with a server running and with none.

use std::{
    io::{BufRead, BufReader, Read, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use yui_store::testing::Cluster;

const PROGRAM: &str = env!("CARGO_BIN_EXE_yui-server");

/// A town's data folder, on one engine.
struct Town {
    folder: tempfile::TempDir,
    data: PathBuf,
    database: Option<String>,
}

impl Town {
    fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("operator.key"), "a key\n").expect("writes");
        Self { data: folder.path().join("data"), folder, database: None }
    }

    /// Its schemas are the program's own, so there is one such town a test process.
    fn postgres() -> Self {
        Self { database: Some(Cluster::get().url()), ..Self::sqlite() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, words: &[&str]) -> Command {
        let municipality = Path::new(env!("CARGO_MANIFEST_DIR")).join("../municipalities/omura");
        let mut command = Command::new(PROGRAM);
        command
            .args(words)
            .env("YUI_DATA", &self.data)
            .env("YUI_MUNICIPALITY", municipality)
            .env("RUST_LOG", "off");
        match &self.database {
            Some(database) => command.env("YUI_DATABASE", database),
            None => command.env_remove("YUI_DATABASE"),
        };
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("runs")
    }

    /// Runs it; what it says on standard output.
    #[track_caller]
    fn told(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    /// The same with `--json`.
    #[track_caller]
    fn json(&self, words: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.told(words)).expect("JSON")
    }

    fn serve(&self) -> Running {
        self.serve_with(&[])
    }

    fn serve_with(&self, more: &[&str]) -> Running {
        let mut child = self
            .command(&["serve", "--listen", "127.0.0.1:0", "--operator-url", "https://operator.example"])
            .arg("--operator-key-file")
            .arg(self.path("operator.key"))
            .args(more)
            .env("RUST_LOG", "warn")
            .stderr(Stdio::piped())
            .spawn()
            .expect("starts");
        let mut told = BufReader::new(child.stderr.take().expect("piped"));
        let mut line = String::new();
        let mut before = String::new();
        while !line.contains("ready in ") {
            before += &std::mem::take(&mut line);
            assert_ne!(told.read_line(&mut line).expect("text"), 0, "it ended: {before}");
        }
        let rest = std::thread::spawn(move || told.lines().map_while(Result::ok).collect::<Vec<_>>());
        Running { child, before, ready: line, rest: Some(rest) }
    }
}

/// A running server; stopped at the end.
struct Running {
    child: Child,
    /// What it said before it was ready.
    before: String,
    ready: String,
    rest: Option<std::thread::JoinHandle<Vec<String>>>,
}

impl Running {
    /// Within how many milliseconds it was ready.
    fn ready_in(&self) -> u64 {
        let (_, rest) = self.ready.split_once("ready in ").expect("a figure");
        rest.split(' ').next().and_then(|figure| figure.parse().ok()).expect("a figure")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
        if let Some(rest) = self.rest.take() {
            let _ = rest.join();
        }
    }
}

const LIST: &str =
    "番号,名称,業種,住所\n1,花子パン,飲食業,大村市玖島1\n2, 青空市場 ,小売業,大村市竹松2\n3,,小売業,大村市\n";

/// All that writes, on this town; the ids of the imported shops.
fn chores(town: &Town) -> Vec<String> {
    let added = town.told(&["staff", "add", "--name", "suzuki", "--shown", "鈴木", "--role", "town-counter"]);
    let password = added.trim().rsplit(' ').next().expect("a password").to_owned();
    assert_eq!(password.len(), 19, "{added}");
    let again = town.run(&["staff", "add", "--name", "suzuki", "--shown", "鈴木", "--role", "town-counter"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("(id_conflict)"));
    assert!(town.told(&["staff", "list"]).contains("suzuki\ttown_counter\t鈴木"));
    let fresh = town.told(&["staff", "reset", "--name", "suzuki"]);
    assert!(!fresh.contains(&password));

    let list = town.path("list.csv");
    std::fs::write(&list, LIST).expect("writes");
    let import = ["shop", "import", list.to_str().expect("text"), "--list", "test"];
    let output = town.run(&import);
    let report = String::from_utf8(output.stdout).expect("text");
    assert_eq!(output.status.code(), Some(4), "{report} {}", String::from_utf8_lossy(&output.stderr));
    assert!(report.contains("line 3: stray blanks removed: \" 青空市場 \" -> \"青空市場\""), "{report}");
    assert!(report.contains("line 4: NOT TAKEN: the name is missing"), "{report}");
    let json = town.run(&["shop", "import", list.to_str().expect("text"), "--list", "test", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(
        (json["added"].as_u64(), json["changed"].as_u64()),
        (Some(0), Some(2)),
        "again changes the same"
    );
    let shops: Vec<String> = json["shops"]
        .as_array()
        .expect("ids")
        .iter()
        .map(|id| id.as_str().expect("an id").to_owned())
        .collect();

    let to = town.folder.path().to_str().expect("text");
    town.told(&["shop", "poster", &shops[0], "--to", to]);
    let page = std::fs::read_to_string(town.path(&format!("poster-{}.html", shops[0]))).expect("a page");
    assert!(page.contains("花子パン") && page.contains("<svg") && page.contains("lang=\"vi\""), "{page}");
    let paired = town.told(&["shop", "pair", &shops[0], "--to", to]);
    assert!(paired.contains(": YUI1:"), "{paired}");
    assert_eq!(town.run(&["shop", "pair", "0000000000000000", "--to", to]).status.code(), Some(1));

    let vouchers = town.json(&[
        "voucher",
        "issue",
        "--json",
        "--programme",
        "charge-2026",
        "--amount",
        "1000",
        "--count",
        "3",
        "--last-day",
        "2027-03-31",
    ]);
    assert_eq!(vouchers["vouchers"].as_array().map(Vec::len), Some(3));
    shops
}

/// What a clerk is told when it is not done; nothing may be done then.
#[track_caller]
fn refused(town: &Town, words: &[&str]) -> String {
    let output = town.run(words);
    assert!(!output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).expect("text")
}

/// Closing, opening and paying out shops, and what became of vouchers.
fn books(town: &Town, shop: &str) {
    let line = |state: &str| format!("{shop}\t{state}\t0\t花子パン");
    assert!(town.told(&["shop", "list"]).contains(&line("open")));
    assert!(town.told(&["shop", "close", &shop.to_lowercase()]).contains("is closed"));
    town.told(&["shop", "close", shop]);
    assert!(town.told(&["shop", "list"]).contains(&line("closed")));
    town.told(&["shop", "open", shop]);
    assert!(town.told(&["shop", "list"]).contains(&line("open")));
    let owed = refused(town, &["shop", "settle", shop, "--amount", "100"]);
    assert!(owed.contains("Pay-out ") && owed.contains("(insufficient_balance)"), "{owed}");

    let to = town.path("sheets");
    let issue = ["voucher", "issue", "--programme", "charge-2026", "--amount", "1500", "--count", "3"];
    let issue = [&issue[..], &["--last-day", "2027-03-31", "--to", to.to_str().expect("text")]].concat();
    let told = town.run(&issue);
    let batch = String::from_utf8(told.stderr).expect("text");
    let batch =
        batch.trim().strip_prefix("Batch ").and_then(|id| id.strip_suffix('.')).expect("an id").to_owned();
    let said = String::from_utf8(told.stdout).expect("text");
    assert!(told.status.success() && !said.contains("YUI1:"), "{said}");
    let sheet = to.join(format!("vouchers-{batch}.html"));
    let page = std::fs::read_to_string(&sheet).expect("a sheet");
    let mode = std::fs::metadata(&sheet).expect("a sheet").permissions().mode();
    assert_eq!((page.matches("<svg").count(), mode & 0o777), (3, 0o600));
    for shown in
        ["1,500円", "3月31日", "官民連携団体 CONNECT", "000-0000-0001", "すべてのお店", "lang=\"vi\""]
    {
        assert_eq!(page.matches(shown).count() % 3, 0, "{shown}");
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let again = refused(town, &[&issue[..], &["--id", &batch]].concat());
    assert!(again.contains("(id_conflict)"), "a lost answer makes no second batch: {again}");
    let listed = |made: &str| format!("{batch}\tcharge-2026\t1500\t3\t{made}");
    assert!(town.told(&["voucher", "list"]).contains(&listed("0\t0")));
    let states = town.told(&["voucher", "list", "--batch", &batch]);
    assert_eq!(states.matches("\tusable").count(), 3, "{states}");
    let first = states.split('\t').next().expect("a number");
    town.told(&["voucher", "cancel", first]);
    assert!(town.told(&["voucher", "list", "--batch", &batch]).starts_with(&format!("{first}\tcancelled")));
    assert!(town.told(&["voucher", "cancel", "--batch", &batch]).starts_with("2 "));
    assert!(town.told(&["voucher", "cancel", "--batch", &batch]).starts_with("0 "));
    assert!(town.told(&["voucher", "list"]).contains(&listed("0\t3")));
}

fn on_both_ways(town: &Town) {
    let shops = chores(town);
    books(town, &shops[0]);
    {
        let running = town.serve();
        assert!(running.ready_in() < 10_000, "{}", running.ready);
        let socket = std::fs::metadata(town.data.join("operator.sock")).expect("a socket");
        assert_eq!(socket.permissions().mode() & 0o777, 0o600);
        books(town, &shops[0]);
        town.told(&["staff", "end", "--name", "suzuki"]);
        let more = town.told(&[
            "shop",
            "add",
            "--name",
            "新しい店",
            "--class",
            "food",
            "--to",
            town.folder.path().to_str().expect("text"),
        ]);
        assert!(more.contains("Added shop"), "{more}");
        let list = town.path("list.csv");
        let json = town.run(&["shop", "import", list.to_str().expect("text"), "--list", "test", "--json"]);
        let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
        assert_eq!(json["shops"], serde_json::json!(shops), "the same shops through the server");
        town.told(&["verify-ledger"]);
        if town.database.is_none() {
            let second = town.command(&["migrate"]).output().expect("runs");
            assert!(!second.status.success(), "the running server's lock keeps a second writer out");
        }
    }
    assert!(!town.data.join("operator.sock").exists(), "a server that stopped leaves no socket");
    assert_eq!(town.told(&["staff", "list"]).trim(), "");
}

#[test]
fn every_command_with_a_server_and_without() {
    if engine("sqlite") {
        on_both_ways(&Town::sqlite());
    }
}

#[test]
fn every_command_on_postgres() {
    if !engine("postgres") {
        return;
    }
    let town = Town::postgres();
    on_both_ways(&town);
    // A town leaves the hosted database for a file of its own.
    let copy = town.path("copy");
    town.told(&["backup", copy.to_str().expect("text")]);
    let head = town.json(&["verify-ledger", "--json"]);
    let own = Town::sqlite();
    own.told(&["restore", copy.to_str().expect("text")]);
    std::fs::copy(town.data.join("realm.key"), own.data.join("realm.key")).expect("the key goes along");
    assert_eq!(own.json(&["verify-ledger", "--json"]), head);
}

fn engine(name: &str) -> bool {
    std::env::var("YUI_TEST_ENGINE").map_or(true, |wanted| wanted == name)
}

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

#[test]
fn an_empty_folder_is_served_within_a_second() {
    let town = Town::sqlite();
    // The first start reads the program from the disk; the figure is about an empty data folder.
    let best = (0..3)
        .map(|_| {
            let _ = std::fs::remove_dir_all(&town.data);
            town.serve().ready_in()
        })
        .min();
    assert!(best.is_some_and(|millis| millis < 1000), "ready in {best:?} ms");
}

#[test]
fn without_a_verifier_it_does_not_start() {
    let town = Town::sqlite();
    let output = town.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    let mut empty = std::fs::File::create(town.path("operator.key")).expect("a file");
    empty.write_all(b"\n").expect("writes");
    let key = town.path("operator.key");
    let words = [
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--operator-url",
        "https://operator.example",
        "--operator-key-file",
    ];
    let output = town.command(&words).arg(key).output().expect("runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("key is missing"));
}

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
    assert_eq!(leaves.len(), 20, "{leaves:?}");
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

/// Asks for a path of the server at this address.
fn get(address: &str, path: &str) -> String {
    let mut stream = std::net::TcpStream::connect(address).expect("connects");
    write!(stream, "GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").expect("writes");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

#[test]
fn figures_have_an_address_of_their_own() {
    let town = Town::sqlite();
    let running = town.serve_with(&["--metrics-listen", "127.0.0.1:0"]);
    let address = |text: &str, after: &str| {
        let (_, rest) = text.split_once(after).expect("an address");
        rest.split_whitespace().next().expect("an address").to_owned()
    };
    let figures = get(&address(&running.before, "figures on "), "/metrics");
    assert!(figures.starts_with("HTTP/1.1 200") && figures.contains("yui_registered_keys 0"), "{figures}");
    let public = get(&address(&running.ready, "listening on "), "/metrics");
    assert!(public.starts_with("HTTP/1.1 404"), "{public}");
}

#[test]
fn nothing_crosses_a_network_in_the_clear() {
    let town = Town::sqlite();
    let key = town.path("operator.key");
    let start = |operator: &str, origin: &str| {
        let words = ["serve", "--listen", "127.0.0.1:0", "--operator-url", operator, "--origin", origin];
        let output = town.command(&words).arg("--operator-key-file").arg(&key).output().expect("runs");
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).expect("text")
    };
    let said = start("http://operator.example", "https://yui.example");
    assert!(said.contains("--operator-url must be https://"), "{said}");
    let said = start("https://operator.example", "http://yui.example");
    assert!(said.contains("--origin must be https://"), "{said}");
}

#[test]
fn a_server_that_knows_no_proxy_says_so() {
    let town = Town::sqlite();
    let alone = town.serve_with(&["--origin", "https://yui.example"]).before.clone();
    assert!(alone.contains("--trusted-proxy"), "{alone}");
    let behind = ["--origin", "https://yui.example", "--trusted-proxy", "127.0.0.1"];
    let behind = town.serve_with(&behind).before.clone();
    assert!(!behind.contains("--trusted-proxy"), "{behind}");
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

/// With no server each command opens the stores by itself, and must leave them free for the next.
#[test]
fn shops_are_added_one_after_the_other_without_a_server() {
    let town = Town::sqlite();
    let to = town.path("codes");
    for number in 1..=20 {
        let name = format!("店{number}");
        let told = town.told(&["shop", "add", "--name", &name, "--to", to.to_str().expect("text")]);
        let shop = told.strip_prefix("Added shop ").and_then(|rest| rest.get(..16)).expect("an id");
        assert!(told.contains(": YUI1:") && to.join(format!("pairing-{shop}.svg")).exists(), "{told}");
    }
    assert_eq!(town.told(&["shop", "list"]).lines().count(), 20);
}

#[test]
fn where_nothing_can_be_written_nothing_is_done() {
    let town = Town::sqlite();
    std::fs::write(town.path("file"), "").expect("writes");
    let to = town.path("file").join("below");
    let to = to.to_str().expect("text");
    let told = refused(&town, &["shop", "add", "--name", "店", "--to", to]);
    assert!(told.contains("nothing was done"), "{told}");
    assert_eq!(town.told(&["shop", "list"]).trim(), "");
    let issue =
        ["voucher", "issue", "--programme", "charge-2026", "--amount", "1", "--last-day", "2027-03-31"];
    refused(&town, &[&issue[..], &["--to", to]].concat());
    assert_eq!(town.told(&["voucher", "list"]).trim(), "");
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
        (vec!["shop", "add", "--name", "店", "--class", "nope"], "class nope: the town has "),
        (vec!["shop", "add", "--name", " "], "name: 1 to 80 characters"),
        (vec!["shop", "add", "--name", "店", "--postal-code", "856-0000"], "postal code: seven digits"),
        (vec!["shop", "add", "--name", "店", "--telephone", "x"], "telephone: "),
        (vec!["shop", "poster", "xyz"], "16 of the digits 0-9 and letters A-F"),
        (issued(&["--amount", "1000", "--count", "0"]), "1 to 500"),
        (issued(&["--amount", "1000", "--count", "100000"]), "1 to 500"),
        (issued(&["--amount", "0"]), "1..=999999999"),
    ] {
        let told = refused(&town, &words);
        assert!(told.contains(rule) && !told.contains("malformed_request"), "{words:?}: {told}");
    }
}

#[test]
fn a_list_that_cannot_be_read_is_an_error_and_no_shop() {
    let town = Town::sqlite();
    let list = town.path("list.csv");
    for (bytes, reason) in [
        (&b"\xc8\xd6\xb9\xe6,\xcc\xbe\xbe\xce\n1,\xb2\xd6\xbb\xd2\n"[..], "EUC-JP"),
        ("番号,屋号\n1,花子パン\n".as_bytes(), "the headings are: 番号, 屋号"),
        ("番号,名称\n".as_bytes(), "no rows"),
        (b"\xe7\x95\xaa\xe5\x8f\xb7,\xe5\x90\x8d\xe7\xa7\xb0\n1,\xe8\x8a\n", "line 2, byte 3"),
    ] {
        std::fs::write(&list, bytes).expect("writes");
        let import = ["shop", "import", list.to_str().expect("text"), "--list", "test"];
        assert_eq!(town.run(&import).status.code(), Some(1));
        let told = refused(&town, &import);
        assert!(told.contains(reason) && told.contains("nothing was taken"), "{told}");
    }
    assert_eq!(town.told(&["shop", "list"]).trim(), "");
}

#[test]
fn a_server_says_where_it_is_reached_or_asks() {
    let town = Town::sqlite();
    let running = town.serve();
    let (_, listening) = running.ready.trim().split_once("listening on ").expect("an address");
    let (address, origin) = listening.split_once(" as ").expect("an origin");
    assert_eq!(origin, format!("http://{address}"), "derived from where it listens");
    drop(running);
    let serve = ["serve", "--listen", "0.0.0.0:0", "--operator-url", "https://operator.example"];
    let output = town.command(&serve).arg("--operator-key-file").arg(town.path("operator.key")).output();
    let output = output.expect("runs");
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).expect("text");
    assert!(told.contains("--origin is missing"), "{told}");
}
