//! OpenSC, which knows nothing of us, finds in the virtual card what it finds in the real one.

use yui_card::KeyKind;
use yui_testkit::{
    card::{AUTHENTICATION_PIN, CardBuilder, Person, SIGNATURE_PASSWORD},
    pki,
};

use crate::desk::{Desk, Said};

/// OpenSC's name for a key: the slot of its PIN, its id, what opens it.
const AUTHENTICATION: (&str, &str, &str) = ("0", "01", AUTHENTICATION_PIN);
const SIGNATURE: (&str, &str, &str) = ("1", "02", SIGNATURE_PASSWORD);

fn module() -> String {
    let folders = std::fs::read_dir("/usr/lib").expect("Debian").filter_map(Result::ok);
    let found = folders.map(|folder| folder.path().join("opensc-pkcs11.so")).find(|file| file.exists());
    found.expect("opensc-pkcs11 is installed (scripts/setup)").display().to_string()
}

/// Signs 64 bytes with a key, by a PIN.
fn sign(desk: &Desk, (slot, id, _): (&str, &str, &str), pin: &str) -> Said {
    std::fs::write(desk.file("challenge"), [7; 64]).expect("a file");
    desk.run(
        "pkcs11-tool",
        &[
            "--module",
            &module(),
            "--slot-index",
            slot,
            "--login",
            "--pin",
            pin,
            "--sign",
            "--mechanism",
            "SHA256-RSA-PKCS",
            "--id",
            id,
            "--input-file",
            "challenge",
            "--output-file",
            "signature",
        ],
    )
}

/// The certificate of a key as OpenSC reads it, PEM. That of the signature key needs its password.
fn certificate(desk: &Desk, (_, id, pin): (&str, &str, &str)) -> String {
    let open = ["--verify-pin", "--auth-id", id, "--pin", pin, "--read-certificate", id];
    desk.run("pkcs15-tool", &open).done()
}

/// A certificate in PEM as DER.
fn der(desk: &Desk, pem: &str) -> Vec<u8> {
    std::fs::write(desk.file("some.pem"), pem).expect("a file");
    desk.run("openssl", &["x509", "-in", "some.pem", "-outform", "DER", "-out", "some.der"]).done();
    std::fs::read(desk.file("some.der")).expect("written")
}

/// Whether openssl finds that the key of this certificate made the signature.
fn openssl_verifies(desk: &Desk, pem: &str) {
    std::fs::write(desk.file("signer.pem"), pem).expect("a file");
    desk.run("openssl", &["x509", "-in", "signer.pem", "-noout", "-pubkey", "-out", "signer.key"]).done();
    let check = ["dgst", "-sha256", "-verify", "signer.key", "-signature", "signature", "challenge"];
    assert_eq!(desk.run("openssl", &check).done().trim(), "Verified OK");
}

/// The tries left of both PINs as `pkcs15-tool -D` lists them.
fn tries(desk: &Desk) -> Vec<String> {
    let listed = desk.run("pkcs15-tool", &["-D"]).done();
    let tries = listed.lines().filter_map(|line| line.trim().strip_prefix("Tries left"));
    tries.map(|left| left.trim_start_matches([' ', ':']).to_owned()).collect()
}

#[test]
fn pkcs15_tool_lists_pins_keys_and_certificates() {
    let desk = Desk::set();
    let _card = desk.lay(0, &["--strict"]);
    assert_eq!(desk.run("opensc-tool", &["--name"]).done().trim(), "jpki");
    let listed = desk.run("pkcs15-tool", &["-D"]).done();
    for object in [
        "PIN [User Authentication PIN]",
        "PIN [Digital Signature PIN]",
        "Private RSA Key [User Authentication Key]",
        "Private RSA Key [Digital Signature Key]",
        "X.509 Certificate [User Authentication Certificate]",
        "X.509 Certificate [Digital Signature Certificate]",
        "X.509 Certificate [User Authentication Certificate CA]",
        "X.509 Certificate [Digital Signature Certificate CA]",
    ] {
        assert!(listed.contains(object), "{object}: {listed}");
    }
    assert_eq!(tries(&desk), ["3", "5"]);
}

