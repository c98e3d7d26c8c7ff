//! Commands and answers of ISO/IEC 7816-4, in the short form only: the card needs no other, and what the guard
//! cannot read it cannot judge.

use std::fmt;

use zeroize::Zeroizing;

/// Instruction bytes of the commands this crate sends.
pub mod ins {
    /// VERIFY: presents a PIN, or without data asks for the tries left.
    pub const VERIFY: u8 = 0x20;
    /// COMPUTE DIGITAL SIGNATURE of the JPKI application, class `80`.
    pub const SIGN: u8 = 0x2A;
    /// SELECT.
    pub const SELECT: u8 = 0xA4;
    /// READ BINARY.
    pub const READ_BINARY: u8 = 0xB0;
    /// GET RESPONSE: the rest of an answer that ended in `61xx`.
    pub const GET_RESPONSE: u8 = 0xC0;
}

/// A command in one of the four short forms.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Command<'a> {
    /// CLA.
    pub class: u8,
    /// INS.
    pub instruction: u8,
    /// P1.
    pub p1: u8,
    /// P2.
    pub p2: u8,
    /// The data field, at most 255 bytes.
    pub data: &'a [u8],
    /// Le: how many bytes are expected, 0 for 256.
    pub expected: Option<u8>,
}

impl<'a> Command<'a> {
    /// SELECT by the full application id, no answer data wanted.
    #[must_use]
    pub fn select_application(id: &'a [u8]) -> Self {
        Self { class: 0, instruction: ins::SELECT, p1: 4, p2: 0x0C, data: id, expected: None }
    }

    /// SELECT of a file in the current application, no answer data wanted.
    #[must_use]
    pub fn select_file(id: &'a [u8; 2]) -> Self {
        Self { class: 0, instruction: ins::SELECT, p1: 2, p2: 0x0C, data: id, expected: None }
    }

    /// READ BINARY of the current file; `None` beyond the last offset of the short form (32,767).
    #[must_use]
    pub fn read_binary(offset: usize, expected: u8) -> Option<Self> {
        let [p1, p2] = u16::try_from(offset).ok().filter(|offset| *offset < 0x8000)?.to_be_bytes();
        Some(Self { class: 0, instruction: ins::READ_BINARY, p1, p2, data: &[], expected: Some(expected) })
    }

    /// VERIFY against the current file; without a PIN it asks for the tries left and consumes none.
    #[must_use]
    pub fn verify(pin: &'a [u8]) -> Self {
        Self { class: 0, instruction: ins::VERIFY, p1: 0, p2: 0x80, data: pin, expected: None }
    }

    /// COMPUTE DIGITAL SIGNATURE with the current key file, over the data as given.
    #[must_use]
    pub fn sign(input: &'a [u8]) -> Self {
        Self { class: 0x80, instruction: ins::SIGN, p1: 0, p2: 0x80, data: input, expected: Some(0) }
    }

    /// GET RESPONSE.
    #[must_use]
    pub fn get_response(expected: u8) -> Self {
        Self { class: 0, instruction: ins::GET_RESPONSE, p1: 0, p2: 0, data: &[], expected: Some(expected) }
    }

    /// Reads a short command; `None` for the extended form and for lengths that do not add up.
    #[must_use]
    pub fn parse(bytes: &'a [u8]) -> Option<Self> {
        let (&[class, instruction, p1, p2], body) = bytes.split_first_chunk()?;
        let (data, expected) = match *body {
            [] => (&[][..], None),
            [expected] => (&[][..], Some(expected)),
            [0, ..] => return None,
            [length, ref rest @ ..] => match rest.split_at_checked(usize::from(length))? {
                (data, []) => (data, None),
                (data, [expected]) => (data, Some(*expected)),
                _ => return None,
            },
        };
        Some(Self { class, instruction, p1, p2, data, expected })
    }

