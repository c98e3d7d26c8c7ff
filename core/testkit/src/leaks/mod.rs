//! The search for what must never be kept, said or sent: 個人番号, certificates, serials, PINs, names where they have
//! no business, in every spelling in which a program might write them down by accident. Every test that looks for a
//! secret looks with this one.
//!
//! [`Search`] looks through bytes, files and the single values of a database. A search that finds nothing proves
//! something only because [`Secret::written`] says in which spellings a secret must be found, and tests plant them.

mod search;
mod spelling;

pub use search::{Cell, Leak, Search, any_in, search_folder};
pub use spelling::hex;

use spelling::{cores, full_width, pem, written};

/// How many bytes of a certificate give it away, wherever in it they stand.
const WINDOW: usize = 32;

/// A secret: how a program might write it, and by what it is found.
pub struct Secret {
    name: String,
    written: Vec<Spelling>,
    marks: Vec<Mark>,
    number: Option<u64>,
}

/// A way of writing, with its name.
type Spelling = (&'static str, Vec<u8>);

/// What is looked for.
struct Mark {
    spelling: &'static str,
    bytes: Vec<u8>,
    /// Few digits, which occur everywhere by chance: they count where they stand as a value of their own.
    alone: bool,
}

impl Secret {
    /// A secret of bytes, such as a part of a file.
    #[must_use]
    pub fn bytes(name: &str, bytes: &[u8]) -> Self {
        let mut secret = Self { name: name.to_owned(), written: Vec::new(), marks: Vec::new(), number: None };
        secret.written = written(bytes);
        secret.look_for(cores(bytes));
        secret
    }

    /// A secret of characters, such as a password or the 12 digits.
    #[must_use]
    pub fn text(name: &str, text: &str) -> Self {
        let mut secret = Self::bytes(name, text.as_bytes());
        let utf16 = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<_>>();
        let wide: String = text.chars().map(full_width).collect();
        secret.also([
            ("UTF-16LE", utf16(u16::to_le_bytes)),
            ("UTF-16BE", utf16(u16::to_be_bytes)),
            ("full-width", wide.into_bytes()),
        ]);
        secret.number = text.parse().ok().filter(|_| !text.starts_with('0'));
        secret
    }

    /// A 4-digit PIN. In plain it counts where it stands as a value of its own: see [`Search`].
    #[must_use]
    pub fn pin(name: &str, digits: &str) -> Self {
        const RARE: usize = 6;
        let mut secret = Self::text(name, digits);
        secret.written.retain(|(_, bytes)| bytes == digits.as_bytes() || bytes.len() >= RARE);
        secret.marks.retain(|mark| mark.bytes.len() >= RARE);
        let whole: Vec<_> = secret.written.iter().filter(|(_, bytes)| bytes.len() >= RARE).cloned().collect();
        secret.look_for(whole);
        secret.marks.push(Mark { spelling: "digits", bytes: digits.as_bytes().to_vec(), alone: true });
        secret
    }

    /// A certificate's serial number: the bytes in which DER and binary formats write it, and the digits in which
    /// people do.
    #[must_use]
    pub fn serial(name: &str, serial: u64) -> Self {
        let whole = serial.to_be_bytes();
        let content: Vec<u8> = whole.into_iter().skip_while(|byte| *byte == 0).collect();
        let mut secret = Self::text(name, &serial.to_string());
        secret.written.extend(written(&content));
        secret.also([("big-endian", whole.to_vec()), ("little-endian", serial.to_le_bytes().to_vec())]);
        secret.look_for(cores(&content));
        secret
    }

    /// A certificate (DER): found by any `WINDOW` bytes of it that start at a multiple of half as many, so that
    /// neither line breaks nor pages nor a log that was cut hide it. What `kept` says, such as the holder's address, may
    /// be written down by itself.
    #[must_use]
    pub fn certificate(name: &str, der: &[u8], kept: &[&str]) -> Self {
        let mut secret =
            Self { name: name.to_owned(), written: written(der), marks: Vec::new(), number: None };
        secret.written.push(("PEM", pem(der).into_bytes()));
        secret.written.push(("PEM in JSON", pem(der).replace('\n', "\\n").into_bytes()));
        secret.written.push(("a part", der[der.len() / 3..][..2 * WINDOW].to_vec()));
        secret.written.push(("a part in hex", hex(&der[der.len() / 2..][..2 * WINDOW], "").into_bytes()));
        let within = |text: &&str, window: &[u8]| text.as_bytes().windows(WINDOW).any(|part| part == window);
        for window in der.windows(WINDOW).step_by(WINDOW / 2) {
            if !kept.iter().any(|text| within(text, window)) {
                secret.look_for(cores(window));
            }
        }
        secret
    }

    /// How a program might write this secret, with the name of each way: what a search must find.
    #[must_use]
    pub fn written(&self) -> &[(&'static str, Vec<u8>)] {
        &self.written
    }

    /// The number that it is, where an integer column could hold it.
    #[must_use]
    pub fn number(&self) -> Option<i64> {
        self.number.and_then(|number| i64::try_from(number).ok())
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is in these bytes, however it is written.
    #[must_use]
    pub fn is_in(&self, bytes: &[u8]) -> bool {
        any_in(bytes, std::slice::from_ref(self))
    }

    /// Further ways of writing, which are found as they stand.
    fn also<const N: usize>(&mut self, ways: [Spelling; N]) {
        self.written.extend(ways.clone());
        self.look_for(ways);
    }

    fn look_for(&mut self, marks: impl IntoIterator<Item = Spelling>) {
        let marks = marks.into_iter().filter(|(_, bytes)| !bytes.is_empty());
        self.marks.extend(marks.map(|(spelling, bytes)| Mark { spelling, bytes, alone: false }));
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use base64::{Engine, engine::general_purpose::STANDARD};

    use super::*;
    use crate::{card::CardBuilder, card::Person};

    fn secrets() -> [Secret; 5] {
        let card = CardBuilder::new(&Person::hanako());
        let key = yui_card::KeyKind::Signature;
        [
            Secret::text("個人番号", "123456789018"),
            Secret::pin("PIN", "4649"),
            Secret::serial("serial", card.serial(key)),
            Secret::certificate("certificate", &card.certificate(key), &[]),
            Secret::bytes("attributes", &[0x5a, 1, 0xfe, 0x77, 9, 3, 8]),
        ]
    }

    #[test]
    fn every_spelling_is_found_where_it_is_planted() {
        let folder = tempfile::tempdir().expect("a folder");
        let secrets = secrets();
        assert_eq!(search_folder(folder.path(), &secrets).expect("read"), []);
        for secret in &secrets {
            for (name, spelling) in secret.written() {
                let file = folder.path().join("planted");
                fs::write(&file, [b"before ", spelling.as_slice(), b" after"].concat()).expect("written");
                let leaks = search_folder(folder.path(), &secrets).expect("read");
                assert!(leaks.iter().any(|leak| leak.secret == secret.name), "{} as {name}", secret.name);
                fs::remove_file(&file).expect("removed");
            }
        }
    }

    #[test]
    fn base64_is_found_at_every_alignment() {
        let words = [Secret::text("password", "ABC123XYZ"), Secret::bytes("bytes", b"ABC123XYZ")];
        for before in ["", "a", "ab", "abc"] {
            let text = STANDARD.encode(format!("{before}ABC123XYZ and more"));
            assert!(words.iter().all(|secret| secret.is_in(text.as_bytes())), "{before}");
        }
        let [.., certificate, _] = secrets();
        let der = CardBuilder::new(&Person::hanako()).certificate(yui_card::KeyKind::Signature);
        for before in 0..3 {
            let cut = &[&vec![7; before][..], &der[700..760]].concat();
            assert!(certificate.is_in(STANDARD.encode(cut).as_bytes()), "{before}");
        }
    }

    #[test]
    fn a_pin_is_found_wherever_it_stands_as_a_value() {
        let pin = Secret::pin("PIN", "4649");
        for text in [
            "4649",
            r#"{"level":"INFO","pin":4649}"#,
            r#"{"pin":"4649","at":1}"#,
            "PIN 4649 wrong",
            "Card { pin: 4649 }",
            "pin=4649",
            "4649\t2026-11-26\t1\n",
            "1\t2026-11-26\t4649\n",
            "'4649'",
            "pin4649",
            "/v1/card/4649/x",
            "暗証番号4649です",
        ] {
            assert!(pin.is_in(text.as_bytes()), "{text}");
        }
        for chance in [
            "14649",
            "46490",
            "2026-11-26T14:46:49.464900Z",
            "took 1.4649ms",
            "0190a3f2-4649-7cc0-98c4-dc0c0c07398f",
            "9f86d081884c7d659a2feaa0c55ad015a4649b2b0b822cd15d6c15b0f00a08",
        ] {
            assert!(!pin.is_in(chance.as_bytes()), "{chance}");
        }
        assert!(!pin.is_in(b"\xFF\x004649\xFE"), "four bytes in sealed data mean nothing");
        assert!(pin.is_in(b"\xFF\x00{\"pin\":4649}\xFE"));
    }

    #[test]
    fn a_value_of_a_database_is_compared_by_what_it_is() {
        let secrets = secrets();
        let search = Search::new(&secrets);
        let serial = secrets[2].number().expect("a number");
        let found = |cell: Cell| {
            let leaks = search.cell(Path::new("town.sqlite"), &cell);
            leaks.first().map(|leak| (leak.secret.clone(), leak.spelling))
        };
        for (cell, secret) in [
            (Cell::Integer(4649), "PIN"),
            (Cell::Text("4649".into()), "PIN"),
            (Cell::Bytes(b"4649".to_vec()), "PIN"),
            (Cell::Bytes(vec![0x12, 0x29]), "PIN"),
            (Cell::Bytes(vec![0, 0, 0x12, 0x29]), "PIN"),
            (Cell::Integer(serial), "serial"),
            (Cell::Bytes(serial.to_be_bytes().to_vec()), "serial"),
            (Cell::Integer(123_456_789_018), "個人番号"),
        ] {
            let shown = format!("{cell:?}");
            assert_eq!(found(cell).expect(&shown).0, secret, "{shown}");
        }
        for innocent in [Cell::Integer(46490), Cell::Text("14649".into()), Cell::Bytes(vec![0x12, 0x29, 0])] {
            let shown = format!("{innocent:?}");
            assert_eq!(found(innocent), None, "{shown}");
        }
    }
}
