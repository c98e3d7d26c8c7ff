//! What must hold for any bytes that come from outside, one function for each reader.
//!
//! The functions are plain: the fuzzer calls them with bytes of its own making, and ordinary tests call the same ones on
//! the stable compiler, so that they cannot rot unnoticed: `tests/outside_bytes.rs` of yui-protocol and yui-card with the
//! frozen vectors and their cuts and alterations, that of yui-tests every target with its corpus, seeds and mixtures.

pub mod books;
pub mod card;
pub mod office;
pub mod phone;
pub mod proof;
pub mod protocol;
pub mod requests;
pub mod rows;

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
    books: altered_value export_file;
    card: card;
    office: amount chore last_check municipality poster shop_list typed;
    phone: answer event_stream key_signature problem records;
    proof: card_certificate verdict;
    protocol: command enrol_statement id one_time_code qr token;
    requests: body broken_head cursor form forwarded language query registration signed_command;
    rows: event_row export_line posting_row;
}
