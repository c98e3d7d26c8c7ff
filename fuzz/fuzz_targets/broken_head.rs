//! See [`yui_fuzz::requests::broken_head`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::requests::broken_head(bytes));
