//! See [`yui_fuzz::server::event_row`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::server::event_row(bytes));
