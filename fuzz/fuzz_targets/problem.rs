//! See [`yui_fuzz::phone::problem`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::phone::problem(bytes));
