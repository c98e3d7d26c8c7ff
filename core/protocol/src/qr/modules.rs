//! A text as the dark and light squares of a QR code (ISO/IEC 18004), for paper and screen alike.

use qrcode::{Color, EcLevel, QrCode, QrResult, Version, bits::Bits};

use crate::ErrorCode;

/// UTF-8 among the extended channel interpretations (AIM ECI assignments).
const UTF_8: u32 = 26;

/// A QR code without the quiet zone around it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Modules {
    /// How many modules a side has.
    pub side: usize,
    /// Whether each is dark, row by row from above, `side * side` of them.
    pub dark: Vec<bool>,
}

impl Modules {
    /// Modules of white that the standard wants around a code.
    pub const QUIET: usize = 4;

    /// The smallest code of error correction level M and at most `largest` as its version, from 1 to 40:
    /// `qr_too_long` when the text does not fit.
    pub fn of(text: &str, largest: i16) -> Result<Self, ErrorCode> {
        let code = (1..=largest)
            .map(|version| encode(text, Version::Normal(version)))
            .find_map(Result::ok)
            .ok_or(ErrorCode::QrTooLong)?;
        let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
        Ok(Self { side: code.width(), dark })
    }
}

/// Without a word about it, a reader takes bytes for Shift JIS or Latin 1; and letters of UTF-8 must not be packed as
/// the Kanji whose bytes they happen to be.
fn encode(text: &str, version: Version) -> QrResult<QrCode> {
    let mut bits = Bits::new(version);
    if text.is_ascii() {
        bits.push_optimal_data(text.as_bytes())?;
    } else {
        bits.push_eci_designator(UTF_8)?;
        bits.push_byte_data(text.as_bytes())?;
    }
    bits.push_terminator(EcLevel::M)?;
    QrCode::with_bits(bits, EcLevel::M)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_bound() {
        assert_eq!(Modules::of("YUI1:ABC", 9).map(|code| code.side), Ok(21));
        assert_eq!(Modules::of(&"x".repeat(200), 9), Err(ErrorCode::QrTooLong));
        assert!(Modules::of(&"あ".repeat(59), 9).is_ok());
        assert_eq!(Modules::of(&"あ".repeat(60), 9), Err(ErrorCode::QrTooLong));
    }

    #[test]
    fn a_reader_that_is_not_ours_reads_every_letter() {
        for text in ["YUI1:ABC", "テスト食堂 6304 点数", "髙島屋・珈琲", "ｶﾅ 123 ABC 漢字"]
        {
            let Modules { side, dark } = Modules::of(text, 9).expect("fits");
            let is_dark = |x: usize, y: usize| {
                let inside = |at: usize| at.checked_sub(Modules::QUIET).filter(|at| *at < side);
                inside(x).zip(inside(y)).is_some_and(|(x, y)| dark[y * side + x])
            };
            let whole = (side + 2 * Modules::QUIET) * 4;
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(whole, whole, |x, y| {
                if is_dark(x / 4, y / 4) { 0 } else { 255 }
            });
            let grids = image.detect_grids();
            let (_, read) = grids[0].decode().expect("a code");
            assert_eq!(read, text);
        }
    }
}
