//! The key of every text, one module a domain, written out of `ftl/ja` by the test `generated` (run it with
//! `YUI_WRITE_KEYS=1` after adding a text). A key that does not exist does not compile.

pub mod about;
pub mod chores;
pub mod cli;
pub mod common;
pub mod counter;
pub mod demo;
pub mod grants;
pub mod identity;
pub mod ledger;
pub mod notices;
pub mod os;
pub mod pay_back;
pub mod phones;
pub mod poster;
pub mod preview;
pub mod reader;
pub mod review;
pub mod shop;
pub mod staff;
pub mod terminal;
pub mod wallet;

/// The name of a text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Key(&'static str);

impl Key {
    /// Its name in the `.ftl` files.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.0
    }

    /// The key of that name, for templates and data that name a text by its word. A test reads the templates
    /// of the tree for names that do not exist.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::all().find(|key| key.0 == id)
    }

    /// All keys, domain by domain. The errors have none: an `ErrorCode` is the key of its words.
    pub fn all() -> impl Iterator<Item = Self> {
        [
            common::ALL,
            identity::ALL,
            wallet::ALL,
            shop::ALL,
            staff::ALL,
            counter::ALL,
            grants::ALL,
            phones::ALL,
            pay_back::ALL,
            review::ALL,
            ledger::ALL,
            poster::ALL,
            notices::ALL,
            about::ALL,
            os::ALL,
            demo::ALL,
            cli::ALL,
            chores::ALL,
            terminal::ALL,
            reader::ALL,
        ]
        .into_iter()
        .flatten()
        .copied()
    }
}
