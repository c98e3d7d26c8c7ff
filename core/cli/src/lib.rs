//! What every program of Yui says at a command line, in five languages: help, what was typed wrong, how an outcome and a
//! refusal are told. The commands are a program's own; it names its catalogue ([`Help`]) and its refusals.
//!
//! A program has one environment, so the language is the process's own: what is typed wrong is refused by parsers that
//! know of nothing else.

mod help;
mod misuse;
mod outcome;
mod program;
mod refusal;
#[cfg(feature = "testing")]
pub mod testing;

use std::sync::OnceLock;

use yui_texts::{Args, Key, Lang, environment_lang, text};

pub use help::{Help, in_words};
pub use misuse::{Wrong, explained};
pub use outcome::{Output, Untold};
pub use program::understood;
pub use refusal::{coded, file_fault};

/// The language of whoever runs this program.
pub fn lang() -> Lang {
    static LANG: OnceLock<Lang> = OnceLock::new();
    *LANG.get_or_init(environment_lang)
}

/// The words for a key.
#[must_use]
pub fn say(key: Key, args: &Args) -> String {
    text(lang(), key, args).plain
}
