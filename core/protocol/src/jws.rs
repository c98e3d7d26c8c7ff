//! The two small JWTs a phone signs: the login assertion (RFC 7523) and the DPoP proof (RFC 9449).
//!
//! Both are ES256 compact JWS (RFC 7515). The phone's key store signs bytes it is given, so this module only
//! builds the signing input and takes a token apart again; checking the signature is the caller's.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::{Base64Url, ErrorCode, Signature, Thumbprint, key::Jwk};

/// The longest token that is read, in bytes.
pub const MAX_TOKEN: usize = 4096;

/// `grant_type` of a login (RFC 7523 §2.1).
pub const JWT_BEARER: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/// The header of both tokens.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Header {
    /// `JWT` or `dpop+jwt`.
    pub typ: String,
    /// Always `ES256`.
    pub alg: String,
    /// The thumbprint of the key, of an assertion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kid: Option<Thumbprint>,
    /// The key itself, of a DPoP proof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jwk: Option<Jwk>,
}

impl Header {
    /// The header of a login assertion.
    #[must_use]
    pub fn assertion(key: Thumbprint) -> Self {
        Self { typ: "JWT".to_owned(), alg: "ES256".to_owned(), kid: Some(key), jwk: None }
    }

    /// The header of a DPoP proof.
    #[must_use]
    pub fn dpop(jwk: Jwk) -> Self {
        Self { typ: "dpop+jwt".to_owned(), alg: "ES256".to_owned(), kid: None, jwk: Some(jwk) }
    }
}

/// The claims of a login assertion; times are seconds since the epoch (RFC 7519 `NumericDate`).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AssertionClaims {
    /// The key's thumbprint.
    pub iss: Thumbprint,
    /// The same.
    pub sub: Thumbprint,
    /// The token endpoint's URL.
    pub aud: Audience,
    /// Random, good once.
    pub jti: String,
    /// When it was made.
    pub iat: i64,
    /// At most five minutes later.
    pub exp: i64,
}

/// For whom a token is: one audience is written as text, several as a list (RFC 7519 §4.1.3).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Audience {
    /// One.
    One(String),
    /// Several, each meant.
    Several(Vec<String>),
}

impl Audience {
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let all = match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Several(all) => all,
        };
        all.iter().map(String::as_str)
    }
}

impl From<String> for Audience {
    fn from(one: String) -> Self {
        Self::One(one)
    }
}

impl From<&str> for Audience {
    fn from(one: &str) -> Self {
        Self::One(one.to_owned())
    }
}

/// The claims of a DPoP proof.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DpopClaims {
    /// Random, good once.
    pub jti: String,
    /// The request's method.
    pub htm: String,
    /// The request's URL without query and fragment.
    pub htu: String,
    /// When it was made, seconds since the epoch.
    pub iat: i64,
    /// [`access_token_hash`], where an access token is sent along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ath: Option<String>,
    /// The server's nonce.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nonce: Option<String>,
}

/// `ath`: SHA-256 of the access token (RFC 9449 §4.2).
#[must_use]
pub fn access_token_hash(token: &str) -> String {
    Base64Url::encode(&Sha256::digest(token.as_bytes()))
}

/// The signing input `header.claims` of a token.
#[must_use]
pub fn signing_input<C: Serialize>(header: &Header, claims: &C) -> String {
    let part = |json: serde_json::Result<Vec<u8>>| Base64Url::encode(&json.unwrap_or_default());
    format!("{}.{}", part(serde_json::to_vec(header)), part(serde_json::to_vec(claims)))
}

/// The finished token.
#[must_use]
pub fn compact(signing_input: &str, signature: &Signature) -> String {
    format!("{signing_input}.{signature}")
}

/// A token taken apart; its signature is not checked yet.
#[derive(Clone, Debug)]
pub struct Parts<C> {
    /// The header.
    pub header: Header,
    /// The claims.
    pub claims: C,
    /// `nbf`, in seconds since the epoch: not to be accepted before it (RFC 7519 §4.1.5).
    pub not_before: Option<i64>,
    /// What was signed.
    pub signing_input: String,
    /// The signature over it.
    pub signature: Signature,
}

