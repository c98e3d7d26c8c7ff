//! The terminal at a counter: a computer with a card reader (PC/SC), and the clerk before it.
//!
//! The card is read by `yui-card`, behind its guard, as on a phone. What is added here is the reader: which one is meant,
//! whether a card lies on it, and what went wrong with it in a clerk's terms.

pub mod counter;
pub mod reader;
