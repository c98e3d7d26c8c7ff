//! See [`yui_fuzz::rows::posting_row`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::rows::posting_row(bytes));
