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

use crate::cli::{
    Failure,
    common::{Data, explained, way_on},
};

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
        Err(AskError::Refused(code)) => Err(refused(&code).into()),
        Err(AskError::Lost) => Err("the running server's answer was lost; look before doing it again".into()),
    }
}

/// Does a chore on this data.
pub async fn done(data: &Data, chore: Chore) -> Result<Done, Failure> {
    if let Some(done) = asked(data, &chore).await? {
        return Ok(done);
    }
    data.prepare()?;
    let municipality = data.municipality()?;
    let (town, realm) = (data.town(&municipality), data.realm());
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
    done.map_err(|code| refused(&code).into())
}

fn in_use(error: StartError) -> Failure {
    match error {
        StartError::Store(_, StoreError::InUse) => {
            "another process writes this data and does not answer; is it still starting, or stopping?".into()
        }
        other => explained(other),
    }
}

/// A refusal as one sentence with its code, and the way on where it is not plain.
fn refused(code: &ErrorCode) -> String {
    format!("{} ({code}){}", code.meaning().trim(), way_on(code))
}
