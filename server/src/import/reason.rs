//! Why something was not taken: a row, or a list as a whole.

use serde::{Serialize, Serializer};
use yui_texts::{Args, Lang, keys::chores as keys, text};

use super::{Column, Position, shown};

/// Why a row was not taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// There is nothing in it.
    Empty,
    /// A quotation mark is opened and never closed.
    OpenQuote,
    /// It has another number of cells than the heading.
    Cells {
        /// How many it has.
        cells: usize,
        /// How many the heading has.
        heading: usize,
    },
    /// The shop has no name.
    NoName,
    /// Its number or shop stands in an earlier line.
    Twice(usize),
    /// A cell is longer than what can be kept.
    Long {
        /// Of which column.
        column: Column,
        /// How many characters it has.
        characters: usize,
        /// How many can be kept.
        most: usize,
    },
}

impl Reason {
    /// The reason in words.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        let args = Args::new();
        let (key, args) = match self {
            Self::Empty => (keys::IMPORT_REASON_EMPTY, args),
            Self::OpenQuote => (keys::IMPORT_REASON_OPEN_QUOTE, args),
            Self::Cells { cells, heading } => {
                let args = args.words("count", cells.to_string()).words("width", heading.to_string());
                (keys::IMPORT_REASON_CELLS, args)
            }
            Self::NoName => (keys::IMPORT_REASON_NO_NAME, args),
            Self::Twice(line) => (keys::IMPORT_REASON_TWICE, args.words("row", line.to_string())),
            Self::Long { column, characters, most } => {
                let args = args
                    .words("name", column.told(lang))
                    .words("count", characters.to_string())
                    .words("most", most.to_string());
                (keys::IMPORT_REASON_LONG, args)
            }
        };
        text(lang, key, &args).plain
    }
}

/// A program reads the same sentence whoever runs the command.
impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.told(Lang::En))
    }
}

/// Why nothing at all of a list can be taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// It is written in an encoding that is not read here.
    Foreign(&'static str),
    /// It is written in neither of the encodings that are read here, nor in one that is known.
    NoEncoding,
    /// It is UTF-8 but for some bytes.
    DamagedUtf8(Position),
    /// It is neither UTF-8 nor CP932.
    Undecodable(Position),
    /// It is not text.
    NoText(Position),
    /// No heading says where the names are; these are the headings.
    NoNames(String),
    /// There is nothing below the heading.
    NoRows,
}

impl Unreadable {
    /// The reason in words, with what to do.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        let at = |position: &Position| {
            Args::new().words("row", position.line.to_string()).words("count", position.byte.to_string())
        };
        let (key, args) = match self {
            Self::Foreign(name) => (keys::IMPORT_FOREIGN, Args::new().words("name", *name)),
            Self::NoEncoding => (keys::IMPORT_NO_ENCODING, Args::new()),
            Self::DamagedUtf8(position) => (keys::IMPORT_DAMAGED, at(position)),
            Self::Undecodable(position) => (keys::IMPORT_UNDECODABLE, at(position)),
            Self::NoText(position) => (keys::IMPORT_NO_TEXT, at(position)),
            Self::NoNames(headings) => (keys::IMPORT_NO_NAMES, Args::new().words("words", shown(headings))),
            Self::NoRows => (keys::IMPORT_NO_ROWS, Args::new()),
        };
        text(lang, key, &args).plain
    }
}
