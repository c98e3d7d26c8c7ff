//! Everything a handler can reach, in one place that is cheap to clone.

use std::{
    ops::Deref,
    sync::{Arc, OnceLock},
    time::Duration,
};

use futures_util::future::LocalBoxFuture;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tracing::Instrument;
use yui_protocol::{ErrorCode, qr::CodeSecret};
use yui_store::{LedgerClock, Standing, Store, StoreError, StoreUrl, Unit, UnitError};

use crate::{
    changes::Log,
    config::Config,
    http::{
        metrics::{Gauge, Metrics},
        rate::Rates,
        streams::Streams,
    },
    identity::{
        Keys, Levels,
        card::CertificateVerifier,
        enrol::claims::Claims,
        errand::Turns,
        login::{DpopNonces, Replays, Tokens},
        mail::Mailer,
        nonce::Nonces,
    },
    ledger_check::{LastCheck, Outcome, Verdict},
    shop::{Shops, TillIds},
    staff::{known_sessions::KnownSessions, tries::Tries},
    standby::Leadership,
};

/// The server's state.
#[derive(Clone)]
pub struct Yui(Arc<Inner>);

/// See [`Yui`].
pub struct Inner {
    /// What the server was told.
    pub config: Arc<Config>,
    /// The time, which the rows of both stores are of, too.
    pub clock: LedgerClock,
    /// The town's store.
    pub town: Store,
    /// The realm's store.
    pub realm: Store,
    /// Where that is, for who reads it by a connection of their own.
    pub town_place: StoreUrl,
    /// Whether this server is the one that answers.
    pub leadership: Leadership,
    /// Proves certificates.
    pub verifier: Arc<dyn CertificateVerifier>,
    /// Sends mail.
    pub mailer: Arc<dyn Mailer>,
    /// Registered keys.
    pub keys: Keys,
    /// Levels of residents who pay.
    pub levels: Levels,
    /// The directory of shops.
    pub shops: Shops,
    /// Ids that tills used lately.
    pub till_ids: TillIds,
    /// What the ledger's rows mean, for readers.
    pub log: Log,
    /// Opens one-time codes.
    pub code_secret: CodeSecret,
    /// Access tokens.
    pub tokens: Tokens,
    /// Assertions and proofs that were used.
    pub replays: Replays,
    /// Nonces of proofs.
    pub dpop_nonces: DpopNonces,
    /// Bounds on how often.
    pub rates: Rates,
    /// Nonces of registrations.
    pub nonces: Nonces,
    /// Those in use by registrations that are not accepted.
    pub claims: Claims,
    /// Wrong tries of staff to sign in.
    pub tries: Tries,
    /// Sessions of staff that are counted by themselves.
    pub known_sessions: KnownSessions,
    /// Open streams of news.
    pub streams: Streams,
    /// Figures.
    pub metrics: Metrics,
    /// The last check of the ledger.
    pub checks: LastCheck,
    /// Wakes the job of grants to every resident.
    pub grant_to_do: Notify,
    /// Whose errands from realm to town are being done.
    pub errands: Turns,
    /// Cancelled when the server stops.
    pub stopping: CancellationToken,
    /// Why it ended by itself.
    pub ended: OnceLock<Ended>,
}

/// Why a server ends by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ended {
    /// Another server leads the town; this one gave the realm up.
    OtherLeads,
    /// The realm's key is not the one of the data.
    OtherKey,
}

impl Deref for Yui {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Yui {
    /// The state over these parts.
    #[must_use]
    pub fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    /// Stops the server because it must not go on; the program ends with a failure then.
    pub fn end(&self, why: Ended) {
        // The first reason is the one.
        let _ = self.ended.set(why);
        self.stopping.cancel();
    }

