//! Every command with a server running and with none.

use std::{io::Write, os::unix::fs::PermissionsExt, process::Stdio};

use crate::town::{Town, refused};

pub const LIST: &str =
    "番号,名称,業種,住所\n1,花子パン,飲食業,大村市玖島1\n2, 青空市場 ,小売業,大村市竹松2\n3,,小売業,大村市\n";

/// All that writes, on this town; the ids of the imported shops.
pub fn chores(town: &Town) -> Vec<String> {
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
    let codes = vouchers["vouchers"].as_array().expect("vouchers");
    assert!(codes.iter().all(|one| one["code"].as_str().is_some_and(|code| code.starts_with("YUI1:"))));
    let mut rest = vouchers.clone();
    rest["vouchers"].take();
    let batch = vouchers["batch"].clone();
    let told = serde_json::json!({"batch": batch, "programme": "charge-2026", "amount": 1000, "count": 3,
        "last_day": "2027-03-31", "vouchers": null});
    assert_eq!((codes.len(), rest), (3, told), "what a program needs, and no page to print");
    shops
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
    let (each, below) =
        page.split_once("<section class=\"voucher-terms\"").expect("the terms in other languages");
    for shown in
        ["1,500円", "3月31日", "官民連携団体 CONNECT", "000-0000-0001", "すべてのお店", "lang=\"vi\""]
    {
        assert_eq!(each.matches(shown).count() % 3, 0, "{shown}");
        assert!(each.contains(shown), "{shown}: {each}");
    }
    let below_once = below.split("<section").next().expect("one language");
    assert_eq!(
        (each.matches("<dt>").count(), below_once.matches("<dt>").count()),
        (3 * 6, 6),
        "all that the law wants"
    );
    let worth = ["1,500", "1.500"].map(|worth| below.matches(worth).count());
    assert_eq!(worth, [3, 1], "how much, which Vietnamese writes with a point");
    assert_eq!(below.matches("000-0000-0001").count(), 4, "whom to ask");
    for said in
        ["CONNECT, a public–private body", "官民合作团体 CONNECT", "Tổ chức hợp tác", "<rt>きょうじょ</rt>"]
    {
        assert!(below.contains(said), "{said}: {below}");
    }
    let told = town.json(&[&issue[..], &["--json"]].concat());
    let sheet = told["sheet"].as_str().expect("a sheet");
    assert!(std::fs::read_to_string(sheet).expect("a sheet").contains("<svg"), "{sheet}");
    let printed = told["vouchers"].as_array().expect("vouchers");
    assert!(printed.len() == 3 && printed.iter().all(|one| one.get("code").is_none()), "{told}");
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
    on_both_ways(&Town::sqlite());
}

