//! Rows that the log makes once and never speaks of again, compared a page at a time so that none is kept: spent
//! one-time codes, and holds that came to their end.

use crate::{
    Unreadable,
    books::Hold,
    finding::Findings,
    row::{Cell, HOLD, SPENT_CODE, Table},
    tables,
    view::{Bind, View},
};

/// How many rows one statement asks for.
const AT_ONCE: usize = 64;

/// What the rows of a page must have left in other tables.
#[derive(Default)]
pub(crate) struct PageRows {
    /// The row of the payment, the code, until when it is kept.
    pub(crate) codes: Vec<(i64, [u8; 16], i64)>,
    pub(crate) ended: Vec<(i64, Hold)>,
}

impl PageRows {
    /// Compares them and forgets them.
    pub(crate) async fn compare(
        &mut self,
        view: &mut View,
        findings: &mut Findings,
    ) -> Result<(), Unreadable> {
        for codes in self.codes.chunks(AT_ONCE) {
            let binds: Vec<_> = codes.iter().map(|(_, id, _)| Bind::Bytes(id)).collect();
            let stored = view.rows(&SPENT_CODE, &among(&SPENT_CODE, binds.len()), &binds).await?;
            for (seq, id, valid_until) in codes {
                match stored.iter().find(|row| row.cells.first() == Some(&Cell::Bytes(id.to_vec()))) {
                    Some(row) => tables::same(row, &[Cell::Int(*valid_until)], findings),
                    None => findings.add(
                        SPENT_CODE.name,
                        &crate::row::hex(id),
                        format!("it is missing; the payment in row {seq} spent it"),
                    ),
                }
            }
        }
        for ended in self.ended.chunks(AT_ONCE) {
            let binds: Vec<_> = ended.iter().map(|(seq, _)| Bind::Int(*seq)).collect();
            let stored = view.rows(&HOLD, &among(&HOLD, binds.len()), &binds).await?;
            for (seq, hold) in ended {
                match stored.iter().find(|row| row.cells.first() == Some(&Cell::Int(*seq))) {
                    Some(row) => tables::same(row, &tables::hold(hold), findings),
                    None => findings.add(HOLD.name, seq, "it is missing"),
                }
            }
        }
        self.codes.clear();
        self.ended.clear();
        Ok(())
    }
}

fn among(table: &Table, count: usize) -> String {
    let places: Vec<_> = (1..=count).map(|n| format!("${n}")).collect();
    format!("WHERE {} IN ({})", table.columns[0], places.join(", "))
}
