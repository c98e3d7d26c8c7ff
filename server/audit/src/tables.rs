//! The tables that follow from the log, compared column by column with what it came to, each row as it is read.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::{
    Unreadable,
    books::{Books, Hold, Lot, numbered},
    finding::Findings,
    posting::Terms,
    row::{ACCOUNT, BALANCE, CLASSES, Cell, HOLD, ISSUED_TO, LOT, PROGRAMME, REFUNDED, Row, TERMS, Table},
    view::View,
};

/// Names each column that is not what it must be; `expected` are those after the key.
pub(crate) fn same(row: &Row, expected: &[Cell], findings: &mut Findings) {
    let columns = row.table.columns.iter().skip(row.table.keys);
    for ((column, stored), expected) in columns.zip(row.cells.iter().skip(row.table.keys)).zip(expected) {
        if stored != expected {
            let what = match (stored, expected) {
                (Cell::Int(stored), Cell::Int(expected)) => {
                    format!("column {column} is {stored}, by the log it is {expected}")
                }
                _ => format!("column {column} is not what the log makes of it"),
            };
            findings.take(row.wrong(what));
        }
    }
}

/// The columns of a hold after its key.
pub(crate) fn hold(hold: &Hold) -> [Cell; 5] {
    let mut parts = Vec::new();
    for (lot, part) in &hold.parts {
        put(&mut parts, i128::from(*lot));
        put(&mut parts, *part);
    }
    [
        Cell::Bytes(hold.id.to_vec()),
        Cell::Int(hold.account),
        Cell::Int(hold.until),
        int(hold.amount()),
        Cell::Bytes(parts),
    ]
}

/// A number in bytes (docs/ledger-format.md).
fn put(bytes: &mut Vec<u8>, value: i128) {
    let mut folded = if value < 0 { -2 * value - 1 } else { 2 * value };
    loop {
        let low = u8::try_from(folded & 0x7f).unwrap_or_default();
        folded >>= 7;
        if folded == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}

/// A sum as it is stored; one beyond that is like no other.
fn int(value: i128) -> Cell {
    i64::try_from(value).map_or(Cell::Other, Cell::Int)
}

fn text(bytes: &[u8]) -> Cell {
    std::str::from_utf8(bytes).map_or(Cell::Other, |text| Cell::Text(text.to_owned()))
}

fn terms(terms: &Terms) -> Vec<Cell> {
    let day = i32::try_from(terms.last_day).ok().and_then(NaiveDate::from_num_days_from_ce_opt);
    let day = day.map_or(Cell::Other, |day| Cell::Text(day.to_string()));
    vec![Cell::Int(terms.kind), Cell::Int(terms.programme), day, Cell::Int(terms.classes)]
}

fn lot(lot: &Lot) -> Vec<Cell> {
    vec![
        Cell::Int(lot.account),
        Cell::Int(lot.terms),
        Cell::Int(lot.issued_at),
        int(lot.amount),
        int(lot.held),
    ]
}

/// Compares all of them.
pub(crate) async fn compare(
    view: &mut View,
    findings: &mut Findings,
    books: Books,
) -> Result<(), Unreadable> {
    let Books { accounts, programmes, classes, terms: all_terms, lots, holds, issued_to, refunded, .. } =
        books;
    by_number(view, findings, &ACCOUNT, &accounts, |account| vec![Cell::Bytes(account.key.clone())]).await?;
    by_number(view, findings, &PROGRAMME, &programmes, |programme| {
        std::iter::once(text(&programme.slug)).chain(programme.lines.map(int)).collect()
    })
    .await?;
    by_number(view, findings, &CLASSES, &classes, |list| vec![text(list)]).await?;
    by_number(view, findings, &TERMS, &all_terms, terms).await?;
    let moved = (1..).zip(&accounts).filter(|(_, account)| account.moved);
    let balances = moved.map(|(no, account)| {
        ([no], vec![int(account.balance), int(account.held), Cell::Int(i64::from(account.closed))])
    });
    by_key(view, findings, &BALANCE, balances.collect()).await?;
    by_key(view, findings, &LOT, lots.iter().map(|(id, of)| ([*id], lot(of))).collect()).await?;
    open_holds(view, findings, holds).await?;
    let sums =
        issued_to.into_iter().map(|((account, programme), sum)| ([account, programme], vec![int(sum)]));
    by_key(view, findings, &ISSUED_TO, sums.collect()).await?;
    let sums = refunded.into_iter().map(|(payment, sum)| ([payment], vec![int(sum)]));
    by_key(view, findings, &REFUNDED, sums.collect()).await
}

/// A table whose rows are numbered from 1.
async fn by_number<T>(
    view: &mut View,
    findings: &mut Findings,
    table: &'static Table,
    made: &[T],
    expected: impl Fn(&T) -> Vec<Cell>,
) -> Result<(), Unreadable> {
    let mut seen = vec![false; made.len()];
    view.each(table, "", &[], |row| {
        let Some(no) = findings.read(row.int(table.columns[0])) else { return };
        match numbered(made, no) {
            Some(one) => same(&row, &expected(one), findings),
            None => findings.take(row.wrong("no row of the log gives this number")),
        }
        let at = usize::try_from(no).ok().and_then(|no| seen.get_mut(no.checked_sub(1)?));
        if let Some(seen) = at {
            *seen = true;
        }
    })
    .await?;
    for (no, _) in (1i64..).zip(seen).filter(|(_, seen)| !seen) {
        findings.add(table.name, &no, "it is missing");
    }
    Ok(())
}

/// A table with a row for each of these keys.
async fn by_key<const N: usize>(
    view: &mut View,
    findings: &mut Findings,
    table: &'static Table,
    mut made: HashMap<[i64; N], Vec<Cell>>,
) -> Result<(), Unreadable> {
    view.each(table, "", &[], |row| {
        let mut key = [0; N];
        for (part, column) in key.iter_mut().zip(table.columns) {
            let Some(number) = findings.read(row.int(column)) else { return };
            *part = number;
        }
        match made.remove(&key) {
            Some(expected) => same(&row, &expected, findings),
            None => findings.take(row.wrong("nothing in the log makes it")),
        }
    })
    .await?;
    missing(table, made.into_keys(), findings);
    Ok(())
}

fn missing<const N: usize>(table: &Table, keys: impl Iterator<Item = [i64; N]>, findings: &mut Findings) {
    let mut keys: Vec<_> = keys.collect();
    keys.sort_unstable();
    for key in keys {
        let parts: Vec<_> = key.iter().map(ToString::to_string).collect();
        findings.add(table.name, &parts.join(","), "it is missing");
    }
}

/// Holds that are open, and none beside them; those that ended were compared where they did.
async fn open_holds(
    view: &mut View,
    findings: &mut Findings,
    mut holds: HashMap<i64, Hold>,
) -> Result<(), Unreadable> {
    view.each(&HOLD, "WHERE amount <> 0", &[], |row| {
        let Some(seq) = findings.read(row.int("seq")) else { return };
        match holds.remove(&seq) {
            Some(open) => same(&row, &hold(&open), findings),
            None => findings.take(row.wrong("nothing is set aside by it")),
        }
    })
    .await?;
    missing(&HOLD, holds.into_keys().map(|seq| [seq]), findings);
    Ok(())
}
