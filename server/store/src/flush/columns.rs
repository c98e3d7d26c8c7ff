//! Which column of the ledger's rows goes into which column of which table.

use yui_ledger::{
    Rows,
    row::{BatchColumns, BatchRow},
};

use super::{Column, TableRows};

/// The commit's own row as columns, which [`tables`] borrows.
pub(crate) fn batch(row: &BatchRow) -> BatchColumns {
    std::iter::once(row.clone()).collect()
}

/// The tables that have rows, in a fixed order.
#[expect(clippy::too_many_lines, reason = "one list of all tables is easier to compare with the schema")]
pub(crate) fn tables<'r>(rows: &'r Rows, batch: &'r BatchColumns) -> Vec<TableRows<'r>> {
    use Column::{Bytes, Digest, Id, Int, OptSignature, Text};
    let appended = |table, columns| TableRows { table, replaces: &[], columns };
    let upserted = |table, replaces, columns| TableRows { table, replaces, columns };
    let Rows { accounts, programmes, classes, terms, postings, events, .. } = rows;
    let Rows { balances, lots, holds, issued_to, refunded, spent_codes, .. } = rows;
    let mut tables = vec![
        appended("account", vec![("no", Int(&accounts.no)), ("key", Bytes(&accounts.key))]),
        upserted(
            "programme",
            &["no"],
            vec![
                ("no", Int(&programmes.no)),
                ("slug", Text(&programmes.slug)),
                ("issued", Int(&programmes.issued)),
                ("redeemed", Int(&programmes.redeemed)),
                ("expired", Int(&programmes.expired)),
                ("paid_back", Int(&programmes.paid_back)),
                ("given_up", Int(&programmes.given_up)),
            ],
        ),
        appended("classes", vec![("no", Int(&classes.no)), ("list", Text(&classes.list))]),
        appended(
            "terms",
            vec![
                ("no", Int(&terms.no)),
                ("kind", Int(&terms.kind)),
                ("programme", Int(&terms.programme)),
                ("last_day", Text(&terms.last_day)),
                ("classes", Int(&terms.classes)),
            ],
        ),
        appended(
            "posting",
            vec![
                ("seq", Int(&postings.seq)),
                ("at", Int(&postings.at)),
                ("id", Id(&postings.id)),
                ("kind", Int(&postings.kind)),
                ("debit", Int(&postings.debit)),
                ("credit", Int(&postings.credit)),
                ("amount", Int(&postings.amount)),
                ("detail", Bytes(&postings.detail)),
                ("digest", Digest(&postings.digest)),
                ("signature", OptSignature(&postings.signature)),
            ],
        ),
        appended(
            "event",
            vec![
                ("seq", Int(&events.seq)),
                ("at", Int(&events.at)),
                ("kind", Int(&events.kind)),
                ("body", Bytes(&events.body)),
            ],
        ),
        upserted(
            "balance",
            &["account"],
            vec![
                ("account", Int(&balances.account)),
                ("balance", Int(&balances.balance)),
                ("held", Int(&balances.held)),
                ("closed", Int(&balances.closed)),
            ],
        ),
        upserted(
            "lot",
            &["id"],
            vec![
                ("id", Int(&lots.id)),
                ("account", Int(&lots.account)),
                ("terms", Int(&lots.terms)),
                ("issued_at", Int(&lots.issued_at)),
                ("amount", Int(&lots.amount)),
                ("held", Int(&lots.held)),
            ],
        ),
        upserted(
            "hold",
            &["seq"],
            vec![
                ("seq", Int(&holds.seq)),
                ("id", Id(&holds.id)),
                ("account", Int(&holds.account)),
                ("until", Int(&holds.until)),
                ("amount", Int(&holds.amount)),
                ("parts", Bytes(&holds.parts)),
            ],
        ),
        upserted(
            "issued_to",
            &["account", "programme"],
            vec![
                ("account", Int(&issued_to.account)),
                ("programme", Int(&issued_to.programme)),
                ("amount", Int(&issued_to.amount)),
            ],
        ),
        upserted(
            "refunded",
            &["payment"],
            vec![("payment", Int(&refunded.payment)), ("amount", Int(&refunded.amount))],
        ),
        // A code's row may outlive its use in memory, which forgets it once it has run out.
        upserted(
            "spent_code",
            &["id"],
            vec![("id", Id(&spent_codes.id)), ("valid_until", Int(&spent_codes.valid_until))],
        ),
        appended(
            "batch",
            vec![
                ("last_seq", Int(&batch.last_seq)),
                ("first_seq", Int(&batch.first_seq)),
                ("at", Int(&batch.at)),
                ("hash", Digest(&batch.hash)),
            ],
        ),
    ];
    tables.retain(|table| !table.is_empty());
    tables
}
