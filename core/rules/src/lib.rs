//! The town's rules as pure functions: no I/O, no clock (`now` is an argument), no state. Phone and server ask
//! the same functions, so what a screen explains is what is enforced.

pub mod identity;
pub mod municipality;
mod refusal;
pub mod wallet;

pub use refusal::Refusal;
