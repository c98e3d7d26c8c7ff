//! See [`yui_fuzz::office::shop_list`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::office::shop_list(bytes));
