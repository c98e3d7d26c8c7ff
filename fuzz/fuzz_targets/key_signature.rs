//! See [`yui_fuzz::phone::key_signature`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::phone::key_signature(bytes));
