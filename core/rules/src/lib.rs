//! The town's rules as pure functions.
