//! All that starts pcscd, by which `scripts/test` knows it.

mod opensc;
mod reader;
mod registration;
mod terminal;
