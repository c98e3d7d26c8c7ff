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
    RefundCase,
    /// See the ledger's health and have it checked.
    Ledger,
    /// Print posters and pairing codes of shops.
    Shops,
    /// Read what members of staff did.
    Audit,
}

/// Whose member of staff it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Body {
    /// The town.
    Town,
    /// The operating body.
    Operator,
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
    OperatorCounter,
    /// The operating body's telephone desk.
    OperatorDesk,
    /// The operating body's accounts.
    OperatorAccounts,
}

use Permission::{
    Audit, Charge, FindResident, Grant, Ledger, RefundCase, Register, Review, Shops, StopPhone,
};

/// The table.
const TEMPLATES: [(Role, &str, Body, &[Permission]); 6] = [
    (Role::TownCounter, "town_counter", Body::Town, &[FindResident, Register, Review, StopPhone]),
    (Role::TownChildren, "town_children", Body::Town, &[FindResident, Register, Grant]),
    (Role::TownProgrammes, "town_programmes", Body::Town, &[FindResident, Grant, Ledger, Shops, Audit]),
    (
        Role::OperatorCounter,
        "operator_counter",
        Body::Operator,
        &[FindResident, Register, Charge, StopPhone, RefundCase, Shops],
    ),
    (Role::OperatorDesk, "operator_desk", Body::Operator, &[FindResident, StopPhone]),
    (
        Role::OperatorAccounts,
        "operator_accounts",
        Body::Operator,
        &[FindResident, Charge, RefundCase, Ledger, Shops, Audit],
    ),
];

impl Role {
    /// All, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        TEMPLATES.iter().map(|(role, ..)| *role)
    }

    fn template(self) -> &'static (Self, &'static str, Body, &'static [Permission]) {
        // The table holds every role; a test looks.
        TEMPLATES.iter().find(|(role, ..)| *role == self).unwrap_or(&TEMPLATES[0])
    }

    /// The word that is stored.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.template().1
    }

    /// The role of a stored word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        TEMPLATES.iter().find(|(_, known, ..)| *known == word).map(|(role, ..)| *role)
    }

    /// Whose staff it is.
    #[must_use]
    pub fn body(self) -> Body {
        self.template().2
    }

    /// Whether the role may do this.
    #[must_use]
    pub fn may(self, permission: Permission) -> bool {
        self.template().3.contains(&permission)
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn every_role_is_in_the_table_once() {
        for role in Role::value_variants() {
            assert_eq!(Role::of_word(role.word()), Some(*role));
            assert_eq!(TEMPLATES.iter().filter(|(known, ..)| known == role).count(), 1);
        }
    }

    #[test]
    fn the_bodies_are_kept_apart() {
        for role in Role::all() {
            assert!(
                !(role.may(Charge) && role.body() == Body::Town),
                "{role:?}: cash is the operating body's"
            );
            assert!(!(role.may(Grant) && role.body() == Body::Operator), "{role:?}: grants are the town's");
            assert!(!(role.may(Register) && role.may(Audit)), "{role:?}: who acts does not watch");
        }
    }
}
