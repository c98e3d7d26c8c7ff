//! See [`yui_fuzz::server::amount`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::server::amount(bytes));
