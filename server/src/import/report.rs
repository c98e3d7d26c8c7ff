//! What became of the rows of a list, in words and as JSON.

use serde::Serialize;
use yui_texts::{Args, Key, Lang, keys::chores as keys, text};

use super::{Column, Encoding, Reason, shown};

/// How a cell was repaired.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Blanks around words, or several between two.
    Blanks,
    /// Characters that cannot be seen.
    Unseen,
    /// Full-width or half-width characters where the other kind belongs.
    Width,
    /// A voice mark that stood alone, beside its letter.
    VoiceMark,
    /// The form of a telephone number.
    TelephoneForm,
    /// A telephone number without its area code; kept as it is.
    TelephoneWithoutAreaCode,
    /// Words where a telephone number belongs; left out.
    TelephoneUnreadable,
    /// The form of a postal code.
    PostalCodeForm,
    /// No postal code; left out.
    PostalCodeUnreadable,
    /// Latitude and longitude had changed places.
    PlaceSwapped,
    /// Latitude and longitude that are no place in Japan; left out.
    PlaceUnreadable,
    /// A kind of business that the town has no class for; the shop has none.
    ClassUnknown,
    /// A quotation mark where none belongs.
    Quotes,
}

impl Kind {
    fn key(self) -> Key {
        match self {
            Self::Blanks => keys::IMPORT_KIND_BLANKS,
            Self::Unseen => keys::IMPORT_KIND_UNSEEN,
            Self::Width => keys::IMPORT_KIND_WIDTH,
            Self::VoiceMark => keys::IMPORT_KIND_VOICE_MARK,
            Self::TelephoneForm => keys::IMPORT_KIND_TELEPHONE_FORM,
            Self::TelephoneWithoutAreaCode => keys::IMPORT_KIND_TELEPHONE_WITHOUT_AREA_CODE,
            Self::TelephoneUnreadable => keys::IMPORT_KIND_TELEPHONE_UNREADABLE,
            Self::PostalCodeForm => keys::IMPORT_KIND_POSTAL_CODE_FORM,
            Self::PostalCodeUnreadable => keys::IMPORT_KIND_POSTAL_CODE_UNREADABLE,
            Self::PlaceSwapped => keys::IMPORT_KIND_PLACE_SWAPPED,
            Self::PlaceUnreadable => keys::IMPORT_KIND_PLACE_UNREADABLE,
            Self::ClassUnknown => keys::IMPORT_KIND_CLASS_UNKNOWN,
            Self::Quotes => keys::IMPORT_KIND_QUOTES,
        }
    }
}

/// A cell that was repaired, or taken as it is though something seems wrong with it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Finding {
    /// The line in the file, from 1.
    pub line: usize,
    /// The column; none when it is about the whole row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<Column>,
    /// What was done.
    pub kind: Kind,
    /// What the cell said.
    pub before: String,
    /// What was taken.
    pub after: String,
}

/// A row that was not taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Rejected {
    /// The line in the file, from 1.
    pub line: usize,
    /// Why.
    pub reason: Reason,
}

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Report {
    /// What the file was written in.
    pub encoding: Encoding,
    /// Which heading was taken for what.
    pub columns: Vec<(Column, String)>,
    /// Rows below the heading.
    pub rows: usize,
    /// Rows that became shops.
    pub taken: usize,
    /// Cells that were repaired, or left out.
    pub repaired: Vec<Finding>,
    /// What was taken as it is and should be looked at.
    pub doubtful: Vec<Finding>,
    /// Rows that were not taken.
    pub rejected: Vec<Rejected>,
}

impl Report {
    /// The report in words: the columns, each finding on a line of its own, and the sum.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        let say = |key, args: &Args| text(lang, key, args).plain;
        let mut lines = vec![say(keys::IMPORT_READ_AS, &Args::new().words("name", self.encoding.told(lang)))];
        lines.extend(
            self.columns
                .iter()
                .map(|(column, heading)| format!("  {} = {}", shown(heading), column.told(lang))),
        );
        lines.extend(self.repaired.iter().map(|Finding { line, kind, before, after, .. }| {
            let args = Args::new()
                .words("row", line.to_string())
                .words("words", say(kind.key(), &Args::new()))
                .words("before", shown(before))
                .words("after", shown(after));
            say(keys::IMPORT_REPAIRED, &args)
        }));
        lines.extend(self.doubtful.iter().map(|Finding { line, kind, before, .. }| {
            let args = Args::new()
                .words("row", line.to_string())
                .words("words", say(kind.key(), &Args::new()))
                .words("before", shown(before));
            say(keys::IMPORT_DOUBTFUL, &args)
        }));
        lines.extend(self.rejected.iter().map(|Rejected { line, reason }| {
            let args = Args::new().words("row", line.to_string()).words("words", reason.told(lang));
            say(keys::IMPORT_REJECTED, &args)
        }));
        let sum = [
            ("rows", self.rows),
            ("taken", self.taken),
            ("rejected", self.rejected.len()),
            ("repaired", self.repaired.len()),
            ("doubtful", self.doubtful.len()),
        ];
        let sum =
            sum.into_iter().fold(Args::new(), |args, (name, count)| args.words(name, count.to_string()));
        lines.push(say(keys::IMPORT_SUM, &sum));
        lines.join("\n")
    }
}
