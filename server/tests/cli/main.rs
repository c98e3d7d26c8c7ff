//! The operator's commands as a clerk types them, against the real program: with a server running and with none.

mod chores;
mod copy;
mod languages;
mod phones;
mod start;
mod town;
mod words;
