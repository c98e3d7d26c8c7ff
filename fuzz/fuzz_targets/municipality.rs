//! See [`yui_fuzz::office::municipality`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::office::municipality(bytes));
