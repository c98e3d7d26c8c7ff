//! The frozen bytes of tests/vectors, which Rust, Kotlin and Swift all have to read and write alike.
//!
//! A vector is never changed once a phone in somebody's hand may have written it; a new form gets a new vector.

mod commands;
mod enrol;
mod one_time_codes;
mod qr;

use std::{fs, path::Path, str::FromStr};

use p256::ecdsa::{
    Signature, SigningKey, VerifyingKey,
    signature::{Signer, Verifier},
};
use serde_json::Value;
use yui_protocol::{ErrorCode, PublicKey};

/// A file of vectors.
fn load(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors").join(name);
    let text = fs::read_to_string(&path).expect("the file of vectors");
    serde_json::from_str(&text).expect("JSON")
}

/// The cases of a list, of which there must be some.
fn cases<'a>(file: &'a Value, list: &str) -> &'a [Value] {
    let cases = file[list].as_array().expect("a list of cases");
    assert!(!cases.is_empty(), "{list} has no case");
    cases
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} is a text in {value}"))
}

fn number(value: &Value, key: &str) -> i64 {
    value[key].as_i64().unwrap_or_else(|| panic!("{key} is a number in {value}"))
}

fn parsed<T: FromStr<Err = ErrorCode>>(value: &Value, key: &str) -> T {
    text(value, key).parse().unwrap_or_else(|error| panic!("{key} in {value}: {error}"))
}

fn bytes(value: &Value, key: &str) -> Vec<u8> {
    let digits = text(value, key);
    assert!(digits.len().is_multiple_of(2), "{key} has whole bytes");
    (0..digits.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).expect("hexadecimal digits"))
        .collect()
}

fn array<const N: usize>(value: &Value, key: &str) -> [u8; N] {
    bytes(value, key).try_into().expect("the right length")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// The key of the vectors: made up, and in the file for everybody to sign with.
struct TestKey(SigningKey);

impl TestKey {
    fn of(file: &Value) -> Self {
        let key = Self(SigningKey::from_slice(&bytes(file, "private_key")).expect("a P-256 key"));
        assert_eq!(hex(&key.public().0), text(file, "public_key"));
        key
    }

    fn public(&self) -> PublicKey {
        let point = self.0.verifying_key().to_encoded_point(false);
        PublicKey(point.as_bytes().try_into().expect("an uncompressed point"))
    }

    /// The deterministic signature of RFC 6979.
    fn sign(&self, message: &[u8]) -> yui_protocol::Signature {
        let signature: Signature = self.0.sign(message);
        yui_protocol::Signature(signature.to_bytes().into())
    }

    fn verifies(&self, message: &[u8], signature: &yui_protocol::Signature) -> bool {
        Signature::from_slice(&signature.0)
            .is_ok_and(|s| VerifyingKey::from(&self.0).verify(message, &s).is_ok())
    }

    /// That a case's signature is the one this key makes, and that it verifies.
    fn check(&self, message: &[u8], case: &Value) {
        let signature = yui_protocol::Signature(array(case, "signature"));
        assert!(self.verifies(message, &signature), "{case}");
        assert_eq!(hex(&self.sign(message).0), hex(&signature.0), "{case}");
    }
}

/// That the bytes are refused with the case's code.
fn check_refused<T: std::fmt::Debug>(case: &Value, read: impl Fn(&[u8]) -> Result<T, ErrorCode>) {
    match read(&bytes(case, "bytes")) {
        Err(code) => assert_eq!(code.as_str(), text(case, "error"), "{case}"),
        Ok(value) => panic!("{case} was read as {value:?}"),
    }
}
