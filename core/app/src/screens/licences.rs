//! The software of others that is in the app, and its licences. The list is made out of the tree's own tables of
//! dependencies (`tests/generated.rs`).

use yui_texts::{Key, keys};

use super::Screen;
use crate::{core::Core, view::Text};

/// The licences.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LicencesView {
    /// "Open-source licences".
    pub title: Text,
    /// What the list is of.
    pub note: Text,
    /// The parts of the app, each with what is in it.
    pub parts: Vec<LicencePart>,
}

/// A part of the app.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LicencePart {
    /// Which.
    pub title: Text,
    /// What is in it, by name.
    pub lines: Vec<LicenceLine>,
}

/// A piece of software.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct LicenceLine {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as an SPDX expression.
    pub licence: String,
}

/// Part, name, version and licence of each, between tabs.
const LIST: &str = include_str!("../../licences.tsv");

impl Core {
    pub(super) fn licences(&self) -> LicencesView {
        let words = self.words();
        let part = |word, title: Key| LicencePart { title: words.of(title), lines: lines(word) };
        LicencesView {
            title: words.of(Screen::Licences.key()),
            note: words.of(keys::about::LICENCES_NOTE),
            parts: vec![
                part("core", keys::about::LICENCES_CORE),
                part("android", keys::about::LICENCES_ANDROID),
            ],
        }
    }
}

fn lines(part: &str) -> Vec<LicenceLine> {
    let line = |line: &str| {
        let mut cells = line.split('\t').map(str::to_owned);
        let of_part = cells.next().is_some_and(|word| word == part);
        let (name, version, licence) = (cells.next()?, cells.next()?, cells.next()?);
        of_part.then_some(LicenceLine { name, version, licence })
    };
    LIST.lines().filter_map(line).collect()
}