#[test]
fn the_certificates_are_read_and_openssl_builds_their_chains() {
    let desk = Desk::set();
    let _card = desk.lay(0, &[]);
    let card = CardBuilder::new(&Person::hanako());
    for (which, key, root, root_id) in [
        (AUTHENTICATION, KeyKind::Authentication, &pki::trusted().authentication, "03"),
        (SIGNATURE, KeyKind::Signature, &pki::trusted().signature, "04"),
    ] {
        let pem = certificate(&desk, which);
        assert!(der(&desk, &pem) == card.certificate(key), "{key:?}");
        let root_pem = desk.run("pkcs15-tool", &["--read-certificate", root_id]).done();
        assert!(der(&desk, &root_pem) == root.certificate(), "{key:?}");
        std::fs::write(desk.file("leaf.pem"), pem).expect("a file");
        std::fs::write(desk.file("root.pem"), root_pem).expect("a file");
        let chain = desk.run("openssl", &["verify", "-ignore_critical", "-CAfile", "root.pem", "leaf.pem"]);
        assert_eq!(chain.done().trim(), "leaf.pem: OK");
    }
}

#[test]
fn both_keys_sign_and_openssl_verifies() {
    let desk = Desk::set();
    let _card = desk.lay(0, &["--strict"]);
    for which in [AUTHENTICATION, SIGNATURE] {
        sign(&desk, which, which.2).done();
        openssl_verifies(&desk, &certificate(&desk, which));
    }
}

#[test]
fn wrong_pins_block_one_key_and_leave_the_other() {
    let desk = Desk::set();
    let _card = desk.lay(0, &[]);
    for left in ["2", "1", "0"] {
        let refused = sign(&desk, AUTHENTICATION, "0000");
        assert!(refused.err.contains("CKR_PIN_INCORRECT"), "{refused:?}");
        assert_eq!(tries(&desk), [left, "5"]);
    }
    let blocked = sign(&desk, AUTHENTICATION, AUTHENTICATION_PIN);
    assert_ne!(blocked.code, Some(0), "the right PIN opens a blocked key no more: {blocked:?}");
    sign(&desk, SIGNATURE, SIGNATURE_PASSWORD).done();
    openssl_verifies(&desk, &certificate(&desk, SIGNATURE));
}

#[test]
fn a_wrong_password_is_counted_to_the_end_too() {
    let desk = Desk::set();
    let _card = desk.lay(0, &[]);
    for left in ["4", "3", "2", "1", "0"] {
        let refused = sign(&desk, SIGNATURE, "WRONG1");
        assert!(refused.err.contains("CKR_PIN_INCORRECT"), "{refused:?}");
        assert_eq!(tries(&desk), ["3", left]);
    }
    assert_ne!(sign(&desk, SIGNATURE, SIGNATURE_PASSWORD).code, Some(0));
}

#[test]
fn a_card_that_came_blocked_is_still_listed() {
    for (kind, listed) in [("pin-blocked", ["0", "5"]), ("password-blocked", ["3", "0"])] {
        let desk = Desk::set();
        let _card = desk.lay(0, &["--kind", kind]);
        assert_eq!(tries(&desk), listed, "{kind}");
    }
}

#[test]
fn cards_and_readers_of_other_manners_serve_it_as_well() {
    for manner in [
        // What a contactless reader makes up (PC/SC part 3, no historical bytes).
        &["--atr", "3b80800101"][..],
        &["--insists-on-length", "--largest-read", "200"],
        &["--slow", "30"],
    ] {
        let desk = Desk::set();
        let _card = desk.lay(0, manner);
        sign(&desk, AUTHENTICATION, AUTHENTICATION_PIN).done();
        openssl_verifies(&desk, &certificate(&desk, AUTHENTICATION));
    }
    // Files in pieces are read, too; a signature in pieces is not fetched by OpenSC 0.23, which the real card never asks of it.
    let desk = Desk::set();
    let _card = desk.lay(0, &["--largest-answer", "64"]);
    let pem = certificate(&desk, AUTHENTICATION);
    let whole = CardBuilder::new(&Person::hanako()).certificate(KeyKind::Authentication);
    assert!(der(&desk, &pem) == whole);
}