/// Takes a token apart; `malformed_request` when it is none, not ES256, carries a private key, or calls for an
/// extension to be understood (`crit`, RFC 7515 §4.1.11: there is none that we know).
pub fn parse<C: DeserializeOwned>(token: &str) -> Result<Parts<C>, ErrorCode> {
    if token.len() > MAX_TOKEN {
        return Err(ErrorCode::TooLarge);
    }
    let (signing_input, signature) = token.rsplit_once('.').ok_or(ErrorCode::MalformedRequest)?;
    let (header, claims) = signing_input.split_once('.').ok_or(ErrorCode::MalformedRequest)?;
    let members: Map<String, Value> = json(header)?;
    let private = members.get("jwk").and_then(|jwk| jwk.get("d")).is_some();
    let header: Header = json(header)?;
    if header.alg != "ES256" || members.contains_key("crit") || private {
        return Err(ErrorCode::MalformedRequest);
    }
    let TimeBound { nbf } = json(claims)?;
    Ok(Parts {
        header,
        claims: json(claims)?,
        not_before: nbf,
        signing_input: signing_input.to_owned(),
        signature: signature.parse()?,
    })
}

#[derive(Deserialize)]
struct TimeBound {
    #[serde(default)]
    nbf: Option<i64>,
}

fn json<T: DeserializeOwned>(part: &str) -> Result<T, ErrorCode> {
    let bytes = Base64Url::decode(part).ok_or(ErrorCode::MalformedRequest)?;
    serde_json::from_slice(&bytes).map_err(|_| ErrorCode::MalformedRequest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_apart_as_it_was_put_together() {
        let claims = DpopClaims {
            jti: "a".into(),
            htm: "GET".into(),
            htu: "https://yui.example/v1/changes".into(),
            iat: 1_795_392_000,
            ath: Some(access_token_hash("token")),
            nonce: None,
        };
        let input = signing_input(&Header::assertion(Thumbprint([1; 32])), &claims);
        let parts: Parts<DpopClaims> = parse(&compact(&input, &Signature([2; 64]))).expect("ours");
        assert_eq!((parts.claims, parts.signing_input, parts.signature), (claims, input, Signature([2; 64])));
    }

    /// `alg` none and friends (RFC 8725 §2.1).
    #[test]
    fn other_algorithms_are_refused() {
        let mut header = Header::assertion(Thumbprint([1; 32]));
        header.alg = "none".into();
        let token = compact(&signing_input(&header, &serde_json::json!({})), &Signature([0; 64]));
        assert!(parse::<serde_json::Value>(&token).is_err());
    }

    fn with_header(header: &serde_json::Value, claims: &serde_json::Value) -> String {
        let part = |json: &serde_json::Value| Base64Url::encode(json.to_string().as_bytes());
        compact(&format!("{}.{}", part(header), part(claims)), &Signature([0; 64]))
    }

    /// RFC 7515 §4.1.11: an extension that is not understood makes the token invalid, whatever it is.
    #[test]
    fn what_must_be_understood_and_is_not_is_refused() {
        let read = |more: (&str, serde_json::Value)| {
            let mut header = serde_json::json!({"typ": "JWT", "alg": "ES256"});
            header[more.0] = more.1;
            parse::<Value>(&with_header(&header, &serde_json::json!({"nbf": 7})))
        };
        assert_eq!(read(("cty", "JWT".into())).expect("an unknown member is ignored").not_before, Some(7));
        for crit in
            [serde_json::json!(["b64"]), serde_json::json!(["exp"]), serde_json::json!([]), Value::Null]
        {
            assert!(read(("crit", crit)).is_err());
        }
    }

    /// RFC 7517 §4 (members that are not understood are ignored) and RFC 9449 §4.3, 7 (no private key).
    #[test]
    fn a_key_may_say_more_but_never_its_secret() {
        let read = |name: &str| {
            let mut jwk = serde_json::json!({"crv": "P-256", "kty": "EC", "x": "AA", "y": "AA"});
            jwk[name] = "ES256".into();
            let header = serde_json::json!({"typ": "dpop+jwt", "alg": "ES256", "jwk": jwk});
            parse::<Value>(&with_header(&header, &serde_json::json!({})))
        };
        for more in ["alg", "kid", "use", "ext", "key_ops"] {
            assert!(read(more).is_ok_and(|parts| parts.header.jwk.is_some()), "{more}");
        }
        assert!(read("d").is_err());
    }

    #[test]
    fn one_audience_is_text_and_several_are_a_list() {
        for (json, all) in [(r#""a""#, vec!["a"]), (r#"["a","b"]"#, vec!["a", "b"]), ("[]", vec![])] {
            let read: Audience = serde_json::from_str(json).expect("an audience");
            assert_eq!(read.iter().collect::<Vec<_>>(), all);
            assert_eq!(serde_json::to_string(&read).expect("serialises"), json);
        }
    }
}
