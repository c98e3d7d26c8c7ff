//! Reading the ledger's tables back: at start into memory, later single rows that are older than memory.

use sqlx::{SqlSafeStr, SqlStr};
use yui_ledger::{
    Corrupt, Head, Ledger, Restoring, Settings, Tables,
    row::{
        AccountRow, BalanceRow, BatchRow, ClassesRow, EarlierRow, EventRow, HoldRow, IssuedToRow, LotRow,
        PostingRow, ProgrammeRow, RefundedRow, SpentCodeRow, TermsRow,
    },
};
use yui_protocol::{CommandId, Millis, Points};

use crate::{
    engine::{self, Connection},
    error::StoreError,
    file,
    meta::Meta,
    port::Books,
    value::{Row, Value, hex},
};

/// Where rows are read from.
pub(crate) trait Source: Send {
    /// Runs a reading statement, and gives each row to `take` as it arrives: nobody holds them all.
    fn each(
        &mut self,
        sql: SqlStr,
        values: Vec<Value>,
        take: impl FnMut(Row) -> Result<(), StoreError> + Send,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// The rows of a reading statement.
    fn fetch(
        &mut self,
        sql: SqlStr,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<Vec<Row>, StoreError>> + Send {
        async {
            let mut rows = Vec::new();
            let take = |row| {
                rows.push(row);
                Ok(())
            };
            self.each(sql, values, take).await?;
            Ok(rows)
        }
    }
}

impl Source for Connection {
    async fn each(
        &mut self,
        sql: SqlStr,
        values: Vec<Value>,
        take: impl FnMut(Row) -> Result<(), StoreError> + Send,
    ) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(c) => file::each(c, sql.as_str(), &values, take),
            Self::Postgres(c) => engine::each_postgres(c, sql, values, take).await,
        }
    }
}

/// Builds the ledger from its tables, as they are in the epoch of `meta`; [`StoreError::Corrupt`] when they disagree
/// among themselves or with it, [`StoreError::Altered`] when a row of the log cannot be read. [`StoreError::InUse`] when
/// another has become the writer meanwhile: what was read is of two times then, and contradicts itself for that alone.
pub(crate) async fn ledger(books: &mut dyn Books, meta: &Meta) -> Result<Ledger, StoreError> {
    match read(books, &meta.head).await {
        Err(error) if error.is_damage() && books.meta().await?.epoch != meta.epoch => Err(StoreError::InUse),
        read => read,
    }
}

async fn read(books: &mut dyn Books, head: &Head) -> Result<Ledger, StoreError> {
    let ledger = books.ledger(Settings::default()).await?;
    let Head { seq, hash, .. } = ledger.head();
    if (seq, hash) == (head.seq, head.hash) { Ok(ledger) } else { Err(ends_differ(head.seq, seq)) }
}

/// Two tables say where the log ends; what they say is not one place.
pub(crate) fn ends_differ(meta: i64, batch: i64) -> StoreError {
    StoreError::Corrupt(format!("table meta says row {meta}, table batch says row {batch}"))
}

