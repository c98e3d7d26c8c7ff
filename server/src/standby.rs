//! Which of a town's servers answers. Several may run over the same PostgreSQL schemas, but what a server holds in
//! memory (shops, keys, who waits for a review) is right only on the one that writes. So a server answers while it
//! leads both stores; the others say `unavailable`, and one that takes over reads all of it again before its first
//! answer: a phone that was removed through another server is out here too.

use std::sync::{
    PoisonError, RwLock,
    atomic::{AtomicBool, Ordering},
};

use tokio::sync::{Mutex, watch};
use yui_protocol::ErrorCode;
use yui_store::{Standing, Store, StoreError, Writer};

use crate::{
    StartError,
    http::problem::ApiError,
    identity::{devices, realm_key},
    shop,
    state::{Ended, Yui},
};

/// What is asked of every server whether it leads or not: does it live, and how does it do.
const ALWAYS: [&str; 2] = ["/healthz", "/metrics"];

/// Whether memory is that of the present lead.
pub struct Leadership {
    /// Town and realm; a change that these have not seen is a lead that was lost, even when it came back since.
    standings: RwLock<[watch::Receiver<Standing>; 2]>,
    read: AtomicBool,
    turn: Mutex<()>,
}

impl Leadership {
    /// Nothing is read yet.
    #[must_use]
    pub fn new(town: &Store, realm: &Store) -> Self {
        Self {
            standings: RwLock::new([town, realm].map(|store| store.writer().standing())),
            read: AtomicBool::new(false),
            turn: Mutex::new(()),
        }
    }

    /// Whether both stores are this server's to write. One whose ledger is broken writes nothing, and is read on.
    fn leads(&self) -> bool {
        let standings = self.standings.read().unwrap_or_else(PoisonError::into_inner);
        standings.iter().all(|now| matches!(*now.borrow(), Standing::Leading | Standing::Broken(_)))
    }

    /// Whether another server leads a store, so that this one answers nobody.
    #[must_use]
    pub fn stands_by(&self) -> bool {
        let standings = self.standings.read().unwrap_or_else(PoisonError::into_inner);
        standings.iter().any(|now| *now.borrow() == Standing::Standby)
    }

    /// Whether the clock of this server cannot be believed: not its times, and so not its answers either.
    fn clock_in_doubt(&self) -> bool {
        let standings = self.standings.read().unwrap_or_else(PoisonError::into_inner);
        standings.iter().any(|now| *now.borrow() == Standing::ClockInDoubt)
    }

    fn unchanged(&self) -> bool {
        let standings = self.standings.read().unwrap_or_else(PoisonError::into_inner);
        standings.iter().all(|now| matches!(now.has_changed(), Ok(false)))
    }

    fn holds(&self) -> bool {
        self.read.load(Ordering::Acquire) && self.unchanged() && self.leads()
    }

    fn begin(&self) {
        self.read.store(false, Ordering::Release);
        let mut standings = self.standings.write().unwrap_or_else(PoisonError::into_inner);
        for now in standings.iter_mut() {
            now.borrow_and_update();
        }
    }
}

/// Watches whether this server leads the realm while another leads the town, so that neither answers.
pub struct Astray {
    /// Town and realm.
    standings: [watch::Receiver<Standing>; 2],
    was: bool,
}

impl Astray {
    /// It is not known yet.
    #[must_use]
    pub fn new(standings: [watch::Receiver<Standing>; 2]) -> Self {
        Self { standings, was: false }
    }

    /// Whether it is so, and has been since this was last asked. A database that goes and comes back gives one store back
    /// before the other, each time for a moment.
    pub fn still(&mut self) -> bool {
        let unchanged = self.standings.iter().all(|now| matches!(now.has_changed(), Ok(false)));
        let [town, realm] = self.standings.each_mut().map(|now| now.borrow_and_update().clone());
        let is = town == Standing::Standby && realm == Standing::Leading;
        std::mem::replace(&mut self.was, is) && is && unchanged
    }
}

