//! Real processes that end, sleep and lose their store in the middle of a load: whatever was acknowledged is there once,
//! whoever had no answer asks again, and no point is made or lost.

mod database;
mod deeds;
mod granted;
mod killed;
mod load;
mod planted;
mod room;
mod round;
mod servers;
