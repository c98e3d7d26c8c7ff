//! See [`yui_fuzz::phone::event_stream`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::phone::event_stream(bytes));
