//! Rows as they are read: no column is believed to be of its kind, because SQLite keeps whatever is put into it.

use crate::Finding;

/// A table, with the columns that are looked at.
#[derive(PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// The first ones are the key.
    pub(crate) columns: &'static [&'static str],
    /// How many of them are.
    pub(crate) keys: usize,
}

macro_rules! tables {
    ($($name:ident = $table:literal [$($key:literal)+] $($column:literal)*;)+) => {
        $(pub(crate) static $name: Table = Table {
            name: $table,
            columns: &[$($key,)+ $($column,)*],
            keys: [$($key),+].len(),
        };)+
    };
}

tables! {
    ACCOUNT = "account" ["no"] "key";
    PROGRAMME = "programme" ["no"] "slug" "issued" "redeemed" "expired" "paid_back" "given_up";
    CLASSES = "classes" ["no"] "list";
    TERMS = "terms" ["no"] "kind" "programme" "last_day" "classes";
    POSTING = "posting" ["seq"] "at" "id" "kind" "debit" "credit" "amount" "detail" "digest" "signature";
    EVENT = "event" ["seq"] "at" "kind" "body";
    BALANCE = "balance" ["account"] "balance" "held" "closed";
    LOT = "lot" ["id"] "account" "terms" "issued_at" "amount" "held";
    HOLD = "hold" ["seq"] "id" "account" "until" "amount" "parts";
    ISSUED_TO = "issued_to" ["account" "programme"] "amount";
    REFUNDED = "refunded" ["payment"] "amount";
    SPENT_CODE = "spent_code" ["id"] "valid_until";
    BATCH = "batch" ["last_seq"] "first_seq" "at" "hash";
    META = "meta" ["id"] "head_seq" "head_hash" "head_at";
}

/// A value as it is stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Cell {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
    /// Of no kind that the ledger has.
    Other,
}

/// A row of a table.
pub(crate) struct Row {
    pub(crate) table: &'static Table,
    /// In the order of the table's columns.
    pub(crate) cells: Vec<Cell>,
}

impl Row {
    /// The key as findings name it.
    pub(crate) fn key(&self) -> String {
        let parts: Vec<_> = self.cells.iter().take(self.table.keys).map(shown).collect();
        parts.join(",")
    }

    pub(crate) fn wrong(&self, what: impl Into<String>) -> Finding {
        Finding { table: self.table.name.to_owned(), row: self.key(), what: what.into() }
    }

    fn cell(&self, column: &str) -> &Cell {
        let at = self.table.columns.iter().position(|name| *name == column);
        at.and_then(|at| self.cells.get(at)).unwrap_or(&Cell::Other)
    }

    fn unfit(&self, column: &str, wanted: &str) -> Finding {
        self.wrong(format!("column {column} is not {wanted}"))
    }

    pub(crate) fn int(&self, column: &str) -> Result<i64, Finding> {
        match self.cell(column) {
            Cell::Int(value) => Ok(*value),
            _ => Err(self.unfit(column, "a whole number")),
        }
    }

    pub(crate) fn bytes(&self, column: &str) -> Result<&[u8], Finding> {
        match self.cell(column) {
            Cell::Bytes(value) => Ok(value),
            _ => Err(self.unfit(column, "bytes")),
        }
    }

    pub(crate) fn fixed<const N: usize>(&self, column: &str) -> Result<[u8; N], Finding> {
        self.bytes(column)?.try_into().map_err(|_| self.unfit(column, &format!("{N} bytes")))
    }

    /// Bytes of this length, or none.
    pub(crate) fn fixed_or_none<const N: usize>(&self, column: &str) -> Result<Option<[u8; N]>, Finding> {
        if *self.cell(column) == Cell::Null { Ok(None) } else { self.fixed(column).map(Some) }
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Int(value) => value.to_string(),
        Cell::Bytes(bytes) => hex(bytes),
        Cell::Text(text) => format!("{text:?}"),
        Cell::Null | Cell::Other => "with an altered key".to_owned(),
    }
}

/// In hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a text does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
