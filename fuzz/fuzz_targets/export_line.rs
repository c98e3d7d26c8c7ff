//! See [`yui_fuzz::rows::export_line`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::rows::export_line(bytes));
