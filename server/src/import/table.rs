//! CSV as offices write it (RFC 4180 and its neighbours): an unclosed quotation mark costs
//! its own line and not the rest of the file, and an empty line is a row that is reported.

/// A row with the number of its first line, from 1.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Record {
    pub(super) line: usize,
    pub(super) fields: Vec<String>,
    /// A quotation mark stood where none belongs and was taken as a letter.
    pub(super) stray_quote: bool,
    /// A quotation mark was never closed.
    pub(super) open_quote: bool,
}

/// The rows, the heading first.
pub(super) fn records(text: &str) -> Vec<Record> {
    let mut records = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while !rest.is_empty() {
        let (record, after) = record(rest, line);
        line += rest[..rest.len() - after.len()].matches('\n').count();
        rest = after;
        records.push(record);
    }
    records
}

/// One row and what follows it.
fn record(text: &str, line: usize) -> (Record, &str) {
    if let Some((record, rest)) = whole(text, line) {
        return (record, rest);
    }
    // The quotation mark was never closed: this line alone is given up.
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let fields = vec![first.trim_end_matches('\r').to_owned()];
    (Record { line, fields, stray_quote: false, open_quote: true }, rest)
}

/// One row; none when the text ends inside quotation marks.
fn whole(text: &str, line: usize) -> Option<(Record, &str)> {
    let mut record = Record { line, ..Record::default() };
    let mut field = String::new();
    let (mut quoted, mut was_quoted) = (false, false);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' if quoted => match chars.peek() {
                Some((_, '"')) => {
                    chars.next();
                    field.push('"');
                }
                _ => quoted = false,
            },
            _ if quoted => field.push(c),
            '"' if field.is_empty() && !was_quoted => (quoted, was_quoted) = (true, true),
            ',' => {
                record.fields.push(std::mem::take(&mut field));
                was_quoted = false;
            }
            '\r' if matches!(chars.peek(), Some((_, '\n'))) => {}
            '\n' => {
                record.fields.push(field);
                return Some((record, &text[at + 1..]));
            }
            other => {
                record.stray_quote |= other == '"' || was_quoted;
                field.push(other);
            }
        }
    }
    if quoted {
        return None;
    }
    record.fields.push(field);
    Some((record, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Vec<Vec<String>> {
        records(text).into_iter().map(|record| record.fields).collect()
    }

    #[test]
    fn quoted_cells_hold_commas_lines_and_quotes() {
        assert_eq!(
            fields("a,\"b,\"\"c\"\"\nd\",e\r\nf,,g"),
            [vec!["a", "b,\"c\"\nd", "e"], vec!["f", "", "g"]]
        );
    }

    #[test]
    fn rows_know_their_lines() {
        let lines: Vec<_> = records("h\n\"a\nb\"\n\nc\n").iter().map(|record| record.line).collect();
        assert_eq!(lines, [1, 2, 4, 5]);
    }

    #[test]
    fn an_open_quote_costs_its_own_line_only() {
        let records = records("h,i\n\"a,b\nc,d\n");
        assert!(records[1].open_quote && records[1].line == 2);
        assert_eq!(records[2].fields, ["c", "d"]);
    }

    #[test]
    fn a_stray_quote_is_a_letter_and_is_noted() {
        let records = records("5\" pipe,\"x\" y\n");
        assert_eq!(records[0].fields, ["5\" pipe", "x y"]);
        assert!(records[0].stray_quote);
    }
}
