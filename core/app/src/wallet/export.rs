//! The person's own copy of her history, as a spreadsheet reads it (RFC 4180).

use chrono::NaiveDate;
use yui_protocol::{Millis, wallet::Entry};

use super::entries::EntryLines;
use crate::{core::Core, error::AppResult, store::Party};

const HEAD: &str = "time,kind,counterpart,amount,refunded,state,receipt,id\r\n";

impl Core {
    pub(crate) async fn history_csv(&self, from: NaiveDate, to: NaiveDate) -> AppResult<String> {
        let (words, town) = (self.words(), self.known_municipality());
        let since = Millis::start_of_day_jst(from);
        let until = to.succ_opt().map_or(Millis(i64::MAX), Millis::start_of_day_jst);
        self.read(move |unit| {
            let lines = EntryLines { party: Party::Person, words, town: town.as_deref() };
            let entries: Vec<Entry> =
                unit.records(Party::Person, "entry", since, (until, i64::MIN), usize::MAX)?;
            // A spreadsheet takes UTF-8 for what it is only after a byte order mark.
            let mut csv = format!("\u{FEFF}{HEAD}");
            for line in entries.iter().map(|entry| lines.entry(entry)) {
                let sign = if line.incoming { "" } else { "-" };
                let cells = [
                    line.at.jst().format("%Y-%m-%d %H:%M:%S").to_string(),
                    quoted(&line.kind_text.plain),
                    quoted(&line.title.plain),
                    format!("{sign}{}", line.amount),
                    line.refunded.to_string(),
                    quoted(&line.state_text.plain),
                    quoted(line.receipt.as_deref().unwrap_or_default()),
                    line.id.to_string(),
                ];
                csv.push_str(&cells.join(","));
                csv.push_str("\r\n");
            }
            Ok(csv)
        })
        .await
    }
}

/// A cell of words. What begins like a formula is kept from being one.
fn quoted(words: &str) -> String {
    let guard = if words.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", words.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_shop_name_is_no_formula_and_breaks_no_cell() {
        assert_eq!(quoted("まるや \"本店\", 2F"), "\"まるや \"\"本店\"\", 2F\"");
        assert_eq!(quoted("=HYPERLINK(1)"), "\"'=HYPERLINK(1)\"");
    }
}
