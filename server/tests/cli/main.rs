//! The operator's commands as a clerk types them, against the real program: with a server running and with none.

mod altered;
mod chores;
mod clock;
mod copy;
mod languages;
mod phones;
mod start;
mod town;
mod words;
