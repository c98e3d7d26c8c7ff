//! Who a person is: registration with the card, login, phones, leaving. The realm's store knows keyed hashes and
//! keys; name and address are in the town's store.

pub mod card;
mod contact;
pub mod counter;
mod counter_form;
pub(crate) mod data;
pub mod devices;
pub(crate) mod enrol;
pub mod errand;
mod keys;
mod leave;
pub(crate) mod level;
mod levels;
pub mod login;
pub mod mail;
pub(crate) mod nonce;
pub mod pay_back;
pub mod phone_code;
pub mod printed_card;
pub mod realm_key;
mod registration_code;
pub mod resident;
pub mod review;
pub mod routes;
pub mod signature;
pub mod step_up;
mod visitor;
mod vouched;

use yui_store::Migration;

pub use contact::Contact;
pub use enrol::NEW_DEVICES_A_DAY;
pub use keys::{KeyKind, Keys, RegisteredKey};
pub use levels::Levels;

/// The realm's tables.
pub const REALM_MIGRATIONS: &[Migration] = &[
    Migration { name: "0001_identity", sql: include_str!("../../migrations/realm/0001_identity.sql") },
    Migration {
        name: "0002_installation",
        sql: include_str!("../../migrations/realm/0002_installation.sql"),
    },
    Migration {
        name: "0003_counter_form",
        sql: include_str!("../../migrations/realm/0003_counter_form.sql"),
    },
];
