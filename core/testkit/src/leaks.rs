//! The search for what must never be kept, said or sent: 個人番号, certificates, serials, PINs, names where they have
//! no business, in every spelling in which a program might write them down by accident. Every test that looks for a
//! secret looks with this one.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use base64::{
    Engine,
    engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD},
};

/// A secret and its spellings.
pub struct Secret {
    name: String,
    spellings: Vec<(&'static str, Vec<u8>)>,
}

/// A secret that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leak {
    /// Which secret.
    pub secret: String,
    /// How it was written.
    pub spelling: &'static str,
    /// In what file or text.
    pub place: PathBuf,
}

impl Secret {
    /// A secret of bytes, such as a certificate's DER or a serial number.
    #[must_use]
    pub fn bytes(name: &str, bytes: &[u8]) -> Self {
        let hex = hex(bytes, "");
        let list: Vec<String> = bytes.iter().map(ToString::to_string).collect();
        let mut spellings = vec![
            ("bytes", bytes.to_vec()),
            ("hex with colons", self::hex(bytes, ":").into_bytes()),
            ("hex with spaces", self::hex(bytes, " ").into_bytes()),
            ("list of numbers", list.join(", ").into_bytes()),
            ("list of numbers without spaces", list.join(",").into_bytes()),
            ("HEX", hex.to_uppercase().into_bytes()),
            ("hex", hex.into_bytes()),
        ];
        spellings.extend(base64_cores(bytes));
        Self { name: name.to_owned(), spellings }
    }

    /// A secret of characters, such as a PIN or the 12 digits.
    #[must_use]
    pub fn text(name: &str, text: &str) -> Self {
        let mut secret = Self::bytes(name, text.as_bytes());
        let utf16 = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<_>>();
        let full_width: String = text.chars().map(full_width).collect();
        secret.spellings.extend([
            ("UTF-16LE", utf16(u16::to_le_bytes)),
            ("UTF-16BE", utf16(u16::to_be_bytes)),
            ("full-width", full_width.into_bytes()),
        ]);
        secret
    }

    /// A 4-digit PIN. Few digits occur everywhere by chance, so in plain they count only where they stand as a
    /// value of their own.
    #[must_use]
    pub fn pin(name: &str, digits: &str) -> Self {
        let mut secret = Self::text(name, digits);
        secret.spellings.retain(|(_, spelling)| spelling.len() >= 6);
        secret.spellings.extend(as_value(digits));
        secret
    }

    /// A certificate's serial number: as DER writes it, and as people do.
    #[must_use]
    pub fn serial(name: &str, serial: u32) -> Self {
        let content: Vec<u8> = serial.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
        let length = u8::try_from(content.len()).unwrap_or_default();
        let digits = serial.to_string();
        let mut secret = Self::bytes(name, &[&[2, length], content.as_slice()].concat());
        secret.spellings.extend(as_value(&digits));
        secret
            .spellings
            .extend(Self::text(name, &digits).spellings.into_iter().filter(|(_, s)| s.len() >= 10));
        secret
    }

    /// How this secret can be written, with the name of each way.
    #[must_use]
    pub fn spellings(&self) -> &[(&'static str, Vec<u8>)] {
        &self.spellings
    }

    /// Whether it is in these bytes, however it is written.
    #[must_use]
    pub fn is_in(&self, bytes: &[u8]) -> bool {
        self.spellings.iter().any(|(_, spelling)| contains(bytes, spelling))
    }

    /// Looks through bytes that came from `place`.
    #[must_use]
    pub fn find_in(&self, place: &Path, bytes: &[u8]) -> Vec<Leak> {
        let found = self.spellings.iter().filter(|(_, spelling)| contains(bytes, spelling));
        found
            .map(|(spelling, _)| Leak { secret: self.name.clone(), spelling, place: place.to_owned() })
            .collect()
    }
}

/// Digits where they stand as a value: quoted, after an equals sign, as a column of a dump.
fn as_value(digits: &str) -> [(&'static str, Vec<u8>); 3] {
    [
        ("quoted", format!("\"{digits}\"").into_bytes()),
        ("assigned", format!("={digits}").into_bytes()),
        ("as a column", format!("\t{digits}\t").into_bytes()),
    ]
}

/// Base64 of bytes inside longer data falls on one of three alignments; the characters that do not depend on
/// the neighbours are what can be searched for.
fn base64_cores(bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
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
    cores.push(("base64 with padding", STANDARD.encode(bytes).into_bytes()));
    cores.push(("base64url with padding", URL_SAFE.encode(bytes).into_bytes()));
    cores
}

/// Bytes in lower-case hexadecimal digits, with something between them.
#[must_use]
pub fn hex(bytes: &[u8], between: &str) -> String {
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    pairs.join(between)
}

fn full_width(c: char) -> char {
    match c {
        '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
        other => other,
    }
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    !needle.is_empty() && memchr::memmem::find(haystack, needle).is_some()
}

/// Whether any of the secrets is in these bytes, however it is written.
#[must_use]
pub fn any_in(bytes: &[u8], secrets: &[Secret]) -> bool {
    secrets.iter().any(|secret| secret.is_in(bytes))
}

/// Looks through every file below a folder, as raw bytes (database pages and write-ahead logs included).
pub fn search_folder(folder: &Path, secrets: &[Secret]) -> io::Result<Vec<Leak>> {
    let mut leaks = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            leaks.extend(search_folder(&path, secrets)?);
        } else if path.is_file() {
            let bytes = fs::read(&path)?;
            leaks.extend(secrets.iter().flat_map(|secret| secret.find_in(&path, &bytes)));
        }
    }
    Ok(leaks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_found_where_it_is_planted() {
        let folder = tempfile::tempdir().expect("a folder");
        let secrets = [
            Secret::text("個人番号", "123456789018"),
            Secret::bytes("serial", &[0x5a, 1, 0xfe, 0x77, 9, 3, 8]),
        ];
        assert_eq!(search_folder(folder.path(), &secrets).expect("read"), []);
        for secret in &secrets {
            for (name, spelling) in secret.spellings() {
                let file = folder.path().join("planted");
                fs::write(&file, [b"before ", spelling.as_slice(), b" after"].concat()).expect("written");
                let leaks = search_folder(folder.path(), &secrets).expect("read");
                assert!(
                    leaks.iter().any(|leak| leak.spelling == *name && leak.secret == secret.name),
                    "{name}"
                );
                fs::remove_file(&file).expect("removed");
            }
        }
    }

    #[test]
    fn base64_is_found_at_every_alignment() {
        let secret = Secret::text("password", "ABC123XYZ");
        for before in ["", "a", "ab", "abc"] {
            let text = STANDARD.encode(format!("{before}ABC123XYZ and more"));
            assert_ne!(secret.find_in(Path::new("text"), text.as_bytes()), [], "{before}");
            assert!(any_in(text.as_bytes(), std::slice::from_ref(&secret)), "{before}");
        }
    }
}
