//! Whole ledgers that somebody may have altered: an export that is taken in, and a file with one value changed by hand.

use std::{
    fs,
    io::BufReader,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use rusqlite::{Connection, types::Value};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use yui_ledger::{
    Op, Payee, Rest,
    testing::{charge, command, pay, shop, wallet},
};
use yui_protocol::{Millis, Points};
use yui_store::{Store, StoreUrl, export, import, open_reader, testing::Place, verify};

/// The ledger's tables.
const TABLES: [&str; 14] = [
    "account",
    "balance",
    "batch",
    "classes",
    "event",
    "hold",
    "issued_to",
    "lot",
    "meta",
    "posting",
    "programme",
    "refunded",
    "spent_code",
    "terms",
];

/// Who writes and when: the log says nothing of it.
const UNTOLD: [&str; 5] = ["epoch", "beat_at", "clock_boot", "clock_uptime", "clock_wall"];

fn waiting() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

/// A place in a folder of its own.
fn place() -> (TempDir, PathBuf, StoreUrl) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("town.db");
    let url = StoreUrl::Sqlite(path.clone());
    (folder, path, url)
}

async fn lines(url: &StoreUrl) -> Vec<u8> {
    let reader = open_reader(url).await.expect("what was taken in can be read");
    let mut lines = Vec::new();
    export(&reader, &mut lines).await.expect("what was taken in can be given out");
    reader.close().await;
    lines
}

/// The file by which a second writer is kept out; it stays.
fn is_lock(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "lock")
}

/// A whole export that is taken in. What is refused leaves nothing; what is taken in is given out again as the same.
pub fn export_file(bytes: &[u8]) {
    waiting().block_on(async {
        let (folder, _, url) = place();
        if import(&url, &[], &mut BufReader::new(bytes)).await.is_err() {
            let left =
                fs::read_dir(folder.path()).expect("a folder").map(|file| file.expect("a file").path());
            assert!(left.into_iter().all(|file| is_lock(&file)), "nothing is left");
            return;
        }
        let first = lines(&url).await;
        let (_folder, _, url) = place();
        import(&url, &[], &mut BufReader::new(first.as_slice()))
            .await
            .expect("what was given out is taken in");
        assert_eq!(lines(&url).await, first);
    });
}

/// A file of a small ledger.
static SOUND: LazyLock<Vec<u8>> = LazyLock::new(|| waiting().block_on(sound()));

async fn sound() -> Vec<u8> {
    let place = Place::sqlite();
    let store = Store::open(place.options()).await.expect("opens");
    let now = place.clock_now();
    let until = now.plus(Millis::DAY);
    let hold = |amount| Op::Hold { wallet: wallet(1), amount: Points(amount), classes: Vec::new(), until };
    let (paid, open, ended) = (pay(1, 1, 100), hold(50), hold(30));
    let (paid, open, ended) = (command(2, now, paid), command(3, now, open), command(4, now, ended));
    let payee = Payee::Shop(shop(1));
    let ops = [
        command(1, now, charge(1, 1_000, "2027-12-31")),
        paid.clone(),
        open.clone(),
        ended.clone(),
        command(5, now, Op::Capture { hold: open.id, amount: Points(20), payee, rest: Rest::Keep }),
        command(6, now, Op::Release { hold: ended.id }),
        command(7, now, Op::Refund { payment: paid.id, shop: shop(1), amount: Points(10) }),
        command(8, now, Op::Settle { shop: shop(1), amount: Points(60) }),
    ];
    for command in ops {
        let posted = store.writer().run(move |unit| Box::pin(async move { unit.apply(&command).await }));
        posted.await.expect("is accepted");
    }
    let noted = store.writer().run(|unit| Box::pin(async move { Ok(unit.fact("shop.opened", None)) }));
    noted.await.expect("is noted");
    verify(store.reader()).await.expect("sound");
    store.close().await;
    let StoreUrl::Sqlite(path) = place.url() else { unreachable!("a file") };
    fs::read(path).expect("a file")
}

/// A ledger in which one value was altered: a byte each for table, row, column and kind, then the value. Both who play the
/// log again and who add it up must find it.
pub fn altered_value(bytes: &[u8]) {
    let Some(([table, row, column, kind], content)) = bytes.split_first_chunk() else { return };
    let (_folder, path, url) = place();
    fs::write(&path, &*SOUND).expect("a file");
    let table = TABLES[usize::from(*table) % TABLES.len()];
    let Some(column) = altered(&path, table, [*row, *column], value(*kind, content)) else { return };
    waiting().block_on(async {
        let reader = open_reader(&url).await.expect("is ours");
        let played = verify(&reader).await;
        reader.close().await;
        let added = yui_audit::audit(&yui_audit::Place::Sqlite(path)).await.expect("can be read");
        if !UNTOLD.contains(&column.as_str()) {
            assert!(played.is_err() && !added.is_sound(), "{table}.{column}: {played:?}, {added:?}");
        }
    });
}

fn value(kind: u8, content: &[u8]) -> Value {
    match kind % 5 {
        0 => Value::Null,
        1 => {
            let mut bytes = [0; 8];
            bytes.iter_mut().zip(content).for_each(|(to, from)| *to = *from);
            Value::Integer(i64::from_le_bytes(bytes))
        }
        2 => Value::Real(content.iter().fold(0.5, |sum, byte| sum * 2.0 + f64::from(*byte))),
        3 => Value::Text(String::from_utf8_lossy(content).into_owned()),
        _ => Value::Blob(content.to_vec()),
    }
}

/// Alters a value and names its column; none where the table lets nothing be altered, or it is the same.
fn altered(path: &Path, table: &str, [row, column]: [u8; 2], value: Value) -> Option<String> {
    let connection = Connection::open(path).expect("opens");
    let columns: Vec<String> = connection
        .prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))
        .and_then(|mut names| names.query_map([], |row| row.get(0))?.collect())
        .expect("a table has columns");
    let column = columns[usize::from(column) % columns.len()].clone();
    let count: i64 = connection
        .query_row(&format!("SELECT COUNT(*) FROM \"{table}\""), [], |row| row.get(0))
        .expect("rows can be counted");
    let text = format!(
        "UPDATE \"{table}\" SET \"{column}\" = ?1 WHERE \"{column}\" IS NOT ?1 AND rowid = \
         (SELECT rowid FROM \"{table}\" ORDER BY rowid LIMIT 1 OFFSET ?2)"
    );
    let at = i64::from(row).checked_rem(count)?;
    let done = connection.execute(&text, (value, at));
    connection.close().expect("closes");
    done.is_ok_and(|rows| rows == 1).then_some(column)
}
