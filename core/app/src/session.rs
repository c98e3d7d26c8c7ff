//! Logged-in requests: an access token got by an assertion of the phone's key (RFC 7523), bound to that key by
//! DPoP proofs with the server's nonces (RFC 9449). The phone holds no password and no refresh token.

use std::sync::{Arc, Mutex, PoisonError};

use rand::RngCore;
use serde::Serialize;
use tokio::sync::Mutex as AsyncMutex;
use yui_protocol::{
    Base64Url, ErrorCode, Millis, PublicKey,
    identity::TokenAnswer,
    jws::{AssertionClaims, DpopClaims, Header, JWT_BEARER, access_token_hash, compact, signing_input},
};

use crate::{
    AppError,
    clock::ServerTime,
    error::AppResult,
    http::{Api, HttpRequest, HttpResponse, HttpStream, Method},
    platform::KeyName,
    signing::Keys,
};

const TOKEN_PATH: &str = "/v1/identity/token";

/// How long before its end a token is renewed.
const MARGIN: i64 = 30 * Millis::SECOND;

/// How long an assertion is good, in seconds.
const ASSERTION_LIFE: i64 = 120;

struct Token {
    text: String,
    until: Millis,
}

/// One login of one key.
pub(crate) struct Session {
    api: Api,
    keys: Keys,
    key: KeyName,
    time: Arc<ServerTime>,
    token: AsyncMutex<Option<Token>>,
    nonce: Mutex<Option<String>>,
}

impl Session {
    pub(crate) fn new(api: Api, keys: Keys, key: KeyName, time: Arc<ServerTime>) -> Self {
        Self { api, keys, key, time, token: AsyncMutex::new(None), nonce: Mutex::new(None) }
    }

    /// Forgets the token: the key is another one, or gone.
    pub(crate) async fn forget(&self) {
        *self.token.lock().await = None;
    }

    /// `GET`, logged in.
    pub(crate) async fn get(&self, path: &str) -> AppResult<HttpResponse> {
        self.request(Method::Get, path, Vec::new()).await
    }

    /// `DELETE`, logged in.
    pub(crate) async fn delete(&self, path: &str) -> AppResult<HttpResponse> {
        self.request(Method::Delete, path, Vec::new()).await
    }

    /// `POST` of JSON, logged in.
    pub(crate) async fn post<B: Serialize>(&self, path: &str, body: &B) -> AppResult<HttpResponse> {
        let body = serde_json::to_vec(body).map_err(|_| ErrorCode::MalformedRequest)?;
        self.request(Method::Post, path, body).await
    }

    /// `GET /v1/events`, logged in.
    pub(crate) async fn events(&self) -> AppResult<HttpStream> {
        let mut again = Again::default();
        loop {
            let request = self.authorized(Method::Get, "/v1/events", Vec::new()).await?;
            let stream = self.api.stream(request).await?;
            if !self.mend(&stream.head, &mut again).await {
                stream.head.accepted()?;
                return Ok(stream);
            }
        }
    }

    async fn request(&self, method: Method, path: &str, body: Vec<u8>) -> AppResult<HttpResponse> {
        let mut again = Again::default();
        loop {
            let request = self.authorized(method, path, body.clone()).await?;
            let answer = self.api.send(request).await?;
            if !self.mend(&answer, &mut again).await {
                answer.accepted()?;
                return Ok(answer);
            }
        }
    }

    /// Takes up what an answer says about nonce, token and clock: whether the request is to be made again.
    async fn mend(&self, answer: &HttpResponse, again: &mut Again) -> bool {
        self.take_nonce(answer);
        let Err(error) = answer.accepted() else { return false };
        match error.code() {
            ErrorCode::UseDpopNonce => again.nonce(),
            ErrorCode::TokenExpired | ErrorCode::Unauthenticated | ErrorCode::DpopInvalid
                if again.login() =>
            {
                self.forget().await;
                true
            }
            ErrorCode::ClockSkew => error.server_time().is_some_and(|now| {
                self.time.heard(now);
                again.clock()
            }),
            _ => false,
        }
    }

    async fn authorized(&self, method: Method, path: &str, body: Vec<u8>) -> AppResult<HttpRequest> {
        let public = self.keys.public(self.key).await?.ok_or(ErrorCode::NotRegistered)?;
        let token = self.token(public).await?;
        let proof = self.proof(public, method, path, Some(&token)).await?;
        let mut headers =
            vec![("authorization".to_owned(), format!("DPoP {token}")), ("dpop".to_owned(), proof)];
        if !body.is_empty() {
            headers.push(("content-type".to_owned(), "application/json".to_owned()));
        }
        Ok(HttpRequest { method, url: self.api.url(path), headers, body })
    }

