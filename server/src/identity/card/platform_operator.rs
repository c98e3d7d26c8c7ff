//! The verifier of the shipped binary: a certified platform operator (PF事業者), asked over HTTPS. Its answer has
//! the content of the certificate once and a reference to the person that outlives renewals and new cards.

use std::time::Duration;

use async_trait::async_trait;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;
use yui_protocol::ErrorCode;
use zeroize::Zeroizing;

use crate::identity::card::{Attributes, CardFacts, CardProof, CertificateVerifier, Policies, Usage};

/// How to reach the platform operator.
#[derive(Clone)]
pub struct PlatformOperatorConfig {
    /// The base address of its API, without a slash at the end.
    pub url: String,
    /// The key of this tenant, sent as a bearer token.
    pub key: Zeroizing<String>,
    /// How long one verification may take.
    pub timeout: Duration,
    /// The certificate policies that are asked about at all.
    pub policies: Policies,
}

/// The most verifications at once: a flood of registrations must not become one at the platform operator.
const AT_ONCE: usize = 16;

/// The most bytes of an answer; a real one has a few hundred.
const LONGEST_ANSWER: usize = 64 * 1024;

/// The most bytes of a reference to a person.
const LONGEST_REFERENCE: usize = 256;

/// The adapter.
pub struct PlatformOperator {
    config: PlatformOperatorConfig,
    http: reqwest::Client,
    turns: Semaphore,
}

impl PlatformOperator {
    /// An adapter for this platform operator; fails when the machine has no usable TLS.
    pub fn new(config: PlatformOperatorConfig) -> Result<Self, ErrorCode> {
        let http = reqwest::Client::builder()
            .timeout(config.timeout)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|_| ErrorCode::VerifierUnavailable)?;
        Ok(Self { config, http, turns: Semaphore::new(AT_ONCE) })
    }
}

#[derive(Serialize)]
struct Verification<'a> {
    certificate: &'a str,
    certificate_type: &'static str,
    #[serde(flatten)]
    signed: Option<SignedDigest>,
    check_revocation: bool,
    identify_user: bool,
}

#[derive(Serialize)]
struct SignedDigest {
    signature: String,
    digest: String,
    hash_algorithm: &'static str,
}

#[derive(Deserialize)]
struct Verdict {
    result: VerdictKind,
    #[serde(default)]
    certificate_content: Option<Attributes>,
    #[serde(default)]
    user_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum VerdictKind {
    Ok,
    InvalidSignature,
    Malformed,
    Untrusted,
    Expired,
    NotYetValid,
    Revoked,
    WrongUsage,
}

#[async_trait]
impl CertificateVerifier for PlatformOperator {
    async fn verify(&self, proof: CardProof<'_>) -> Result<CardFacts, ErrorCode> {
        let CardProof { usage, certificate, signed, now } = proof;
        // What can be seen here is refused here, before anything leaves; trust and revocation are the platform
        // operator's.
        certificate.check_time(now)?;
        certificate.check_usage(usage, &self.config.policies)?;
        if let Some((message, signature)) = signed {
            certificate.check_signature(message, signature)?;
        }
        let certificate_text = Zeroizing::new(STANDARD.encode(certificate.der()));
        let verification = Verification {
            certificate: &certificate_text,
            certificate_type: match usage {
                Usage::Signature => "signature",
                Usage::Authentication => "authentication",
            },
            signed: signed.map(|(message, signature)| {
                let (hash_algorithm, digest) = certificate.digest(message);
                SignedDigest {
                    signature: STANDARD.encode(signature),
                    digest: STANDARD.encode(digest),
                    hash_algorithm,
                }
            }),
            check_revocation: true,
            identify_user: true,
        };
        facts(&self.ask(&verification).await?, usage)
    }
}

/// What an answer says about a certificate of this use. Words of one that cannot be read are not kept, they may quote
/// data.
pub(crate) fn facts(answer: &[u8], usage: Usage) -> Result<CardFacts, ErrorCode> {
    let verdict: Verdict = serde_json::from_slice(answer).map_err(|_| ErrorCode::VerifierUnavailable)?;
    match verdict.result {
        // Without the reference, nothing says that both certificates are of one card; an empty one would make
        // one person of everybody.
        VerdictKind::Ok if !verdict.user_id.as_deref().is_some_and(is_reference) => {
            Err(ErrorCode::VerifierUnavailable)
        }
        VerdictKind::Ok => Ok(CardFacts {
            attributes: verdict.certificate_content.filter(|_| usage == Usage::Signature),
            user_reference: verdict.user_id,
        }),
        VerdictKind::InvalidSignature => Err(ErrorCode::SignatureInvalid),
        VerdictKind::Malformed => Err(ErrorCode::CertificateMalformed),
        VerdictKind::Untrusted => Err(ErrorCode::CertificateUntrusted),
        VerdictKind::Expired => Err(ErrorCode::CertificateExpired),
        VerdictKind::NotYetValid => Err(ErrorCode::CertificateNotYetValid),
        VerdictKind::Revoked => Err(ErrorCode::CertificateRevoked),
        VerdictKind::WrongUsage => Err(ErrorCode::CertificateWrongUsage),
    }
}

fn is_reference(text: &str) -> bool {
    !text.trim().is_empty() && text.len() <= LONGEST_REFERENCE
}

impl PlatformOperator {
    /// The answer to one question. Whatever goes wrong is `verifier_unavailable`; its words are not kept, they may quote
    /// data.
    async fn ask(&self, verification: &Verification<'_>) -> Result<Zeroizing<Vec<u8>>, ErrorCode> {
        let unavailable = |_| ErrorCode::VerifierUnavailable;
        let turn = tokio::time::timeout(self.config.timeout, self.turns.acquire()).await;
        let Ok(Ok(_turn)) = turn else { return Err(ErrorCode::VerifierUnavailable) };
        let mut answer = self
            .http
            .post(format!("{}/v2/verifications", self.config.url))
            .bearer_auth(self.config.key.as_str())
            .json(verification)
            .send()
            .await
            .map_err(unavailable)?;
        let status = answer.status();
        if !status.is_success() {
            tracing::warn!(status = status.as_u16(), "the platform operator refused to answer");
            return Err(ErrorCode::VerifierUnavailable);
        }
        let mut body = Zeroizing::new(Vec::new());
        while let Some(part) = answer.chunk().await.map_err(unavailable)? {
            if body.len() + part.len() > LONGEST_ANSWER {
                tracing::warn!("the platform operator's answer has no end");
                return Err(ErrorCode::VerifierUnavailable);
            }
            body.extend_from_slice(&part);
        }
        Ok(body)
    }
}
