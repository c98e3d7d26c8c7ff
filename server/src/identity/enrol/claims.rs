//! Nonces in use whose registration is not accepted. A nonce belongs to the first statement that uses it; until that
//! registration is decided the same statement may come again a few times (the verifier may have been out of reach). Any
//! other statement is refused, and this one too once it was.
//!
//! All of it is in memory only, because whoever comes is a stranger until then, and nothing that strangers do may grow the
//! store or its log. What a restart forgets here are nonces that have ended with it.
//!
//! Room is bounded, and a flood costs the flooder: a provider's networks together have so much of it, and beyond that it is
//! kept for those of them that hold little. Of all providers together the same is true.

use std::{
    collections::{BTreeSet, HashMap},
    sync::{Mutex, MutexGuard, PoisonError},
};

use yui_protocol::{ErrorCode, Millis};

use crate::{
    http::network::Network,
    identity::nonce::{Given, LENGTH},
};

/// How often one statement may come before it is decided.
const TRIES: u32 = 5;

/// How many nonces may be in use by some together; once more as many, by those who have few of their own.
struct Room {
    most: usize,
    few: usize,
}

/// For all providers; far more than registrations in the five minutes of a nonce.
const OF_ALL: Room = Room { most: 50_000, few: 100 };

/// For the networks of one provider.
const OF_PROVIDER: Room = Room { most: 5_000, few: 10 };

impl Room {
    /// Whether one that holds `own` may have another one while all hold `all`.
    fn is_left(&self, all: usize, own: usize) -> bool {
        all < self.most || (own < self.few && all < 2 * self.most)
    }
}

/// See the module.
#[derive(Default)]
pub struct Claims(Mutex<Held>);

#[derive(Default)]
struct Held {
    by_nonce: HashMap<[u8; LENGTH], Claim>,
    /// In the order in which they end: forgetting looks at no other.
    ends: BTreeSet<(Millis, [u8; LENGTH])>,
    by_network: HashMap<Network, usize>,
    by_provider: HashMap<Network, usize>,
}

struct Claim {
    statement: [u8; 32],
    network: Network,
    tries: u32,
    refused: bool,
}

impl Claims {
    /// Notes that `statement`, which came from `network`, uses the nonce: `nonce_used` when another does, this one was
    /// refused, or came too often; `busy` when too many are in use where it comes from.
    pub fn claim(
        &self,
        given: &Given,
        statement: &[u8; 32],
        network: Network,
        now: Millis,
    ) -> Result<(), ErrorCode> {
        let mut held = self.held();
        held.forget_old(now);
        if !held.by_nonce.contains_key(&given.nonce) {
            return held.take(given, Claim { statement: *statement, network, tries: 1, refused: false });
        }
        match held.by_nonce.get_mut(&given.nonce) {
            Some(claim) if claim.statement == *statement && !claim.refused && claim.tries < TRIES => {
                claim.tries += 1;
                Ok(())
            }
            _ => Err(ErrorCode::NonceUsed),
        }
    }

    /// The registration is refused for good.
    pub fn refuse(&self, given: &Given) {
        if let Some(claim) = self.held().by_nonce.get_mut(&given.nonce) {
            claim.refused = true;
        }
    }

