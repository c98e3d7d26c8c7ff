//! See [`yui_fuzz::server::export_line`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::server::export_line(bytes));
