//! QR codes as SVG: one path, crisp at every size, with the quiet zone that the standard wants (ISO/IEC 18004: four
//! modules), and a title for who cannot see it.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode, QrResult, Version, bits::Bits};
use yui_protocol::ErrorCode;

/// Modules of white around a code.
const QUIET: usize = 4;

/// UTF-8 among the extended channel interpretations (AIM ECI assignments).
const UTF_8: u32 = 26;

/// A code of error correction level M and at most `largest` as its version: `qr_too_long` when it does not fit.
pub fn svg(text: &str, largest: i16, title: &str) -> Result<String, ErrorCode> {
    let code = (1..=largest)
        .map(|version| encode(text, Version::Normal(version)))
        .find_map(Result::ok)
        .ok_or(ErrorCode::QrTooLong)?;
    let width = code.width();
    let side = width + 2 * QUIET;
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (at % width + QUIET, at / width + QUIET);
            // Writing into a text does not fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    let title = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    Ok(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" role="img" shape-rendering="crispEdges"><title>{title}</title><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{path}"/></svg>"##
    ))
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
    fn a_code_has_its_quiet_zone_and_its_bound() {
        let drawn = svg("YUI1:ABC", 9, "a < b").expect("fits");
        assert!(drawn.contains(r#"viewBox="0 0 29 29""#), "{drawn}");
        assert!(drawn.contains("M4 4h1v1h-1z") && !drawn.contains("M3 "), "{drawn}");
        assert!(drawn.contains("a &lt; b"));
        assert_eq!(svg(&"x".repeat(200), 9, ""), Err(ErrorCode::QrTooLong));
        assert!(svg(&"あ".repeat(59), 9, "").is_ok());
        assert_eq!(svg(&"あ".repeat(60), 9, ""), Err(ErrorCode::QrTooLong));
    }

    #[test]
    fn a_reader_that_is_not_ours_reads_every_letter() {
        for text in ["YUI1:ABC", "テスト食堂 6304 点数", "髙島屋・珈琲", "ｶﾅ 123 ABC 漢字"]
        {
            let code = (1..=9).find_map(|v| encode(text, Version::Normal(v)).ok()).expect("fits");
            let (side, colors) = (code.width() + 2 * QUIET, code.to_colors());
            let dark = |x: usize, y: usize| {
                let inside = |at: usize| at.checked_sub(QUIET).filter(|at| *at < code.width());
                inside(x).zip(inside(y)).is_some_and(|(x, y)| colors[y * code.width() + x] == Color::Dark)
            };
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * 4, side * 4, |x, y| {
                if dark(x / 4, y / 4) { 0 } else { 255 }
            });
            let grids = image.detect_grids();
            let (_, read) = grids[0].decode().expect("a code");
            assert_eq!(read, text);
        }
    }
}
