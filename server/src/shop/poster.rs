//! The text of a shop's printed QR code.

use yui_protocol::{ErrorCode, municipality::Municipality, qr::ShopCode};

use super::Listed;

/// The text that the poster of a shop shows as a QR code of at most version 9-M.
pub fn text(town: &Municipality, listed: &Listed) -> Result<String, ErrorCode> {
    ShopCode::of(town.code, &town.name_latin, &listed.shop).to_text()
}