/// The ledger as it is stored.
pub(crate) async fn stored(source: &mut impl Source, settings: Settings) -> Result<Ledger, StoreError> {
    let head = all(source, "SELECT * FROM batch ORDER BY last_seq DESC LIMIT 1", vec![], batch).await?.pop();
    let (last, at) = head.as_ref().map_or((0, i64::MIN), |batch| (batch.last_seq, batch.at));
    let recent_from = settings.recent_from(Millis(at)).0;
    // `at` rises with `seq`, so the window's first row is found by halving, not by an index nobody else needs.
    let first = first_row_from(source, last, recent_from).await?;
    let answers = first.max(last_answers_from(source, settings.answers_at_most).await?);
    let mut tables = Tables {
        accounts: all(source, "SELECT * FROM account ORDER BY no", vec![], account).await?,
        programmes: all(source, "SELECT * FROM programme ORDER BY no", vec![], programme).await?,
        classes: all(source, "SELECT * FROM classes ORDER BY no", vec![], classes).await?,
        terms: all(source, "SELECT * FROM terms ORDER BY no", vec![], terms).await?,
        balances: all(source, "SELECT * FROM balance ORDER BY account", vec![], balance).await?,
        issued_to: all(source, "SELECT * FROM issued_to ORDER BY account, programme", vec![], issued_to)
            .await?,
        recent_from,
        head,
        ..Tables::default()
    };
    let mut restoring = Restoring::begin(settings, &tables).map_err(contradicts)?;

    let open = "SELECT * FROM lot WHERE amount <> 0 OR held <> 0 ORDER BY id";
    let take = |row| restoring.lot(&lot(&row)?).map_err(contradicts);
    source.each(open.into_sql_str(), vec![], take).await?;
    let earlier = "SELECT seq, at, id, kind, debit, amount FROM posting \
                   WHERE seq >= $1 AND seq < $2 AND at >= $3 ORDER BY seq";
    let take = |row| restoring.earlier(&earlier_row(&row)?).map_err(contradicts);
    source.each(earlier.into_sql_str(), vec![first.into(), answers.into(), recent_from.into()], take).await?;

    let holds = "SELECT * FROM hold WHERE amount <> 0 ORDER BY seq";
    let codes = "SELECT * FROM spent_code WHERE valid_until >= $1 ORDER BY id";
    let recent = "SELECT * FROM posting WHERE seq >= $1 AND at >= $2 ORDER BY seq";
    let refunds = "SELECT * FROM refunded WHERE payment >= $1 ORDER BY payment";
    tables.holds = all(source, holds, vec![], hold).await?;
    tables.spent_codes = all(source, codes, vec![at.into()], spent_code).await?;
    tables.recent = all(source, recent, vec![answers.into(), recent_from.into()], posting_row).await?;
    tables.refunded = all(source, refunds, vec![answers.into()], refunded).await?;
    restoring.end(tables).map_err(contradicts)
}

#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` hands over")]
pub(crate) fn contradicts(corrupt: Corrupt) -> StoreError {
    StoreError::Corrupt(corrupt.to_string())
}

/// The rows of the tables of names after these last numbers (see [`yui_ledger::Names::last`]). What this costs does not depend
/// on how long the log is.
pub(crate) async fn names_after(source: &mut impl Source, last: [i64; 4]) -> Result<Tables, StoreError> {
    let [of_account, of_programme, of_classes, of_terms] = last.map(|no| vec![Value::from(no)]);
    let accounts = "SELECT * FROM account WHERE no > $1 ORDER BY no";
    let programmes = "SELECT * FROM programme WHERE no > $1 ORDER BY no";
    let sets = "SELECT * FROM classes WHERE no > $1 ORDER BY no";
    let all_terms = "SELECT * FROM terms WHERE no > $1 ORDER BY no";
    Ok(Tables {
        accounts: all(source, accounts, of_account, account).await?,
        programmes: all(source, programmes, of_programme, programme).await?,
        classes: all(source, sets, of_classes, classes).await?,
        terms: all(source, all_terms, of_terms, terms).await?,
        ..Tables::default()
    })
}

/// The accepted command with this id and what was given back of it.
pub(crate) async fn posting(
    source: &mut impl Source,
    id: CommandId,
) -> Result<Option<(PostingRow, Points)>, StoreError> {
    let text = "SELECT p.*, COALESCE(r.amount, 0) AS given_back FROM posting p \
                LEFT JOIN refunded r ON r.payment = p.seq WHERE p.id = $1";
    let rows = source.fetch(text.into_sql_str(), vec![(*id.as_bytes()).into()]).await?;
    rows.first().map(posting_and_refunded).transpose()
}

/// The first row at or after `at`, as a lower bound: rows before it are older.
async fn first_row_from(source: &mut impl Source, last: i64, at: i64) -> Result<i64, StoreError> {
    let (mut low, mut high) = (1, last + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        let text = "SELECT at FROM batch WHERE last_seq >= $1 ORDER BY last_seq LIMIT 1";
        let rows = source.fetch(text.into_sql_str(), vec![middle.into()]).await?;
        let then: i64 = rows.first().map_or(Ok(i64::MAX), |row| row.get("at"))?;
        if then < at { low = middle + 1 } else { high = middle }
    }
    Ok(low)
}

