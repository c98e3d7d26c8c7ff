//! See [`yui_fuzz::phone::records`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::phone::records(bytes));
