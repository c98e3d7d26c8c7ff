//! See [`yui_fuzz::protocol::enrol_statement`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::protocol::enrol_statement(bytes));
