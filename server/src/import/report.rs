//! What became of the rows of a list, in words and as JSON.

use std::fmt;

use serde::Serialize;

use super::Column;

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
    fn words(self) -> &'static str {
        match self {
            Self::Blanks => "stray blanks removed",
            Self::Unseen => "characters that cannot be seen removed",
            Self::VoiceMark => "voice mark put onto its letter",
            Self::Width => "full-width or half-width characters changed",
            Self::TelephoneForm => "form of the telephone number changed",
            Self::TelephoneWithoutAreaCode => "telephone number without area code, taken as it is",
            Self::TelephoneUnreadable => "no telephone number, left out",
            Self::PostalCodeForm => "form of the postal code changed",
            Self::PostalCodeUnreadable => "no postal code, left out",
            Self::PlaceSwapped => "latitude and longitude had changed places",
            Self::PlaceUnreadable => "no place in Japan, left out",
            Self::ClassUnknown => "no class of the town for this kind of business",
            Self::Quotes => "stray quotation mark, taken as a letter",
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
    pub reason: String,
}

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Report {
    /// What the file was written in.
    pub encoding: &'static str,
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

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Read as {}. Columns:", self.encoding)?;
        for (column, heading) in &self.columns {
            writeln!(f, "  {heading} = {column:?}")?;
        }
        for Finding { line, kind, before, after, .. } in &self.repaired {
            writeln!(f, "line {line}: {}: \"{before}\" -> \"{after}\"", kind.words())?;
        }
        for Finding { line, kind, before, .. } in &self.doubtful {
            writeln!(f, "line {line}: LOOK AT THIS: {}: \"{before}\"", kind.words())?;
        }
        for Rejected { line, reason } in &self.rejected {
            writeln!(f, "line {line}: NOT TAKEN: {reason}")?;
        }
        write!(
            f,
            "{} rows: {} taken, {} not taken; {} repairs, {} to be looked at.",
            self.rows,
            self.taken,
            self.rejected.len(),
            self.repaired.len(),
            self.doubtful.len()
        )
    }
}
