//! A ledger that somebody altered: `verify-ledger` names the row and ends with a code of its own, and nothing is
//! served.

use std::sync::Arc;

use sqlx::{AssertSqlSafe, ConnectOptions, Executor, sqlite::SqliteConnectOptions};
use yui_ledger::{Caps, Command, LotTerms, Op};
use yui_protocol::{CommandId, Points, ShopId, Subject, wallet::LotKind};
use yui_store::{Clock, StoreUrl, SystemClock};

use crate::town::Town;

const WALLET: Subject = Subject(uuid::Uuid::from_u128(0x11));
const SHOP: ShopId = ShopId([1; 8]);

/// A charge, two payments and a fact, each a commit.
async fn filled(town: &Town) {
    town.told(&["migrate"]);
    let url = StoreUrl::Sqlite(town.data.join("town").join("town.db"));
    let store = yui_server::open_town(url, Arc::new(SystemClock)).await.expect("opens");
    let terms = LotTerms {
        kind: LotKind::Charged,
        programme: "charge-2026".parse().expect("a slug"),
        last_day: SystemClock.now().plus(90 * yui_protocol::Millis::DAY).day_jst(),
        classes: Vec::new(),
    };
    let pay = |amount| Op::Pay {
        payer: WALLET,
        shop: SHOP,
        shop_classes: Vec::new(),
        amount: Points(amount),
        code: None,
        till: None,
    };
    let issue = Op::Issue { wallet: WALLET, terms, amount: Points(1_000), caps: Caps::default() };
    for (n, op) in (1..).zip([issue, pay(100), pay(200)]) {
        let id = CommandId::new(SystemClock.now(), [n; 10]);
        let command = Command { id, digest: [n; 32], signature: None, op };
        let applied = store.writer().run(move |unit| Box::pin(async move { unit.apply(&command).await }));
        applied.await.expect("is accepted");
    }
    let fact = store.writer().run(|unit| Box::pin(async move { Ok(unit.fact("shop.opened", None)) }));
    fact.await.expect("is noted");
    store.close().await;
}

/// Alters something in the stopped town's file and tells what each program says; then puts the file back.
async fn with<T>(town: &Town, alteration: &str, look: impl FnOnce() -> T) -> T {
    let file = town.data.join("town").join("town.db");
    let whole = std::fs::read(&file).expect("reads");
    let mut hand = SqliteConnectOptions::new().filename(&file).connect().await.expect("opens");
    let altered = hand.execute(AssertSqlSafe(alteration.to_owned())).await.expect("alters");
    assert_eq!(altered.rows_affected(), 1, "{alteration}");
    sqlx::Connection::close(hand).await.expect("closes");
    let looked = look();
    for more in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(town.data.join("town").join(format!("town.db{more}")));
    }
    std::fs::write(&file, whole).expect("puts back");
    looked
}

#[tokio::test]
async fn whatever_was_altered_verify_ledger_names_it() {
    let town = Town::sqlite();
    filled(&town).await;
    let last: i64 = town.json(&["verify-ledger", "--json"])["seq"].as_i64().expect("a number");
    // Of the rows, the last four are those of the test.
    let (charge, paid, fact) = (last - 3, last - 2, last);
    let columns = ["at", "id", "kind", "debit", "credit", "amount", "detail", "digest", "signature"];
    let posting = columns.iter().flat_map(|column| {
        ["12345", "'words'", "x'00'", "1.5", "zeroblob(5000)"].map(|value| {
            (format!("UPDATE posting SET {column} = {value} WHERE seq = {paid}"), format!("row {paid} "))
        })
    });
    let event = ["at", "kind", "body"].iter().flat_map(|column| {
        ["12345", "'words'", "x'00'", "1.5"].map(|value| {
            (format!("UPDATE event SET {column} = {value} WHERE seq = {fact}"), format!("row {fact} "))
        })
    });
    let others = [
        (format!("UPDATE posting SET detail = detail || x'00' WHERE seq = {paid}"), format!("row {paid} ")),
        (format!("UPDATE event SET body = body || 'x' WHERE seq = {fact}"), format!("row {fact} ")),
        (format!("UPDATE batch SET hash = x'00' WHERE last_seq = {fact}"), format!("row {fact} ")),
        (format!("UPDATE batch SET at = 'noon' WHERE last_seq = {paid}"), format!("row {paid} ")),
        (format!("DELETE FROM posting WHERE seq = {paid}"), format!("row {paid} ")),
        (format!("DELETE FROM event WHERE seq = {fact}"), format!("row {fact} ")),
        (
            format!("INSERT INTO event VALUES ({last} + 2, 1, 1, x'000000000000')"),
            format!("row {} ", last + 2),
        ),
        (
            "UPDATE balance SET balance = balance + 1 WHERE account = 1".to_owned(),
            "table balance: row 1 ".to_owned(),
        ),
        ("UPDATE balance SET held = 'none' WHERE account = 1".to_owned(), "table balance: row 1".to_owned()),
        (format!("UPDATE lot SET amount = 900 WHERE id = {charge}"), format!("table lot: row {charge} ")),
        (format!("DELETE FROM lot WHERE id = {charge}"), format!("table lot: row {charge} ")),
        ("UPDATE meta SET head_hash = x'00'".to_owned(), "table meta: row 1".to_owned()),
    ];
    for (alteration, named) in posting.chain(event).chain(others) {
        let output = with(&town, &alteration, || town.run(&["verify-ledger"])).await;
        let said = String::from_utf8(output.stdout).expect("text");
        let more = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(3), "{alteration}: {said} {more}");
        assert!(
            said.starts_with("THE LEDGER WAS ALTERED: ") && said.contains(&named),
            "{alteration}: {said}"
        );
        assert!(!said.contains("internal"), "{said}");
        assert!(said.contains("Added up from the rows alone, "), "by itself, too: {alteration}: {said}");
    }
    assert_eq!(town.json(&["verify-ledger", "--json"])["seq"], last, "all was put back");
}

