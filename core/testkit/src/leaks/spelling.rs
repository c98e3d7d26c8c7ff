//! The ways in which a program writes bytes down.

use base64::{
    Engine,
    engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD},
};

use super::Spelling;

/// The whole of the bytes, in each way.
pub(super) fn written(bytes: &[u8]) -> Vec<Spelling> {
    let mut ways = as_digits(bytes);
    ways.extend([
        ("base64", STANDARD_NO_PAD.encode(bytes).into_bytes()),
        ("base64url", URL_SAFE_NO_PAD.encode(bytes).into_bytes()),
        ("base64 with padding", STANDARD.encode(bytes).into_bytes()),
        ("base64url with padding", URL_SAFE.encode(bytes).into_bytes()),
    ]);
    ways
}

/// What is found of the bytes in each way, also where they stand inside longer data.
pub(super) fn cores(bytes: &[u8]) -> Vec<Spelling> {
    let mut ways = as_digits(bytes);
    ways.extend(base64_cores(bytes));
    ways
}

fn as_digits(bytes: &[u8]) -> Vec<Spelling> {
    let plain = hex(bytes, "");
    let list: Vec<String> = bytes.iter().map(ToString::to_string).collect();
    vec![
        ("bytes", bytes.to_vec()),
        ("hex with colons", hex(bytes, ":").into_bytes()),
        ("HEX with colons", hex(bytes, ":").to_uppercase().into_bytes()),
        ("hex with spaces", hex(bytes, " ").into_bytes()),
        ("HEX with spaces", hex(bytes, " ").to_uppercase().into_bytes()),
        ("list of numbers", list.join(", ").into_bytes()),
        ("list of numbers without spaces", list.join(",").into_bytes()),
        ("HEX", plain.to_uppercase().into_bytes()),
        ("hex", plain.into_bytes()),
    ]
}

/// Base64 of bytes inside longer data falls on one of three alignments; the characters that do not depend on
/// the neighbours are what can be searched for.
fn base64_cores(bytes: &[u8]) -> Vec<Spelling> {
    let mut cores = Vec::new();
    for shift in 0..3 {
        let padded = [vec![0; shift], bytes.to_vec()].concat();
        for (name, text) in
            [("base64", STANDARD_NO_PAD.encode(&padded)), ("base64url", URL_SAFE_NO_PAD.encode(&padded))]
        {
            let from = if shift == 0 { 0 } else { shift + 1 };
            let to = text.len() - usize::from(padded.len() % 3 != 0);
            if to > from + 4 {
                cores.push((name, text.as_bytes()[from..to].to_vec()));
            }
        }
    }
    if !bytes.len().is_multiple_of(3) {
        cores.push(("base64 with padding", STANDARD.encode(bytes).into_bytes()));
        cores.push(("base64url with padding", URL_SAFE.encode(bytes).into_bytes()));
    }
    cores
}

/// A certificate as text (RFC 7468): base64 in lines of 64 characters.
pub(super) fn pem(der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let mut lines = vec!["-----BEGIN CERTIFICATE-----".to_owned()];
    lines.extend(text.as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line).into_owned()));
    lines.push("-----END CERTIFICATE-----\n".to_owned());
    lines.join("\n")
}

/// Bytes in lower-case hexadecimal digits, with something between them.
#[must_use]
pub fn hex(bytes: &[u8], between: &str) -> String {
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    pairs.join(between)
}

pub(super) fn full_width(c: char) -> char {
    match c {
        '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
        other => other,
    }
}
