//! What a person's eye is told about a text from outside. A name or an address may hold characters that show nothing
//! and turn the writing round, so that what is read is not what is there.

/// Whether a character shows nothing itself: controls, marks that change the direction of writing (Unicode TR 36 §2.6),
/// blanks of no width, and fillers. Selectors that choose a form of the letter before them are no such thing.
#[must_use]
pub fn hides(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// At most so many characters, and none that cannot be seen: the rule for every short text that others read.
#[must_use]
pub fn fits(text: &str, most: usize) -> bool {
    text.chars().count() <= most && !text.chars().any(hides)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_or_pads_a_text_is_told_from_what_is_written() {
        for c in [
            '\u{202e}',
            '\u{2066}',
            '\u{200b}',
            '\u{200d}',
            '\u{feff}',
            '\u{3164}',
            '\n',
            '\u{7f}',
            '\u{e0041}',
        ] {
            assert!(hides(c), "{c:?}");
        }
        // The last is a selector by which a name is written with the right form of its character.
        for c in ['a', ' ', '\u{3000}', '結', 'é', '🍞', '\u{fe0f}', '\u{e0100}'] {
            assert!(!hides(c), "{c:?}");
        }
    }
}