/// The row that the last so many postings begin with; 1 when there are fewer.
async fn last_answers_from(source: &mut impl Source, count: usize) -> Result<i64, StoreError> {
    let text = "SELECT seq FROM posting ORDER BY seq DESC LIMIT 1 OFFSET $1";
    let passed_over = i64::try_from(count.saturating_sub(1)).unwrap_or(i64::MAX);
    let rows = source.fetch(text.into_sql_str(), vec![passed_over.into()]).await?;
    rows.first().map_or(Ok(1), |row| row.get("seq"))
}

pub(crate) async fn all<T: Send>(
    source: &mut impl Source,
    text: &'static str,
    values: Vec<Value>,
    mut read: impl FnMut(&Row) -> Result<T, StoreError> + Send,
) -> Result<Vec<T>, StoreError> {
    let mut rows = Vec::new();
    let take = |row| {
        rows.push(read(&row)?);
        Ok(())
    };
    source.each(text.into_sql_str(), values, take).await?;
    Ok(rows)
}

macro_rules! readers {
    ($($name:ident: $row:ident of $table:literal { $key:ident $(, $field:ident)+ })+) => {
        $(pub(crate) fn $name(row: &Row) -> Result<$row, StoreError> {
            let read = || {
                Ok($row { $key: row.get(stringify!($key))?, $($field: row.get(stringify!($field))?,)+ })
            };
            read().map_err(|error| unreadable($table, row, stringify!($key), error))
        })+
    };
}

readers! {
    account: AccountRow of "account" { no, key }
    programme: ProgrammeRow of "programme" { no, slug, issued, redeemed, expired, paid_back, given_up }
    classes: ClassesRow of "classes" { no, list }
    terms: TermsRow of "terms" { no, kind, programme, last_day, classes }
    posting_row: PostingRow of "posting" { seq, at, id, kind, debit, credit, amount, detail, digest, signature }
    earlier_row: EarlierRow of "posting" { seq, at, id, kind, debit, amount }
    event_row: EventRow of "event" { seq, at, kind, body }
    balance: BalanceRow of "balance" { account, balance, held, closed }
    lot: LotRow of "lot" { id, account, terms, issued_at, amount, held }
    hold: HoldRow of "hold" { seq, id, account, until, amount, parts }
    issued_to: IssuedToRow of "issued_to" { account, programme, amount }
    refunded: RefundedRow of "refunded" { payment, amount }
    spent_code: SpentCodeRow of "spent_code" { id, valid_until }
    batch: BatchRow of "batch" { last_seq, first_seq, at, hash }
}

/// A posting's row, joined with what was given back of it.
pub(crate) fn posting_and_refunded(row: &Row) -> Result<(PostingRow, Points), StoreError> {
    let posting = posting_row(row)?;
    match row.get("given_back") {
        Ok(refunded) => Ok((posting, refunded)),
        Err(error) => Err(unreadable("refunded", row, "seq", error)),
    }
}

/// A column of the log's row `seq` that cannot be read.
pub(crate) fn altered(seq: i64, error: StoreError) -> StoreError {
    match error {
        StoreError::Column(_) => StoreError::Altered { row: seq, what: error.to_string() },
        other => other,
    }
}

/// The row with a column that cannot be read, by table and key: a row of the log, or of a commit in it, has been altered
/// itself; any other contradicts the log.
pub(crate) fn unreadable(table: &'static str, row: &Row, key: &'static str, error: StoreError) -> StoreError {
    let StoreError::Column(_) = error else { return error };
    let number = row.get::<i64>(key);
    match (table, number) {
        ("posting" | "event", Ok(seq)) => altered(seq, error),
        ("batch", Ok(row)) => StoreError::Altered { row, what: format!("table batch: {error}") },
        (_, Ok(number)) => StoreError::Corrupt(format!("table {table}: row {number}: {error}")),
        (_, Err(_)) => {
            let key =
                row.get::<Vec<u8>>(key).map_or_else(|_| "with an altered key".to_owned(), |id| hex(&id));
            StoreError::Corrupt(format!("table {table}: row {key}: {error}"))
        }
    }
}
