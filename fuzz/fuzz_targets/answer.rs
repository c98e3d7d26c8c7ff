//! See [`yui_fuzz::phone::answer`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::phone::answer(bytes));
