//! Which requests are counted together when there are more networks than can be counted apart. Who was there before
//! keeps his own count; who comes new is counted with his wider surroundings, so that a flood from everywhere costs
//! neither memory nor those who were there before it, and one from a single provider costs that provider's users.

use governor::{
    nanos::Nanos,
    state::{
        StateStore,
        keyed::{DashMapStateStore, ShrinkableKeyedStateStore},
    },
};

use crate::http::network::Network;

/// Whose requests are counted together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Origin {
    Network(Network),
    Surroundings(Network),
    Crowd,
}

/// The counts of at most so many networks, of as many of their surroundings, and of all the rest.
pub struct Counted {
    counts: DashMapStateStore<Origin>,
    most: usize,
}

impl Counted {
    /// Room for `most` networks.
    #[must_use]
    pub fn at_most(most: usize) -> Self {
        Self { counts: DashMapStateStore::default(), most }
    }

    fn of(&self, network: Network) -> Origin {
        let (own, wider) = (Origin::Network(network), Origin::Surroundings(network.surroundings()));
        // A full table is looked through again by `retain_recent`, not for each request.
        if self.counts.contains_key(&own) || self.counts.len() < self.most {
            own
        } else if self.counts.contains_key(&wider) || self.counts.len() < 2 * self.most {
            wider
        } else {
            Origin::Crowd
        }
    }
}

impl StateStore for Counted {
    type Key = Network;

    fn measure_and_replace<T, F, E>(&self, network: &Network, count: F) -> Result<T, E>
    where
        F: Fn(Option<Nanos>) -> Result<(T, Nanos), E>,
    {
        self.counts.measure_and_replace(&self.of(*network), count)
    }
}

impl ShrinkableKeyedStateStore<Network> for Counted {
    fn retain_recent(&self, drop_below: Nanos) {
        self.counts.retain_recent(drop_below);
    }

    fn len(&self) -> usize {
        self.counts.len()
    }

    fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use std::{
        net::{IpAddr, Ipv6Addr},
        num::NonZeroU32,
    };

    use governor::{Quota, RateLimiter, clock::DefaultClock};

    use super::*;

    fn network(provider: u16, n: u16) -> Network {
        Network::of(IpAddr::V6(Ipv6Addr::new(0x2001, provider, n, 0, 0, 0, 0, 1)))
    }

    #[test]
    fn a_flood_costs_neither_those_before_it_nor_other_providers_nor_memory() {
        let quota = Quota::per_minute(NonZeroU32::new(3).expect("not zero"));
        let limiter: RateLimiter<Network, Counted, DefaultClock> =
            RateLimiter::new(quota, Counted::at_most(10), DefaultClock::default());
        let taken = |network| limiter.check_key(&network).is_ok();
        assert!((0..10).all(|n| taken(network(1, n))));
        let flood: Vec<_> = (10..20).map(|n| taken(network(1, n))).collect();
        assert_eq!(flood.iter().filter(|taken| **taken).count(), 3, "they share one bound: {flood:?}");
        assert!((0..10).all(|n| taken(network(1, n)) && taken(network(1, n))), "who was there has his own");
        assert!(!taken(network(1, 0)), "with its bound");
        assert!(taken(network(2, 0)), "another provider's users are not in the flood");
        let everywhere: Vec<_> = (3..40).map(|provider| taken(network(provider, 0))).collect();
        assert_eq!(everywhere.iter().filter(|taken| **taken).count(), 8 + 3, "{everywhere:?}");
        assert_eq!(limiter.len(), 21);
    }
}
