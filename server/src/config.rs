//! What a server is told when it starts. Reading it from the command line is the binary's affair.

use std::{net::IpAddr, time::Duration};

use yui_protocol::{TownCode, municipality::Municipality};

use crate::identity::realm_key::RealmKey;

/// The configuration of one server: one town and its realm.
#[derive(Clone)]
pub struct Config {
    /// The public origin, such as `https://omura.example`, without a slash at the end: what phones sign.
    pub origin: String,
    /// Further origins under which phones reach this server, such as one it had before.
    pub other_origins: Vec<String>,
    /// The town.
    pub municipality: Municipality,
    /// The realm's secret.
    pub realm_key: RealmKey,
    /// Our own proxies, whose `X-Forwarded-For` is believed; none by default.
    pub trusted_proxies: Vec<IpAddr>,
    /// Bounds.
    pub limits: Limits,
}

impl Config {
    /// Every origin that a phone may have signed for.
    pub fn origins(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.origin).chain(&self.other_origins).map(String::as_str)
    }

    /// Whether phones reach this server through something that ends TLS before it. If that stands on this machine and
    /// leaves no mark, a stranger cannot be told from the operator.
    #[must_use]
    pub fn is_behind_tls(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// The town's code.
    #[must_use]
    pub fn town(&self) -> TownCode {
        self.municipality.code
    }
}

/// Bounds on requests.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Requests a minute from one network (IPv4 /24, IPv6 /56); a town hall is one.
    pub network_per_minute: u32,
    /// Registrations, registration codes and the like a minute from one network, and as many tries of staff to sign in.
    pub costly_per_minute: u32,
    /// Registration codes by mail an hour, to all addresses together: what a town's visitors ask for on a busy day, and
    /// no more than its mail program's good name bears.
    pub mails_per_hour: u32,
    /// Requests with a token a minute by one phone, a resident's or a shop's, or with the cookie of one session of staff.
    pub reads_per_minute: u32,
    /// Signed commands a minute by one phone, a resident's or a shop's.
    pub commands_per_minute: u32,
    /// Connections at once from one network, unless it is one of our own proxies.
    pub network_connections: usize,
    /// How long a connection may take not a byte of its answer.
    pub write_time: Duration,
    /// The most bytes of a body.
    pub body_bytes: usize,
    /// How long an answer may take to begin.
    pub request_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            network_per_minute: 1200,
            costly_per_minute: 60,
            mails_per_hour: 1000,
            reads_per_minute: 240,
            commands_per_minute: 240,
            network_connections: 512,
            write_time: Duration::from_secs(30),
            body_bytes: 64 * 1024,
            request_time: Duration::from_secs(20),
        }
    }
}
