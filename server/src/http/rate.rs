//! How often one network, or one key, may ask. A town hall shares one address, so networks get a wide bound and
//! keys a narrow one; what costs the server most (registration, mail) has its own.

use std::{num::NonZeroU32, time::Duration};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};
use yui_protocol::Thumbprint;

use crate::{
    config::Limits,
    http::{
        network::{Network, Peer},
        problem::ApiError,
    },
    state::Yui,
};

/// The three kinds of bounds, in memory.
pub struct Rates {
    networks: DefaultKeyedRateLimiter<Network>,
    costly: DefaultKeyedRateLimiter<Network>,
    keys: DefaultKeyedRateLimiter<Thumbprint>,
}

impl Rates {
    /// Bounds as configured, each with a burst of its whole minute.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        let quota =
            |per_minute: u32| Quota::per_minute(NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN));
        Self {
            networks: RateLimiter::keyed(quota(limits.network_per_minute)),
            costly: RateLimiter::keyed(quota(limits.costly_per_minute)),
            keys: RateLimiter::keyed(quota(limits.key_per_minute)),
        }
    }

    /// Counts a request of a key (a person's phone or a shop's); `rate_limited` when there were too many.
    pub fn key(&self, key: Thumbprint) -> Result<(), ApiError> {
        check(&self.keys, &key)
    }

    /// Forgets whoever has been quiet, so that memory stays bounded.
    pub fn forget_quiet(&self) {
        self.networks.retain_recent();
        self.costly.retain_recent();
        self.keys.retain_recent();
    }
}

fn check<K: std::hash::Hash + Eq + Clone>(
    limiter: &DefaultKeyedRateLimiter<K>,
    key: &K,
) -> Result<(), ApiError> {
    limiter.check_key(key).map_err(|until| {
        let wait = until.wait_time_from(DefaultClock::default().now());
        let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
        ApiError::rate_limited(u32::try_from(seconds).unwrap_or(u32::MAX))
    })
}

/// Layer: the bound of the sender's network.
pub async fn by_network(State(yui): State<Yui>, request: Request, next: Next) -> Result<Response, ApiError> {
    check(&yui.rates.networks, &network(&yui, &request))?;
    Ok(next.run(request).await)
}

/// Layer: the narrower bound for what costs most, such as a registration.
pub async fn costly(State(yui): State<Yui>, request: Request, next: Next) -> Result<Response, ApiError> {
    check(&yui.rates.costly, &network(&yui, &request))?;
    Ok(next.run(request).await)
}

fn network(yui: &Yui, request: &Request) -> Network {
    let peer = request.extensions().get::<Peer>().copied();
    Network::of_request(peer, request.headers(), &yui.config.trusted_proxies)
}

/// How often [`Rates::forget_quiet`] is worth calling.
pub const FORGET_EVERY: Duration = Duration::from_mins(1);
