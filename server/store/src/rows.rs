//! The ledger's rows as they are read: one that cannot be is named, by its table and key.

use yui_ledger::{
    Corrupt,
    row::{
        AccountRow, BalanceRow, BatchRow, ClassesRow, EarlierRow, EventRow, HoldRow, IssuedToRow, LotRow,
        PostingRow, ProgrammeRow, RefundedRow, SpentCodeRow, TermsRow,
    },
};
use yui_protocol::Points;

use crate::{
    error::StoreError,
    value::{Row, hex},
};

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
    posting: PostingRow of "posting" { seq, at, id, kind, debit, credit, amount, detail, digest, signature }
    earlier: EarlierRow of "posting" { seq, at, id, kind, debit, amount }
    event: EventRow of "event" { seq, at, kind, body }
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
    let posting = posting(row)?;
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

#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` hands over")]
pub(crate) fn contradicts(corrupt: Corrupt) -> StoreError {
    StoreError::Corrupt(corrupt.to_string())
}
