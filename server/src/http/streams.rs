//! Which streams of news are open. Each holds a connection for minutes, so a phone gets two (one may be about to end
//! while the next begins) and a wallet or shop a number of its own; a newer one ends the oldest, so that nobody is
//! locked out by connections that died without a word. All of them together leave the listener places for everything else.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio_util::sync::CancellationToken;
use yui_protocol::{ErrorCode, Thumbprint};
use yui_store::Party;

use crate::http::{problem::ApiError, serve::CONNECTIONS};

/// The most streams of one phone, a resident's or a shop's.
const OF_PHONE: usize = 2;
/// The most streams of one resident.
const OF_WALLET: usize = 8;
/// The most streams of one shop.
const OF_SHOP: usize = 80;

/// The most streams of everybody.
const IN_ALL: usize = CONNECTIONS / 4 * 3;
/// After how many seconds a phone that found no place asks again; it reads its feed meanwhile.
const NO_PLACE: u32 = 30;

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
    /// A place for a stream of this phone; `busy` when everybody's places are taken and it ends none of its own.
    pub fn open(&self, phone: Thumbprint, party: Party) -> Result<OpenStream, ApiError> {
        let ended = CancellationToken::new();
        let most = if matches!(party, Party::Shop(_)) { OF_SHOP } else { OF_WALLET };
        let mut parties = self.parties();
        let in_all: usize = parties.values().map(VecDeque::len).sum();
        let open = parties.entry(party).or_default();
        let of_phone = open.iter().filter(|stream| stream.phone == phone).count();
        let oldest = if of_phone >= OF_PHONE {
            open.iter().position(|stream| stream.phone == phone)
        } else {
            (open.len() >= most).then_some(0)
        };
        match oldest.and_then(|at| open.remove(at)) {
            Some(oldest) => oldest.ended.cancel(),
            None if in_all >= IN_ALL => {
                parties.retain(|_, open| !open.is_empty());
                return Err(ApiError { retry_after: Some(NO_PLACE), ..ApiError::new(ErrorCode::Busy) });
            }
            None => {}
        }
        open.push_back(Open { phone, ended: ended.clone() });
        drop(parties);
        Ok(OpenStream { streams: self.clone(), party, ended })
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
        let other = streams.open(phone(2), party).expect("a place");
        let places: Vec<_> = (0..4).map(|_| streams.open(phone(1), party).expect("a place")).collect();
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
            let open = |n| streams.open(phone(u8::try_from(n).expect("few")), party).expect("a place");
            let places: Vec<_> = (0..=most).map(open).collect();
            assert_eq!(streams.len(), most);
            assert!(places[0].ended.is_cancelled() && !places[1].ended.is_cancelled());
        }
    }

    #[test]
    fn all_together_leave_the_listener_places_for_everything_else() {
        let streams = Streams::default();
        let shop = |n: usize| Party::Shop(ShopId((n as u64).to_be_bytes()));
        let mut places: Vec<_> = (0..IN_ALL)
            .map(|n| {
                streams
                    .open(phone(u8::try_from(n % OF_SHOP).expect("few")), shop(n / OF_SHOP))
                    .expect("a place")
            })
            .collect();
        let refused = streams.open(phone(200), shop(9999)).err().expect("no place");
        assert_eq!((refused.code, refused.retry_after), (ErrorCode::Busy, Some(NO_PLACE)));
        assert_eq!(streams.parties().len(), IN_ALL.div_ceil(OF_SHOP), "who got none is not remembered");
        // A phone that ends its own for it is let in, and so is the next one when a place is free.
        let _newer = streams.open(phone(0), shop(0)).expect("in place of its own");
        assert!(streams.open(phone(200), shop(9999)).is_err());
        drop(places.pop());
        assert!(streams.open(phone(200), shop(9999)).is_ok());
    }
}
