//! See [`yui_fuzz::books::export_file`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::books::export_file(bytes));