    /// Does something to its end, whether or not anybody still waits for it.
    ///
    /// A request can be cut off at any moment. Where memory must follow what the store committed, as when a phone is
    /// removed, the two belong in here together: else a request that is cut off between them leaves the phone in.
    pub async fn to_the_end<T, E, F>(&self, act: impl FnOnce(Self) -> F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<ErrorCode> + Send + 'static,
        F: Future<Output = Result<T, E>> + Send + 'static,
    {
        tokio::spawn(act(self.clone()).in_current_span()).await.unwrap_or(Err(ErrorCode::Internal.into()))
    }

    /// Lets a job rest for so long, or until the server stops; whether it goes on.
    pub(crate) async fn rests(&self, wait: Duration) -> bool {
        tokio::select! {
            () = tokio::time::sleep(wait) => true,
            () = self.stopping.cancelled() => false,
        }
    }

    /// Whether this server writes the town.
    pub(crate) fn leads_town(&self) -> bool {
        *self.town.writer().standing().borrow() == Standing::Leading
    }

    /// A write in the town's store, with its error as a code.
    pub async fn town_write<T, F>(&self, unit: F) -> Result<T, ErrorCode>
    where
        T: Send + 'static,
        F: for<'u> FnOnce(&'u mut Unit) -> LocalBoxFuture<'u, Result<T, UnitError>> + Send + 'static,
    {
        self.town.writer().run(unit).await.map_err(|error| code_of(&error))
    }

    /// A write in the realm's store, with its error as a code.
    pub async fn realm_write<T, F>(&self, unit: F) -> Result<T, ErrorCode>
    where
        T: Send + 'static,
        F: for<'u> FnOnce(&'u mut Unit) -> LocalBoxFuture<'u, Result<T, UnitError>> + Send + 'static,
    {
        self.realm.writer().run(unit).await.map_err(|error| code_of(&error))
    }

    /// Whether both stores answer.
    pub async fn ping(&self) -> Result<(), StoreError> {
        for store in [&self.town, &self.realm] {
            store.reader().sql("SELECT 1 AS one").fetch_one().await?;
        }
        Ok(())
    }

    /// The gauges of `/metrics`.
    #[must_use]
    pub fn gauges(&self) -> Vec<Gauge> {
        let gauge = |name, help, n: usize| Gauge { name, help, value: u64::try_from(n).unwrap_or(u64::MAX) };
        let [town, realm] = [&self.town, &self.realm].map(|store| store.writer().waiting());
        let mut gauges = vec![
            gauge("registered_keys", "Keys of phones in memory, ended ones included.", self.keys.len()),
            gauge("access_tokens", "Access tokens in memory.", self.tokens.len()),
            gauge("open_streams", "Streams of news that are open.", self.streams.len()),
            gauge("town_writes_waiting", "Writes in the queue of the town's writer.", town),
            gauge("realm_writes_waiting", "Writes in the queue of the realm's writer.", realm),
            Gauge {
                name: "feed_lag_rows",
                help: "Rows of the town's log that the feed does not hold yet.",
                value: self.town.feed().lag(),
            },
        ];
        gauges.extend(self.checks.get().iter().flat_map(of_check));
        gauges
    }

    /// Forgets what has run out in memory.
    pub fn forget_old(&self) {
        let now = self.clock.now();
        self.tokens.forget_old(now);
        self.replays.forget_old(now);
        self.rates.forget_quiet();
        self.tries.forget_old(now);
        self.known_sessions.forget_old(now);
        self.claims.forget_old(now);
        self.till_ids.forget_old(now);
    }
}

/// The code of a failed write; a fault of the program is logged (its text names tables and columns only).
fn code_of(error: &UnitError) -> ErrorCode {
    if let UnitError::Failed(_) | UnitError::Broken = error {
        tracing::error!(%error, "a write failed");
    }
    error.code()
}

/// The last check of the ledger: when it ended, whether all was sound, how much was not. A watch alarms on the second
/// being 0, and on the first being older than a day.
fn of_check(Outcome { at, verdict }: &Outcome) -> [Gauge; 3] {
    let findings = match verdict {
        Verdict::Sound { .. } | Verdict::Unread => 0,
        Verdict::Altered { findings, .. } => *findings,
    };
    [
        Gauge {
            name: "ledger_check_seconds",
            help: "When the last check of the ledger ended, in seconds since 1970.",
            value: u64::try_from(at.0 / 1000).unwrap_or_default(),
        },
        Gauge {
            name: "ledger_check_ok",
            help: "Whether it was made and found nothing.",
            value: u64::from(matches!(verdict, Verdict::Sound { .. })),
        },
        Gauge { name: "ledger_check_findings", help: "How much it found.", value: findings },
    ]
}