    /// Forgets the nonces that have run out.
    pub fn forget_old(&self, now: Millis) {
        self.held().forget_old(now);
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn take(&mut self, given: &Given, claim: Claim) -> Result<(), ErrorCode> {
        let of =
            |counts: &HashMap<Network, usize>, network| counts.get(&network).copied().unwrap_or_default();
        let (network, provider) = (claim.network, claim.network.surroundings());
        let own = of(&self.by_network, network);
        let around = of(&self.by_provider, provider);
        if !OF_PROVIDER.is_left(around, own) || !OF_ALL.is_left(self.by_nonce.len(), around) {
            return Err(ErrorCode::Busy);
        }
        self.by_network.insert(network, own + 1);
        self.by_provider.insert(provider, around + 1);
        self.ends.insert((given.expires_at, given.nonce));
        self.by_nonce.insert(given.nonce, claim);
        Ok(())
    }

    fn forget_old(&mut self, now: Millis) {
        while let Some((_, nonce)) = self.ends.first().copied().filter(|(end, _)| *end < now) {
            self.ends.pop_first();
            let Some(claim) = self.by_nonce.remove(&nonce) else { continue };
            give_back(&mut self.by_network, claim.network);
            give_back(&mut self.by_provider, claim.network.surroundings());
        }
    }
}

fn give_back(counts: &mut HashMap<Network, usize>, network: Network) {
    if let Some(count) = counts.get_mut(&network) {
        *count -= 1;
        if *count == 0 {
            counts.remove(&network);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv6Addr};

    use super::*;

    fn given(n: usize, expires_at: i64) -> Given {
        let mut nonce = [0; LENGTH];
        nonce[..8].copy_from_slice(&n.to_be_bytes());
        Given { nonce, expires_at: Millis(expires_at) }
    }

    /// The nth network of a provider.
    fn network(provider: usize, n: usize) -> Network {
        let part = |n: usize| u16::try_from(n).expect("small");
        Network::of(IpAddr::V6(Ipv6Addr::new(0x2001, part(provider), part(n), 0, 0, 0, 0, 1)))
    }

    #[test]
    fn a_nonce_is_the_first_statements_a_few_times_and_nobodys_once_refused() {
        let claims = Claims::default();
        let claim = |n: usize, statement: u8| {
            claims.claim(&given(n, 100), &[statement; 32], network(1, usize::from(statement)), Millis(0))
        };
        for _ in 0..TRIES {
            assert_eq!(claim(1, 1), Ok(()));
            assert_eq!(claim(1, 2), Err(ErrorCode::NonceUsed));
        }
        assert_eq!(claim(1, 1), Err(ErrorCode::NonceUsed), "too often");
        assert_eq!(claim(2, 1), Ok(()));
        claims.refuse(&given(2, 100));
        assert_eq!(claim(2, 1), Err(ErrorCode::NonceUsed));
        claims.forget_old(Millis(100));
        assert_eq!(claims.held().by_nonce.len(), 2);
        claims.forget_old(Millis(101));
        let held = claims.held();
        assert!(held.by_nonce.is_empty() && held.ends.is_empty());
        assert!(held.by_network.is_empty() && held.by_provider.is_empty());
    }

    /// As many as `networks` of a provider get, one after another in turns.
    fn flood(claims: &Claims, provider: usize, networks: usize) -> usize {
        let one = |n: usize| {
            let nonce = given(provider * 1_000_000 + n, 10);
            claims.claim(&nonce, &[1; 32], network(provider, n % networks), Millis(0))
        };
        (0..).take_while(|n| one(*n).is_ok()).count()
    }

    #[test]
    fn a_flood_from_one_providers_networks_costs_neither_his_other_users_nor_anybody_else() {
        let claims = Claims::default();
        let first = given(9_999_999, 10);
        assert_eq!(claims.claim(&first, &[1; 32], network(1, 0), Millis(0)), Ok(()));
        assert_eq!(flood(&claims, 1, 256), OF_PROVIDER.most - 1);
        let comes = |n: usize, network| claims.claim(&given(n, 10), &[1; 32], network, Millis(0));
        assert_eq!(comes(1, network(1, 7)), Err(ErrorCode::Busy), "the flooder's own networks wait");
        for n in 0..OF_PROVIDER.few {
            assert_eq!(comes(2_000_000 + n, network(1, 300)), Ok(()), "a neighbour");
            assert_eq!(comes(3_000_000 + n, network(2, 0)), Ok(()), "another provider's user");
        }
        assert_eq!(claims.claim(&first, &[1; 32], network(1, 0), Millis(0)), Ok(()), "who was there before");
        assert_eq!(comes(4_000_000, network(1, 300)), Err(ErrorCode::Busy), "once he holds many too");
    }

    #[test]
    fn a_flood_from_everywhere_takes_no_more_memory_and_passes() {
        let claims = Claims::default();
        let providers = OF_ALL.most / OF_PROVIDER.most;
        assert!((1..=providers).all(|provider| flood(&claims, provider, 256) == OF_PROVIDER.most));
        let more = 10;
        let few = (0..more).map(|n| flood(&claims, providers + 1 + n, 256));
        assert_eq!(few.sum::<usize>(), more * OF_ALL.few, "who comes new is still let in");
        let most = (0..OF_ALL.most / OF_ALL.few).map(|n| flood(&claims, providers + 1 + more + n, 256));
        assert_eq!(most.sum::<usize>(), OF_ALL.most - more * OF_ALL.few);
        assert_eq!(claims.held().by_nonce.len(), 2 * OF_ALL.most);
        let late = |now| claims.claim(&given(1, 20), &[1; 32], network(60_000, 0), Millis(now));
        assert_eq!(late(10), Err(ErrorCode::Busy));
        assert_eq!(late(11), Ok(()));
        assert_eq!(claims.held().by_nonce.len(), 1);
    }
}
