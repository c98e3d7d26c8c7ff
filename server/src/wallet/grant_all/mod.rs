//! A grant to every resident: points of a programme for all who are enrolled, as a town gives them in a hard year.
//!
//! One member of staff records the order, another confirms it; from then on the server carries it out by itself, in
//! units of bounded size, so that people go on paying meanwhile. How far it has come is committed together with what
//! people received: after a crash or a takeover it goes on where it stood. What stands in everybody's way stops it; once
//! that is settled another member of staff than the first has it go on, as it was confirmed.

mod estimate;
mod left_out;
mod order;
mod record;
mod run;

pub use estimate::{Estimate, OfLevel, estimate, estimate_rest};
pub use left_out::{LeftOut, PAGE, by_code, people};
pub(super) use order::promised;
pub use order::{ByStaff, Ended, GrantOrder, GrantState, find, last, stopped};
pub use record::{NewOrder, confirm, go_on, record, withdraw};
pub use run::{keep_running, run, run_due};
