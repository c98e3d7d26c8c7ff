//! What is kept about people, by whom, why, by which law and how long: declared by each domain beside its code, in
//! its `data.rs`, and gathered here. docs/data-map.md is written out of it.
//!
//! The declarations bind: a table or column that nobody declared, and a statement that reads a table of another
//! domain without being listed there, fail the tests (`data::tests`).

pub(crate) mod law;
mod ledger;
mod page;
#[cfg(test)]
mod tests;

pub use law::Law;
pub use page::page;

/// Tables that are kept for one purpose, under one rule.
#[derive(Clone, Copy, Debug)]
pub struct DataSet {
    /// Whose tables they are: a folder of this crate's sources, or `ledger` for those of yui-store.
    pub domain: &'static str,
    /// What the page calls it.
    pub name: &'static str,
    /// Where the tables are.
    pub store: StoreKind,
    /// Who answers for it.
    pub controller: Controller,
    /// What it is used for, and nothing else.
    pub purpose: &'static str,
    /// The articles that allow or demand it.
    pub basis: &'static [Law],
    /// How long it is kept.
    pub retention: Retention,
    /// What becomes known of a look that staff take at it.
    pub staff: StaffReads,
    /// The tables with all their columns.
    pub tables: &'static [Table],
    /// Other domains whose statements may read some of them. Nobody but the domain itself writes.
    pub read_by: &'static [Reader],
}

/// In which store tables are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StoreKind {
    /// The realm's, common to all towns.
    Realm,
    /// The town's, which leaves with the town.
    Town,
    /// Each store has its own.
    Both,
}

/// Who decides about data and answers for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Controller {
    /// The town; the operating body works for it.
    Town,
    /// The operating body.
    OperatingBody,
    /// Whoever issues the programme that the value belongs to: the town or the operating body, by its configuration.
    Issuer,
}

/// How long data is kept.
#[derive(Clone, Copy, Debug)]
pub struct Retention {
    /// Until when.
    pub until: &'static str,
    /// What ends it then.
    pub ends: Ends,
}

/// What removes data when its time is over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ends {
    /// The program, without being asked.
    ByItself,
    /// The controller, under its rules for documents; no row of the log is touched by it.
    ByTheController,
    /// Nothing: it is part of a record that must not be altered.
    Never,
}

/// What becomes known of a look that staff take at data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StaffReads {
    /// A row of the log names who looked at whom; it is committed before the answer is shown.
    Audited,
    /// Nothing, for this reason.
    Unaudited(&'static str),
    /// No page or command shows it to staff.
    None,
}

/// A table.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What one row is.
    pub row: &'static str,
    /// Every column, by what it tells about a person.
    pub columns: &'static [(Tells, &'static [&'static str])],
}

/// What a column tells about a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tells {
    /// Who she is, how she is reached or what she said.
    Person,
    /// The same, readable only with the realm's secret, which is in no database.
    Sealed,
    /// A keyed hash, or a slow one of a password: the original is recognised when it is shown again, never computed.
    Hash,
    /// A random id or a public key, which leads to a person only through other tables.
    Pseudonym,
    /// Nothing by itself.
    Nothing,
}

/// A domain that may read tables of another.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// Whose statements.
    pub domain: &'static str,
    /// Which tables.
    pub tables: &'static [&'static str],
    /// What for.
    pub why: &'static str,
}

/// All declarations, in the order of the page.
pub fn sets() -> impl Iterator<Item = &'static DataSet> {
    use crate::{identity, installation, shop, staff, wallet};
    let domains = [identity::data::SETS, wallet::data::SETS, shop::data::SETS, staff::data::SETS];
    domains.into_iter().chain([ledger::SETS, installation::data::SETS]).flatten()
}
