//! See [`yui_fuzz::card::card`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::card::card(bytes));
