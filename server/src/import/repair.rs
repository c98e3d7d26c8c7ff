//! Repairing cells. What a repair cannot make sense of is left out and named; the row is kept.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use yui_protocol::hides;

use super::{Column, Finding, Kind, Reason, columns::NOT_PUBLIC};
use crate::typed::is_stroke;

/// Japan from south to north and from west to east, in millionths of a degree.
const NORTH: std::ops::RangeInclusive<i64> = 20_000_000..=46_000_000;
const EAST: std::ops::RangeInclusive<i64> = 122_000_000..=154_000_000;

/// The repairs of one row.
#[derive(Default)]
pub(super) struct Repairs(Vec<(Option<Column>, Kind, String, String)>);

impl Repairs {
    /// The findings of the row in this line.
    pub(super) fn into_findings(self, line: usize) -> impl Iterator<Item = Finding> {
        self.0.into_iter().map(move |(column, kind, before, after)| Finding {
            line,
            column,
            kind,
            before,
            after,
        })
    }

    /// Something about the whole row.
    pub(super) fn note_row(&mut self, kind: Kind) {
        self.0.push((None, kind, String::new(), String::new()));
    }

    fn note(&mut self, column: Column, kind: Kind, before: &str, after: &str) {
        if before != after {
            self.0.push((Some(column), kind, before.to_owned(), after.to_owned()));
        }
    }

    /// Words as on a signboard: single blanks, nothing that cannot be seen. An error when there are too many.
    pub(super) fn words(&mut self, column: Column, cell: &str, most: usize) -> Result<String, Reason> {
        let seen: String =
            cell.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !hides(*c)).collect();
        self.note(column, Kind::Unseen, cell, &seen);
        let text = single_blanks(&seen);
        self.note(column, Kind::Blanks, &seen, &text);
        let long = text.chars().count();
        if long > most { Err(Reason::Long { column, characters: long, most }) } else { Ok(text) }
    }

    /// A number or word in half-width characters.
    pub(super) fn plain(&mut self, column: Column, cell: &str) -> String {
        let text: String = cell.nfkc().collect::<String>().trim().to_owned();
        self.note(column, if text == cell.trim() { Kind::Blanks } else { Kind::Width }, cell, &text);
        text
    }

    /// Kana in full width, a voice mark that stands alone put onto its letter. Digits and signs stay the writer's.
    pub(super) fn kana(&mut self, cell: &str, most: usize) -> Result<String, Reason> {
        let wide = wide_kana(cell);
        self.note(Column::Kana, Kind::Width, cell, &wide);
        let marks = |c: char| match c {
            '\u{309b}' => '\u{3099}',
            '\u{309c}' => '\u{309a}',
            other => other,
        };
        let voiced: String = wide.chars().map(marks).nfc().collect();
        self.note(Column::Kana, Kind::VoiceMark, &wide, &voiced);
        self.words(Column::Kana, &voiced, most)
    }

    /// Seven digits, or nothing.
    pub(super) fn postal_code(&mut self, cell: &str) -> String {
        let digits: String = cell.nfkc().filter(char::is_ascii_digit).collect();
        let shown =
            format!("{}-{}", digits.get(..3).unwrap_or_default(), digits.get(3..).unwrap_or_default());
        if digits.len() != 7 {
            self.note(Column::PostalCode, Kind::PostalCodeUnreadable, cell, "");
            return String::new();
        }
        // With or without the stroke is as good.
        if cell != digits && cell != shown {
            self.note(Column::PostalCode, Kind::PostalCodeForm, cell, &digits);
        }
        digits
    }

    /// A telephone number in digits and strokes, or nothing.
    pub(super) fn telephone(&mut self, cell: &str) -> String {
        let plain: String = cell.nfkc().filter(|c| !c.is_whitespace()).collect();
        let between = |c: char| is_stroke(c) || "()./".contains(c);
        let number: String = plain.chars().map(|c| if between(c) { '-' } else { c }).collect();
        let number = number.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
        let number = match number.strip_prefix("+81") {
            // Some keep the 0 that is not dialled from abroad: +81 (0)957.
            Some(rest) => format!("0{}", rest.trim_start_matches(['-', '0'])),
            None => number,
        };
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let number_only = number.chars().all(|c| c.is_ascii_digit() || c == '-');
        if cell.trim().is_empty() {
            self.note(Column::Telephone, Kind::Blanks, cell, "");
            String::new()
        } else if number_only && number.starts_with('0') && (10..=11).contains(&digits) {
            self.note(Column::Telephone, Kind::TelephoneForm, cell, &number);
            number
        } else if number_only && (6..=8).contains(&digits) && !NOT_PUBLIC.contains(&plain.as_str()) {
            self.0.push((
                Some(Column::Telephone),
                Kind::TelephoneWithoutAreaCode,
                cell.to_owned(),
                number.clone(),
            ));
            number
        } else {
            self.note(Column::Telephone, Kind::TelephoneUnreadable, cell, "");
            String::new()
        }
    }

    /// Latitude and longitude in millionths of a degree: both or none.
    pub(super) fn place(&mut self, north: &str, east: &str) -> (Option<i64>, Option<i64>) {
        if north.trim().is_empty() && east.trim().is_empty() {
            return (None, None);
        }
        let (before, column) = (format!("{north} {east}"), Column::Latitude);
        match (micro(north), micro(east)) {
            (Some(n), Some(e)) if NORTH.contains(&n) && EAST.contains(&e) => {
                let plain = [north, east].map(|cell| cell.nfkc().collect::<String>().trim().to_owned());
                let trimmed = [north, east].map(str::trim);
                let kind = if trimmed == plain { Kind::Blanks } else { Kind::Width };
                self.note(column, kind, &before, &plain.join(" "));
                (Some(n), Some(e))
            }
            (Some(e), Some(n)) if NORTH.contains(&n) && EAST.contains(&e) => {
                let after = format!("{} {}", east.trim(), north.trim());
                self.note(column, Kind::PlaceSwapped, &before, &after);
                (Some(n), Some(e))
            }
            _ => {
                self.note(column, Kind::PlaceUnreadable, &before, "");
                (None, None)
            }
        }
    }

    /// The town's classes for a kind of business.
    pub(super) fn classes(&mut self, cell: &str, known: &BTreeMap<String, Vec<String>>) -> Vec<String> {
        let kind = cell.nfkc().collect::<String>().trim().to_owned();
        if kind.is_empty() {
            return Vec::new();
        }
        known.get(&kind).cloned().unwrap_or_else(|| {
            self.0.push((Some(Column::Kind), Kind::ClassUnknown, cell.to_owned(), String::new()));
            Vec::new()
        })
    }
}

