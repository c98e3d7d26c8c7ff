//! Codes that a shop shows: the printed poster and the order on its till, as EMV merchant-presented codes with
//! a template of our own.
//!
//! The template's reverse-domain name is the service's, the town is a field of it, so that every town has the
//! same code. The registered name of JPQR is read (see [`super::jpqr`]) and never written.
//!
//! | tag | value |
//! | --- | --- |
//! | 00 | `jp.yui` |
//! | 01 | the town, 6 digits |
//! | 02 | the shop, 16 hexadecimal digits |
//! | 03 | a till's order, base64url of 16 bytes; with 04 only |
//! | 04 | until when it can be paid, seconds since 1970 |

use uuid::Uuid;

use super::{
    Scanned,
    tlv::{Fields, Level},
};
use crate::{Base64Url, ErrorCode, Millis, Points, ShopId, TillId, TownCode, hides, shop::Shop};

/// The name of our template.
pub(super) const OUR_NAME: &str = "jp.yui";

/// The tag under which it is written; it is read under every tag that EMV leaves to such templates.
const OUR_TAG: u8 = 27;

/// The longest code that is written: what a QR code of version 9-M holds in byte mode beside the word that it is UTF-8.
pub const MAX_MERCHANT_BYTES: usize = 179;

/// EMV's bound for a name.
const MAX_NAME: usize = 25;
/// EMV's bound for a city.
const MAX_CITY: usize = 15;
/// What stands for a name that cannot be written in ASCII.
const NO_LATIN_NAME: &str = "SHOP";
/// What stands for a postal code that the directory lacks; readers of other services want seven digits.
const NO_POSTAL_CODE: &str = "0000000";

/// The words in a merchant code. They are a hint for other readers; our app shows the directory's name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Merchant {
    /// The name on the signboard; cut to what fits when written.
    pub name: String,
    /// The town in Latin letters, at most 15.
    pub city: String,
    /// The postal code, 7 digits.
    pub postal_code: String,
}

/// A shop's printed code. The payer enters the amount.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShopCode {
    /// The town.
    pub town: TownCode,
    /// The shop.
    pub shop: ShopId,
    /// The words.
    pub merchant: Merchant,
}

/// The code of an order at a till. The amount is the order's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TillCode {
    /// The town.
    pub town: TownCode,
    /// The shop.
    pub shop: ShopId,
    /// The order.
    pub till: TillId,
    /// How much is to be paid.
    pub amount: Points,
    /// Until when, in whole seconds (a fraction is cut off when written).
    pub expires_at: Millis,
    /// The words.
    pub merchant: Merchant,
}

impl Merchant {
    /// The words of a shop of a town, whose name in Latin letters is empty while it is not known: then its code stands
    /// for it.
    #[must_use]
    pub fn of(town: TownCode, town_latin: &str, shop: &Shop) -> Self {
        let or = |text: &str, absent: &str| if text.is_empty() { absent } else { text }.to_owned();
        let city: String = town_latin.chars().take(MAX_CITY).collect();
        Self {
            name: shop.name.clone(),
            city: or(&city.to_ascii_uppercase(), &town.to_string()),
            postal_code: or(&shop.postal_code, NO_POSTAL_CODE),
        }
    }
}

impl ShopCode {
    /// The code of a shop, as on its poster: see [`Merchant::of`].
    #[must_use]
    pub fn of(town: TownCode, town_latin: &str, shop: &Shop) -> Self {
        Self { town, shop: shop.id, merchant: Merchant::of(town, town_latin, shop) }
    }

    /// The text of the QR code, at most [`MAX_MERCHANT_BYTES`] bytes; `malformed_request` when a word of the
    /// merchant cannot be in one.
    pub fn to_text(&self) -> Result<String, ErrorCode> {
        let template = template(self.town, self.shop);
        write(&self.merchant, "11", template, None)
    }
}

impl TillCode {
    /// The text of the QR code, at most [`MAX_MERCHANT_BYTES`] bytes; `amount_invalid`, or `malformed_request`
    /// when expiry or a word of the merchant cannot be in one.
    pub fn to_text(&self) -> Result<String, ErrorCode> {
        let amount = Points::act(self.amount.0)?;
        let expires = self.expires_at.0.div_euclid(Millis::SECOND);
        if !(0..=MAX_SECONDS).contains(&expires) {
            return Err(ErrorCode::MalformedRequest);
        }
        let template = template(self.town, self.shop)
            .field(3, &Base64Url::encode(self.till.as_bytes()))
            .field(4, &expires.to_string());
        write(&self.merchant, "12", template, Some(amount))
    }
}

/// The year 2286; ten digits.
const MAX_SECONDS: i64 = 9_999_999_999;

fn template(town: TownCode, shop: ShopId) -> Level {
    Level::default().field(0, OUR_NAME).field(1, &town.to_string()).field(2, &shop.to_string())
}

