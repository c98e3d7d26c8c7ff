//! Omura's file is right, and every way to break it is found.

use yui_protocol::{Points, municipality::Validity, wallet::LotKind};

use super::*;

const OMURA: &str = include_str!("../../../../municipalities/omura/municipality.toml");

/// The first town, as it is shipped.
pub(crate) fn omura() -> Municipality {
    parse(OMURA).expect("municipalities/omura is right")
}

#[test]
fn omura_has_the_briefs_bounds() {
    let town = omura();
    assert_eq!(town.code.to_string(), "422053");
    let step_up = &town.step_up;
    assert_eq!((step_up.user_from, step_up.card_from), (Points(100_000), Points(500_000)));
    assert_eq!((step_up.window_hours, town.codes.cap, town.codes.seconds), (24, Points(3000), 300));
    let charge = town.programmes.iter().find(|p| p.kind == LotKind::Charged).expect("a charge programme");
    assert_eq!(charge.validity, Validity::Months { months: 6 });
    for kind in [LotKind::Granted, LotKind::Coupon] {
        assert!(town.programmes.iter().any(|p| p.kind == kind), "{kind:?}");
    }
}

/// The file with one line (from its start up to `=`, within the table that begins at `after`) changed.
fn broken(after: &str, key: &str, line: &str) -> Invalid {
    let table = OMURA.find(after).unwrap_or_else(|| panic!("{after} is in the file"));
    let start = table
        + OMURA[table..].find(&format!("\n{key} =")).unwrap_or_else(|| panic!("{key} follows {after}"))
        + 1;
    let end = start + OMURA[start..].find('\n').expect("a line's end");
    let text = format!("{}{line}{}", &OMURA[..start], &OMURA[end..]);
    parse(&text).expect_err(line)
}

#[test]
fn the_servers_key_is_not_configured() {
    let file = format!("code_key = '{}'\n{OMURA}", "A".repeat(43));
    let refused = parse(&file).expect_err("is refused");
    assert!(refused.to_string().contains("code_key: is the server's own"), "{refused}");
}