/// Reads into memory what the stores say of shops, keys and reviews, and forgets what is read when it is asked for.
pub async fn read(yui: &Yui) -> Result<(), StoreError> {
    yui.leadership.begin();
    yui.levels.forget_all();
    yui.keys.begin_reading();
    devices::load(yui).await?;
    shop::load(yui).await?;
    yui.keys.end_reading();
    yui.leadership.read.store(true, Ordering::Release);
    Ok(())
}

/// Whether a store that this server leads has not answered for so long that another server may lead it by now.
fn out_of_touch(yui: &Yui) -> bool {
    [&yui.town, &yui.realm].map(Store::writer).into_iter().any(|writer| {
        let leads = *writer.standing().borrow() == Standing::Leading;
        leads && !writer.in_touch()
    })
}

/// `unavailable` on a server that stands by or waits too long for its store, `server_clock` on one whose clock was set.
/// After taking over, the first to ask reads memory and the others wait.
pub async fn check(yui: &Yui) -> Result<(), ErrorCode> {
    if out_of_touch(yui) {
        return Err(ErrorCode::Unavailable);
    }
    if yui.leadership.holds() {
        return Ok(());
    }
    let _turn = yui.leadership.turn.lock().await;
    if yui.leadership.leads() && !yui.leadership.holds() {
        match realm_key::confirm(&yui.realm, &yui.config.realm_key).await {
            Ok(()) => {}
            Err(StartError::Key(error)) => {
                tracing::error!(%error, "this server must not lead, and ends");
                yui.end(Ended::OtherKey);
                return Err(ErrorCode::Unavailable);
            }
            // What cannot be read just now can be read when the next one asks.
            Err(error) => {
                tracing::warn!(%error, "the realm's key could not be looked at");
                return Err(ErrorCode::Unavailable);
            }
        }
        read(yui).await.map_err(|error| error.code())?;
        tracing::info!("memory was read again after taking over");
    }
    if yui.leadership.holds() {
        Ok(())
    } else if yui.leadership.clock_in_doubt() {
        Err(ErrorCode::ServerClock)
    } else {
        Err(ErrorCode::Unavailable)
    }
}

/// Resolves when this server has stopped leading, or another may lead by now: a stream ends on it, because a phone that
/// is removed meanwhile is removed elsewhere. Holds no store open.
pub fn lost(yui: &Yui) -> impl Future<Output = ()> + Send + use<> {
    let [mut town, mut realm] = [&yui.town, &yui.realm].map(|store| store.writer().standing());
    let [town_silent, realm_silent] = [&yui.town, &yui.realm].map(|store| silent(store.writer()));
    let lost = |now: &Standing| matches!(now, Standing::Standby | Standing::Stopped);
    async move {
        tokio::select! {
            _ = town.wait_for(lost) => {}
            _ = realm.wait_for(lost) => {}
            () = town_silent => {}
            () = realm_silent => {}
        }
    }
}

/// Resolves when a writer is silent that ought to be heard: one whose ledger is broken says nothing any more, and its
/// store is read on.
fn silent(writer: &Writer) -> impl Future<Output = ()> + Send + use<> {
    let (out_of_touch, mut standing) = (writer.out_of_touch(), writer.standing());
    async move {
        out_of_touch.await;
        // An error means that the writer has ended.
        drop(standing.wait_for(|now| !matches!(now, Standing::Broken(_))).await);
    }
}

/// Only the server that leads answers a request for `path`; the others refuse it as [`check`] does.
pub(crate) async fn only_the_leader(yui: &Yui, path: &str) -> Result<(), ApiError> {
    if ALWAYS.contains(&path) { Ok(()) } else { Ok(check(yui).await?) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn astray_is_who_stands_so_from_one_look_to_the_next() {
        let town = watch::Sender::new(Standing::Leading);
        let realm = watch::Sender::new(Standing::Leading);
        let mut astray = Astray::new([town.subscribe(), realm.subscribe()]);
        assert!(!astray.still());
        town.send_replace(Standing::Standby);
        assert!(!astray.still(), "since a moment");
        assert!(astray.still() && astray.still(), "since the last look");

        // The database went and came back in between: both looks met the moment between its two stores.
        realm.send_replace(Standing::Standby);
        realm.send_replace(Standing::Leading);
        assert!(!astray.still());
        town.send_replace(Standing::Leading);
        assert!(!astray.still() && !astray.still());
    }
}
