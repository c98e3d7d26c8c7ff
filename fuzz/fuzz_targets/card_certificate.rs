//! See [`yui_fuzz::proof::card_certificate`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::proof::card_certificate(bytes));
