//! How many nonces may be in use by registrations that are not accepted. Room is bounded, and a flood costs the flooder:
//! a provider's networks together have so much of it, and as much again is kept for those of them that hold little. Of
//! all providers together the same is true.

use std::collections::HashMap;

use yui_protocol::ErrorCode;

use crate::http::network::Network;

/// How many may be held together; once more as many, by those who hold few of their own.
struct Share {
    most: usize,
    few: usize,
}

/// All providers; far more than registrations in the five minutes of a nonce.
const OF_ALL: Share = Share { most: 50_000, few: 100 };

/// The networks of one provider.
const OF_PROVIDER: Share = Share { most: 5_000, few: 10 };

impl Share {
    /// Whether one that holds `own` may have another one while all hold `all`.
    fn is_left(&self, all: usize, own: usize) -> bool {
        all < self.most || (own < self.few && all < 2 * self.most)
    }
}

/// See the module.
#[derive(Default)]
pub(super) struct Room {
    all: usize,
    by_network: HashMap<Network, usize>,
    by_provider: HashMap<Network, usize>,
}

impl Room {
    /// Takes the room of one more: `busy` when none is left for this network.
    pub(super) fn take(&mut self, network: Network) -> Result<(), ErrorCode> {
        let held =
            |counts: &HashMap<Network, usize>, network| counts.get(&network).copied().unwrap_or_default();
        let provider = network.surroundings();
        let (own, around) = (held(&self.by_network, network), held(&self.by_provider, provider));
        if !OF_PROVIDER.is_left(around, own) || !OF_ALL.is_left(self.all, around) {
            return Err(ErrorCode::Busy);
        }
        self.all += 1;
        self.by_network.insert(network, own + 1);
        self.by_provider.insert(provider, around + 1);
        Ok(())
    }

    /// How much is taken.
    #[cfg(test)]
    pub(super) fn taken(&self) -> usize {
        self.all
    }

    /// Gives back what was taken for this network.
    pub(super) fn give_back(&mut self, network: Network) {
        self.all -= 1;
        for (counts, of) in [(&mut self.by_network, network), (&mut self.by_provider, network.surroundings())]
        {
            if let Some(count) = counts.get_mut(&of) {
                *count -= 1;
                if *count == 0 {
                    counts.remove(&of);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv6Addr};

    use super::*;

    /// The nth network of a provider.
    fn network(provider: usize, n: usize) -> Network {
        let part = |n: usize| u16::try_from(n).expect("small");
        Network::of(IpAddr::V6(Ipv6Addr::new(0x2001, part(provider), part(n), 0, 0, 0, 0, 1)))
    }

    /// As much as 256 networks of a provider get, one after another in turns.
    fn flood(room: &mut Room, provider: usize) -> usize {
        (0..3 * OF_ALL.most).take_while(|n| room.take(network(provider, n % 256)).is_ok()).count()
    }

    #[test]
    fn a_flood_from_one_providers_networks_costs_neither_his_other_users_nor_anybody_else() {
        let mut room = Room::default();
        assert_eq!(flood(&mut room, 1), OF_PROVIDER.most);
        assert_eq!(room.take(network(1, 7)), Err(ErrorCode::Busy), "the flooder's own networks wait");
        for _ in 0..OF_PROVIDER.few {
            assert_eq!(room.take(network(1, 300)), Ok(()), "a neighbour");
            assert_eq!(room.take(network(2, 0)), Ok(()), "another provider's user");
        }
        assert_eq!(room.take(network(1, 300)), Err(ErrorCode::Busy), "once he holds many too");
    }

    #[test]
    fn a_flood_from_everywhere_takes_no_more_memory() {
        let mut room = Room::default();
        let providers = OF_ALL.most / OF_PROVIDER.most;
        assert!((1..=providers).all(|provider| flood(&mut room, provider) == OF_PROVIDER.most));
        let more = OF_ALL.most / OF_ALL.few;
        let others = (1..=more).all(|n| flood(&mut room, providers + n) == OF_ALL.few);
        assert!(others, "who comes new is still let in");
        assert_eq!(room.take(network(60_000, 0)), Err(ErrorCode::Busy));
        assert_eq!(room.all, 2 * OF_ALL.most);
        room.give_back(network(1, 0));
        assert_eq!(room.take(network(60_000, 0)), Ok(()));
    }

    #[test]
    fn what_is_given_back_leaves_nothing() {
        let mut room = Room::default();
        let networks = [network(1, 0), network(1, 1), network(1, 0)];
        assert!(networks.into_iter().all(|network| room.take(network).is_ok()));
        for network in networks {
            room.give_back(network);
        }
        assert_eq!((room.all, room.by_network.len(), room.by_provider.len()), (0, 0, 0));
    }
}
