//! How many connections each network holds at once: without it one sender could take all places of the listener. Our
//! own proxies are not counted; they bring everybody.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::http::network::Network;

/// The connections of all networks.
#[derive(Clone)]
pub struct Places {
    taken: Arc<Mutex<HashMap<Network, usize>>>,
    most: usize,
    proxies: Vec<IpAddr>,
}

/// One connection's place; given back when it is dropped.
pub struct Place {
    places: Places,
    network: Option<Network>,
}

impl Places {
    /// At most so many a network.
    #[must_use]
    pub fn new(most: usize, proxies: &[IpAddr]) -> Self {
        Self { taken: Arc::default(), most, proxies: proxies.to_vec() }
    }

    /// A place for a connection from this address; none when its network has all it may.
    #[must_use]
    pub fn take(&self, peer: IpAddr) -> Option<Place> {
        let network = (!self.proxies.contains(&peer.to_canonical())).then(|| Network::of(peer));
        if let Some(network) = network {
            let mut taken = self.taken();
            let count = taken.entry(network).or_default();
            if *count >= self.most {
                return None;
            }
            *count += 1;
        }
        Some(Place { places: self.clone(), network })
    }

    fn taken(&self) -> MutexGuard<'_, HashMap<Network, usize>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some(network) = self.network else { return };
        let mut taken = self.places.taken();
        if let Some(count) = taken.get_mut(&network) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&network);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_has_so_many_places_and_our_proxy_all() {
        let address = |text: &str| text.parse::<IpAddr>().expect("an address");
        let places = Places::new(2, &[address("10.0.0.1")]);
        let held: Vec<_> = (1..=2).map(|n| places.take(address(&format!("203.0.113.{n}")))).collect();
        assert!(held.iter().all(Option::is_some));
        assert!(places.take(address("203.0.113.9")).is_none());
        assert!(places.take(address("203.0.114.9")).is_some(), "another network");
        let proxied: Vec<_> = (0..9).map(|_| places.take(address("::ffff:10.0.0.1"))).collect();
        assert!(proxied.iter().all(Option::is_some));
        drop(held);
        assert!(places.take(address("203.0.113.9")).is_some());
        drop(proxied);
        assert!(places.taken().is_empty(), "what is given back takes no memory");
    }
}
