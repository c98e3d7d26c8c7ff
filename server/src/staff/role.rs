//! Role templates: what a town's divisions and the operating body may do, in one table.
//!
//! The two bodies are kept apart: money is taken in and paid back by the operating body that issues it, grants are the
//! town's, and nobody may do everything.

use serde::{Deserialize, Serialize};

/// What a member of staff may do.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Permission {
    /// Find a resident and see who she is.
    FindResident,
    /// Register a person at the counter, print her card or a code for her phone.
    Register,
    /// Take in cash.
    Charge,
    /// Give points under a programme of the town.
    Grant,
    /// Compare and decide a registration with a new card.
    Review,
    /// Stop a lost phone.
    StopPhone,
    /// Record or confirm a case in which charged value is paid back.
    PayBack,
    /// See the ledger's health and have it checked.
    Ledger,
    /// Print posters and pairing codes of shops, and see their phones.
    Shops,
    /// Stop a shop's phone that was lost.
    StopShopPhone,
    /// Read what members of staff did.
    Audit,
}

/// Whose member of staff it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Body {
    /// The town.
    Town,
    /// The operating body.
    OperatingBody,
}

/// A role template.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The town's citizens' counter.
    TownCounter,
    /// The town's children's centre.
    TownChildren,
    /// The town's division that answers for the programmes and their money.
    TownProgrammes,
    /// The operating body's counter.
    BodyCounter,
    /// The operating body's telephone desk.
    BodyDesk,
    /// The operating body's accounts.
    BodyAccounts,
}

use Permission::{
    Audit, Charge, FindResident, Grant, Ledger, PayBack, Register, Review, Shops, StopPhone, StopShopPhone,
};

/// A line of the table.
struct Template {
    word: &'static str,
    body: Body,
    permissions: &'static [Permission],
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::TownCounter,
        Self::TownChildren,
        Self::TownProgrammes,
        Self::BodyCounter,
        Self::BodyDesk,
        Self::BodyAccounts,
    ];

    /// The table. Who registers a person gives no grants: else she could give them to people of her own making.
    const fn template(self) -> Template {
        let (word, body, permissions): (_, _, &[_]) = match self {
            Self::TownCounter => ("town_counter", Body::Town, &[FindResident, Register, Review, StopPhone]),
            Self::TownChildren => ("town_children", Body::Town, &[FindResident, Grant]),
            Self::TownProgrammes => {
                ("town_programmes", Body::Town, &[FindResident, Grant, Ledger, Shops, Audit])
            }
            Self::BodyCounter => (
                "body_counter",
                Body::OperatingBody,
                &[FindResident, Register, Charge, StopPhone, PayBack, Shops],
            ),
            Self::BodyDesk => ("body_desk", Body::OperatingBody, &[FindResident, StopPhone]),
            Self::BodyAccounts => (
                "body_accounts",
                Body::OperatingBody,
                &[FindResident, Charge, PayBack, Ledger, Shops, StopShopPhone, Audit],
            ),
        };
        Template { word, body, permissions }
    }

    /// The word that is stored.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.template().word
    }

    /// The role of a stored word; none for a word that is not in the table.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }

    /// Whose staff it is.
    #[must_use]
    pub fn body(self) -> Body {
        self.template().body
    }

    /// What the role may do.
    #[must_use]
    pub fn permissions(self) -> &'static [Permission] {
        self.template().permissions
    }

    /// Whether the role may do this.
    #[must_use]
    pub fn may(self, permission: Permission) -> bool {
        self.permissions().contains(&permission)
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn every_role_is_there_once_and_no_other() {
        for role in Role::value_variants() {
            assert_eq!(Role::of_word(role.word()), Some(*role));
            assert_eq!(Role::ALL.iter().filter(|known| *known == role).count(), 1);
        }
        for word in ["", "emperor", "TownCounter", "town_counter "] {
            assert_eq!(Role::of_word(word), None, "{word:?} is nobody's role");
        }
    }

    #[test]
    fn the_bodies_are_kept_apart() {
        for role in Role::ALL {
            assert!(
                !(role.may(Charge) && role.body() == Body::Town),
                "{role:?}: cash is the operating body's"
            );
            assert!(
                !(role.may(Grant) && role.body() == Body::OperatingBody),
                "{role:?}: grants are the town's"
            );
            assert!(!(role.may(Register) && role.may(Grant)), "{role:?}: who registers gives nothing");
            assert!(!(role.may(Register) && role.may(Audit)), "{role:?}: who acts does not watch");
        }
    }
}
