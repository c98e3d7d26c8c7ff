//! Every word a person reads, in five languages: screens, errors, staff pages, posters, mails and the demo.
//!
//! The words live in `ftl/<language>/<domain>.ftl` (Fluent) and are part of the binary. A caller names a text
//! by a constant of [`keys`], so that a misspelt key does not compile, and gets a [`Text`]: plain words for
//! screen readers, logs of the demo and mails, and runs with ruby for whoever draws them.
//!
//! ```
//! use yui_protocol::Points;
//! use yui_texts::{Args, Lang, keys, text};
//!
//! let words = text(Lang::Ja, keys::wallet::PAY_BUTTON, &Args::new().yen("amount", Points(850)));
//! assert_eq!(words.plain, "850円を払う");
//! ```

mod args;
mod catalogue;
mod environment;
pub mod error_codes;
mod errors;
mod format;
pub mod keys;
pub mod programme;
mod runs;
mod town;

pub use args::{Args, Value};
pub use catalogue::{DOMAINS, Texts, source, text};
pub use environment::environment_lang;
pub use errors::{ErrorWords, SharedButton, error};
pub use format::words;
pub use keys::Key;
pub use programme::{Limit, Offer, Term};
pub use runs::{Run, Text};
pub use town::town_words;
pub use yui_protocol::Lang;
