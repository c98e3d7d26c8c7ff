//! The fuzz targets' bodies over the frozen vectors: whole, cut at every place, and altered at every byte.

use std::{fs, path::Path};

use serde_json::Value;

#[path = "../../../fuzz/src/protocol.rs"]
mod bodies;

/// Every reader on every input, for one that is another's must be refused and not misread.
fn read_all(bytes: &[u8]) {
    bodies::qr(bytes);
    bodies::one_time_code(bytes);
    bodies::command(bytes);
    bodies::enrol_statement(bytes);
    bodies::id(bytes);
    bodies::token(bytes);
}

fn read_all_around(bytes: &[u8]) {
    read_all(bytes);
    for at in 0..bytes.len() {
        read_all(&bytes[..at]);
        let mut altered = bytes.to_vec();
        for byte in [0x00, 0x7F, 0xFF, bytes[at].wrapping_add(1), bytes[at] ^ 0x20] {
            altered[at] = byte;
            read_all(&altered);
        }
    }
}

/// The texts in a file of vectors, and the bytes of those that are hexadecimal.
fn inputs(value: &Value, found: &mut Vec<Vec<u8>>) {
    match value {
        Value::String(text) => {
            let digits = text.as_bytes();
            let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
            if let Some(bytes) = digits.chunks(2).map(byte).collect::<Option<Vec<u8>>>() {
                found.push(bytes);
            }
            found.push(digits.to_vec());
        }
        Value::Array(values) => values.iter().for_each(|value| inputs(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| inputs(value, found)),
        _ => {}
    }
}

#[test]
fn the_readers_stand_everything_around_the_vectors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    for name in ["qr.json", "one_time_codes.json", "commands.json", "enrol.json"] {
        let text = fs::read_to_string(folder.join(name)).expect("the file of vectors");
        let mut found = Vec::new();
        inputs(&serde_json::from_str(&text).expect("JSON"), &mut found);
        assert!(found.len() > 20, "{name} has inputs");
        found.iter().filter(|input| input.len() <= 300).for_each(|input| read_all_around(input));
    }
}

#[test]
fn the_readers_stand_everything_around_a_token() {
    use yui_protocol::{
        Signature, Thumbprint,
        jws::{AssertionClaims, Header, compact, signing_input},
    };
    let key = Thumbprint([1; 32]);
    let claims = AssertionClaims {
        iss: key,
        sub: key,
        aud: "https://yui.example/v1/identity/token".into(),
        jti: "a".into(),
        iat: 1_795_392_000,
        exp: 1_795_392_300,
    };
    let token = compact(&signing_input(&Header::assertion(key), &claims), &Signature([2; 64]));
    read_all_around(token.as_bytes());
}
