//! A phone: two keys, registration, login, and requests with proofs.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::{
    body::Body,
    http::{Method, Request},
};
use p256::ecdsa::{SigningKey, signature::Signer};
use yui_protocol::{
    Base64Url, CommandId, ErrorCode, Millis, PublicKey, Signature, Thumbprint, TownCode,
    command::{Act, CardStepUp, Command, SignedCommand},
    identity::{
        EnrolAnswer, EnrolCard, EnrolKey, EnrolPurpose, EnrolRequest, EnrolStatement, NO_CARD, NonceAnswer,
        ProfileRecord, TokenAnswer, VisitorRequest, certificate_hash,
    },
    jws::{AssertionClaims, DpopClaims, Header, JWT_BEARER, access_token_hash, compact, signing_input},
};

use super::{Answer, Card, ORIGIN, World, card::sign_rsa, json, request};

static NEXT: AtomicU64 = AtomicU64::new(1);

fn unique() -> u64 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// Signs with a device key.
pub fn sign(key: &SigningKey, message: &[u8]) -> Signature {
    let signature: p256::ecdsa::Signature = key.sign(message);
    Signature(signature.to_bytes().into())
}

pub fn public(key: &SigningKey) -> PublicKey {
    PublicKey::try_from(key.verifying_key().to_encoded_point(false).as_bytes()).expect("65 bytes")
}

/// See the module.
#[derive(Clone)]
pub struct Phone {
    pub device: SigningKey,
    pub device_uv: Option<SigningKey>,
    pub token: String,
}

impl Phone {
    pub fn new() -> Self {
        let key = || {
            let mut scalar = [1; 32];
            scalar[24..].copy_from_slice(&unique().to_be_bytes());
            SigningKey::from_slice(&scalar).expect("a scalar")
        };
        Self { device: key(), device_uv: Some(key()), token: String::new() }
    }

    /// One without a screen lock.
    pub fn without_lock() -> Self {
        Self { device_uv: None, ..Self::new() }
    }

    pub fn id(&self) -> Thumbprint {
        public(&self.device).thumbprint()
    }

    fn statement(
        &self,
        world: &World,
        nonce: &Base64Url,
        purpose: EnrolPurpose,
        certificate: Thumbprint,
    ) -> EnrolStatement {
        EnrolStatement {
            town: TownCode::new(422_053).expect("Omura"),
            purpose,
            nonce: nonce.0.clone(),
            time: world.now(),
            device: self.id(),
            device_uv: self.device_uv.as_ref().map(|key| public(key).thumbprint()),
            authentication_certificate: certificate,
        }
    }

    fn enrol_key(key: &SigningKey, signed: &[u8]) -> EnrolKey {
        EnrolKey { key: public(key), signature: sign(key, signed), attestation: Base64Url::default() }
    }

    /// A registration by the signature password (or by the 4-digit PIN), bent before it is signed.
    pub fn enrol_request(
        &self,
        world: &World,
        nonce: &Base64Url,
        card: &Card,
        purpose: EnrolPurpose,
        with_password: bool,
        bend: impl Fn(&mut EnrolStatement),
    ) -> EnrolRequest {
        let mut statement = self.statement(world, nonce, purpose, certificate_hash(&card.authentication));
        bend(&mut statement);
        let payload = statement.payload();
        let signed = EnrolStatement::signed_bytes(&payload);
        let card_key = if with_password { &card.signature_key } else { &card.authentication_key };
        EnrolRequest {
            statement: payload.into(),
            device: Self::enrol_key(&self.device, &signed),
            device_uv: self.device_uv.as_ref().map(|key| Self::enrol_key(key, &signed)),
            card: EnrolCard {
                authentication_certificate: card.authentication.clone().into(),
                signature_certificate: with_password.then(|| card.signature.clone().into()),
                signature: sign_rsa(card_key, &signed).into(),
            },
            device_name: "はなこの電話".to_owned(),
        }
    }

    pub async fn nonce(world: &World) -> Base64Url {
        json(world, Method::POST, "/v1/identity/nonce", &()).await.json::<NonceAnswer>().nonce
    }

    pub async fn enrol(&self, world: &World, card: &Card, purpose: EnrolPurpose) -> Answer {
        self.enrol_by(world, card, purpose, true).await
    }

    pub async fn enrol_by(
        &self,
        world: &World,
        card: &Card,
        purpose: EnrolPurpose,
        with_password: bool,
    ) -> Answer {
        let nonce = Self::nonce(world).await;
        let body = self.enrol_request(world, &nonce, card, purpose, with_password, |_| {});
        json(world, Method::POST, "/v1/identity/enrol", &body).await
    }

    /// Registers and logs in.
    #[track_caller]
    pub fn profile(answer: &Answer) -> ProfileRecord {
        match answer.json::<EnrolAnswer>() {
            EnrolAnswer::Enrolled { profile, .. } => profile,
            EnrolAnswer::InReview { .. } => panic!("in review"),
        }
    }

    pub async fn registered(world: &World, card: &Card) -> (Self, ProfileRecord) {
        let mut phone = Self::new();
        let profile = Self::profile(&phone.enrol(world, card, EnrolPurpose::Register).await);
        phone.log_in(world).await;
        (phone, profile)
    }

    pub async fn visit(&self, world: &World, code: &str, purpose: EnrolPurpose) -> Answer {
        let body = self.visit_request(world, &Self::nonce(world).await, code, purpose);
        json(world, Method::POST, "/v1/identity/visitor", &body).await
    }

