//! Commands as they come over the wire, short or extended (ISO/IEC 7816-4 §5.1): the chip takes both, whatever the
//! guard before it lets through.

/// A command of any form.
pub(super) struct Command {
    pub(super) class: u8,
    pub(super) instruction: u8,
    pub(super) p1: u8,
    pub(super) p2: u8,
    pub(super) data: Vec<u8>,
    /// How many bytes are expected at most.
    pub(super) expected: Option<usize>,
}

impl Command {
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let (&[class, instruction, p1, p2], body) = bytes.split_first_chunk()?;
        let (data, expected) = match *body {
            [] => (&[][..], None),
            [short] => (&[][..], Some(le_short(short))),
            [0, high, low] => (&[][..], Some(le_extended(high, low))),
            [0, high, low, ref rest @ ..] => {
                let (data, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes([high, low])))?;
                match *rest {
                    [] => (data, None),
                    [high, low] => (data, Some(le_extended(high, low))),
                    _ => return None,
                }
            }
            [length, ref rest @ ..] => {
                let (data, rest) = rest.split_at_checked(usize::from(length))?;
                match *rest {
                    [] => (data, None),
                    [short] => (data, Some(le_short(short))),
                    _ => return None,
                }
            }
        };
        Some(Self { class, instruction, p1, p2, data: data.to_vec(), expected })
    }
}

fn le_short(length: u8) -> usize {
    if length == 0 { 256 } else { usize::from(length) }
}

fn le_extended(high: u8, low: u8) -> usize {
    let length = usize::from(u16::from_be_bytes([high, low]));
    if length == 0 { 65_536 } else { length }
}
