//! The fuzz target's body over what a card answers: whole, cut at every place, and altered at every byte.

use std::panic::catch_unwind;

#[path = "../../../fuzz/src/card.rs"]
mod bodies;

fn field(tag: u8, value: &str) -> Vec<u8> {
    let length = u8::try_from(value.len()).expect("short");
    [&[0xDF, tag, 0x81, length], value.as_bytes()].concat()
}

/// The file of a made-up person.
fn attributes() -> Vec<u8> {
    let fields = [
        field(0x21, "head"),
        field(0x22, "田中\u{3000}花子"),
        field(0x23, "長崎県大村市〇〇町０番地"),
        field(0x24, "19900101"),
        field(0x25, "2"),
    ]
    .concat();
    let length = u8::try_from(fields.len()).expect("short");
    [&[0xFF, 0x20, 0x81, length][..], &fields, &[0xFF; 8]].concat()
}

fn inputs() -> Vec<Vec<u8>> {
    vec![
        attributes(),
        b"JPKIAPICCTOKEN2                 ".to_vec(),
        vec![0x8F, 0x8F, 0x00],
        vec![0x90, 0x00],
        vec![0x63, 0xC2],
        vec![0x30, 0x82, 0xFF, 0xFF, 0x00],
        // SELECT of an application, READ BINARY, VERIFY without data, an extended length, a chained command.
        vec![0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01],
        vec![0x00, 0xB0, 0x00, 0x00, 0x00],
        vec![0x00, 0x20, 0x00, 0x80],
        vec![0x00, 0xB0, 0x00, 0x00, 0x00, 0xFF, 0xFF],
        vec![0x10, 0x2A, 0x00, 0x80, 0x01, 0x00, 0x00],
    ]
}

#[test]
fn the_readers_stand_everything_around_a_cards_answers() {
    for input in inputs() {
        bodies::card(&input);
        for at in 0..input.len() {
            bodies::card(&input[..at]);
            for byte in 0..=u8::MAX {
                let mut altered = input.clone();
                altered[at] = byte;
                let held = catch_unwind(|| bodies::card(&altered));
                assert!(held.is_ok(), "byte {at} as {byte:02X} of {input:02X?}");
            }
        }
    }
}

#[test]
fn the_file_of_the_test_is_one_that_reads() {
    let read = yui_card::Attributes::parse(&attributes()).expect("the made-up person");
    assert_eq!(read.name, "田中\u{3000}花子");
}
