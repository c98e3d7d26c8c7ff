//! The town's rules as pure functions.

pub mod spend_order;
pub mod validity;
