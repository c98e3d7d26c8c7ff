//! How often one network, one phone, or all phones of one wallet or shop may ask. A town hall shares one address, so
//! networks get a wide bound and phones a narrow one; a shop has many phones, and whoever reads much can still pay. What
//! costs the server most (registration, mail) has its own. Staff share a network with whoever waits in their hall, so
//! they sign in under a bound of their own, and who has signed in is counted alone.

use std::{num::NonZeroU32, time::Duration};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use governor::{
    DefaultDirectRateLimiter, DefaultKeyedRateLimiter, NotUntil, Quota, RateLimiter,
    clock::{Clock, DefaultClock, QuantaInstant},
};
use yui_protocol::Thumbprint;
use yui_store::Party;

use crate::{
    config::Limits,
    http::{
        counted::Counted,
        network::{Network, Peer},
        problem::ApiError,
    },
    staff::session,
    state::Yui,
};

/// The most networks that are counted apart.
const NETWORKS: usize = 100_000;
/// All phones of one resident may ask as often as this many phones.
const WALLET_PHONES: u32 = 3;
/// All phones of one shop may ask as often as this many phones.
const SHOP_PHONES: u32 = 40;

type ByNetwork = RateLimiter<Network, Counted, DefaultClock>;

/// The bounds, in memory.
pub struct Rates {
    networks: ByNetwork,
    costly: ByNetwork,
    sign_ins: ByNetwork,
    sessions: DefaultKeyedRateLimiter<String>,
    mails: DefaultDirectRateLimiter,
    reads: Asking,
    commands: Asking,
}

/// The bounds of those who proved who they are. They need no bound of their own number: only registered ones count.
struct Asking {
    phones: DefaultKeyedRateLimiter<Thumbprint>,
    wallets: DefaultKeyedRateLimiter<Party>,
    shops: DefaultKeyedRateLimiter<Party>,
}

impl Asking {
    fn new(per_minute: u32) -> Self {
        Self {
            phones: RateLimiter::keyed(quota(per_minute)),
            wallets: RateLimiter::keyed(quota(per_minute.saturating_mul(WALLET_PHONES))),
            shops: RateLimiter::keyed(quota(per_minute.saturating_mul(SHOP_PHONES))),
        }
    }

    fn check(&self, phone: &Thumbprint, party: Party) -> Result<(), ApiError> {
        self.check_phone(phone)?;
        let all = if matches!(party, Party::Shop(_)) { &self.shops } else { &self.wallets };
        all.check_key(&party).map_err(|until| wait(&until))
    }

    fn check_phone(&self, phone: &Thumbprint) -> Result<(), ApiError> {
        self.phones.check_key(phone).map_err(|until| wait(&until))
    }

    fn forget_quiet(&self) {
        self.phones.retain_recent();
        self.wallets.retain_recent();
        self.shops.retain_recent();
    }
}

/// A bound with a burst of its whole minute.
fn quota(per_minute: u32) -> Quota {
    Quota::per_minute(times(per_minute))
}

fn times(count: u32) -> NonZeroU32 {
    NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN)
}

