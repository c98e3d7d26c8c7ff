//! See [`yui_fuzz::requests::forwarded`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::requests::forwarded(bytes));
