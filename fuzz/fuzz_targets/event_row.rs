//! See [`yui_fuzz::rows::event_row`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::rows::event_row(bytes));
