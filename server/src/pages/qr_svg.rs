//! QR codes as SVG: one path, crisp at every size, with the quiet zone that the standard wants (ISO/IEC 18004: four
//! modules), and a title for who cannot see it.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode, Version};
use yui_protocol::ErrorCode;

/// Modules of white around a code.
const QUIET: usize = 4;

/// A code of error correction level M and at most `largest` as its version: `qr_too_long` when it does not fit.
pub fn svg(text: &str, largest: i16, title: &str) -> Result<String, ErrorCode> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| ErrorCode::QrTooLong)?;
    if !matches!(code.version(), Version::Normal(version) if version <= largest) {
        return Err(ErrorCode::QrTooLong);
    }
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
    }
}
