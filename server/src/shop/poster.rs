//! The text of a shop's printed QR code.

use yui_protocol::{
    ErrorCode,
    municipality::Municipality,
    qr::{Merchant, ShopCode},
};

use super::Listed;

/// What stands for a postal code that nobody entered; readers of other services want seven digits.
const NO_POSTAL_CODE: &str = "0000000";

/// The text that the poster of a shop shows as a QR code of at most version 9-M.
pub fn text(town: &Municipality, listed: &Listed) -> Result<String, ErrorCode> {
    let shop = &listed.shop;
    let postal_code = if shop.postal_code.is_empty() { NO_POSTAL_CODE } else { &shop.postal_code };
    let city: String = town.name_latin.to_ascii_uppercase().chars().take(15).collect();
    let merchant = Merchant { name: shop.name.clone(), city, postal_code: postal_code.to_owned() };
    ShopCode { town: town.code, shop: shop.id, merchant }.to_text()
}
