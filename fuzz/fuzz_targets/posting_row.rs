//! See [`yui_fuzz::server::posting_row`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::server::posting_row(bytes));
