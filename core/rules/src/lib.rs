//! The town's rules as pure functions: no I/O, no clock (`now` is an argument), no state. Phone and server ask
//! the same functions, so what a screen explains is what is enforced.

pub mod codes;
pub mod level;
pub mod limits;
pub mod municipality;
pub mod programme;
mod refusal;
pub mod spend_order;
pub mod step_up;
pub mod validity;

pub use refusal::Refusal;
