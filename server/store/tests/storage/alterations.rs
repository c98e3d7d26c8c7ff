//! Every single alteration by hand is found and named, by the replay and by the second pair of eyes, each alone: of each
//! column that the schema has, so that a new one is tried, too, to values of its kind and of others; of rows taken away
//! and rows put in. And alterations of several rows at once that fit each other.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{
    AssertSqlSafe, ConnectOptions, Executor,
    postgres::PgConnection,
    sqlite::{SqliteConnectOptions, SqliteConnection},
};
use yui_audit::{Finding, Report};
use yui_ledger::{Command, LotTerms, Op, Payee, Rest, SpentCode};
use yui_protocol::{Millis, Points, Signature, Subject, TillId, wallet::LotKind};
use yui_store::{Db, Engine, Party, StoreError, StoreUrl, Value, hex, open_reader, testing::Place, verify};

use crate::{
    acts::{HANAKO, SHOP, apply, audited, command, id, issue, open, pay, refund},
    fence::own_connection,
};

crate::on_both! { every_alteration_is_found_and_named alterations_that_fit_each_other_are_found }

const TARO: Subject = Subject(uuid::Uuid::from_u128(0x22));

/// Of another kind than the ledger: what was migrated, the feed's and the domain's tables.
const OTHERS: [&str; 2] = ["yui_migration", "note"];

/// Who writes and when, of which the log says nothing: they must be of their kind.
const UNTOLD: [&str; 5] = ["epoch", "beat_at", "clock_boot", "clock_uptime", "clock_wall"];

/// Of what is altered here to another value of its kind, nothing but the hash of the commit tells the second pair of eyes
/// (docs/ledger-format.md, "What only the chain tells").
const CHAIN_ALONE: [&str; 6] =
    ["batch.hash", "event.body", "event.kind", "posting.digest", "posting.id", "posting.signature"];

/// A log with a bit of everything: wide commits and narrow ones, what is spent, used up and run out.
async fn filled(place: &Place) {
    let store = open(place).await;
    let now = place.clock_now();
    let by_code = |n: u8| {
        let mut op = pay(HANAKO, SHOP, 100);
        let Op::Pay { code, till, .. } = &mut op else { panic!("a payment") };
        let at = place.clock_now();
        *code = Some(SpentCode { id: id(at, 100 + n), valid_until: at.plus(Millis::MINUTE) });
        *till = Some(TillId::from_bytes([7; 16]));
        Command { signature: Some(Signature([n; 64])), ..command(at, n, op) }
    };
    let mut grant = issue(TARO, 40);
    if let Op::Issue { terms, .. } = &mut grant {
        let (kind, programme) = (LotKind::Granted, "grant-2027".parse().expect("a slug"));
        *terms = LotTerms { kind, programme, classes: vec!["food".to_owned()], ..terms.clone() };
    }
    let mut food = pay(TARO, SHOP, 40);
    if let Op::Pay { shop_classes, .. } = &mut food {
        shop_classes.push("food".to_owned());
    }
    let hold = |n, amount| {
        let until = now.plus(Millis::DAY);
        command(now, n, Op::Hold { wallet: HANAKO, amount: Points(amount), classes: Vec::new(), until })
    };
    let (open_hold, ended_hold) = (hold(5, 50), hold(6, 30));
    let payee = Payee::Shop(SHOP);
    let capture = Op::Capture { hold: open_hold.id, amount: Points(20), payee, rest: Rest::Keep };
    let release = Op::Release { hold: ended_hold.id };
    apply(store.writer(), command(now, 1, issue(HANAKO, 1_000))).await.expect("issues");
    let paid = by_code(2);
    let payment = paid.id;
    let wide = store.writer().run(move |unit| {
        Box::pin(async move {
            unit.apply(&paid).await?;
            unit.notify(Party::Person(HANAKO), "wallet");
            unit.apply(&command(now, 3, grant)).await?;
            unit.apply(&command(now, 4, food)).await?;
            Ok(unit.audit("staff-1", "wallet.read", Some(HANAKO)))
        })
    });
    wide.await.expect("commits");
    for command in [open_hold, ended_hold, command(now, 7, capture), command(now, 8, release)] {
        apply(store.writer(), command).await.expect("is accepted");
    }
    apply(store.writer(), command(now, 9, refund(payment, SHOP, 10))).await.expect("gives back");
    place.clock().advance(Millis::DAY);
    apply(store.writer(), by_code(10)).await.expect("pays when the first code has run out");
    store
        .writer()
        .run(|unit| Box::pin(async move { Ok(unit.fact("shop.opened", None)) }))
        .await
        .expect("notes");
    verify(store.reader()).await.expect("sound");
    store.close().await;
}

