//! How often one network, or one wallet, may ask. A town hall shares one address, so networks get a wide bound and
//! wallets a narrow one; what costs the server most (registration, mail) has its own.

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
use yui_store::Party;

use crate::{
    config::Limits,
    http::{
        network::{Network, Peer},
        problem::ApiError,
    },
    state::Yui,
};

/// The most networks that are counted apart. Beyond it, those that come new share one bound, so that a flood from
/// everywhere costs neither memory nor those who were there before it.
const NETWORKS: usize = 100_000;

/// The three kinds of bounds, in memory. Wallets need no bound of their own number: only registered ones count.
pub struct Rates {
    networks: DefaultKeyedRateLimiter<Origin>,
    costly: DefaultKeyedRateLimiter<Origin>,
    wallets: DefaultKeyedRateLimiter<Party>,
}

/// Whose requests are counted together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Origin {
    Network(Network),
    Crowd,
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
            wallets: RateLimiter::keyed(quota(limits.wallet_per_minute)),
        }
    }

    /// Counts a request of a person's or a shop's phones, all of them together; `rate_limited` when there were too
    /// many.
    pub fn wallet(&self, party: Party) -> Result<(), ApiError> {
        check(&self.wallets, &party)
    }

    /// Forgets whoever has been quiet, so that memory stays bounded.
    pub fn forget_quiet(&self) {
        self.networks.retain_recent();
        self.costly.retain_recent();
        self.wallets.retain_recent();
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

fn check_network(
    limiter: &DefaultKeyedRateLimiter<Origin>,
    network: Network,
    most: usize,
) -> Result<(), ApiError> {
    // A full table is looked through again by `forget_quiet`, not for each request.
    let origin = if limiter.len() < most { Origin::Network(network) } else { Origin::Crowd };
    check(limiter, &origin)
}

/// Layer: the bound of the sender's network.
pub async fn by_network(State(yui): State<Yui>, request: Request, next: Next) -> Result<Response, ApiError> {
    check_network(&yui.rates.networks, network(&yui, &request), NETWORKS)?;
    Ok(next.run(request).await)
}

/// Layer: the narrower bound for what costs most, such as a registration.
pub async fn costly(State(yui): State<Yui>, request: Request, next: Next) -> Result<Response, ApiError> {
    check_network(&yui.rates.costly, network(&yui, &request), NETWORKS)?;
    Ok(next.run(request).await)
}

fn network(yui: &Yui, request: &Request) -> Network {
    let peer = request.extensions().get::<Peer>().copied();
    Network::of_request(peer, request.headers(), &yui.config.trusted_proxies)
}

/// How often [`Rates::forget_quiet`] is worth calling.
pub const FORGET_EVERY: Duration = Duration::from_mins(1);

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv6Addr};

    use super::*;

    #[test]
    fn a_flood_from_everywhere_shares_one_bound_and_takes_no_more_memory() {
        let limiter = RateLimiter::keyed(Quota::per_minute(NonZeroU32::new(3).expect("not zero")));
        let network = |n: u16| Network::of(IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, n, 0, 0, 0, 0, 1)));
        for n in 0..10 {
            assert!(check_network(&limiter, network(n), 10).is_ok());
        }
        let crowd: Vec<_> = (10..20).map(|n| check_network(&limiter, network(n), 10).is_ok()).collect();
        assert_eq!(crowd.iter().filter(|taken| **taken).count(), 3, "{crowd:?}");
        assert_eq!(limiter.len(), 11);
    }
}
