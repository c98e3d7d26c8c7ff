//! QR codes as SVG: one path, crisp at every size, with its quiet zone, and a title for who cannot see it.

use std::fmt::Write as _;

use yui_protocol::{ErrorCode, qr::Modules};

/// A code of at most `largest` as its version: `qr_too_long` when it does not fit.
pub fn svg(text: &str, largest: i16, title: &str) -> Result<String, ErrorCode> {
    let Modules { side: width, dark } = Modules::of(text, largest)?;
    let side = width + 2 * Modules::QUIET;
    let mut path = String::new();
    for at in dark.into_iter().enumerate().filter_map(|(at, dark)| dark.then_some(at)) {
        let (x, y) = (at % width + Modules::QUIET, at / width + Modules::QUIET);
        // Writing into a text does not fail.
        let _ = write!(path, "M{x} {y}h1v1h-1z");
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
    fn a_code_has_its_quiet_zone_and_its_title() {
        let drawn = svg("YUI1:ABC", 9, "a < b").expect("fits");
        assert!(drawn.contains(r#"viewBox="0 0 29 29""#), "{drawn}");
        assert!(drawn.contains("M4 4h1v1h-1z") && !drawn.contains("M3 "), "{drawn}");
        assert!(drawn.contains("a &lt; b"));
    }
}
