//! What people in an office type and keep in files: amounts, numbers, lists of shops, a town's configuration, chores.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::{Serialize, de::DeserializeOwned};
use yui_protocol::{ErrorCode, Millis, Points, ShopId, hides, municipality::Municipality, shop::Shop};
use yui_rules::municipality::{self, Invalid};
use yui_server::{
    chore::{Chore, Done},
    identity::mail,
    import,
    ledger_check::Record,
    outside,
    pages::shops::poster_page,
    shop::{Listed, ShopDraft, ShortId},
};

/// The first town, as it is shipped.
const OMURA: &str = include_str!("../../municipalities/omura/municipality.toml");

/// An amount in a form.
pub fn amount(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match outside::amount(text) {
        Ok(points) => {
            assert!((Points(1)..=Points(999_999_999)).contains(&points));
            assert_eq!(outside::amount(&points.0.to_string()), Ok(points));
        }
        Err(code) => assert_eq!(code, ErrorCode::AmountInvalid),
    }
}

/// A telephone number, a mail address or the short name of a shop's phone.
pub fn typed(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Some(digits) = outside::telephone_digits(text) {
        assert!(!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
        assert_eq!(outside::telephone_digits(&digits), Some(digits));
    }
    if mail::is_one_address(text) {
        assert!(
            !text.contains(|c: char| c.is_control() || c.is_whitespace() || c == ','),
            "one line, one address"
        );
    }
    if let Ok(id) = text.parse::<ShortId>() {
        assert_eq!(id.to_string(), text);
    }
}

/// A list of shops as an office sends it, behind the kinds of business of a `shop-kinds.toml` and a zero byte.
pub fn shop_list(bytes: &[u8]) {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let (first, second) = (parts.next().unwrap_or_default(), parts.next());
    let kinds = second.and(std::str::from_utf8(first).ok());
    let classes: BTreeMap<String, Vec<String>> =
        kinds.and_then(|text| toml::from_str(text).ok()).unwrap_or_default();
    let rules = import::Rules { list: "list".to_owned(), classes };
    let Ok(read) = import::read(second.unwrap_or(first), &rules) else { return };
    assert_eq!(read.drafts.len() + read.report.rejected.len(), read.report.rows);
    let named: Vec<&String> = rules.classes.values().flatten().collect();
    for draft in &read.drafts {
        let seen = |text: &str| !text.chars().any(hides);
        assert!(!draft.name.is_empty() && seen(&draft.name) && seen(&draft.kana) && seen(&draft.address));
        assert!(draft.classes.iter().all(|class| named.contains(&class)), "no class but the town's");
    }
}

/// A town's `municipality.toml`. One that is right reaches a phone as it is.
pub fn municipality(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match municipality::parse(text) {
        Ok(town) => {
            let sent = serde_json::to_vec(&town).expect("a configuration can be sent");
            assert!(serde_json::from_slice::<Municipality>(&sent).is_ok_and(|read| read == town));
        }
        Err(Invalid::Value { key, problem }) => assert!(!key.is_empty() && !problem.is_empty()),
        Err(Invalid::Unreadable(what)) => assert!(!what.is_empty()),
    }
}

/// A chore on the operator's socket, or the answer to one.
pub fn chore(bytes: &[u8]) {
    again::<Chore>(bytes);
    again::<Done>(bytes);
}

/// What is kept of a night's check of the ledger in its file.
pub fn last_check(bytes: &[u8]) {
    again::<Record>(bytes);
}

/// What was read is written as what is read and written again as the same.
fn again<T: Serialize + DeserializeOwned>(bytes: &[u8]) {
    let Ok(value) = serde_json::from_slice::<T>(bytes) else { return };
    let written = serde_json::to_vec(&value).expect("what was read can be written");
    let again = serde_json::from_slice::<T>(&written).expect("what was written can be read");
    assert_eq!(serde_json::to_vec(&again).ok(), Some(written));
}

/// The name of a shop and its part of town, parted by a line's end, on the page that is printed. Nobody's name is markup.
pub fn poster(bytes: &[u8]) {
    static PLAIN: LazyLock<String> = LazyLock::new(|| page("a", "a").expect("a poster"));
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (name, area) = text.split_once('\n').unwrap_or((text, ""));
    let Some(page) = page(name, area) else { return };
    for sign in ['<', '>'] {
        assert_eq!(
            page.matches(sign).count(),
            PLAIN.matches(sign).count(),
            "{sign} comes from the page alone"
        );
    }
    for sign in ['"', '\''] {
        // In the title of the drawing, which is text, they mean nothing.
        let own = PLAIN.matches(sign).count() + name.matches(sign).count();
        assert_eq!(page.matches(sign).count(), own, "{sign} comes from the page alone");
    }
}

/// The page of a shop that can be called so.
fn page(name: &str, area: &str) -> Option<String> {
    static TOWN: LazyLock<Municipality> = LazyLock::new(|| municipality::parse(OMURA).expect("Omura"));
    let draft = ShopDraft { name: name.to_owned(), area: area.to_owned(), ..ShopDraft::default() };
    draft.check(&TOWN).ok()?;
    let shop = Shop {
        id: ShopId([7; 8]),
        name: draft.name,
        kana: draft.kana,
        area: draft.area,
        address: draft.address,
        postal_code: draft.postal_code,
        telephone: draft.telephone,
        classes: draft.classes,
        open: true,
    };
    let listed = Listed { shop, source: None, updated_at: Millis(0) };
    Some(poster_page(&TOWN, &listed, String::new()).expect("every shop has a poster"))
}
