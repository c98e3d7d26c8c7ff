//! Having a chore done: by the running server, or by ourselves when none runs.

use std::sync::Arc;

use async_trait::async_trait;
use yui_protocol::ErrorCode;
use yui_server::{
    Config, Limits, Parts, Server, StartError,
    chore::{AskError, Chore, Done, ask},
    identity::{
        card::{CardFacts, CardProof, CertificateVerifier},
        mail::NoMail,
    },
};
use yui_store::{StoreError, SystemClock};
use yui_texts::keys::chores as keys;

use crate::cli::{common::Data, words::Failure};

/// Nobody registers while a chore is done by ourselves.
struct NobodyComes;

#[async_trait]
impl CertificateVerifier for NobodyComes {
    async fn verify(&self, _: CardProof<'_>) -> Result<CardFacts, ErrorCode> {
        Err(ErrorCode::VerifierUnavailable)
    }
}

/// What the running server answers; none when no server runs on this data.
pub async fn asked(data: &Data, chore: &Chore) -> Result<Option<Done>, Failure> {
    match ask(&data.data, chore).await {
        Ok(done) => Ok(Some(done)),
        Err(AskError::NobodyThere) => Ok(None),
        Err(AskError::Refused(code)) => Err(code.into()),
        Err(AskError::Lost) => Err(Failure::plain(keys::REFUSAL_LOST)),
    }
}

/// Does a chore on this data.
pub async fn done(data: &Data, chore: Chore) -> Result<Done, Failure> {
    if let Some(done) = asked(data, &chore).await? {
        return Ok(done);
    }
    let municipality = data.municipality()?;
    let (town, realm) = (data.town(&municipality), data.realm());
    // Who asks about a town that is not here has mistaken the place; one half of it is refused when it is opened.
    if !(chore.begins() || yui_store::exists(&town).await? || yui_store::exists(&realm).await?) {
        return Err(StoreError::Absent.into());
    }
    data.prepare()?;
    let realm_key = data.realm_key(&municipality).await?;
    let config = Config {
        origin: "http://127.0.0.1".to_owned(),
        other_origins: Vec::new(),
        municipality,
        realm_key,
        trusted_proxies: Vec::new(),
        limits: Limits::default(),
    };
    let server = Server::build(Parts {
        config,
        town,
        realm,
        clock: Arc::new(SystemClock),
        accept_time_jump: false,
        verifier: Arc::new(NobodyComes),
        mailer: Arc::new(NoMail),
    })
    .await
    .map_err(in_use)?;
    let done = chore.run(&server.yui).await;
    server.close().await;
    Ok(done?)
}

fn in_use(error: StartError) -> Failure {
    match error {
        StartError::Store(_, StoreError::InUse) => Failure::plain(keys::REFUSAL_IN_USE),
        other => other.into(),
    }
}
