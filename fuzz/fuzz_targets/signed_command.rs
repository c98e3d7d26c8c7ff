//! See [`yui_fuzz::requests::signed_command`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::requests::signed_command(bytes));
