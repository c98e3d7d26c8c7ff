//! Wallets: paying, refunding, charging, granting, vouchers and the end of value.
//!
//! Every act is one unit of the town's writer. Rules are asked inside it with the ledger's own sums, so two phones at
//! once cannot pass a limit; the id is looked up before anything else, so a repeated act is answered alike for ever.

mod arrival;
mod code_tries;
pub(crate) mod data;
pub mod entry;
pub mod expire;
pub mod grant_all;
pub mod issue;
mod outcome;
pub mod outstanding;
mod pay;
mod payer;
mod redeem_code;
mod refund;
pub mod voucher;

pub(crate) use pay::pay;
pub(crate) use redeem_code::{code_secret, redeem_code};
pub(crate) use refund::{quote as quote_refund, refund};