impl Rates {
    /// Bounds as configured.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        let by_network = |per_minute| {
            RateLimiter::new(quota(per_minute), Counted::at_most(NETWORKS), DefaultClock::default())
        };
        Self {
            networks: by_network(limits.network_per_minute),
            costly: by_network(limits.costly_per_minute),
            sign_ins: by_network(limits.costly_per_minute),
            sessions: RateLimiter::keyed(quota(limits.reads_per_minute)),
            mails: RateLimiter::direct(Quota::per_hour(times(limits.mails_per_hour))),
            reads: Asking::new(limits.reads_per_minute),
            commands: Asking::new(limits.commands_per_minute),
        }
    }

    /// Counts a request with a token of a phone: `rate_limited` when it, or all phones of its wallet or shop
    /// together, asked too often.
    pub fn read(&self, phone: &Thumbprint, party: Party) -> Result<(), ApiError> {
        self.reads.check(phone, party)
    }

    /// Counts a signed command, apart from requests that only read: `rate_limited`.
    pub fn command(&self, phone: &Thumbprint, party: Party) -> Result<(), ApiError> {
        self.commands.check(phone, party)
    }

    /// Counts a signed command of a phone that was removed, for itself alone: `rate_limited`.
    pub fn command_of_removed(&self, phone: &Thumbprint) -> Result<(), ApiError> {
        self.commands.check_phone(phone)
    }

    /// Counts a mail with a registration code, to whomever; refused with the seconds until the next may leave.
    pub fn mail(&self) -> Result<(), u32> {
        self.mails.check().map_err(|until| seconds(&until))
    }

    /// Forgets whoever has been quiet, so that memory stays bounded.
    pub fn forget_quiet(&self) {
        self.networks.retain_recent();
        self.costly.retain_recent();
        self.sign_ins.retain_recent();
        self.sessions.retain_recent();
        self.reads.forget_quiet();
        self.commands.forget_quiet();
    }
}

fn wait(until: &NotUntil<QuantaInstant>) -> ApiError {
    ApiError::rate_limited(seconds(until))
}

fn seconds(until: &NotUntil<QuantaInstant>) -> u32 {
    let wait = until.wait_time_from(DefaultClock::default().now());
    let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    u32::try_from(seconds).unwrap_or(u32::MAX)
}

/// The bound of a session of staff, or of the network of anybody else: `rate_limited`.
pub(super) fn by_sender(yui: &Yui, request: &Request) -> Result<(), ApiError> {
    let counted = match session::known(yui, request.headers()) {
        Some(session) => yui.rates.sessions.check_key(&session),
        None => yui.rates.networks.check_key(&network(yui, request)),
    };
    counted.map_err(|until| wait(&until))
}

/// Layer: the narrower bound for what costs most, such as a registration.
pub async fn costly(State(yui): State<Yui>, request: Request, next: Next) -> Result<Response, ApiError> {
    yui.rates.costly.check_key(&network(&yui, &request)).map_err(|until| wait(&until))?;
    Ok(next.run(request).await)
}

/// Layer: the same bound for tries of staff to sign in, apart: who registers phones keeps no counter shut.
pub async fn sign_in(State(yui): State<Yui>, request: Request, next: Next) -> Result<Response, ApiError> {
    yui.rates.sign_ins.check_key(&network(&yui, &request)).map_err(|until| wait(&until))?;
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
    use yui_protocol::{ShopId, Subject};

    use super::*;

    fn rates(reads: u32, commands: u32) -> Rates {
        Rates::new(&Limits { reads_per_minute: reads, commands_per_minute: commands, ..Limits::default() })
    }

    fn phone(n: u8) -> Thumbprint {
        Thumbprint([n; 32])
    }

    #[test]
    fn the_phones_of_a_busy_shop_do_not_hinder_each_other() {
        let rates = rates(2, 1);
        let shop = Party::Shop(ShopId([1; 8]));
        for n in 0..6 {
            assert!(rates.read(&phone(n), shop).is_ok() && rates.read(&phone(n), shop).is_ok(), "phone {n}");
            assert!(rates.read(&phone(n), shop).is_err(), "one phone has its bound");
            assert!(rates.command(&phone(n), shop).is_ok(), "who reads too much can still be paid");
            assert!(rates.command(&phone(n), shop).is_err());
        }
    }

    #[test]
    fn more_phones_do_not_give_a_wallet_more_and_more() {
        let rates = rates(1, 1);
        let wallet = Party::Person(Subject::from_bytes([1; 16]));
        let taken = (0..10).filter(|n| rates.read(&phone(*n), wallet).is_ok()).count();
        assert_eq!(taken, WALLET_PHONES as usize);
        let other = Party::Person(Subject::from_bytes([2; 16]));
        assert!(rates.read(&phone(50), other).is_ok());
        rates.forget_quiet();
        assert!(rates.read(&phone(51), wallet).is_err(), "who asked a moment ago is not forgotten");
    }
}
