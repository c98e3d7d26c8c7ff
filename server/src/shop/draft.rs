//! A shop as it is written by staff, typed at the command line or read from a list, and the rules for each field.

use yui_protocol::{ErrorCode, fits, municipality::Municipality};
use yui_texts::{Args, Key, keys::chores as keys};

use crate::typed::is_telephone;

/// A shop as staff write it.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShopDraft {
    /// Where an imported row comes from, such as list and number; the same source keeps its shop.
    pub source: Option<String>,
    /// The name as on the signboard, 1 to 80 characters.
    pub name: String,
    /// The name in kana, at most 80 characters.
    pub kana: String,
    /// The part of town, at most 40 characters.
    pub area: String,
    /// The address, at most 160 characters.
    pub address: String,
    /// Seven digits, or empty.
    pub postal_code: String,
    /// At most 20 characters: digits, `-`, `+`, brackets and blanks; or empty.
    pub telephone: String,
    /// Some of the town's shop classes.
    pub classes: Vec<String>,
    /// Millionths of a degree north (WGS 84).
    pub latitude: Option<i64>,
    /// Millionths of a degree east (WGS 84).
    pub longitude: Option<i64>,
}

impl ShopDraft {
    /// `malformed_request` when a field is not as described.
    pub fn check(&self, town: &Municipality) -> Result<(), ErrorCode> {
        if self.wrong(town).is_none() { Ok(()) } else { Err(ErrorCode::MalformedRequest) }
    }

    /// The rule for the first field that is not as described, for who writes the draft by hand, with what is put into
    /// it.
    #[must_use]
    pub fn wrong(&self, town: &Municipality) -> Option<(Key, Args)> {
        let classes: Vec<&str> = town.shop_classes.iter().map(|class| class.id.as_str()).collect();
        let within =
            |degrees: Option<i64>, most: u64| degrees.is_none_or(|d| d.unsigned_abs() <= most * 1_000_000);
        let rules = [
            (!self.name.trim().is_empty() && fits(&self.name, 80), keys::TYPED_SHOP_NAME),
            (fits(&self.kana, 80), keys::TYPED_SHOP_KANA),
            (fits(&self.area, 40), keys::TYPED_SHOP_AREA),
            (fits(&self.address, 160), keys::TYPED_SHOP_ADDRESS),
            (self.postal_code.is_empty() || is_postal_code(&self.postal_code), keys::TYPED_SHOP_POSTAL_CODE),
            (is_telephone(&self.telephone), keys::TYPED_SHOP_TELEPHONE),
            (within(self.latitude, 90), keys::TYPED_SHOP_LATITUDE),
            (within(self.longitude, 180), keys::TYPED_SHOP_LONGITUDE),
        ];
        if let Some((_, rule)) = rules.into_iter().find(|(sound, _)| !sound) {
            return Some((rule, Args::new()));
        }
        let unknown = self.classes.iter().find(|class| !classes.contains(&class.as_str()))?;
        Some((keys::TYPED_SHOP_CLASS, Args::new().words("name", unknown).words("words", classes.join(", "))))
    }
}

fn is_postal_code(text: &str) -> bool {
    text.len() == 7 && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_something_unseen_is_refused() {
        let town: Municipality =
            toml::from_str(include_str!("../../../municipalities/omura/municipality.toml")).expect("Omura");
        let check = |name: &str| ShopDraft { name: name.to_owned(), ..ShopDraft::default() }.check(&town);
        assert_eq!(check("花子パン"), Ok(()));
        for name in ["花子\u{200b}パン", "\u{202e}ンパ子花", "花子\u{2066}パン"] {
            assert_eq!(check(name), Err(ErrorCode::MalformedRequest), "{name:?}");
        }
    }
}
