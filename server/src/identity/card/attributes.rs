//! The four attributes of a signature certificate: name, birth date, sex, address.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::identity::secret::RealmKey;

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
    /// A keyed hash of name, birth date and sex: what stays when a person moves house. Two people may share it, so
    /// it only says "look closer".
    #[must_use]
    pub fn likeness(&self, key: &RealmKey) -> String {
        key.hash(
            "yui/likeness/v1",
            &[one_space(&self.name).as_bytes(), self.birth.as_bytes(), self.sex.as_bytes()],
        )
    }
}

/// Spaces of any width and number mean the same between names.
fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
    }

    #[test]
    fn attributes_never_show() {
        assert_eq!(format!("{:?}", hanako()), "Attributes(…)");
    }
}
