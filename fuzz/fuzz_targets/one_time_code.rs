//! See [`yui_fuzz::protocol::one_time_code`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::protocol::one_time_code(bytes));
