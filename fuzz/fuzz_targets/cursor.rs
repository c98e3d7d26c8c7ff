//! See [`yui_fuzz::server::cursor`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::server::cursor(bytes));
