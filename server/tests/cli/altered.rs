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