#[tokio::test]
async fn nothing_is_served_on_an_altered_row() {
    let town = Town::sqlite();
    filled(&town).await;
    let serve = || {
        let key = town.path("platform-operator.key");
        let words =
            ["serve", "--listen", "127.0.0.1:0", "--platform-operator-url", "https://operator.example"];
        let output =
            town.command(&words).arg("--platform-operator-key-file").arg(key).output().expect("runs");
        (output.status.code(), String::from_utf8(output.stderr).expect("text"))
    };
    let last = town.json(&["verify-ledger", "--json"])["seq"].as_i64().expect("a number");
    for (alteration, named) in [
        (
            format!("UPDATE posting SET detail = detail || x'00' WHERE seq = {}", last - 1),
            format!("row {}", last - 1),
        ),
        (format!("UPDATE posting SET amount = 'much' WHERE seq = {}", last - 1), format!("row {}", last - 1)),
        (
            "UPDATE balance SET balance = 'much' WHERE account = 1".to_owned(),
            "table balance: row 1".to_owned(),
        ),
    ] {
        let (code, said) = with(&town, &alteration, serve).await;
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(&named) && said.contains("(ledger_stopped)"), "{alteration}: {said}");
        assert!(said.contains("verify-ledger") && !said.contains("internal"), "{said}");
    }
}

#[tokio::test]
async fn what_both_checks_found_is_told_in_words_and_to_programs() {
    let town = Town::sqlite();
    filled(&town).await;
    let said = town.told(&["verify-ledger"]);
    let lines: Vec<_> = said.lines().collect();
    let [audit, replay, heading, issuer, book] = lines[..] else { panic!("{said}") };
    assert!(audit.contains("a program that shares nothing") && audit.contains("nothing is wrong"), "{said}");
    assert!(replay.starts_with("The ledger is sound: "), "{said}");
    assert_eq!(heading, "Unused balance by issuer:");
    assert!(issuer.starts_with("  ") && issuer.contains("unused ¥700"), "{said}");
    for told in ["(Topped up)", "issued ¥1,000", "used ¥300", "run out ¥0", "unused ¥700"] {
        assert!(book.starts_with("    ") && book.contains(told), "{told}: {said}");
    }
    let json = town.json(&["verify-ledger", "--json"]);
    assert_eq!((&json["done"], &json["audit"]["count"]), (&"sound".into(), &0.into()), "{json}");
    assert_eq!(json["audit"]["hash"], json["hash"], "two programs came to one hash");
    assert_eq!(json["audit"]["books"][0]["outstanding"], 700);

    // Where rows fit each other, each of the two names them.
    let altered = "UPDATE lot SET amount = amount + 1";
    let output = with(&town, altered, || town.run(&["verify-ledger", "--json"])).await;
    assert_eq!(output.status.code(), Some(3));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["done"], "altered");
    assert!(json["what"].as_str().is_some_and(|what| what.contains("table lot: row ")), "{json}");
    let finding = &json["audit"]["findings"][0];
    assert_eq!(finding["table"], "lot");
    let what = finding["what"].as_str().expect("words");
    assert!(what.contains("is 701, by the log it is 700"), "{json}");
}

/// What the server's job of the night is told, and what it will not take.
#[test]
fn the_hour_of_the_nightly_check_is_a_time_of_day() {
    let town = Town::sqlite();
    drop(town.serve_with(&["--check-ledger-at", "02:15"]));
    let said = crate::town::refused(&town, &["serve", "--check-ledger-at", "25:00"]);
    assert!(said.contains("like 03:30"), "{said}");
}