#[test]
fn every_command_on_postgres() {
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

/// The id is told before it is sent: whoever lost the answer gives it again and has one shop, with a code to pair with.
#[test]
fn a_shop_added_again_under_its_id_is_one_shop() {
    let town = Town::sqlite();
    let to = town.path("codes");
    let add = ["shop", "add", "--name", "花子パン", "--to", to.to_str().expect("text")];
    let first = town.run(&add);
    assert!(first.status.success());
    let said = String::from_utf8(first.stderr).expect("text");
    let id = said.strip_prefix("Shop ").and_then(|rest| rest.get(..16)).expect("an id");
    let pairing = |told: &str| told.split_once(": YUI1:").expect("a code").1.to_owned();
    let again = town.told(&[&add[..], &["--id", &id.to_lowercase()]].concat());
    assert!(again.starts_with(&format!("Added shop {id}.")), "{again}");
    assert_ne!(pairing(&again), pairing(&String::from_utf8(first.stdout).expect("text")));
    let listed = town.told(&["shop", "list"]);
    assert_eq!(listed.lines().count(), 1, "{listed}");
    let other = refused(&town, &[&add[..], &["--area", "竹松", "--id", id]].concat());
    assert!(other.contains("(id_conflict)"), "{other}");
    assert_eq!(town.told(&["shop", "list"]), listed);
    assert!(refused(&town, &[&add[..], &["--id", "x"]].concat()).contains("16 of the digits"));
}

/// `yui-server shop list | head -1`: a reader who has read enough is no fault of the command.
#[test]
fn a_reader_who_leaves_early_is_no_fault() {
    let town = Town::sqlite();
    let list = town.path("list.csv");
    let rows = (1..=2000).map(|number| format!("{number},店{number}")).collect::<Vec<_>>().join("\n");
    std::fs::write(&list, format!("番号,名称\n{rows}\n")).expect("writes");
    town.told(&["shop", "import", list.to_str().expect("text"), "--list", "test"]);
    for words in [&["shop", "list"][..], &["shop", "list", "--json"]] {
        let mut command = town.command(words);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("ends");
        let said = String::from_utf8(output.stderr).expect("text");
        assert_eq!((output.status.code(), said.as_str()), (Some(0), ""), "{words:?}");
    }
}

#[test]
fn where_nothing_can_be_written_nothing_is_done() {
    let town = Town::sqlite();
    std::fs::write(town.path("file"), "").expect("writes");
    let to = town.path("file").join("below");
    let to = to.to_str().expect("text");
    let told = refused(&town, &["shop", "add", "--name", "店", "--to", to]);
    assert!(told.contains("nothing was done"), "{told}");
    let issue =
        ["voucher", "issue", "--programme", "charge-2026", "--amount", "1", "--last-day", "2027-03-31"];
    refused(&town, &[&issue[..], &["--to", to]].concat());
    assert!(!town.data.exists());
}

#[test]
fn a_list_without_end_is_refused() {
    let mut town = Town::sqlite();
    let list = town.path("list.csv");
    std::fs::write(&list, format!("番号,名称\n1,花子パン\n{}", "\n".repeat(16_000_000))).expect("writes");
    for file in ["/dev/zero", list.to_str().expect("text")] {
        let told = refused(&town, &["shop", "import", file, "--list", "test"]);
        for said in ["at most 16 MB", "(too_large)", "nothing was taken"] {
            assert!(told.contains(said), "{told}");
        }
    }
    town.language = "ja_JP.UTF-8";
    let told = refused(&town, &["shop", "import", "/dev/zero", "--list", "test"]);
    assert!(told.contains("一覧は 16 MB まで"), "{told}");
    // A pipe has an end.
    let mut import = town.command(&["shop", "import", "/dev/stdin", "--list", "test", "--json"]);
    let mut import = import.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("starts");
    import.stdin.take().expect("piped").write_all(LIST.as_bytes()).expect("writes");
    let output = import.wait_with_output().expect("ends");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["added"], 2);
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
    assert!(!town.data.exists());
}

/// Whoever asks about a town in the wrong place is told so, and no empty town is made there.
fn what_asks_makes_no_store(town: &Town) {
    let (shop, id) = ("0000000000000000", "0199c0de-0000-7000-8000-000000000001");
    let to = town.folder.path().to_str().expect("text");
    for words in [
        &["shop", "list"][..],
        &["shop", "phones", shop],
        &["shop", "poster", shop, "--to", to],
        &["shop", "pair", shop, "--to", to],
        &["shop", "close", shop],
        &["staff", "list"],
        &["staff", "end", "--name", "suzuki"],
        &["voucher", "list"],
        &["voucher", "cancel", id],
        &["voucher", "list", "--batch", id, "--json"],
        // Twice: the first would have made it.
        &["shop", "list"],
    ] {
        let told = refused(town, words);
        assert!(told.contains("there is no store here"), "{words:?}: {told}");
        assert!(!town.data.exists(), "{words:?}");
    }
    town.told(&["migrate"]);
    assert_eq!(town.told(&["shop", "list"]).trim(), "");
}

#[test]
fn what_asks_makes_no_store_in_files() {
    what_asks_makes_no_store(&Town::sqlite());
}

#[test]
fn what_asks_makes_no_store_on_postgres() {
    what_asks_makes_no_store(&Town::postgres_named("nothing"));
}
