//! The test server, put together: see `src/bin/yui-test-server.rs` for what it is for.

use std::{io, net::SocketAddr, path::PathBuf, sync::Arc};

use serde::{Deserialize, Serialize};
use tokio::{net::TcpListener, signal::unix::SignalKind};
use tokio_util::sync::CancellationToken;
use yui_rules::municipality;
use yui_server::{Config, Limits, Parts, Server, StartError, Yui, http::serve::stop_on, identity::realm_key};
use yui_store::StoreUrl;
use yui_testkit::verifier::{Revoked, local_verifier, test_policies};

use crate::{clock::OffsetClock, control::Control, fault_proxy::FaultProxy, refusals::Refusals};

/// Where the stores are.
pub enum Engine {
    /// Files in the data folder.
    Sqlite,
    /// Two schemas of a database: `<schema>_town` and `<schema>_realm`.
    Postgres {
        /// The database.
        url: String,
        /// The beginning of the schemas' names.
        schema: String,
    },
}

/// What a test server is told.
pub struct Options {
    /// Folder of the stores and the realm's key.
    pub data: PathBuf,
    /// Folder of the town's configuration.
    pub town: PathBuf,
    /// Where the stores are.
    pub engine: Engine,
    /// The port to serve on; 0 takes a free one.
    pub port: u16,
    /// The control port; 0 takes a free one.
    pub control_port: u16,
    /// The ports of the phones' networks; each 0 takes a free one.
    pub networks: Vec<u16>,
    /// By how much the clock is ahead of the machine's at the start, in milliseconds.
    pub ahead: i64,
}

/// Where a test server is reached.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Addresses {
    /// The server itself.
    pub origin: String,
    /// The server's figures.
    pub metrics: String,
    /// The control port.
    pub control: String,
    /// The phones' networks: an origin each.
    pub networks: Vec<String>,
}

/// Why a test server did not start.
#[derive(Debug, thiserror::Error)]
pub enum TestServerError {
    /// A port, folder or file.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The server itself.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The town's configuration.
    #[error("the town's configuration: {0}")]
    Town(String),
}

/// A test server that is ready.
pub struct TestServer {
    addresses: Addresses,
    server: Server,
    listener: TcpListener,
    control: Control,
    control_listener: TcpListener,
}

impl TestServer {
    /// Opens the stores and the ports.
    pub async fn start(options: Options) -> Result<Self, TestServerError> {
        for folder in ["town", "realm"] {
            std::fs::create_dir_all(options.data.join(folder))?;
        }
        let text = std::fs::read_to_string(options.town.join("municipality.toml"))?;
        let municipality =
            municipality::parse(&text).map_err(|error| TestServerError::Town(error.to_string()))?;

        let listener = TcpListener::bind(("127.0.0.1", options.port)).await?;
        let address = listener.local_addr()?;
        let mut proxies = Vec::new();
        for port in &options.networks {
            proxies.push(FaultProxy::start(*port, address).await?);
        }
        let control_listener = TcpListener::bind(("127.0.0.1", options.control_port)).await?;
        let addresses = Addresses {
            origin: origin(address),
            metrics: origin(address) + "/metrics",
            control: origin(control_listener.local_addr()?),
            networks: proxies.iter().map(|proxy| origin(proxy.address())).collect(),
        };

        let clock = OffsetClock::default();
        clock.advance(options.ahead);
        let (town, realm) = stores(&options);
        let realm_key =
            realm_key::load(&options.data.join("realm.key"), &town, &realm, Arc::new(clock.clone())).await?;
        let revoked = Arc::new(Revoked::default());
        let mut server = Server::build(Parts {
            config: Config {
                origin: addresses.origin.clone(),
                other_origins: addresses.networks.clone(),
                municipality,
                realm_key,
                trusted_proxies: Vec::new(),
                limits: generous(),
            },
            town,
            realm,
            clock: Arc::new(clock.clone()),
            accept_time_jump: false,
            verifier: Arc::new(local_verifier(test_policies(), revoked.clone())),
            mailer: Arc::new(yui_server::identity::mail::NoMail),
        })
        .await?;
        let refusals = Refusals::default();
        server.router = refusals.router(&server.yui);
        let control = Control::new(server.yui.clone(), clock, proxies, revoked, refusals);
        Ok(Self { addresses, server, listener, control, control_listener })
    }

    /// Where it is reached.
    #[must_use]
    pub fn addresses(&self) -> &Addresses {
        &self.addresses
    }

    /// The server's state, for what is not done through a route.
    #[must_use]
    pub fn yui(&self) -> &Yui {
        &self.server.yui
    }

    /// Ends it without having served, and waits until its stores are given up.
    pub async fn close(self) {
        let Self { server, control, .. } = self;
        drop(control);
        server.close().await;
    }

    /// Serves until `stop` resolves.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) {
        let stopping = self.server.yui.stopping.clone();
        let control = tokio::spawn(axum::serve(self.control_listener, self.control.router()).into_future());
        tokio::spawn(async move {
            stop.await;
            stopping.cancel();
        });
        self.server.serve(self.listener).await;
        control.abort();
    }
}

fn origin(address: SocketAddr) -> String {
    format!("http://{address}")
}

fn stores(options: &Options) -> (StoreUrl, StoreUrl) {
    match &options.engine {
        Engine::Sqlite => {
            let file =
                |folder: &str| StoreUrl::Sqlite(options.data.join(folder).join(format!("{folder}.sqlite")));
            (file("town"), file("realm"))
        }
        Engine::Postgres { url, schema } => {
            let named =
                |part: &str| StoreUrl::Postgres { url: url.clone(), schema: format!("{schema}_{part}") };
            (named("town"), named("realm"))
        }
    }
}

/// All phones of a test come from one address, as from one town hall.
fn generous() -> Limits {
    Limits {
        network_per_minute: 1_000_000,
        costly_per_minute: 100_000,
        mails_per_hour: 1_000_000,
        reads_per_minute: 100_000,
        commands_per_minute: 100_000,
        network_connections: 4096,
        ..Limits::default()
    }
}

/// Cancelled when the process is asked to stop: SIGTERM, SIGHUP (its terminal was closed) or Ctrl-C.
pub fn stop_asked() -> io::Result<CancellationToken> {
    stop_on(&[SignalKind::terminate(), SignalKind::hangup(), SignalKind::interrupt()])
}

/// Resolves when nobody holds the other end of standard input any more.
pub async fn parent_ended() {
    let (alive, ended) = tokio::sync::oneshot::channel::<()>();
    // A thread of its own: reading cannot be called off, and must not keep the runtime from ending.
    std::thread::spawn(move || {
        // An error is an end, too.
        let _ = io::copy(&mut io::stdin().lock(), &mut io::sink());
        drop(alive);
    });
    let _ = ended.await;
}
