//! See [`yui_fuzz::books::altered_value`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::books::altered_value(bytes));
