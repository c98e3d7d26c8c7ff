//! Shops out of a table that somebody else keeps: a coupon list, a chamber's register, open data. Nothing is dropped
//! in silence: every cell that was repaired or seems wrong and every row that could not be taken is named.
//!
//! The same list imported again changes the same shops: a row is known by the list's name and its own number.

mod columns;
mod encoding;
mod reason;
mod repair;
mod report;
mod table;

use std::collections::{BTreeMap, HashMap};

pub use columns::Column;
pub use encoding::{Encoding, Position};
pub use reason::{Reason, Unreadable};
pub use report::{Finding, Kind, Rejected, Report};

use yui_protocol::hides;

use crate::shop::ShopDraft;
use columns::Columns;
use repair::Repairs;

/// How a list is to be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rules {
    /// The list's name: with a row's number it is the shop's source.
    pub list: String,
    /// What the list's kinds of business are in the town's classes.
    pub classes: BTreeMap<String, Vec<String>>,
}

/// The shops of a list, and what was repaired or rejected on the way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Read {
    /// Shops to be put into the directory.
    pub drafts: Vec<ShopDraft>,
    /// What happened to the rows.
    pub report: Report,
}

/// Reads a list as CSV in UTF-8 (with or without mark) or CP932.
pub fn read(bytes: &[u8], rules: &Rules) -> Result<Read, Unreadable> {
    let (text, encoding) = encoding::decode(bytes)?;
    let mut report = Report { encoding, ..Report::default() };
    let mut records = table::records(&text).into_iter().peekable();
    let head = records.next().ok_or(Unreadable::NoRows)?;
    let columns = Columns::of(&head.fields);
    report.columns = columns.described();
    if !report.columns.iter().any(|(column, _)| *column == Column::Name) {
        return Err(Unreadable::NoNames(head.fields.join(", ")));
    }
    if records.peek().is_none() {
        return Err(Unreadable::NoRows);
    }
    let mut drafts = Vec::new();
    let mut seen = HashMap::new();
    for record in records {
        report.rows += 1;
        match draft(&record, &columns, rules, &mut seen) {
            Ok((draft, repairs)) => {
                let (doubtful, repaired): (Vec<_>, Vec<_>) =
                    repairs.into_findings(record.line).partition(|finding| finding.before == finding.after);
                report.repaired.extend(repaired);
                report.doubtful.extend(doubtful);
                drafts.push(draft);
            }
            Err(reason) => report.rejected.push(Rejected { line: record.line, reason }),
        }
    }
    report.taken = drafts.len();
    Ok(Read { drafts, report })
}

fn draft(
    record: &table::Record,
    columns: &Columns,
    rules: &Rules,
    seen: &mut HashMap<String, usize>,
) -> Result<(ShopDraft, Repairs), Reason> {
    if record.fields.iter().all(|field| field.trim().is_empty()) {
        return Err(Reason::Empty);
    }
    if record.open_quote {
        return Err(Reason::OpenQuote);
    }
    if columns.width() != record.fields.len() {
        return Err(Reason::Cells { cells: record.fields.len(), heading: columns.width() });
    }
    let cell = |column: Column| columns.cell(record, column);
    let mut repairs = Repairs::default();
    if record.stray_quote {
        repairs.note_row(Kind::Quotes);
    }
    let name = repairs.words(Column::Name, cell(Column::Name), 80)?;
    if name.is_empty() {
        return Err(Reason::NoName);
    }
    let address = repairs.words(Column::Address, cell(Column::Address), 160)?;
    let number = repairs.plain(Column::Number, cell(Column::Number));
    let known_by = if number.is_empty() { format!("{name} {address}") } else { number };
    let source = format!("{}#{known_by}", rules.list);
    if let Some(first) = seen.insert(source.clone(), record.line) {
        seen.insert(source, first);
        return Err(Reason::Twice(first));
    }
    let (latitude, longitude) = repairs.place(cell(Column::Latitude), cell(Column::Longitude));
    let draft = ShopDraft {
        source: Some(source),
        kana: repairs.kana(cell(Column::Kana), 80)?,
        area: match repairs.words(Column::Area, cell(Column::Area), 40)? {
            area if area.is_empty() => columns::area_of(&address),
            area => area,
        },
        postal_code: repairs.postal_code(cell(Column::PostalCode)),
        telephone: repairs.telephone(cell(Column::Telephone)),
        classes: repairs.classes(cell(Column::Kind), &rules.classes),
        latitude,
        longitude,
        name,
        address,
    };
    Ok((draft, repairs))
}

/// A cell in a report: whatever cannot be seen or ends a line stands as its escape. Else a list could write lines of the
/// report, or commands of a terminal.
fn shown(cell: &str) -> String {
    cell.chars().fold(String::with_capacity(cell.len()), |mut text, c| {
        if hides(c) {
            text.extend(c.escape_default());
        } else {
            text.push(c);
        }
        text
    })
}

#[cfg(test)]
mod tests;
