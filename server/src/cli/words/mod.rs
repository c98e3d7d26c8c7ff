//! The clerk's language at the command line: which one it is, and whatever a command says in it.
//!
//! A program has one environment, so the language is the process's own: what is typed wrong is refused by parsers that
//! know of nothing else.

mod help;
mod misuse;
mod refusal;

use std::sync::OnceLock;

use yui_texts::{Args, Key, Lang, environment_lang, text};

pub use help::in_words;
pub use misuse::{Wrong, explained};
pub use refusal::{Failure, store_of};

/// The language of whoever runs this program.
pub fn lang() -> Lang {
    static LANG: OnceLock<Lang> = OnceLock::new();
    *LANG.get_or_init(environment_lang)
}

/// The words for a key.
pub fn say(key: Key, args: &Args) -> String {
    text(lang(), key, args).plain
}
