//! The one feed of all domains (`GET /v1/changes`): what a resident or shop may know, in the order of the rows that
//! caused it, as whole records that replace what was known before.
//!
//! Which rows are whose comes from the store's projection, which trails the commit; what they mean is read in one view
//! of the store that is never older. The projection grows in the order of the log, so nothing can appear before a
//! cursor that was given out.

pub(crate) mod cursor;
mod log;
mod lots;
mod page;
pub mod routes;
mod wallet;

pub(crate) use cursor::shown;
pub use log::Log;
