//! What this phone wants done, until it is known to be done or not.
//!
//! The order is always: keep the intent → sign → keep the bytes → keep that they may leave → send. After a
//! crash at any of these points the same bytes go out again, so that an act happens once or not at all, and
//! the phone always knows which question it has to ask.

mod deliver;
mod draft;
mod pump;
mod submit;
mod underway;

pub(crate) use deliver::{CardPart, Outcome};
pub(crate) use underway::Underway;
