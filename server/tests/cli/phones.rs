//! A shop's phone that was lost.

use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use yui_protocol::{
    PublicKey,
    qr::{Scanned, parse},
    shop::PairRequest,
};
use yui_server::shop::ShortId;

use crate::town::{Running, Town, post, refused};

/// A shop's phone with its key.
struct Phone(SigningKey);

impl Phone {
    fn new(number: u8) -> Self {
        Self(SigningKey::from_slice(&[number; 32]).expect("a key"))
    }

    fn key(&self) -> PublicKey {
        PublicKey::try_from(self.0.verifying_key().to_encoded_point(false).as_bytes()).expect("65 bytes")
    }

    /// What a clerk calls it.
    fn id(&self) -> String {
        ShortId::from(self.key().thumbprint()).to_string()
    }

    /// Takes a shop's role with the text of a pairing code; the server's answer.
    fn pair(&self, running: &Running, code: &str) -> String {
        let Ok(Scanned::Pairing(code)) = parse(code) else { panic!("no pairing code: {code}") };
        let secret = code.secret.as_bytes();
        let signature: Signature = self.0.sign(&PairRequest::signed_bytes(code.town, secret));
        let request = PairRequest {
            secret: secret.to_vec().into(),
            key: self.key(),
            signature: yui_protocol::Signature(signature.to_bytes().into()),
        };
        post(&running.address(), "/v1/shop/pair", &serde_json::to_string(&request).expect("JSON"))
    }
}

fn on(town: &Town) {
    let to = town.path("codes");
    let to = to.to_str().expect("text");
    let added = town.json(&["shop", "add", "--name", "花子パン", "--to", to, "--json"]);
    let shop = added["shop"].as_str().expect("an id").to_owned();
    let shop = shop.as_str();
    assert_eq!(town.told(&["shop", "phones", shop]).trim(), "", "none yet");
    let [lost, kept] = [1, 2].map(Phone::new);
    let codes = [added, town.json(&["shop", "pair", shop, "--to", to, "--json"])];
    let codes = codes.map(|told| told["pairing"].as_str().expect("a code").to_owned());
    {
        let running = town.serve();
        for (phone, code) in [(&lost, &codes[0]), (&kept, &codes[1])] {
            let answer = phone.pair(&running, code);
            assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        }
        let listed = town.told(&["shop", "phones", shop]);
        let lines: Vec<Vec<&str>> = listed.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(lines.iter().map(|line| (line.len(), line[2])).collect::<Vec<_>>(), [(3, "-"); 2]);
        assert_eq!((lines[0][0], lines[1][0]), (lost.id().as_str(), kept.id().as_str()), "the older first");
        let is_minute = chrono::NaiveDateTime::parse_from_str(lines[0][1], "%Y-%m-%d %H:%M").is_ok();
        assert!(is_minute, "{listed}");

        let told = town.told(&["shop", "revoke", &lost.id().to_lowercase()]);
        assert!(told.contains(&lost.id()) && told.contains(shop), "{told}");
        // The running server knows at once, and for good.
        let again = lost.pair(&running, &codes[0]);
        assert!(again.contains("device_revoked"), "{again}");
        assert!(kept.pair(&running, &codes[1]).starts_with("HTTP/1.1 200"));
    }
    let listed = town.json(&["shop", "phones", shop, "--json"]);
    let revoked = |at: usize| listed[at]["revoked_at"].as_i64();
    assert!(revoked(0).is_some() && revoked(1).is_none(), "{listed}");
    let again = town.json(&["shop", "revoke", &lost.id(), "--json"]);
    assert_eq!(again["revoked_at"].as_i64(), revoked(0), "again changes nothing");
    let running = town.serve();
    assert!(lost.pair(&running, &codes[0]).contains("device_revoked"), "after a start, too");
}

#[test]
fn a_lost_phone_is_revoked() {
    on(&Town::sqlite());
}

#[test]
fn a_lost_phone_is_revoked_on_postgres() {
    on(&Town::postgres());
}

#[test]
fn what_is_no_phone_is_told_apart_from_nobodys() {
    let town = Town::sqlite();
    town.told(&["migrate"]);
    assert!(refused(&town, &["shop", "phones", "0000000000000000"]).contains("(shop_unknown)"));
    assert!(refused(&town, &["shop", "revoke", "000000000000"]).contains("(not_found)"));
    let told = refused(&town, &["shop", "revoke", "0000000000000000"]);
    assert!(told.contains("12 of the digits 0-9 and letters A-F"), "{told}");
}