fn write(
    merchant: &Merchant,
    method: &str,
    template: Level,
    amount: Option<Points>,
) -> Result<String, ErrorCode> {
    let Merchant { name, city, postal_code } = merchant;
    if city.is_empty()
        || city.len() > MAX_CITY
        || !is_printable(city)
        || !is_postal_code(postal_code)
        || name.chars().any(hides)
    {
        return Err(ErrorCode::MalformedRequest);
    }
    let code = Level::default()
        .field(0, "01")
        .field(1, method)
        .field(OUR_TAG, &template.nested())
        .field(52, "0000")
        .field(53, "392")
        .field(54, &amount.map(|a| a.to_string()).unwrap_or_default())
        .field(58, "JP");
    // Heads of 59, 60 and 61 (4 each), their values but the name, and the checksum (8).
    let room = MAX_MERCHANT_BYTES - code.len() - (4 + 4 + city.len() + 4 + postal_code.len() + 8);
    let latin = if is_printable(name) { cut(name, room.min(MAX_NAME), MAX_NAME) } else { "" };
    let latin = if latin.is_empty() { NO_LATIN_NAME } else { latin };
    let code = code.field(59, latin).field(60, city).field(61, postal_code);
    // A Japanese name costs its head, the language (6) and its own head.
    let room = room.saturating_sub(latin.len() + 4 + 6 + 4);
    let japanese = if is_printable(name) { "" } else { cut(name, room, MAX_NAME) };
    let code = if japanese.is_empty() {
        code
    } else {
        code.field(64, &Level::default().field(0, "JA").field(1, japanese).nested())
    };
    Ok(code.finish())
}

/// Reads a code of ours from the fields of its two levels, whose checksum, country and frame are checked.
pub(super) fn read(code: &Fields<'_>, template: &Fields<'_>) -> Result<Scanned, ErrorCode> {
    if template.iter().any(|(tag, _)| tag > 4) {
        return Err(ErrorCode::QrVersion);
    }
    if code.require(53)? != "392" || code.require(58)? != "JP" {
        return Err(ErrorCode::QrMalformed);
    }
    let malformed = |_| ErrorCode::QrMalformed;
    let town = template.require(1)?.parse().map_err(malformed)?;
    let shop = template.require(2)?.parse().map_err(malformed)?;
    let merchant = read_merchant(code)?;
    match (code.get(1), template.get(3), template.get(4), code.get(54)) {
        (Some("11"), None, None, None) => Ok(Scanned::Shop(ShopCode { town, shop, merchant })),
        (Some("12"), Some(till), Some(expires), Some(amount)) => Ok(Scanned::Till(TillCode {
            town,
            shop,
            till: read_till(till)?,
            amount: Points::act(number(amount)?)?,
            expires_at: Millis(number(expires)? * Millis::SECOND),
            merchant,
        })),
        _ => Err(ErrorCode::QrMalformed),
    }
}

fn read_merchant(code: &Fields<'_>) -> Result<Merchant, ErrorCode> {
    code.require(52)?;
    let (city, postal_code) = (code.require(60)?, code.require(61)?);
    if !is_printable(city) || city.len() > MAX_CITY || !is_postal_code(postal_code) {
        return Err(ErrorCode::QrMalformed);
    }
    let name = shop_name(code)?;
    Ok(Merchant { name, city: city.to_owned(), postal_code: postal_code.to_owned() })
}

/// The shop's name in Japanese where the code has one (template 64), else in Latin letters (59).
pub(super) fn shop_name(code: &Fields<'_>) -> Result<String, ErrorCode> {
    let latin = code.require(59)?;
    let japanese = match code.get(64).map(Fields::parse).transpose()? {
        Some(words) if words.get(0) == Some("JA") => words.get(1),
        _ => None,
    };
    let name = japanese.unwrap_or(latin);
    if name.chars().any(hides) { Err(ErrorCode::QrMalformed) } else { Ok(name.to_owned()) }
}

fn read_till(text: &str) -> Result<TillId, ErrorCode> {
    let bytes = Base64Url::decode(text).ok_or(ErrorCode::QrMalformed)?;
    Uuid::from_slice(&bytes).map(TillId).map_err(|_| ErrorCode::QrMalformed)
}

/// A number of at most ten ASCII digits, without a leading zero but for `0` itself.
fn number(text: &str) -> Result<i64, ErrorCode> {
    let canonical = text.len() <= 10
        && text.bytes().all(|b| b.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'));
    if canonical { text.parse().map_err(|_| ErrorCode::QrMalformed) } else { Err(ErrorCode::QrMalformed) }
}

fn is_printable(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' '..=b'~'))
}

fn is_postal_code(text: &str) -> bool {
    text.len() == 7 && text.bytes().all(|b| b.is_ascii_digit())
}

/// As many whole characters as fit, without a blank at the end.
fn cut(text: &str, max_bytes: usize, max_chars: usize) -> &str {
    let end = text
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take(max_chars)
        .take_while(|end| *end <= max_bytes)
        .last()
        .unwrap_or(0);
    text[..end].trim_end()
}
