//! See [`yui_fuzz::server::shop_list`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::server::shop_list(bytes));
