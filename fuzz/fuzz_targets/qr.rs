//! See [`yui_fuzz::protocol::qr`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::protocol::qr(bytes));
