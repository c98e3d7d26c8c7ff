//! Words that a town brings itself (`municipalities/<town>`), written like those of this crate.

use yui_protocol::{Lang, municipality::TownWords};

use crate::Text;

/// A town's own words in one language, with the readings of plain Japanese.
#[must_use]
pub fn town_words(lang: Lang, words: &TownWords) -> Text {
    Text::marked(words.get(lang))
}
