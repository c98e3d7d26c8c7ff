//! What phone, server and terminal say to each other.
//!
//! Ids, amounts, error codes, request and answer types, and the codecs of signed commands and QR codes.
//! No I/O, no clock, no database, no UniFFI: the same types serve every side, so an API that drifts is a
//! compile error.

pub mod bytes;
pub mod cbor;
pub mod challenge;
pub mod changes;
pub mod command;
pub mod error;
pub mod id;
pub mod identity;
pub mod jws;
pub mod key;
mod lang;
pub mod municipality;
pub mod points;
pub mod qr;
mod schema;
pub mod shop;
pub mod time;
pub mod visible;
pub mod wallet;

pub use bytes::Base64Url;
pub use error::{ErrorCode, Problem, Retry};
pub use id::{CommandId, LotId, ProgrammeId, ShopId, Subject, TillId, TownCode};
pub use key::{PublicKey, Signature, Thumbprint};
pub use lang::Lang;
pub use points::Points;
pub use time::{CLOCK_SKEW, Millis};
pub use visible::{fits, hides};
