//! Reading a My Number card behind the guard that can never select 個人番号.
//!
//! A [`Card`] speaks to any [`CardTransport`] (a phone's NFC, a PC/SC reader, a virtual card), and always through
//! the [`Guard`], which lets only the files and commands of a [`Profile`] pass. What the card holds (application
//! ids, file ids, PIN rules, algorithm) is data in [`map`], because the next card changes all of it.
//!
//! No secret leaves this crate in an error, a `Debug` text or a trace.

mod algorithm;
pub mod apdu;
mod attributes;
mod card;
mod certificate;
mod error;
mod exchange;
mod guard;
pub mod map;
mod pin;
pub mod tlv;
mod token;
pub mod trace;
mod transport;

pub use attributes::{Attributes, Sex};
pub use card::{Card, CardSignature, LastTry, Overview};
pub use certificate::Certificate;
pub use error::CardError;
pub use guard::Guard;
pub use map::{Algorithm, Alphabet, KeyKind, PinKind, PinRule, Profile};
pub use pin::Pin;
pub use token::{CertificatePresence, TokenKind};
pub use transport::{CardTransport, TransportError};
