//! Which streams of news are open. Each holds a connection for minutes, so a phone gets two (one may be about to end
//! while the next begins) and a wallet or shop a number of its own; a newer one ends the oldest, so that nobody is
//! locked out by connections that died without a word.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio_util::sync::CancellationToken;
use yui_protocol::Thumbprint;
use yui_store::Party;

/// The most streams of one phone, a resident's or a shop's.
const OF_PHONE: usize = 2;
/// The most streams of one resident.
const OF_WALLET: usize = 8;
/// The most streams of one shop.
const OF_SHOP: usize = 80;

/// See the module.
#[derive(Clone, Default)]
pub struct Streams(Arc<Mutex<HashMap<Party, VecDeque<Open>>>>);

struct Open {
    phone: Thumbprint,
    ended: CancellationToken,
}

/// The place of one stream; given back when it is dropped.
pub struct OpenStream {
    streams: Streams,
    party: Party,
    /// Cancelled when a newer stream needs the place.
    pub ended: CancellationToken,
}

impl Streams {
    /// A place for a stream of this phone.
    #[must_use]
    pub fn open(&self, phone: Thumbprint, party: Party) -> OpenStream {
        let ended = CancellationToken::new();
        let most = if matches!(party, Party::Shop(_)) { OF_SHOP } else { OF_WALLET };
        let mut parties = self.parties();
        let open = parties.entry(party).or_default();
        let of_phone = open.iter().filter(|stream| stream.phone == phone).count();
        let oldest = if of_phone >= OF_PHONE {
            open.iter().position(|stream| stream.phone == phone)
        } else {
            (open.len() >= most).then_some(0)
        };
        if let Some(oldest) = oldest.and_then(|at| open.remove(at)) {
            oldest.ended.cancel();
        }
        open.push_back(Open { phone, ended: ended.clone() });
        drop(parties);
        OpenStream { streams: self.clone(), party, ended }
    }

    /// How many are open.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parties().values().map(VecDeque::len).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn parties(&self) -> MutexGuard<'_, HashMap<Party, VecDeque<Open>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        // Whoever was ended for a newer one is out of the list already; its token tells it from the others.
        self.ended.cancel();
        let mut parties = self.streams.parties();
        if let Some(open) = parties.get_mut(&self.party) {
            open.retain(|stream| !stream.ended.is_cancelled());
            if open.is_empty() {
                parties.remove(&self.party);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use yui_protocol::{ShopId, Subject};

    use super::*;

    fn phone(n: u8) -> Thumbprint {
        Thumbprint([n; 32])
    }

    #[test]
    fn the_newest_stream_of_a_phone_ends_its_oldest() {
        let streams = Streams::default();
        let party = Party::Person(Subject::from_bytes([1; 16]));
        let other = streams.open(phone(2), party);
        let places: Vec<_> = (0..4).map(|_| streams.open(phone(1), party)).collect();
        let ended: Vec<_> = places.iter().map(|place| place.ended.is_cancelled()).collect();
        assert_eq!(ended, [true, true, false, false]);
        assert!(!other.ended.is_cancelled(), "another phone's is not touched");
        assert_eq!(streams.len(), 3);
        drop(places);
        drop(other);
        assert!(streams.is_empty() && streams.parties().is_empty());
    }

    #[test]
    fn a_wallet_and_a_shop_have_their_bounds() {
        for (party, most) in
            [(Party::Person(Subject::from_bytes([1; 16])), OF_WALLET), (Party::Shop(ShopId([1; 8])), OF_SHOP)]
        {
            let streams = Streams::default();
            let places: Vec<_> =
                (0..=most).map(|n| streams.open(phone(u8::try_from(n).expect("few")), party)).collect();
            assert_eq!(streams.len(), most);
            assert!(places[0].ended.is_cancelled() && !places[1].ended.is_cancelled());
        }
    }
}
