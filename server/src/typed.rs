//! What people type into short fields: the bounds that all domains share.

use unicode_normalization::UnicodeNormalization;

/// At most 20 characters: digits, `-`, `+`, brackets and blanks; or empty.
#[must_use]
pub fn is_telephone(text: &str) -> bool {
    text.len() <= 20 && text.chars().all(|c| c.is_ascii_digit() || "-+() ".contains(c))
}

/// Whether a character is one of the strokes that people put between the digits of a number.
#[must_use]
pub fn is_stroke(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30fc}' | '\u{2500}')
}

/// The digits of a telephone number as they are dialled in Japan, however it is written: in full width, with strokes,
/// blanks and brackets, or with +81 in place of the first 0. None where anything else stands.
#[must_use]
pub fn telephone_digits(text: &str) -> Option<String> {
    let number: String =
        text.nfkc().filter(|c| !c.is_whitespace() && !is_stroke(*c) && !"()".contains(*c)).collect();
    let number = match number.strip_prefix("+81") {
        // Some keep the 0 that is not dialled from abroad: +81 (0)957.
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => number,
    };
    (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_is_its_digits() {
        for written in [
            "0957000000",
            "0957-00-0000",
            "(0957) 00-0000",
            "０９５７－００－００００",
            "０９５７ー００ー００００",
            "0957−00‐0000",
            "+81 957-00-0000",
            "＋８１-957-00-0000",
            "+81 (0)957 00 0000",
        ] {
            assert_eq!(telephone_digits(written).as_deref(), Some("0957000000"), "{written}");
        }
        for other in ["", "-", "花子", "0957x", "+82957000000"] {
            assert_eq!(telephone_digits(other), None, "{other}");
        }
    }
}
