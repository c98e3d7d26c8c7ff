//! See [`yui_fuzz::office::last_check`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::office::last_check(bytes));
