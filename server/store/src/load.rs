//! Reading the ledger's tables back: at start into memory, later single rows that are older than memory.

use sqlx::SqlSafeStr;
use yui_ledger::{
    CODE_LIFE, Head, Ledger, Restoring, Settings,
    row::{BatchRow, NameRows, PostingRow},
};
use yui_protocol::{CommandId, Millis, Points};

use crate::{
    error::StoreError,
    meta::Meta,
    port::WriterConnection,
    rows::{self, contradicts},
    source::{Source, all, each},
    value::Value,
};

/// The ledger for a writer, from its tables, as they are in the epoch of `meta`; [`StoreError::Corrupt`] when they disagree
/// among themselves or with it, [`StoreError::Altered`] when a row of the log cannot be read. [`StoreError::InUse`] when
/// another has become the writer meanwhile: what was read is of two times then, and contradicts itself for that alone.
pub(crate) async fn for_writer(
    connection: &mut dyn WriterConnection,
    meta: &Meta,
) -> Result<Ledger, StoreError> {
    match up_to(connection, &meta.head).await {
        Err(error) if error.is_damage() && connection.meta().await?.epoch != meta.epoch => {
            Err(StoreError::InUse)
        }
        read => read,
    }
}

async fn up_to(connection: &mut dyn WriterConnection, head: &Head) -> Result<Ledger, StoreError> {
    let ledger = connection.ledger(Settings::default()).await?;
    let Head { seq, hash, .. } = ledger.head();
    if (seq, hash) == (head.seq, head.hash) { Ok(ledger) } else { Err(ends_differ(head.seq, seq)) }
}

/// Two tables say where the log ends; what they say is not one place.
pub(crate) fn ends_differ(meta: i64, batch: i64) -> StoreError {
    StoreError::Corrupt(format!("table meta says row {meta}, table batch says row {batch}"))
}

/// The ledger as it is stored.
pub(crate) async fn stored(source: &mut impl Source, settings: Settings) -> Result<Ledger, StoreError> {
    let head =
        all(source, "SELECT * FROM batch ORDER BY last_seq DESC LIMIT 1", vec![], rows::batch).await?.pop();
    let names = names_after(source, [0; 4]).await?;
    let mut restoring = Restoring::begin(settings, head.as_ref(), &names).map_err(contradicts)?;
    drop(names);
    state(source, &mut restoring).await?;
    if let Some(BatchRow { last_seq, at, .. }) = head {
        recent(source, &mut restoring, &settings, last_seq, at).await?;
    }
    restoring.end().map_err(contradicts)
}

/// What the tables say of now.
async fn state(source: &mut impl Source, to: &mut Restoring) -> Result<(), StoreError> {
    let balances = "SELECT * FROM balance ORDER BY account";
    each(source, balances, vec![], rows::balance, |row| to.balance(&row).map_err(contradicts)).await?;
    let issued_to = "SELECT * FROM issued_to ORDER BY account, programme";
    each(source, issued_to, vec![], rows::issued_to, |row| to.issued_to(&row).map_err(contradicts)).await?;
    let lots = "SELECT * FROM lot WHERE amount <> 0 OR held <> 0 ORDER BY id";
    each(source, lots, vec![], rows::lot, |row| to.lot(&row).map_err(contradicts)).await?;
    let holds = "SELECT * FROM hold WHERE amount <> 0 ORDER BY seq";
    each(source, holds, vec![], rows::hold, |row| to.hold(&row).map_err(contradicts)).await
}