#[test]
fn a_value_that_is_not_possible_is_named() {
    for (after, key, line, named) in [
        ("", "version", "version = 0", "version"),
        ("", "name", "name = ' '", "name"),
        ("", "name_latin", "name_latin = '大村'", "name_latin"),
        ("", "name_latin", "name_latin = 'A town of a long name'", "name_latin"),
        ("[contact]", "telephone", "telephone = '+81 0'", "contact.telephone"),
        ("[contact]", "telephone", "telephone = '110'", "contact.telephone"),
        ("[contact]", "telephone", "telephone = '000-0000'", "contact.telephone"),
        ("[contact]", "telephone", "telephone = '957-00-00000'", "contact.telephone"),
        ("[contact]", "telephone", "telephone = '0957 00 0000'", "contact.telephone"),
        ("[step_up]", "user_from", "user_from = 0", "step_up.user_from"),
        ("[step_up]", "user_from", "user_from = 500_000", "step_up.card_from"),
        ("[step_up]", "window_hours", "window_hours = 0", "step_up.window_hours"),
        ("[step_up]", "window_hours", "window_hours = 49", "step_up.window_hours"),
        ("[codes]", "cap", "cap = 100_000", "codes.cap"),
        ("[codes]", "cap", "cap = -1", "codes.cap"),
        ("[codes]", "seconds", "seconds = 301", "codes.seconds"),
        ("[[levels]]", "level", "level = 'guest'", "levels.guest.level"),
        ("[[levels]]", "level", "level = 'verified'", "levels.verified.level"),
        ("[[levels]]", "per_payment", "per_payment = 10_001", "levels.visitor.per_payment"),
        ("[[levels]]", "balance_cap", "balance_cap = 1_000_000_000", "levels.visitor.balance_cap"),
        ("[[levels]]", "kinds", "kinds = []", "levels.visitor.kinds"),
        ("[[levels]]", "kinds", "kinds = ['charged', 'charged']", "levels.visitor.kinds"),
        ("[[shop_classes]]", "id", "id = 'Food'", "shop_classes.Food.id"),
        ("[[shop_classes]]", "id", "id = 'baby'", "shop_classes.baby.id"),
        (
            "id = \"charge-2026\"",
            "validity",
            "validity = { rule = 'months', months = 7 }",
            "programmes.charge-2026.issuer.registration",
        ),
        (
            "id = \"charge-2026\"",
            "validity",
            "validity = { rule = 'months', months = 0 }",
            "programmes.charge-2026.validity.months",
        ),
        ("id = \"charge-2026\"", "to", "to = '2026-03-31'", "programmes.charge-2026.to"),
        ("id = \"thanks-2026\"", "budget", "budget = 0", "programmes.thanks-2026.budget"),
        ("id = \"thanks-2026\"", "budget", "budget = 1", "programmes.thanks-2026.person_cap"),
        ("id = \"thanks-2026\"", "budget", "", "programmes.thanks-2026.budget"),
        ("id = \"thanks-2026\"", "id", "id = 'charge-2026'", "programmes.charge-2026.id"),
        ("id = \"childcare-2026\"", "classes", "classes = ['moon']", "programmes.childcare-2026.classes"),
        ("id = \"childcare-2026\"", "classes", "classes = []", "programmes.childcare-2026.classes"),
        ("", "languages", "languages = []", "languages"),
        ("", "languages", "languages = ['ja', 'ja']", "languages"),
        ("", "languages", "languages = ['ja', 'ja-simple', 'zh-Hans', 'vi']", "contact.name.en"),
        ("[contact.name]", "ja", "", "contact.name.ja"),
        ("[contact.hours]", "vi", "", "contact.hours.vi"),
        ("[shop_classes.name]", "ja-simple", "", "shop_classes.food.name.ja-simple"),
        ("id = \"charge-2026\"", "en", "", "programmes.charge-2026.name.en"),
        ("id = \"childcare-2026\"", "zh-Hans", "zh-Hans = ' '", "programmes.childcare-2026.name.zh-Hans"),
    ] {
        match broken_from(after, key, line) {
            Invalid::Value { key, .. } => assert_eq!(key, named, "{line}"),
            other @ Invalid::Unreadable(_) => panic!("{line}: {other}"),
        }
    }
}

/// As [`broken`]; the line itself may be the one that `after` names.
fn broken_from(after: &str, key: &str, line: &str) -> Invalid {
    if after.starts_with(&format!("{key} =")) {
        return parse(&OMURA.replacen(after, line, 1)).expect_err(line);
    }
    broken(after, key, line)
}

#[test]
fn what_cannot_be_read_shows_its_key() {
    for (after, key, line, named) in [
        ("[codes]", "cap", "cap = 3000\nlid = 1", "lid"),
        ("[codes]", "cap", "", "cap"),
        ("[codes]", "cap", "cap = '3000'", "cap"),
        ("[codes]", "cap", "cap = 0.5", "cap"),
        ("", "code", "code = '422054'", "code"),
        ("[[levels]]", "level", "level = 'king'", "king"),
        ("", "languages", "languages = ['ja', 'fr']", "fr"),
        ("[contact.name]", "vi", "vn = 'Quầy'", "vn"),
        ("id = \"charge-2026\"", "validity", "validity = { rule = 'ever' }", "ever"),
        ("id = \"charge-2026\"", "from", "from = '2026-02-30'", "from"),
    ] {
        let Invalid::Unreadable(text) = broken(after, key, line) else { panic!("{line} was read") };
        assert!(text.contains(named) && text.contains("line"), "{line}: {text}");
    }
    assert!(matches!(parse(""), Err(Invalid::Unreadable(_))));
    assert!(matches!(parse("\u{feff}{"), Err(Invalid::Unreadable(_))));
}
