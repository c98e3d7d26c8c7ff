//! A phone without an app: one key and what it signs. Many of them make a load that is not the phones'.

use rand::random;
use serde_json::{Value, json};
use yui_app::{DeviceKeys, KeyName};
use yui_protocol::{
    Base64Url, CommandId, Millis, Points, PublicKey, ShopId, Signature, Subject,
    command::{Act, Command, SignedCommand},
    identity::{EnrolAnswer, EnrolKey, EnrolPurpose, EnrolStatement, NO_CARD, NonceAnswer, VisitorRequest},
    qr::{CodeKey, Mandate, Scanned, SealedCode, SignedMandate, parse},
    shop::{PairAnswer, PairRequest},
};
use yui_store::{Clock, SystemClock};
use yui_testkit::keys::TestKeys;

use crate::{omura, process::ServerProcess};

/// How long a command or a code is good.
const GOOD_FOR: i64 = 2 * Millis::MINUTE;

/// See the module.
pub struct Handset {
    keys: TestKeys,
    key: PublicKey,
}

/// Sends a request to the server itself and reads its answer.
async fn post<T: serde::de::DeserializeOwned>(
    server: &ServerProcess,
    path: &str,
    body: &impl serde::Serialize,
) -> T {
    let url = format!("{}{path}", server.addresses().origin);
    let answer = crate::http_client().post(url).json(body).send().await.expect("answers");
    let text = answer.text().await.expect("a text");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}: {text}"))
}

impl Handset {
    fn new() -> Self {
        let keys = TestKeys::new(false);
        let key = keys.make(KeyName::Device).expect("makes");
        Self { keys, key: PublicKey::try_from(key.as_slice()).expect("65 bytes") }
    }

    /// A visitor's phone, registered at the counter; whose it is.
    ///
    /// # Panics
    /// When the server does not take it.
    pub async fn of_visitor(server: &ServerProcess) -> (Self, Subject) {
        let phone = Self::new();
        let nonce: NonceAnswer = post(server, "/v1/identity/nonce", &json!({})).await;
        let statement = EnrolStatement {
            town: omura::code(),
            purpose: EnrolPurpose::Register,
            nonce: nonce.nonce.0,
            time: nonce.server_time,
            device: phone.key.thumbprint(),
            device_uv: None,
            authentication_certificate: NO_CARD,
        };
        let payload = statement.payload();
        let signature = phone.sign(EnrolStatement::signed_bytes(&payload));
        let code = server.control("visitor.code", &Value::Null).await.expect("a code");
        let request = VisitorRequest {
            code: code["code"].as_str().expect("a text").to_owned(),
            statement: payload.into(),
            device: EnrolKey { key: phone.key, signature, attestation: Base64Url::default() },
            device_name: "旅の電話".to_owned(),
        };
        let answer = post(server, "/v1/identity/visitor", &request).await;
        let EnrolAnswer::Enrolled { profile, .. } = answer else { panic!("{answer:?}") };
        (phone, profile.subject)
    }

    /// The phone of a new shop; which.
    ///
    /// # Panics
    /// When the server does not take it.
    pub async fn of_shop(server: &ServerProcess) -> (Self, ShopId) {
        let phone = Self::new();
        let shop = omura::add_shop(server).await;
        let pairing = parse(shop["pairing"].as_str().expect("a text"));
        let Ok(Scanned::Pairing(code)) = pairing else { panic!("{pairing:?}") };
        let secret = code.secret.as_bytes();
        let request = PairRequest {
            secret: secret.to_vec().into(),
            key: phone.key,
            signature: phone.sign(PairRequest::signed_bytes(omura::code(), secret)),
        };
        let paired: PairAnswer = post(server, "/v1/shop/pair", &request).await;
        (phone, paired.shop.id)
    }

    fn sign(&self, message: Vec<u8>) -> Signature {
        let signature = self.keys.sign(KeyName::Device, message, String::new()).expect("has the key");
        Signature(signature.try_into().expect("64 bytes"))
    }

    /// A command of now.
    ///
    /// # Panics
    /// Never: it has its key.
    #[must_use]
    pub fn command(&self, act: Act) -> (CommandId, SignedCommand) {
        let now = SystemClock.now();
        let id = CommandId::new(now, random());
        let command =
            Command { id, town: omura::code(), issued_at: now, valid_until: now.plus(GOOD_FOR), act };
        let payload = command.payload();
        let signature = self.sign(Command::signed_bytes(&payload));
        (id, SignedCommand { payload: payload.into(), key: self.key.thumbprint(), signature, card: None })
    }

    /// A one-time code, as it is made without a network.
    ///
    /// # Panics
    /// When `to` is no key.
    #[must_use]
    pub fn code(&self, to: CodeKey, cap: Points) -> SealedCode {
        let now = SystemClock.now();
        let mandate = Mandate {
            town: omura::code(),
            id: CommandId::new(now, random()),
            key: self.key.thumbprint().into(),
            cap,
            valid_until: now.plus(GOOD_FOR),
        };
        let signature = self.sign(mandate.signed_bytes());
        SignedMandate { mandate, signature }.seal(to, &mut rand::rng()).expect("seals")
    }
}
