//! The files of a card: applications, what they hold and which PIN opens what.

use std::collections::BTreeMap;

use crate::pki::TestKey;

/// Everything on a card.
#[derive(Clone)]
pub struct Image {
    /// The answer to reset of the contact interface.
    pub atr: Vec<u8>,
    /// The applications beside the card manager.
    pub applications: Vec<Application>,
}

/// An application (DF).
#[derive(Clone)]
pub struct Application {
    /// Its application id.
    pub id: Vec<u8>,
    /// A file id, for selection by path.
    pub file_id: u16,
    /// Its files (EF) by id.
    pub files: BTreeMap<u16, Elementary>,
}

/// A file.
#[derive(Clone)]
pub enum Elementary {
    /// Bytes.
    Binary {
        /// The content, filler included.
        content: Vec<u8>,
        /// What opens it.
        read: Access,
    },
    /// Records, numbered from 1.
    Records(Vec<Vec<u8>>),
    /// A PIN, password or 照合番号.
    Pin {
        /// The right value; none when it was never set.
        value: Option<Vec<u8>>,
        /// Tries left.
        left: u8,
        /// Tries of a fresh counter.
        tries: u8,
    },
    /// A private key.
    Key {
        /// The key.
        key: TestKey,
        /// What opens it.
        sign: Access,
    },
}

/// The PINs of the same application of which any one opens a file.
#[derive(Clone)]
pub enum Access {
    /// Open to all.
    Free,
    /// One of these must have been presented.
    AnyOf(&'static [u16]),
    /// Opened by nothing.
    Never,
}

impl Elementary {
    /// Bytes that everybody may read.
    #[must_use]
    pub fn free(content: Vec<u8>) -> Self {
        Self::Binary { content, read: Access::Free }
    }

    /// Bytes behind PINs.
    #[must_use]
    pub fn closed(content: Vec<u8>, pins: &'static [u16]) -> Self {
        Self::Binary { content, read: Access::AnyOf(pins) }
    }

    /// A PIN with its counter.
    #[must_use]
    pub fn pin(value: &str, tries: u8) -> Self {
        Self::Pin { value: Some(value.as_bytes().to_vec()), left: tries, tries }
    }
}

/// A BER-TLV with a two-byte tag and the shortest length.
pub(super) fn tlv(tag: u16, value: &[u8]) -> Vec<u8> {
    let [_, high, low] = [0, value.len() >> 8, value.len() & 0xFF];
    let length = match value.len() {
        0..=0x7F => vec![low],
        0x80..=0xFF => vec![0x81, low],
        _ => vec![0x82, high, low],
    };
    let length = length.into_iter().map(|byte| u8::try_from(byte).expect("a byte"));
    tag.to_be_bytes().into_iter().chain(length).chain(value.iter().copied()).collect()
}
