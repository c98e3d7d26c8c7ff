//! See [`yui_fuzz::server::card_certificate`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::server::card_certificate(bytes));
