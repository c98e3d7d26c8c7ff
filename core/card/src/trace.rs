//! A line about each command for those who look for faults, in which nothing of a person stands.
//!
//! Shown are the command's name, file ids, offsets, lengths and the status word. Not shown: PINs (nor their length),
//! what is signed, and everything the card answers.

use std::fmt;

use crate::apdu::{Command, Response, ins};

/// One command, without its data.
#[must_use]
pub fn command(command: &Command<'_>) -> String {
    let Command { class, instruction, p1, p2, data, expected } = *command;
    match (class, instruction, p1, data) {
        (0, ins::SELECT, 4, _) => format!("SELECT application, {} bytes", data.len()),
        (0, ins::SELECT, 2, &[high, low]) => format!("SELECT file {high:02X}{low:02X}"),
        (0, ins::READ_BINARY, 0..=0x7F, []) => {
            let wanted = expected.map_or(0, |le| if le == 0 { 256 } else { u16::from(le) });
            format!("READ BINARY at {}, {wanted} bytes", u16::from_be_bytes([p1, p2]))
        }
        (0, ins::VERIFY, ..) if data.is_empty() => "VERIFY, tries left?".to_owned(),
        (_, ins::VERIFY, ..) => "VERIFY (masked)".to_owned(),
        (0x80, ins::SIGN, ..) => "SIGN (masked)".to_owned(),
        (0, ins::GET_RESPONSE, ..) => "GET RESPONSE".to_owned(),
        _ => format!("command {class:02X} {instruction:02X} (masked)"),
    }
}

/// One command and its answer.
#[must_use]
pub fn exchange(sent: &Command<'_>, answer: &Response) -> String {
    format!("{} -> {answer:?}", command(sent))
}

impl fmt::Debug for Command<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&command(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_secret_or_personal_is_not_in_the_line() {
        let pin = Command::verify(b"4649");
        assert_eq!(command(&pin), "VERIFY (masked)");
        assert_eq!(format!("{pin:?}"), "VERIFY (masked)");
        let answer = Response::parse([b"\x30\x82secret", &[0x90, 0][..]].concat()).expect("has a status");
        let read = Command::read_binary(256, 0).expect("a small offset");
        assert_eq!(exchange(&read, &answer), "READ BINARY at 256, 256 bytes -> 8 bytes, 9000");
        let other =
            Command { class: 0x84, instruction: ins::VERIFY, p1: 0, p2: 0x95, data: b"1234", expected: None };
        assert_eq!(command(&other), "VERIFY (masked)");
    }
}
