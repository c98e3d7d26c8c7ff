//! What may be issued, held and paid, by which proof, and which lots pay.

pub mod codes;
pub mod limits;
pub mod programme;
pub mod spend_order;
pub mod step_up;
pub mod validity;