/// Each run of blanks as its own first blank, and none at the ends: a wide blank is the writer's, and so is a narrow
/// one beside it in the same name; a row of them is not.
fn single_blanks(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    let mut blank = None;
    for c in text.trim().chars() {
        if c.is_whitespace() {
            blank.get_or_insert(c);
        } else {
            single.extend(blank.take());
            single.push(c);
        }
    }
    single
}

/// Half-width kana as full-width ones, with the marks that follow them; all else as it is.
fn wide_kana(text: &str) -> String {
    let is_narrow = |c: char| ('\u{ff66}'..='\u{ff9f}').contains(&c);
    let mut wide = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_narrow) {
        let (before, from) = rest.split_at(at);
        let (narrow, after) = from.split_at(from.find(|c| !is_narrow(c)).unwrap_or(from.len()));
        wide.push_str(before);
        wide.extend(narrow.nfkc());
        rest = after;
    }
    wide + rest
}

/// Degrees as millionths, without a float: `34.866937` is 34866937. Further digits are cut off.
fn micro(cell: &str) -> Option<i64> {
    let text: String = cell.nfkc().collect();
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    if whole.is_empty() || whole.len() > 3 || !whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part: String = part.chars().chain("000000".chars()).take(6).collect();
    Some(whole.parse::<i64>().ok()? * 1_000_000 + part.parse::<i64>().ok()?)
}
