//! What an app sees of the core, taken from the code that UniFFI generated: its declarations without their bodies.
//! They are committed, so that a change of the API shows as a change of text.

mod names;
mod scan;
mod signatures;

pub use names::{Names, generated_file};
pub use signatures::signatures;

/// A language that is generated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    /// Kotlin, in one file of its package's folder.
    Kotlin,
    /// Swift, in one file named like its module.
    Swift,
}
