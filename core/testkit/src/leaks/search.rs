//! Looking for secrets: all of them in one pass over the bytes.

use std::{
    collections::BTreeSet,
    fs, io,
    ops::Range,
    path::{Path, PathBuf},
};

use aho_corasick::AhoCorasick;

use super::{Mark, Secret};

/// A secret that was found.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Leak {
    /// Which secret.
    pub secret: String,
    /// How it was written.
    pub spelling: &'static str,
    /// In what file, text or column.
    pub place: PathBuf,
}

/// One value of a database.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// A whole number.
    Integer(i64),
    /// Text, and any other value as the database writes it.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// A search for some secrets.
///
/// Few digits, such as a PIN's, count where no digit stands beside them; not as a fraction (`1.4649ms`), not within a
/// random word of `RANDOM` letters and digits or more (an id, a hash), and in bytes that are no text only between
/// printable characters.
pub struct Search<'a> {
    secrets: &'a [Secret],
    /// Which secret each pattern of the automaton belongs to.
    marks: Vec<(usize, &'a Mark)>,
    automaton: AhoCorasick,
}

/// How long a word may be that a person or a program would write around a PIN; ids are longer.
const RANDOM: usize = 16;

impl<'a> Search<'a> {
    /// Prepares the search.
    ///
    /// # Panics
    /// When the secrets are too many for one automaton, which none of ours are.
    #[must_use]
    pub fn new(secrets: &'a [Secret]) -> Self {
        let marks: Vec<_> = secrets
            .iter()
            .enumerate()
            .flat_map(|(at, secret)| secret.marks.iter().map(move |mark| (at, mark)))
            .collect();
        let automaton = AhoCorasick::new(marks.iter().map(|(_, mark)| &mark.bytes)).expect("small enough");
        Self { secrets, marks, automaton }
    }

    /// Looks through bytes that came from `place`.
    #[must_use]
    pub fn bytes(&self, place: &Path, bytes: &[u8]) -> Vec<Leak> {
        let text = std::str::from_utf8(bytes).is_ok();
        let mut found = BTreeSet::new();
        for hit in self.automaton.find_overlapping_iter(bytes) {
            let (secret, mark) = self.marks[hit.pattern().as_usize()];
            if !mark.alone || stands_alone(bytes, hit.range(), text) {
                found.insert((secret, mark.spelling));
            }
        }
        found.into_iter().map(|(secret, spelling)| self.leak(secret, spelling, place)).collect()
    }

    /// Looks at one value of a database.
    #[must_use]
    pub fn cell(&self, place: &Path, cell: &Cell) -> Vec<Leak> {
        match cell {
            Cell::Integer(number) => self.numbers(place, "integer", &[*number]),
            Cell::Text(text) => self.bytes(place, text.as_bytes()),
            Cell::Bytes(bytes) => {
                let mut leaks = self.bytes(place, bytes);
                leaks.extend(self.numbers(place, "integer in bytes", &integers(bytes)));
                leaks
            }
        }
    }

    /// Looks through every file below a folder, as raw bytes (database pages and write-ahead logs included).
    pub fn folder(&self, folder: &Path) -> io::Result<Vec<Leak>> {
        let mut leaks = Vec::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                leaks.extend(self.folder(&path)?);
            } else if path.is_file() {
                leaks.extend(self.bytes(&path, &fs::read(&path)?));
            }
        }
        Ok(leaks)
    }

    fn numbers(&self, place: &Path, spelling: &'static str, numbers: &[i64]) -> Vec<Leak> {
        let hits = self
            .secrets
            .iter()
            .enumerate()
            .filter(|(_, secret)| secret.number().is_some_and(|number| numbers.contains(&number)));
        hits.map(|(at, _)| self.leak(at, spelling, place)).collect()
    }

    fn leak(&self, secret: usize, spelling: &'static str, place: &Path) -> Leak {
        Leak { secret: self.secrets[secret].name.clone(), spelling, place: place.to_owned() }
    }
}

/// What a few bytes are as a number, in either order.
fn integers(bytes: &[u8]) -> Vec<i64> {
    if !(2..=8).contains(&bytes.len()) {
        return Vec::new();
    }
    let number =
        |bytes: &mut dyn Iterator<Item = &u8>| bytes.fold(0, |sum: i64, byte| (sum << 8) | i64::from(*byte));
    vec![number(&mut bytes.iter()), number(&mut bytes.iter().rev())]
}

/// See [`Search`].
fn stands_alone(bytes: &[u8], at: Range<usize>, text: bool) -> bool {
    let (before, after) = (&bytes[..at.start], &bytes[at.end..]);
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let fraction = matches!(before, [.., whole, b'.'] if whole.is_ascii_digit());
    let in_word = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let word = at.len()
        + before.iter().rev().take_while(in_word).take(RANDOM).count()
        + after.iter().take_while(in_word).take(RANDOM).count();
    let printable = |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte, b' '..=b'~' | b'\t' | b'\n'));
    let whole = before.is_empty() && after.is_empty();
    let among_text = text || whole || (printable(before.last()) && printable(after.first()));
    !digit(before.last()) && !digit(after.first()) && !fraction && word < RANDOM && among_text
}

/// Whether any of the secrets is in these bytes, however it is written.
#[must_use]
pub fn any_in(bytes: &[u8], secrets: &[Secret]) -> bool {
    !Search::new(secrets).bytes(Path::new(""), bytes).is_empty()
}

/// Looks through every file below a folder.
pub fn search_folder(folder: &Path, secrets: &[Secret]) -> io::Result<Vec<Leak>> {
    Search::new(secrets).folder(folder)
}
