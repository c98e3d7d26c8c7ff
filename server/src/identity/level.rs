//! Levels as words in a column, the same as on the wire.

use yui_protocol::identity::Level;

const WORDS: [(Level, &str); 5] = [
    (Level::Guest, "guest"),
    (Level::Visitor, "visitor"),
    (Level::CardHolder, "card_holder"),
    (Level::Verified, "verified"),
    (Level::VerifiedElsewhere, "verified_elsewhere"),
];

/// The word of a level.
#[must_use]
pub fn word(level: Level) -> &'static str {
    WORDS.iter().find(|(known, _)| *known == level).map_or("guest", |(_, word)| word)
}

/// The level of a word; an unknown word gives the least.
#[must_use]
pub fn of_word(word: &str) -> Level {
    WORDS.iter().find(|(_, known)| *known == word).map_or(Level::Guest, |(level, _)| *level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_wire() {
        for (level, text) in WORDS {
            assert_eq!(serde_json::to_value(level).ok(), Some(text.into()));
            assert_eq!(of_word(word(level)), level);
        }
        assert_eq!(of_word("emperor"), Level::Guest);
    }
}
