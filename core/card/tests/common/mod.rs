//! What the tests of the card share: the card's addresses and commands in bytes, written out by hand so that they do
//! not come from the code under test.

#![allow(dead_code, reason = "each test binary uses its own part of it")]

use std::sync::LazyLock;

use yui_testkit::{
    card::{CardBuilder, Os, Person, VirtualCard},
    leaks::Secret,
};

pub const JPKI: &[u8] = &[0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01];
pub const TEXT: &[u8] = &[0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x08];
pub const VISUAL: &[u8] = &[0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x02];
pub const COMMON: &[u8] = &[0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x01, 0x00];
pub const RESIDENT_REGISTER: &[u8] = &[0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x01];

/// Hanako's card, made once.
pub fn hanako() -> VirtualCard {
    static CHIP: LazyLock<Os> = LazyLock::new(|| CardBuilder::new(&Person::hanako()).chip());
    VirtualCard::new(CHIP.clone())
}

pub fn command(header: [u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u8::try_from(data.len()).expect("short data");
    [&header[..], &[length], data].concat()
}

pub fn select(application: &[u8]) -> Vec<u8> {
    command([0x00, 0xA4, 0x04, 0x0C], application)
}

pub fn select_file(id: u16) -> Vec<u8> {
    command([0x00, 0xA4, 0x02, 0x0C], &id.to_be_bytes())
}

pub fn verify(pin: &str) -> Vec<u8> {
    command([0x00, 0x20, 0x00, 0x80], pin.as_bytes())
}

pub const READ: &[u8] = &[0x00, 0xB0, 0x00, 0x00, 0x00];

/// What must never be seen: the digits, and the hash in text 0003.
pub fn secrets(card: &VirtualCard) -> [Secret; 2] {
    let record = card.content(TEXT, 0x0003).expect("the card has an integrity record");
    // FF30 82 LL LL, DF31 20, then the hash.
    [Secret::text("個人番号", &Person::hanako().number), Secret::bytes("its hash", &record[8..40])]
}
