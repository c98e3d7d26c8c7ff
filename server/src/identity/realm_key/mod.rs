//! The key of the realm: the secret and what is made of it, the file it lies in, and the check that a realm's store is
//! opened under its own key and no other.

mod check;
mod file;
mod secret;

pub use check::{KeyError, check, confirm, load};
pub use file::FileError;
pub use secret::RealmKey;