/// What memory holds of the last while before the last row.
async fn recent(
    source: &mut impl Source,
    to: &mut Restoring,
    settings: &Settings,
    last: i64,
    last_at: i64,
) -> Result<(), StoreError> {
    // By their ids, which say how long they live: there are ever more of them, and only the id is a key.
    let codes = "SELECT * FROM spent_code WHERE id >= $1 AND valid_until >= $2 ORDER BY id";
    let oldest = CommandId::new(Millis(last_at).plus(-CODE_LIFE), [0; 10]);
    let take = |row| {
        to.spent_code(&row);
        Ok(())
    };
    each(source, codes, vec![(*oldest.as_bytes()).into(), last_at.into()], rows::spent_code, take).await?;

    let recent_from = settings.recent_from(Millis(last_at)).0;
    // `at` rises with `seq`, so the window's first row is found by halving, not by an index nobody else needs.
    let first = first_row_from(source, last, recent_from).await?;
    let answers = first.max(last_answers_from(source, settings.answers_at_most).await?);
    let earlier = "SELECT seq, at, id, kind, debit, amount FROM posting \
                   WHERE seq >= $1 AND seq < $2 AND at >= $3 ORDER BY seq";
    let between = vec![first.into(), answers.into(), recent_from.into()];
    let take = |row| to.earlier(&row).map_err(contradicts);
    each(source, earlier, between, rows::earlier, take).await?;
    let postings = "SELECT * FROM posting WHERE seq >= $1 AND at >= $2 ORDER BY seq";
    let take = |row| to.posting(&row).map_err(contradicts);
    each(source, postings, vec![answers.into(), recent_from.into()], rows::posting, take).await?;
    let refunds = "SELECT * FROM refunded WHERE payment >= $1 ORDER BY payment";
    let take = |row| {
        to.refunded(&row);
        Ok(())
    };
    each(source, refunds, vec![answers.into()], rows::refunded, take).await
}

/// The rows of the tables of names after these last numbers (see [`yui_ledger::Names::last`]). What this costs does not depend
/// on how long the log is.
pub(crate) async fn names_after(source: &mut impl Source, last: [i64; 4]) -> Result<NameRows, StoreError> {
    let [of_account, of_programme, of_classes, of_terms] = last.map(|no| vec![Value::from(no)]);
    let accounts = "SELECT * FROM account WHERE no > $1 ORDER BY no";
    let programmes = "SELECT * FROM programme WHERE no > $1 ORDER BY no";
    let sets = "SELECT * FROM classes WHERE no > $1 ORDER BY no";
    let all_terms = "SELECT * FROM terms WHERE no > $1 ORDER BY no";
    Ok(NameRows {
        accounts: all(source, accounts, of_account, rows::account).await?,
        programmes: all(source, programmes, of_programme, rows::programme).await?,
        classes: all(source, sets, of_classes, rows::classes).await?,
        terms: all(source, all_terms, of_terms, rows::terms).await?,
    })
}

/// The accepted command with this id and what was given back of it.
pub(crate) async fn posting(
    source: &mut impl Source,
    id: CommandId,
) -> Result<Option<(PostingRow, Points)>, StoreError> {
    let text = "SELECT p.*, COALESCE(r.amount, 0) AS given_back FROM posting p \
                LEFT JOIN refunded r ON r.payment = p.seq WHERE p.id = $1";
    let found = source.fetch(text.into_sql_str(), vec![(*id.as_bytes()).into()]).await?;
    found.first().map(rows::posting_and_refunded).transpose()
}

/// The first row at or after `at`, as a lower bound: rows before it are older.
async fn first_row_from(source: &mut impl Source, last: i64, at: i64) -> Result<i64, StoreError> {
    let (mut low, mut high) = (1, last.saturating_add(1));
    while low < high {
        let middle = low + (high - low) / 2;
        let text = "SELECT at FROM batch WHERE last_seq >= $1 ORDER BY last_seq LIMIT 1";
        let found = source.fetch(text.into_sql_str(), vec![middle.into()]).await?;
        let then: i64 = found.first().map_or(Ok(i64::MAX), |row| row.get("at"))?;
        if then < at { low = middle + 1 } else { high = middle }
    }
    Ok(low)
}

/// The row that the last so many postings begin with; 1 when there are fewer.
async fn last_answers_from(source: &mut impl Source, count: usize) -> Result<i64, StoreError> {
    let text = "SELECT seq FROM posting ORDER BY seq DESC LIMIT 1 OFFSET $1";
    let passed_over = i64::try_from(count.saturating_sub(1)).unwrap_or(i64::MAX);
    let found = source.fetch(text.into_sql_str(), vec![passed_over.into()]).await?;
    found.first().map_or(Ok(1), |row| row.get("seq"))
}