    /// The token in use, or a new one. One login at a time; the others wait and share it.
    async fn token(&self, public: PublicKey) -> AppResult<String> {
        let mut held = self.token.lock().await;
        if let Some(token) = held.as_ref().filter(|token| self.time.now() < token.until) {
            return Ok(token.text.clone());
        }
        let mut again = Again::default();
        let answer = loop {
            let answer = self.api.send(self.login(public).await?).await.map_err(AppError::of_a_question)?;
            self.take_nonce(&answer);
            let Err(error) = answer.accepted() else { break answer };
            let retry = match (error.code(), error.server_time()) {
                (ErrorCode::UseDpopNonce, _) => again.nonce(),
                (ErrorCode::ClockSkew | ErrorCode::AssertionInvalid, Some(now)) => {
                    self.time.heard(now);
                    again.clock()
                }
                _ => false,
            };
            if !retry {
                return Err(error);
            }
        };
        let answer: TokenAnswer = answer.json()?;
        self.time.heard(answer.server_time);
        let until = answer.server_time.plus(i64::from(answer.expires_in) * Millis::SECOND - MARGIN);
        *held = Some(Token { text: answer.access_token.clone(), until });
        Ok(answer.access_token)
    }

    async fn login(&self, public: PublicKey) -> AppResult<HttpRequest> {
        let thumbprint = public.thumbprint();
        let now = self.seconds();
        let claims = AssertionClaims {
            iss: thumbprint,
            sub: thumbprint,
            aud: self.api.url(TOKEN_PATH).into(),
            jti: random_text(),
            iat: now,
            exp: now + ASSERTION_LIFE,
        };
        let assertion = self.sign(&Header::assertion(thumbprint), &claims).await?;
        let proof = self.proof(public, Method::Post, TOKEN_PATH, None).await?;
        // Both values are of the unreserved characters of RFC 3986 but the grant type's colons.
        let body = format!("grant_type={}&assertion={assertion}", JWT_BEARER.replace(':', "%3A"));
        let headers = vec![
            ("content-type".to_owned(), "application/x-www-form-urlencoded".to_owned()),
            ("dpop".to_owned(), proof),
        ];
        Ok(HttpRequest {
            method: Method::Post,
            url: self.api.url(TOKEN_PATH),
            headers,
            body: body.into_bytes(),
        })
    }

    async fn proof(
        &self,
        public: PublicKey,
        method: Method,
        path: &str,
        token: Option<&str>,
    ) -> AppResult<String> {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let claims = DpopClaims {
            jti: random_text(),
            htm: method.word().to_owned(),
            htu: self.api.url(path),
            iat: self.seconds(),
            ath: token.map(access_token_hash),
            nonce: self.nonce.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        };
        self.sign(&Header::dpop(public.to_jwk()), &claims).await
    }

    async fn sign<C: Serialize>(&self, header: &Header, claims: &C) -> AppResult<String> {
        let input = signing_input(header, claims);
        let signature = self.keys.sign(self.key, input.clone().into_bytes(), String::new()).await?;
        Ok(compact(&input, &signature))
    }

    fn take_nonce(&self, answer: &HttpResponse) {
        if let Some(nonce) = answer.header("dpop-nonce") {
            *self.nonce.lock().unwrap_or_else(PoisonError::into_inner) = Some(nonce.to_owned());
        }
    }

    fn seconds(&self) -> i64 {
        self.time.now().0.div_euclid(Millis::SECOND)
    }
}

/// What was mended already: each thing is tried once (a nonce twice, since it can run out between two calls).
#[derive(Default)]
struct Again {
    nonces: u32,
    logins: u32,
    clocks: u32,
}

impl Again {
    fn nonce(&mut self) -> bool {
        self.nonces += 1;
        self.nonces <= 2
    }

    fn login(&mut self) -> bool {
        self.logins += 1;
        self.logins <= 1
    }

    fn clock(&mut self) -> bool {
        self.clocks += 1;
        self.clocks <= 1
    }
}

/// 128 random bits as text.
fn random_text() -> String {
    let mut bytes = [0; 16];
    rand::rng().fill_bytes(&mut bytes);
    Base64Url::encode(&bytes)
}
