//! How well a person is known, and what follows from it.

pub mod level;
