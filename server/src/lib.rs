//! The hosted API and every web page of a town: a library, so that the shipped binary and the test server are the
//! same program but for who verifies cards and what time it is.
//!
//! Requests go route → service → store. `http` is what all routes share; each domain has its folder.

pub mod changes;
pub mod chore;
pub mod command;
pub mod config;
pub mod data;
pub mod http;
pub mod identity;
pub mod import;
mod installation;
pub mod ledger_check;
pub mod outside;
pub mod pages;
pub mod random;
pub mod shop;
pub mod staff;
pub mod standby;
pub mod state;
pub mod town;
mod typed;
pub mod wallet;

use std::sync::{Arc, OnceLock};

use axum::Router;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use yui_protocol::{ErrorCode, TownCode};
use yui_store::{Clock, Store, StoreError, StoreOptions, StoreUrl};

pub use config::{Config, Limits};
pub use installation::{Apart, check_joined};
pub use state::{Ended, Yui};

use crate::{
    http::{metrics::Metrics, rate, streams::Streams},
    identity::{
        Keys,
        card::CertificateVerifier,
        errand,
        login::{DpopNonces, Replays, Tokens},
        mail::Mailer,
        realm_key::{self, KeyError},
    },
};

/// What a server is built from.
pub struct Parts {
    /// What it was told.
    pub config: Config,
    /// Where the town's store is.
    pub town: StoreUrl,
    /// Where the realm's store is.
    pub realm: StoreUrl,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Whether an operator has looked at the clock, so that it is believed at the start whatever it shows.
    pub accept_time_jump: bool,
    /// Proves certificates.
    pub verifier: Arc<dyn CertificateVerifier>,
    /// Sends mail.
    pub mailer: Arc<dyn Mailer>,
}

