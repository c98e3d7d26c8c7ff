//! What must hold for any bytes that come from outside, one function for each reader.
//!
//! The functions are plain: the fuzzer calls them with bytes of its own making, and ordinary tests call the same ones on
//! the stable compiler, so that they cannot rot unnoticed: `tests/outside_bytes.rs` of yui-protocol and yui-card with the
//! frozen vectors and their cuts and alterations, that of yui-tests every target with seeds, random bytes and mixtures.

pub mod card;
pub mod protocol;
pub mod server;

/// A target: the module of its function, its name, and the function.
pub type Target = (&'static str, &'static str, fn(&[u8]));

macro_rules! targets {
    ($($module:ident: $($name:ident)+;)+) => {
        /// All of them.
        pub const TARGETS: &[Target] =
            &[$($((stringify!($module), stringify!($name), $module::$name as fn(&[u8])),)+)+];
    };
}

targets! {
    card: card;
    protocol: command enrol_statement id one_time_code qr token;
    server: amount card_certificate cursor event_row export_line language posting_row registration shop_list;
}