async fn every_alteration_is_found_and_named(place: Place) {
    filled(&place).await;
    let reader = open_reader(place.url()).await.expect("is ours");
    let head = verify(&reader).await.expect("sound");
    let mut hand = Hand::on(&place).await;
    let mut tried = BTreeMap::new();
    let mut chain_alone = BTreeSet::new();
    for table in Table::all(&reader).await {
        hand.does(&format!("CREATE TABLE saved_{0} AS SELECT * FROM {0}", table.name))
            .await
            .expect("is saved");
        let rows = table.keys(&reader).await;
        assert!(!rows.is_empty(), "table {} must be tried", table.name);
        let chosen = [0, rows.len() / 2, rows.len() - 1];
        for (at, row) in rows.iter().enumerate().filter(|(at, _)| chosen.contains(at)) {
            for column in &table.columns {
                let count = tried.entry(format!("{}.{}", table.name, column.name)).or_insert(0);
                for (value, of_its_kind) in column.kind.others(reader.engine()) {
                    let value = value.replace("{c}", &column.name);
                    let text = format!(
                        "UPDATE {0} SET {1} = {value} WHERE {2} AND {1} IS DISTINCT FROM {value}",
                        table.name, column.name, row.text
                    );
                    if hand.alters(&text).await {
                        *count += 1;
                        let untold = of_its_kind && UNTOLD.contains(&column.name.as_str());
                        let found = verify(&reader).await;
                        assert!(untold || found.is_err(), "{text} was not found");
                        if let Err(found) = found {
                            assert!(row.is_named(&table, column.is_key, &found), "{text}: {found}");
                        }
                        let seen = audited(&place).await;
                        if !UNTOLD.contains(&column.name.as_str()) {
                            assert!(row.is_seen(&table, column.is_key, &seen), "{text}: {seen:?}");
                        }
                        if of_its_kind && !seen.is_sound() && seen.findings.iter().all(by_hash) {
                            chain_alone.insert(format!("{}.{}", table.name, column.name));
                        }
                        hand.puts_back(&table).await;
                    }
                }
            }
            for text in [
                format!("DELETE FROM {} WHERE {}", table.name, row.text),
                table.one_more(row, "1000", reader.engine()),
                table.one_more(row, "-1000", reader.engine()),
            ] {
                if hand.alters(&text).await {
                    let found = verify(&reader).await.expect_err(&text);
                    let added = text.starts_with("INSERT");
                    assert!(row.is_named(&table, added, &found), "{text} at {at}: {found}");
                    let seen = audited(&place).await;
                    assert!(row.is_seen(&table, added, &seen), "{text} at {at}: {seen:?}");
                    hand.puts_back(&table).await;
                } else {
                    assert_eq!(table.name, "meta", "{text} must be possible");
                }
            }
        }
    }
    let never: Vec<_> = tried.iter().filter(|(_, count)| **count == 0).map(|(name, _)| name).collect();
    assert_eq!(never, ["meta.id"], "of {} columns, which the schema itself keeps", tried.len());
    assert_eq!(verify(&reader).await.expect("all was put back"), head);
    assert_eq!(audited(&place).await.findings, []);
    assert_eq!(chain_alone, CHAIN_ALONE.map(str::to_owned).into());
    reader.close().await;
}

/// Whether only the hash of a commit tells it.
fn by_hash(finding: &Finding) -> bool {
    finding.what.contains("hash of its commit") || finding.what.contains("lead to its hash")
}

