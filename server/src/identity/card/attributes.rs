//! The four attributes of a signature certificate: name, birth date, sex, address.

use std::ops::RangeInclusive;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::identity::realm_key::RealmKey;

/// Who a person is, as the certificate says. Wiped when dropped; never shown by `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(deny_unknown_fields)]
pub struct Attributes {
    /// The name as written, family name first, parted by an ideographic space.
    pub name: String,
    /// The birth date `YYYY-MM-DD`; unknown parts are zeros, as they are in the register.
    pub birth: String,
    /// As in the register: `1` male, `2` female, `9` not stated.
    pub sex: String,
    /// The address as written.
    pub address: String,
}

impl Attributes {
    /// Whether the town can keep and show them: of a length that a register has, nothing in them that cannot be
    /// seen, and a birth date of [`births`]. A verifier is another's program.
    #[must_use]
    pub fn are_sound(&self, today: NaiveDate) -> bool {
        let texts = [(&self.name, 200), (&self.birth, 10), (&self.sex, 1), (&self.address, 300)]
            .into_iter()
            .all(|(text, most)| !text.trim().is_empty() && yui_protocol::fits(text, most));
        texts && is_birth(&self.birth, today)
    }

    /// A keyed hash of name, birth date and sex: what stays when a person moves house, and however her name is typed.
    /// Two people may share it, so it only says "look closer".
    #[must_use]
    pub fn likeness(&self, key: &RealmKey) -> String {
        key.hash(
            "yui/likeness/v2",
            &[letters(&self.name).as_bytes(), self.birth.as_bytes(), self.sex.as_bytes()],
        )
    }
}

/// Between which days somebody who lives on this one was born: 130 years are longer than anybody has lived.
#[must_use]
pub fn births(today: NaiveDate) -> RangeInclusive<NaiveDate> {
    today.checked_sub_months(Months::new(130 * 12)).unwrap_or(today)..=today
}

/// Whether a birth date of the register is in [`births`], as far as it is known.
fn is_birth(birth: &str, today: NaiveDate) -> bool {
    let form = birth
        .bytes()
        .enumerate()
        .all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    if birth.len() != 10 || !form {
        return false;
    }
    // Days written so are in order as text is, and so are their parts from the left.
    let known = birth.split_once("-00").map_or(birth, |(known, _)| known);
    let [first, last] = [births(today).start(), births(today).end()].map(ToString::to_string);
    known.starts_with("0000")
        || (first.get(..known.len()) <= Some(known) && Some(known) <= last.get(..known.len()))
}

/// The letters of a name, without what depends on who types it: width, parted marks, radicals in place of letters (all
/// of them by NFKC), capitals, blanks, and the selectors that choose a letter's form. 邊 and 邉 are letters of their own.
fn letters(name: &str) -> String {
    let is_selector = |c: char| matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    let kept = name.nfkc().filter(|c| !c.is_whitespace() && !is_selector(*c));
    kept.flat_map(char::to_lowercase).collect()
}

impl std::fmt::Debug for Attributes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Attributes(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hanako() -> Attributes {
        Attributes {
            name: "田中　花子".into(),
            birth: "1980-02-17".into(),
            sex: "2".into(),
            address: "長崎県大村市玖島１丁目".into(),
        }
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day")
    }

    #[test]
    fn likeness_outlives_a_move_but_not_another_birthday() {
        let key = RealmKey::new([1; 32]);
        let mut moved = hanako();
        moved.address = "長崎県大村市".into();
        moved.name = "田中 花子".into();
        assert_eq!(hanako().likeness(&key), moved.likeness(&key));
        let mut twin = hanako();
        twin.birth = "1980-02-18".into();
        assert_ne!(hanako().likeness(&key), twin.likeness(&key));
        let named = |name: &str| {
            let mut hers = hanako();
            name.clone_into(&mut hers.name);
            hers.likeness(&key)
        };
        for name in ["田中花子", " 田中 花 子", "田中　花\u{2f26}", "田中　花\u{e0100}子"] {
            assert_eq!(named(name), hanako().likeness(&key), "{name:?}");
        }
        // Half width, and a mark that stands apart.
        assert_eq!(named("グエン　ハナ"), named("ｸﾞｴﾝ ﾊﾅ"));
        assert_eq!(named("グエン　ハナ"), named("ク\u{3099}エン　ハナ"));
        assert_eq!(named("NGUYEN HANA"), named("Nguyen Ｈana"));
        assert_ne!(named("渡邊　花子"), named("渡邉　花子"), "two names, which staff tell apart");
    }

    #[test]
    fn what_cannot_be_kept_or_seen_is_not_sound() {
        let with = |change: fn(&mut Attributes, String), text: &str| {
            let mut attributes = hanako();
            change(&mut attributes, text.to_owned());
            attributes.are_sound(today())
        };
        let changes: [fn(&mut Attributes, String); 4] = [
            |a, text| a.name = text,
            |a, text| a.birth = text,
            |a, text| a.sex = text,
            |a, text| a.address = text,
        ];
        assert!(hanako().are_sound(today()));
        assert!(with(changes[0], "葛\u{e0100}城　花子"), "a selector chooses the form of a character");
        for wrong in ["", " ", "田中\0花子", "田中\u{202e}花子", "長崎県\n大村市", "あ".repeat(301).as_str()]
        {
            assert!(changes.into_iter().all(|change| !with(change, wrong)), "{wrong:?}");
        }
    }

    #[test]
    fn a_birth_date_is_of_somebody_who_lives() {
        let sound = |birth: &str| {
            let mut attributes = hanako();
            attributes.birth = birth.to_owned();
            attributes.are_sound(today())
        };
        for birth in ["2026-12-01", "1896-12-01", "2026-00-00", "1896-00-00", "1950-07-00", "0000-00-00"] {
            assert!(sound(birth), "{birth}");
        }
        for birth in ["2026-12-02", "1896-11-30", "1700-01-01", "2027-00-00", "1895-00-00", "1896-11-00"] {
            assert!(!sound(birth), "{birth}");
        }
        for birth in ["1980-2-17", "1980/02/17", "昭和55年", "19800217", "1980-02-1x"] {
            assert!(!sound(birth), "{birth}");
        }
    }

    #[test]
    fn attributes_never_show() {
        assert_eq!(format!("{:?}", hanako()), "Attributes(…)");
    }
}
