//! Login and every request after it: an assertion by the device key (RFC 7523) buys an opaque access token of ten
//! minutes that works only with that key's proofs (DPoP, RFC 9449).

mod assertion;
mod caller;
mod dpop;
mod htu;
mod replay;
mod tokens;

pub use assertion::log_in;
pub use caller::Caller;
pub(crate) use caller::attach_dpop_nonce;
pub use dpop::{DPOP_NONCE, DpopNonces};
pub use replay::Replays;
pub use tokens::{TOKEN_LIFE, Tokens};
