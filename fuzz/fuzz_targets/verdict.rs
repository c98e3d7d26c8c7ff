//! See [`yui_fuzz::proof::verdict`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::proof::verdict(bytes));