/// Why a server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A store cannot be opened.
    #[error("{0} store: {1}")]
    Store(&'static str, StoreError),
    /// What memory holds cannot be read.
    #[error("reading the stores: {0}")]
    Read(#[from] StoreError),
    /// The realm's key does not belong to the realm's store.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A store was not found: it is new, or another's, while its counterpart is in use.
    #[error("{0}; is a disk not mounted, or a restore not complete? Nothing was served")]
    Apart(#[from] Apart),
    /// What a start has to write cannot be written.
    #[error("writing the stores: {0}")]
    Write(ErrorCode),
    /// The machine gives no random numbers.
    #[error("the machine gives no random numbers")]
    Random,
}

/// A server that is ready to serve.
pub struct Server {
    /// Its state, for services that are not routes.
    pub yui: Yui,
    /// Its routes.
    pub router: Router,
}

impl Server {
    /// Opens the stores (migrating them), loads keys into memory, does what waits for the town, and builds the
    /// routes.
    pub async fn build(parts: Parts) -> Result<Self, StartError> {
        let Parts { mut config, town, realm, clock, accept_time_jump, verifier, mailer } = parts;
        let open = |url, migrations| {
            StoreOptions::new(url, migrations, clock.clone()).accept_time_jump(accept_time_jump)
        };
        installation::check_realm(&town, &realm).await?;
        let realm = opened("realm", open(realm, identity::REALM_MIGRATIONS)).await?;
        realm_key::check(&realm, &config.realm_key).await?;
        installation::check_town(&realm, config.town(), &town).await?;
        let town_place = town.clone();
        let town = opened("town", open(town, town::TOWN_MIGRATIONS).in_time_of(&realm)).await?;
        let joining = installation::look(town.reader(), realm.reader(), config.town()).await?;
        realm_key::confirm(&realm, &config.realm_key).await?;
        let replays = Replays::new(&config.limits);
        let code_secret = wallet::code_secret(&config.realm_key, config.town());
        config.municipality.code_key = Some(code_secret.public());
        let yui = Yui::new(state::Inner {
            rates: rate::Rates::new(&config.limits),
            config: Arc::new(config),
            clock: realm.clock().clone(),
            leadership: standby::Leadership::new(&town, &realm),
            town,
            town_place,
            realm,
            verifier,
            mailer,
            keys: Keys::default(),
            levels: identity::Levels::default(),
            shops: shop::Shops::default(),
            till_ids: shop::TillIds::default(),
            log: changes::Log::default(),
            tokens: Tokens::default(),
            code_secret,
            replays,
            dpop_nonces: DpopNonces::fresh().map_err(|_| StartError::Random)?,
            nonces: identity::nonce::Nonces::fresh().map_err(|_| StartError::Random)?,
            claims: identity::enrol::claims::Claims::default(),
            tries: staff::tries::Tries::default(),
            known_sessions: staff::known_sessions::KnownSessions::default(),
            streams: Streams::default(),
            metrics: Metrics::default(),
            checks: ledger_check::LastCheck::default(),
            grant_to_do: tokio::sync::Notify::new(),
            errands: errand::Turns::default(),
            stopping: CancellationToken::new(),
            ended: OnceLock::new(),
        });
        installation::settle(&yui, joining).await?;
        standby::read(&yui).await?;
        errand::drive_all(&yui).await;
        let router = http::router(&yui);
        Ok(Self { yui, router })
    }

    /// Ends it, and waits until its stores are given up: another may open them then.
    pub async fn close(self) {
        let stores = [&self.yui.town, &self.yui.realm];
        let mut ends = stores.map(|store| store.writer().standing());
        for store in stores {
            store.end_readers().await;
        }
        drop(self);
        for end in &mut ends {
            // An error says that the writer is gone already.
            let _ = end.wait_for(|now| *now == yui_store::Standing::Stopped).await;
        }
    }

    /// Serves until [`Yui::stopping`](state::Inner::stopping) is cancelled, then lets running requests finish.
    pub async fn serve(self, listener: TcpListener) {
        let keeper = tokio::spawn(keep_house(self.yui.clone()));
        let expiry = tokio::spawn(wallet::expire::every_day(self.yui.clone()));
        let grants = tokio::spawn(wallet::grant_all::keep_running(self.yui.clone()));
        http::serve::serve(listener, self.router, self.yui).await;
        keeper.abort();
        expiry.abort();
        grants.abort();
    }
}

/// Opens (and migrates) both stores of a town, the realm's first, as a server does: the place of one that was not found
/// is left as it is.
pub async fn open_both(
    town: StoreUrl,
    realm: StoreUrl,
    code: TownCode,
    clock: Arc<dyn Clock>,
) -> Result<[Store; 2], StartError> {
    installation::check_realm(&town, &realm).await?;
    let realm = open_realm(realm, clock.clone()).await?;
    installation::check_town(&realm, code, &town).await?;
    Ok([realm, open_town(town, clock).await?])
}

/// Opens (and migrates) a realm's store.
pub async fn open_realm(url: StoreUrl, clock: Arc<dyn Clock>) -> Result<Store, StartError> {
    opened("realm", StoreOptions::new(url, identity::REALM_MIGRATIONS, clock)).await
}

/// Opens (and migrates) a town's store.
pub async fn open_town(url: StoreUrl, clock: Arc<dyn Clock>) -> Result<Store, StartError> {
    opened("town", StoreOptions::new(url, town::TOWN_MIGRATIONS, clock)).await
}

async fn opened(name: &'static str, options: StoreOptions) -> Result<Store, StartError> {
    Store::open(options).await.map_err(|error| StartError::Store(name, error))
}

/// Forgets what has run out, every minute, and tries errands that wait. A server that a lost connection left with the
/// realm alone ends here, so that the one with the town gets both; whatever started it starts it again.
async fn keep_house(yui: Yui) {
    let mut ticks = tokio::time::interval(rate::FORGET_EVERY);
    let mut astray = standby::Astray::new([&yui.town, &yui.realm].map(|store| store.writer().standing()));
    loop {
        ticks.tick().await;
        if astray.still() {
            tracing::error!("another server leads the town; this one gives the realm up and ends");
            yui.end(Ended::OtherLeads);
            return;
        }
        yui.forget_old();
        errand::drive_all(&yui).await;
    }
}