    /// The bytes to send, wiped when dropped because they may hold a PIN. `None` when the data is too long.
    #[must_use]
    pub fn encode(&self) -> Option<Zeroizing<Vec<u8>>> {
        let length = u8::try_from(self.data.len()).ok()?;
        let mut bytes = Zeroizing::new(Vec::with_capacity(6 + self.data.len()));
        bytes.extend([self.class, self.instruction, self.p1, self.p2]);
        if length > 0 {
            bytes.push(length);
            bytes.extend_from_slice(self.data);
        }
        bytes.extend(self.expected);
        Some(bytes)
    }
}

/// The status word that ends every answer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Status(pub u16);

impl Status {
    /// `9000`: done.
    pub const OK: Self = Self(0x9000);
    /// `6282`: the file ended before the number of bytes asked for.
    pub const END_OF_FILE: Self = Self(0x6282);
    /// `6300`: the PIN is wrong, by a card that does not say how many tries are left.
    pub const WRONG_UNCOUNTED: Self = Self(0x6300);
    /// `6A82`: no such application or file.
    pub const NOT_FOUND: Self = Self(0x6A82);

    /// The first byte.
    #[must_use]
    pub fn sw1(self) -> u8 {
        self.0.to_be_bytes()[0]
    }

    /// The second byte.
    #[must_use]
    pub fn sw2(self) -> u8 {
        self.0.to_be_bytes()[1]
    }

    /// Whether it says that a PIN is blocked: `63C0`, `6983` or `6984`.
    #[must_use]
    pub fn is_blocked(self) -> bool {
        matches!(self.0, 0x63C0 | 0x6983 | 0x6984)
    }

    /// The tries left, from `63Cx`.
    #[must_use]
    pub fn tries_left(self) -> Option<u8> {
        (self.0 & 0xFFF0 == 0x63C0).then_some(self.sw2() & 0x0F)
    }
}

impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04X}", self.0)
    }
}

/// An answer: data, wiped when dropped, and the status word.
#[derive(Clone, PartialEq, Eq)]
pub struct Response {
    /// The data field.
    pub data: Zeroizing<Vec<u8>>,
    /// The status word.
    pub status: Status,
}

impl Response {
    /// Splits an answer; `None` when it is too short for a status word.
    #[must_use]
    pub fn parse(mut bytes: Vec<u8>) -> Option<Self> {
        let status = Status(u16::from_be_bytes(*bytes.last_chunk()?));
        bytes.truncate(bytes.len() - 2);
        Some(Self { data: Zeroizing::new(bytes), status })
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes, {:?}", self.data.len(), self.status)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_is_read_is_written_the_same(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Some(command) = Command::parse(&bytes) {
                prop_assert_eq!(command.encode().expect("data fits").to_vec(), bytes);
            }
        }
    }

    #[test]
    fn the_four_short_forms_are_read_and_no_other() {
        assert_eq!(Command::parse(&[0, 0x20, 0, 0x80]).map(|c| (c.data.len(), c.expected)), Some((0, None)));
        assert_eq!(
            Command::parse(&[0, 0xB0, 0, 0, 0]).map(|c| (c.data.len(), c.expected)),
            Some((0, Some(0)))
        );
        assert_eq!(
            Command::parse(&[0, 0xA4, 2, 12, 2, 0, 1]).map(|c| (c.data.len(), c.expected)),
            Some((2, None))
        );
        assert_eq!(Command::parse(&[0x80, 0x2A, 0, 0x80, 1, 7, 0]).map(|c| c.expected), Some(Some(0)));
        for wrong in [
            &[0, 0xB0, 0][..],
            &[0, 0xB0, 0, 0, 0, 1, 0],
            &[0, 0xA4, 2, 12, 2, 0],
            &[0, 0xA4, 2, 12, 1, 0, 0, 0],
        ] {
            assert_eq!(Command::parse(wrong), None, "{wrong:02X?}");
        }
    }

    #[test]
    fn a_blocked_pin_has_three_spellings() {
        assert!([0x63C0, 0x6983, 0x6984].map(Status).iter().all(|status| status.is_blocked()));
        assert!(!Status(0x63C1).is_blocked());
        assert_eq!(Status(0x63C5).tries_left(), Some(5));
        assert_eq!(Status(0x6300).tries_left(), None);
    }
}
