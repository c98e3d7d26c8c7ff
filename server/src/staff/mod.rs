//! Members of staff: who they are, what their role lets them do, how they sign in, and what they may look up. Every
//! act of theirs is audited under their pseudonym; a look at personal data commits its audit row before the answer.

pub mod account;
pub(crate) mod acts;
pub(crate) mod data;
pub mod find;
pub mod known_sessions;
mod page;
pub mod password;
pub mod role;
pub mod session;
pub mod sign_in;
pub mod tries;

pub use account::{NewStaff, Staff};
pub use page::page;
pub use role::{Body, Permission, Role};
