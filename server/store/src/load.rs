//! Reading the ledger's tables back: at start into memory, later single rows that are older than memory.

use sqlx::SqlSafeStr;
use yui_ledger::{
    Head, Ledger, Settings, Tables,
    row::{
        AccountRow, BalanceRow, BatchRow, ClassesRow, EventRow, HoldRow, IssuedToRow, LotRow, PostingRow,
        ProgrammeRow, RefundedRow, SpentCodeRow, TermsRow,
    },
};
use yui_protocol::{CommandId, Points};

use crate::{
    engine::Connection,
    error::StoreError,
    value::{Row, Value},
};

/// Builds the ledger from its tables; [`StoreError::Corrupt`] when they disagree among themselves or with
/// `head`.
pub(crate) async fn ledger(connection: &mut Connection, head: &Head) -> Result<Ledger, StoreError> {
    let settings = Settings::default();
    let mut tables = names(connection).await?;
    tables.head = last_batch(connection).await?;
    let (seq, hash) = tables.head.as_ref().map_or((0, [0; 32]), |batch| (batch.last_seq, batch.hash));
    if (seq, hash) != (head.seq, head.hash) {
        return Err(StoreError::Corrupt(format!("table meta says row {}, table batch says row {seq}", head.seq)));
    }
    let recent_from = settings.recent_from(head.at).0;
    tables.recent_from = recent_from;
    tables.balances = all(connection, "SELECT * FROM balance ORDER BY account", vec![], balance).await?;
    let open = "SELECT * FROM lot WHERE amount <> 0 OR held <> 0 ORDER BY id";
    tables.lots = all(connection, open, vec![], lot).await?;
    tables.holds = all(connection, "SELECT * FROM hold WHERE amount <> 0 ORDER BY seq", vec![], hold).await?;
    let issued = "SELECT * FROM issued_to ORDER BY account, programme";
    tables.issued_to = all(connection, issued, vec![], issued_to).await?;
    let codes = "SELECT * FROM spent_code WHERE valid_until >= $1 ORDER BY id";
    tables.spent_codes = all(connection, codes, vec![head.at.into()], spent_code).await?;
    // `at` rises with `seq`, so the window's first row is found by halving, not by an index nobody else needs.
    let first = first_row_from(connection, head.seq, recent_from).await?;
    let recent = "SELECT * FROM posting WHERE seq >= $1 ORDER BY seq";
    tables.recent = all(connection, recent, vec![first.into()], posting_row).await?;
    tables.recent.retain(|row| row.at >= recent_from);
    let refunds = "SELECT * FROM refunded WHERE payment >= $1 ORDER BY payment";
    tables.refunded = all(connection, refunds, vec![first.into()], refunded).await?;
    Ledger::restore(settings, tables).map_err(|corrupt| StoreError::Corrupt(corrupt.to_string()))
}

/// What the numbers in rows mean.
pub(crate) async fn names(connection: &mut Connection) -> Result<Tables, StoreError> {
    Ok(Tables {
        accounts: all(connection, "SELECT * FROM account ORDER BY no", vec![], account).await?,
        programmes: all(connection, "SELECT * FROM programme ORDER BY no", vec![], programme).await?,
        classes: all(connection, "SELECT * FROM classes ORDER BY no", vec![], classes).await?,
        terms: all(connection, "SELECT * FROM terms ORDER BY no", vec![], terms).await?,
        ..Tables::default()
    })
}

/// The accepted command with this id and what was given back of it.
pub(crate) async fn posting(
    connection: &mut Connection,
    id: CommandId,
) -> Result<Option<(PostingRow, Points)>, StoreError> {
    let text = "SELECT p.*, COALESCE(r.amount, 0) AS given_back FROM posting p \
                LEFT JOIN refunded r ON r.payment = p.seq WHERE p.id = $1";
    let rows = connection.fetch(text.into_sql_str(), vec![(*id.as_bytes()).into()]).await?;
    rows.first().map(|row| Ok((posting_row(row)?, row.get("given_back")?))).transpose()
}

async fn last_batch(connection: &mut Connection) -> Result<Option<BatchRow>, StoreError> {
    let text = "SELECT * FROM batch ORDER BY last_seq DESC LIMIT 1";
    Ok(all(connection, text, vec![], batch).await?.pop())
}

/// The first row at or after `at`, as a lower bound: rows before it are older.
async fn first_row_from(connection: &mut Connection, last: i64, at: i64) -> Result<i64, StoreError> {
    let (mut low, mut high) = (1, last + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        let text = "SELECT at FROM batch WHERE last_seq >= $1 ORDER BY last_seq LIMIT 1";
        let rows = connection.fetch(text.into_sql_str(), vec![middle.into()]).await?;
        let then: i64 = rows.first().map_or(Ok(i64::MAX), |row| row.get("at"))?;
        if then < at { low = middle + 1 } else { high = middle }
    }
    Ok(low)
}

async fn all<T>(
    connection: &mut Connection,
    text: &'static str,
    values: Vec<Value>,
    read: impl Fn(&Row) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    connection.fetch(text.into_sql_str(), values).await?.iter().map(read).collect()
}

macro_rules! readers {
    ($($name:ident: $row:ident { $($field:ident),+ })+) => {
        $(pub(crate) fn $name(row: &Row) -> Result<$row, StoreError> {
            Ok($row { $($field: row.get(stringify!($field))?,)+ })
        })+
    };
}

readers! {
    account: AccountRow { no, key }
    programme: ProgrammeRow { no, slug, issued, redeemed, expired, refunded, given_up }
    classes: ClassesRow { no, list }
    terms: TermsRow { no, kind, programme, last_day, classes }
    posting_row: PostingRow { seq, at, id, kind, debit, credit, amount, detail, digest, signature }
    event_row: EventRow { seq, at, kind, body }
    balance: BalanceRow { account, balance, held, closed }
    lot: LotRow { id, account, terms, issued_at, amount, held }
    hold: HoldRow { seq, id, account, until, amount, parts }
    issued_to: IssuedToRow { account, programme, amount }
    refunded: RefundedRow { payment, amount }
    spent_code: SpentCodeRow { id, valid_until }
    batch: BatchRow { first_seq, last_seq, at, hash }
}
