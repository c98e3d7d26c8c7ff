//! A platform operator (PF事業者) as the server's adapter meets it: certificate, digest and signature in, verdict,
//! content and a person's reference out. It stands in for a service that no public test environment offers.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use rsa::{Pkcs1v15Sign, RsaPublicKey, pkcs1::DecodeRsaPublicKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use x509_cert::{Certificate, der::Decode};
use yui_protocol::ErrorCode;
use yui_server::identity::card::{CardCertificate, CardProof, CertificateVerifier, Usage};
use yui_store::Clock;

/// The operator: who may ask, whom it trusts, and whom it knows.
#[derive(Clone)]
pub struct SimulatedPlatformOperator(Arc<Inner>);

struct Inner {
    key: String,
    verifier: Arc<dyn CertificateVerifier>,
    clock: Arc<dyn Clock>,
    people: Mutex<HashMap<[u8; 32], String>>,
}

impl SimulatedPlatformOperator {
    /// An operator that answers the tenant with this key and trusts what `verifier` trusts.
    #[must_use]
    pub fn new(key: &str, verifier: Arc<dyn CertificateVerifier>, clock: Arc<dyn Clock>) -> Self {
        Self(Arc::new(Inner { key: key.to_owned(), verifier, clock, people: Mutex::default() }))
    }

    /// The person behind a certificate, as only the operator can know: the same over renewals and new cards.
    pub fn knows(&self, certificate: &[u8], person: &str) {
        let mut people = self.0.people.lock().unwrap_or_else(PoisonError::into_inner);
        people.insert(Sha256::digest(certificate).into(), person.to_owned());
    }

    /// Its routes.
    pub fn router(&self) -> Router {
        Router::new().route("/v2/verifications", post(verify)).with_state(self.clone())
    }
}

async fn verify(
    State(SimulatedPlatformOperator(operator)): State<SimulatedPlatformOperator>,
    headers: HeaderMap,
    Json(question): Json<Value>,
) -> Result<Json<Value>, StatusCode> {
    let key = headers.get("authorization").and_then(|value| value.to_str().ok());
    if key != Some(&format!("Bearer {}", operator.key)) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    let bytes = |name: &str| question[name].as_str().and_then(|text| STANDARD.decode(text).ok());
    let der = bytes("certificate").ok_or(StatusCode::BAD_REQUEST)?;
    let usage = match question["certificate_type"].as_str() {
        Some("signature") => Usage::Signature,
        Some("authentication") => Usage::Authentication,
        _ => return Err(StatusCode::BAD_REQUEST),
    };
    if let (Some(digest), Some(signature)) = (bytes("digest"), bytes("signature"))
        && !signed(&der, &digest, &signature)
    {
        return Ok(Json(json!({"result": "invalid_signature"})));
    }
    let verdict = match CardCertificate::from_der(&der) {
        Err(code) => Err(code),
        Ok(certificate) => {
            let proof =
                CardProof { usage, certificate: &certificate, signed: None, now: operator.clock.now() };
            operator.verifier.verify(proof).await
        }
    };
    let person = operator.people.lock().unwrap_or_else(PoisonError::into_inner);
    let person = person.get(&<[u8; 32]>::from(Sha256::digest(&der))).cloned();
    match verdict {
        Ok(facts) => Ok(Json(json!({
            "result": "ok",
            "verification_id": STANDARD.encode(Sha256::digest([der.as_slice(), b"verification"].concat())),
            "certificate_content": facts.attributes,
            "user_id": person,
        }))),
        Err(code) => refusal(&code).map(|result| Json(json!({"result": result}))),
    }
}

/// RSASSA-PKCS1-v1_5 over a SHA-256 digest, the algorithm of today's cards.
fn signed(der: &[u8], digest: &[u8], signature: &[u8]) -> bool {
    let Ok(certificate) = Certificate::from_der(der) else { return false };
    let key = certificate.tbs_certificate.subject_public_key_info.subject_public_key;
    RsaPublicKey::from_pkcs1_der(key.raw_bytes())
        .is_ok_and(|key| key.verify(Pkcs1v15Sign::new::<Sha256>(), digest, signature).is_ok())
}

fn refusal(code: &ErrorCode) -> Result<&'static str, StatusCode> {
    Ok(match code {
        ErrorCode::CertificateMalformed => "malformed",
        ErrorCode::CertificateUntrusted => "untrusted",
        ErrorCode::CertificateExpired => "expired",
        ErrorCode::CertificateNotYetValid => "not_yet_valid",
        ErrorCode::CertificateRevoked => "revoked",
        ErrorCode::CertificateWrongUsage => "wrong_usage",
        _ => return Err(StatusCode::SERVICE_UNAVAILABLE),
    })
}