    /// A registration by a registration code: the key `device` alone.
    pub fn visit_request(
        &self,
        world: &World,
        nonce: &Base64Url,
        code: &str,
        purpose: EnrolPurpose,
    ) -> VisitorRequest {
        let plain = Self { device_uv: None, ..self.clone() };
        let payload = plain.statement(world, nonce, purpose, NO_CARD).payload();
        let signed = EnrolStatement::signed_bytes(&payload);
        VisitorRequest {
            code: code.to_owned(),
            statement: payload.into(),
            device: Self::enrol_key(&self.device, &signed),
            device_name: "旅の電話".to_owned(),
        }
    }

    /// The same with the second key named in what is signed, though it is not sent.
    pub fn visit_naming_user_key(&self, world: &World, nonce: &Base64Url, code: &str) -> VisitorRequest {
        let payload = self.statement(world, nonce, EnrolPurpose::Register, NO_CARD).payload();
        let signed = EnrolStatement::signed_bytes(&payload);
        VisitorRequest {
            device: Self::enrol_key(&self.device, &signed),
            statement: payload.into(),
            ..self.visit_request(world, nonce, code, EnrolPurpose::Register)
        }
    }

    pub fn assertion(&self, world: &World, bend: impl Fn(&mut AssertionClaims)) -> String {
        let now = world.now().0 / Millis::SECOND;
        let aud = format!("{ORIGIN}/v1/identity/token").into();
        let id = self.id();
        let mut claims =
            AssertionClaims { iss: id, sub: id, aud, jti: unique().to_string(), iat: now, exp: now + 60 };
        bend(&mut claims);
        let input = signing_input(&Header::assertion(id), &claims);
        compact(&input, &sign(&self.device, input.as_bytes()))
    }

    pub fn proof(
        &self,
        world: &World,
        method: &Method,
        path: &str,
        bend: impl Fn(&mut DpopClaims),
    ) -> String {
        let ath = (!self.token.is_empty()).then(|| access_token_hash(&self.token));
        let mut claims = DpopClaims {
            jti: unique().to_string(),
            htm: method.to_string(),
            htu: format!("{ORIGIN}{path}"),
            iat: world.now().0 / Millis::SECOND,
            ath,
            nonce: Some(world.yui().dpop_nonces.current(world.now())),
        };
        bend(&mut claims);
        let input = signing_input(&Header::dpop(public(&self.device).to_jwk()), &claims);
        compact(&input, &sign(&self.device, input.as_bytes()))
    }

    /// Asks for a token with these two.
    pub async fn token(world: &World, assertion: &str, proof: &str) -> Answer {
        let body = format!("grant_type={}&assertion={assertion}", JWT_BEARER.replace(':', "%3A"));
        let built = Request::post("/v1/identity/token")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("dpop", proof);
        request(world, built.body(Body::from(body)).expect("a request")).await
    }

    pub async fn try_log_in(&self, world: &World) -> Answer {
        let fresh = Self { token: String::new(), ..self.clone() };
        let proof = fresh.proof(world, &Method::POST, "/v1/identity/token", |_| {});
        Self::token(world, &self.assertion(world, |_| {}), &proof).await
    }

    pub async fn log_in(&mut self, world: &World) {
        self.token = self.try_log_in(world).await.json::<TokenAnswer>().access_token;
    }

    pub fn with_proof(
        &self,
        method: &Method,
        path: &str,
        proof: &str,
        body: Option<String>,
    ) -> Request<Body> {
        let mut built = Request::builder().method(method).uri(path).header("dpop", proof);
        if !self.token.is_empty() {
            built = built.header("authorization", format!("DPoP {}", self.token));
        }
        match body {
            Some(body) => built.header("content-type", "application/json").body(Body::from(body)),
            None => built.body(Body::empty()),
        }
        .expect("a request")
    }

    /// A request with token and proof.
    pub async fn call(&self, world: &World, method: Method, path: &str, body: Option<String>) -> Answer {
        let proof = self.proof(world, &method, path, |_| {});
        request(world, self.with_proof(&method, path, &proof, body)).await
    }

    pub async fn get(&self, world: &World, path: &str) -> Answer {
        self.call(world, Method::GET, path, None).await
    }

    pub fn command_id(world: &World) -> CommandId {
        let mut random = [0; 10];
        random[2..].copy_from_slice(&unique().to_be_bytes());
        CommandId::new(world.now(), random)
    }

    /// A command of this phone's `device_uv` (or `device`) key.
    pub fn command(&self, world: &World, act: Act, bend: impl Fn(&mut Command)) -> SignedCommand {
        let mut command = Command {
            id: Self::command_id(world),
            town: TownCode::new(422_053).expect("Omura"),
            issued_at: world.now(),
            valid_until: world.now().plus(2 * Millis::MINUTE),
            act,
        };
        bend(&mut command);
        let payload = command.payload();
        let key = self.device_uv.as_ref().unwrap_or(&self.device);
        let signature = sign(key, &Command::signed_bytes(&payload));
        SignedCommand { payload: payload.into(), key: public(key).thumbprint(), signature, card: None }
    }

    /// The same with the card's proof.
    pub fn with_card(mut signed: SignedCommand, card: &Card) -> SignedCommand {
        let message = Command::card_signed_bytes(&signed.payload.0);
        signed.card = Some(CardStepUp {
            certificate: card.authentication.clone().into(),
            signature: sign_rsa(&card.authentication_key, &message).into(),
        });
        signed
    }
}

/// The code of a service's refusal.
#[track_caller]
pub fn code_of<T: std::fmt::Debug>(result: Result<T, ErrorCode>) -> ErrorCode {
    result.expect_err("a refusal")
}
