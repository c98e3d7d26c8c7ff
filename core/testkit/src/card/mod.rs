//! A virtual My Number card that answers real APDUs, with its files under the roots of [`crate::pki`].
//!
//! [`Os`] is what runs on the chip, without any transport: bytes in, bytes out. It is deliberately more able
//! than the real card (logical channels, chaining, extended lengths, prefix selection), so that what a guard must
//! stop would really succeed here. [`VirtualCard`] is the card in a reader, with a hand that can pull it out, slow it
//! and look at what passed; [`serve`] offers it to other processes.

mod builder;
mod files;
mod os;
mod person;
mod reader;
mod serve;
mod wire;

pub use builder::{AUTHENTICATION_PIN, CardBuilder, SIGNATURE_PASSWORD, TEXT_PIN};
pub use files::{Access, Application, Elementary, Image};
pub use os::{Manner, Os};
pub use person::Person;
pub(crate) use person::era;
pub use reader::{Exchange, VirtualCard};
pub use serve::{RemoteCard, insert, serve};