/// What it is, the statements, and the tables and rows that are named.
type Fitting = (&'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

/// Whoever alters one row alters those that would show it, too. The rows: 1 a charge to account 2, 2 a payment with a
/// code, 3 a notice, 4 a grant to account 4, 5 a payment, 6 an audit entry, 7 and 8 holds, 9 a capture, 10 a release, 11 a
/// refund, 12 a payment, 13 a fact.
const FITTING: [Fitting; 9] = [
    (
        "a lot and its balance",
        &[
            "UPDATE lot SET amount = amount + 500 WHERE id = 1",
            "UPDATE balance SET balance = balance + 500 WHERE account = 2",
        ],
        &[("lot", "1"), ("balance", "2")],
    ),
    (
        "a lot, its balance, its programme and the book of what was issued",
        &[
            "UPDATE lot SET amount = amount + 500 WHERE id = 1",
            "UPDATE balance SET balance = balance + 500 WHERE account = 2",
            "UPDATE balance SET balance = balance - 500 WHERE account = 1",
            "UPDATE programme SET issued = issued + 500 WHERE no = 1",
            "UPDATE issued_to SET amount = amount + 500 WHERE account = 2",
        ],
        &[("lot", "1"), ("balance", "2"), ("balance", "1"), ("programme", "1"), ("issued_to", "2,1")],
    ),
    (
        "a shop's takings, out of the wallet that paid",
        &[
            "UPDATE balance SET balance = balance + 7 WHERE account = 3",
            "UPDATE balance SET balance = balance - 7 WHERE account = 2",
            "UPDATE lot SET amount = amount - 7 WHERE id = 1",
        ],
        &[("balance", "3"), ("balance", "2"), ("lot", "1")],
    ),
    (
        "what a hold has set aside",
        &[
            "UPDATE hold SET amount = 0 WHERE seq = 7",
            "UPDATE lot SET held = 0 WHERE id = 1",
            "UPDATE balance SET held = 0 WHERE account = 2",
        ],
        &[("hold", "7"), ("lot", "1"), ("balance", "2")],
    ),
    (
        "value that is good for longer",
        &["UPDATE terms SET last_day = '2099-12-31' WHERE no = 1"],
        &[("terms", "1")],
    ),
    (
        "two rows changed places",
        &[
            "UPDATE posting SET seq = 1000 WHERE seq = 4",
            "UPDATE posting SET seq = 4 WHERE seq = 5",
            "UPDATE posting SET seq = 5 WHERE seq = 1000",
        ],
        &[("posting", "4"), ("posting", "5"), ("batch", "6")],
    ),
    (
        "a payment taken out of the end, with its commit and what it left",
        &[
            "DELETE FROM event WHERE seq = 13",
            "DELETE FROM batch WHERE last_seq = 13",
            "DELETE FROM posting WHERE seq = 12",
            "DELETE FROM batch WHERE last_seq = 12",
            "DELETE FROM spent_code WHERE valid_until = (SELECT MAX(valid_until) FROM spent_code)",
            "UPDATE lot SET amount = amount + 100 WHERE id = 1",
            "UPDATE balance SET balance = balance + 100 WHERE account = 2",
            "UPDATE balance SET balance = balance - 100 WHERE account = 3",
            "UPDATE programme SET redeemed = redeemed - 100 WHERE no = 1",
        ],
        &[("meta", "1")],
    ),
    (
        "a payment that stands twice, with what it moves",
        &[
            "INSERT INTO posting SELECT 14, at, {other}, kind, debit, credit, amount, detail, digest, signature \
             FROM posting WHERE seq = 12",
            "INSERT INTO batch (first_seq, last_seq, at, hash) \
             SELECT 14, 14, at, hash FROM batch WHERE last_seq = 13",
            "UPDATE lot SET amount = amount - 100 WHERE id = 1",
            "UPDATE balance SET balance = balance - 100 WHERE account = 2",
            "UPDATE balance SET balance = balance + 100 WHERE account = 3",
            "UPDATE programme SET redeemed = redeemed + 100 WHERE no = 1",
        ],
        &[("posting", "14"), ("meta", "1")],
    ),
    (
        "the amount of a charge, and all that follows from it",
        &[
            "UPDATE posting SET amount = amount + 500 WHERE seq = 1",
            "UPDATE lot SET amount = amount + 500 WHERE id = 1",
            "UPDATE balance SET balance = balance + 500 WHERE account = 2",
            "UPDATE balance SET balance = balance - 500 WHERE account = 1",
            "UPDATE programme SET issued = issued + 500 WHERE no = 1",
        ],
        &[("posting", "1")],
    ),
];

async fn alterations_that_fit_each_other_are_found(place: Place) {
    filled(&place).await;
    let reader = open_reader(place.url()).await.expect("is ours");
    let mut hand = Hand::on(&place).await;
    let tables = Table::all(&reader).await;
    for table in &tables {
        hand.does(&format!("CREATE TABLE saved_{0} AS SELECT * FROM {0}", table.name))
            .await
            .expect("is saved");
    }
    let other = match reader.engine() {
        Engine::Sqlite => "CAST(substr(id, 1, 15) || x'55' AS BLOB)",
        Engine::Postgres => r"substr(id, 1, 15) || '\x55'::BYTEA",
    };
    for (what, alterations, named) in FITTING {
        for text in alterations {
            let text = text.replace("{other}", other);
            assert!(hand.alters(&text).await, "{what}: {text}");
        }
        let seen = audited(&place).await;
        for (table, row) in named {
            let is_named = |finding: &Finding| finding.table == *table && finding.row.starts_with(row);
            assert!(seen.findings.iter().any(is_named), "{what}: row {row} of {table}: {seen:?}");
        }
        let twice = |finding: &Finding| finding.what == "its one-time code was spent before";
        assert_eq!(seen.findings.iter().any(twice), what.contains("stands twice"), "{what}");
        assert!(verify(&reader).await.is_err(), "{what}: the replay finds it, too");
        for table in &tables {
            hand.puts_back(table).await;
        }
        assert_eq!(audited(&place).await.findings, [], "after {what}");
    }
    reader.close().await;
}

/// A table of the ledger.
struct Table {
    name: String,
    columns: Vec<Column>,
}

struct Column {
    name: String,
    kind: Kind,
    is_key: bool,
}

#[derive(Clone, Copy)]
enum Kind {
    Int,
    Bytes,
    Text,
}

impl Kind {
    fn of(declared: &str) -> Self {
        match declared.to_lowercase().as_str() {
            "bigint" | "integer" => Self::Int,
            "bytea" | "blob" => Self::Bytes,
            "text" => Self::Text,
            other => panic!("a column of type {other}"),
        }
    }

    /// Values for a column `{c}`, and whether they are of its kind.
    fn others(self, engine: Engine) -> Vec<(&'static str, bool)> {
        let own: &[&str] = match (self, engine) {
            (Self::Int, _) => &["{c} + 1", "{c} - 1", "0", "-1", "9223372036854775807"],
            (Self::Text, _) => &["'x'", "''", "{c} || 'x'"],
            (Self::Bytes, Engine::Sqlite) => &[
                "x''",
                "CAST({c} || x'00' AS BLOB)",
                "CAST(substr({c}, 1, length({c}) - 1) || x'55' AS BLOB)",
                "zeroblob(100000)",
            ],
            (Self::Bytes, Engine::Postgres) => &[
                r"'\x'::BYTEA",
                r"{c} || '\x00'::BYTEA",
                r"substr({c}, 1, length({c}) - 1) || '\x55'::BYTEA",
                "decode(repeat('00', 100000), 'hex')",
            ],
        };
        let foreign: &[&str] = match (self, engine) {
            (_, Engine::Postgres) => &["NULL"],
            (Self::Int, Engine::Sqlite) => &["NULL", "'text'", "1.5", "x'00'"],
            (Self::Bytes, Engine::Sqlite) => {
                &["NULL", "'text'", "7", "1.5", "{c} || x'00'", "CAST({c} AS TEXT)"]
            }
            (Self::Text, Engine::Sqlite) => &["NULL", "x'00'", "CAST(x'ff' AS TEXT)"],
        };
        own.iter().map(|own| (*own, true)).chain(foreign.iter().map(|foreign| (*foreign, false))).collect()
    }
}

impl Table {
    /// As the schema has them.
    async fn all(reader: &Db) -> Vec<Self> {
        let text = match reader.engine() {
            Engine::Sqlite => {
                "SELECT t.name AS in_table, c.name AS name, c.type AS kind, c.pk > 0 AS is_key \
                 FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY t.name, c.cid"
            }
            Engine::Postgres => {
                "SELECT c.table_name::TEXT AS in_table, c.column_name::TEXT AS name, c.data_type::TEXT AS kind, \
                 EXISTS (SELECT 1 FROM information_schema.key_column_usage k \
                    JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name) \
                    WHERE t.constraint_type = 'PRIMARY KEY' AND k.table_schema = c.table_schema \
                    AND k.table_name = c.table_name AND k.column_name = c.column_name) AS is_key \
                 FROM information_schema.columns c WHERE c.table_schema = current_schema() \
                 ORDER BY c.table_name, c.ordinal_position"
            }
        };
        let mut tables: Vec<Self> = Vec::new();
        for row in reader.sql(text).fetch_all().await.expect("the schema") {
            let get = |name| row.get::<String>(name).expect("text");
            let name = get("in_table");
            if OTHERS.contains(&name.as_str()) {
                continue;
            }
            let column = Column {
                name: get("name"),
                kind: Kind::of(&get("kind")),
                is_key: row.get("is_key").expect("a flag"),
            };
            match tables.last_mut().filter(|table| table.name == name) {
                Some(table) => table.columns.push(column),
                None => tables.push(Self { name, columns: vec![column] }),
            }
        }
        assert_eq!(tables.len(), 14, "the tables of the ledger");
        tables
    }

    /// Where each row is.
    async fn keys(&self, reader: &Db) -> Vec<Spot> {
        let keys: Vec<_> =
            self.columns.iter().filter(|column| column.is_key).map(|c| c.name.as_str()).collect();
        let keys = keys.join(", ");
        let text = format!("SELECT {keys} FROM {} ORDER BY {keys}", self.name);
        let rows = reader.sql(AssertSqlSafe(text)).fetch_all().await.expect("reads");
        let bytes = |bytes: &[u8]| match reader.engine() {
            Engine::Sqlite => format!("x'{}'", hex(bytes)),
            Engine::Postgres => format!(r"'\x{}'::BYTEA", hex(bytes)),
        };
        let value = |value: &Value| match value {
            Value::Int(number) => number.to_string(),
            Value::Bytes(key) => bytes(key),
            other => panic!("a key of kind {other:?}"),
        };
        rows.iter()
            .map(|row| {
                let parts: Vec<_> =
                    row.iter().map(|(name, key)| format!("{name} = {}", value(key))).collect();
                let numbers: Vec<_> = row.iter().map(|(_, key)| value(key)).collect();
                Spot { text: parts.join(" AND "), numbers }
            })
            .collect()
    }

    /// Puts a copy of the row in, as far beside it as `by` says.
    fn one_more(&self, row: &Spot, by: &str, engine: Engine) -> String {
        let value = |column: &Column| match (column.kind, column.is_key) {
            (Kind::Int, true) => format!("{} + {by}", column.name),
            (Kind::Int, false) => column.name.clone(),
            // Another value of the same length, where there is one.
            (Kind::Bytes, _) => {
                let other = column.kind.others(engine)[2].0.replace("{c}", &column.name);
                format!("CASE WHEN length({0}) = 0 THEN {0} ELSE {other} END", column.name)
            }
            (Kind::Text, _) => format!("{} || 'x'", column.name),
        };
        let names: Vec<_> = self.columns.iter().map(|column| column.name.as_str()).collect();
        let values: Vec<_> = self.columns.iter().map(value).collect();
        let (names, values) = (names.join(", "), values.join(", "));
        format!("INSERT INTO {0} ({names}) SELECT {values} FROM {0} WHERE {1}", self.name, row.text)
    }
}

/// Where a row is.
struct Spot {
    /// As a condition.
    text: String,
    /// By its key.
    numbers: Vec<String>,
}

impl Spot {
    /// Whether a finding names the row, or, where its key was altered, its table and a row.
    fn is_named(&self, table: &Table, by_another_key: bool, found: &StoreError) -> bool {
        let own: i64 = self.numbers[0].parse().unwrap_or_default();
        match (table.name.as_str(), found) {
            ("posting" | "event" | "batch", StoreError::Altered { row, what }) => {
                *row == own
                    || by_another_key
                    || among(what).is_some_and(|(from, to)| (from..=to).contains(&own))
            }
            // Where the log ends two tables say.
            ("meta" | "batch", StoreError::Corrupt(what)) => what.contains("table meta"),
            ("spent_code", StoreError::Corrupt(what)) => what.starts_with("table spent_code: "),
            (name, StoreError::Corrupt(what)) => {
                let own = match self.numbers.as_slice() {
                    [one] => one.clone(),
                    several => format!("({})", several.join(", ")),
                };
                let of_table = what.starts_with(&format!("table {name}: row "));
                of_table && (by_another_key || what.contains(&own) || what.contains(&self.numbers[0]))
            }
            _ => false,
        }
    }
}

impl Spot {
    /// The same of the second pair of eyes: a row of the log itself or its commit, any other by table and key.
    fn is_seen(&self, table: &Table, by_another_key: bool, seen: &Report) -> bool {
        let own = self.numbers.join(",");
        let own = own
            .strip_prefix("x'")
            .or_else(|| own.strip_prefix(r"'\x"))
            .map_or(own.as_str(), |hex| hex.split('\'').next().unwrap_or_default());
        let number: i64 = own.parse().unwrap_or_default();
        let in_log = ["posting", "event", "batch"].contains(&table.name.as_str());
        seen.findings.iter().any(|Finding { table: named, row, what }| match table.name.as_str() {
            "meta" => named == "meta",
            _ if in_log => {
                let log = ["posting", "event", "batch", "log"].contains(&named.as_str());
                let within = among(what).is_some_and(|(from, to)| (from..=to).contains(&number));
                log && (row == own || within || by_another_key)
            }
            name => named == name && (row == own || by_another_key),
        })
    }
}

/// The rows of "rows 2 to 6".
fn among(what: &str) -> Option<(i64, i64)> {
    let (_, rest) = what.rsplit_once("rows ")?;
    let (from, rest) = rest.split_once(" to ")?;
    let to: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some((from.parse().ok()?, to.parse().ok()?))
}

/// Somebody at the database.
enum Hand {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Hand {
    async fn on(place: &Place) -> Self {
        match place.url() {
            StoreUrl::Sqlite(path) => {
                Self::Sqlite(SqliteConnectOptions::new().filename(path).connect().await.expect("opens"))
            }
            StoreUrl::Postgres { .. } => Self::Postgres(own_connection(place).await),
        }
    }

    async fn does(&mut self, text: &str) -> Result<u64, sqlx::Error> {
        let text = AssertSqlSafe(text.to_owned());
        Ok(match self {
            Self::Sqlite(hand) => hand.execute(text).await?.rows_affected(),
            Self::Postgres(hand) => hand.execute(text).await?.rows_affected(),
        })
    }

    /// Whether the engine lets it happen, and something is another then.
    async fn alters(&mut self, text: &str) -> bool {
        self.does(text).await.is_ok_and(|rows| rows == 1)
    }

    async fn puts_back(&mut self, table: &Table) {
        self.does(&format!("DELETE FROM {}", table.name)).await.expect("is emptied");
        self.does(&format!("INSERT INTO {0} SELECT * FROM saved_{0}", table.name))
            .await
            .expect("is put back");
    }
}
