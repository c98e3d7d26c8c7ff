//! The follower, who builds the projection: it reads the log behind the writer, a stretch at a time, files what has become
//! much, and begins again from the first row where the projection was lost or is asked to.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc, time::Duration};

use futures_util::FutureExt;
use rusqlite::Connection;
use tokio::{
    sync::{Notify, mpsc, oneshot, watch},
    time::{Instant, sleep_until, timeout},
};
use tokio_util::sync::CancellationToken;
use tracing::warn;

use super::{
    file::{self, Reader, is_spoilt},
    owned::{STRIDE, owned},
    recent::{Owned, Recent},
};
use crate::{backup, changed::Changed, damage::Damage, engine, error::StoreError, meta::Meta, sqlite};

/// How much time lies between the beginnings of two readings of the log, at least: what is committed meanwhile is taken in
/// at once. Whoever waits for an act that comes alone does not wait for this.
const MERGED: Duration = Duration::from_millis(20);

/// How many rows memory gathers before they go to the file. So many lie so close together there that an old town's pages,
/// each of which is written once for all that falls on it, cost a payment next to nothing; read again from the log after a
/// fault they keep no start waiting.
const MUCH: usize = 262_144;

/// How many rows go to the file at once, at least; more than come meanwhile.
const PIECE: usize = 1024;

/// How long readers of a projection that is thrown away may take to end.
const PATIENCE: Duration = Duration::from_mins(1);

/// See the module.
pub(super) struct Follower {
    /// Of the store.
    pub(super) path: PathBuf,
    pub(super) reader: Reader,
    pub(super) recent: Recent,
    pub(super) lap: Option<Lap>,
    pub(super) changed: Changed,
    pub(super) head: watch::Receiver<i64>,
    pub(super) upto: watch::Sender<i64>,
    /// Whoever wants the projection built again.
    pub(super) asked: mpsc::Receiver<oneshot::Sender<()>>,
    /// Cancelled when the store is being closed.
    pub(super) closing: CancellationToken,
    /// Whoever asked and waits still.
    pub(super) pending: Option<oneshot::Sender<()>>,
    /// A reader met damage in the projection's file.
    pub(super) spoilt: Arc<Notify>,
    pub(super) damage: Damage,
}

/// How far filing has come: all rows up to `upto` are on their way to the file, those up to the place `after` are there.
pub(super) struct Lap {
    upto: i64,
    after: Option<Owned>,
}

/// What ends following for the moment.
enum Fault {
    /// Of reading the store; what of it is damage was noted.
    Store(StoreError),
    /// Of the projection itself.
    Own(StoreError),
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Own(error)
    }
}

impl Follower {
    /// Follows the log until the store is closed; a fault is waited out with a fresh connection, and a spoilt file, of
    /// which there is no connection, is thrown away.
    pub(super) async fn run(mut self, opened: Option<Connection>) {
        let mut connection = match opened {
            Some(connection) => Some(connection),
            None => self.reopen(true).await,
        };
        while let Some(mut following) = connection {
            let (error, spoilt) = match self.follow(&mut following).await {
                Ok(()) => return self.file_all(&mut following),
                Err(Fault::Store(error)) => (error, false),
                Err(Fault::Own(error)) => {
                    let spoilt = is_spoilt(&error);
                    (error, spoilt)
                }
            };
            warn!(%error, spoilt, "the feed cannot be written; trying again");
            // Until it is read again, nothing is known of it.
            self.upto.send_replace(0);
            drop(following);
            connection = self.reopen(spoilt).await;
        }
    }

    /// A fresh connection, however long it takes; none when the feed is closed meanwhile.
    async fn reopen(&self, mut spoilt: bool) -> Option<Connection> {
        loop {
            let closed = timeout(Duration::from_secs(1), self.closing.cancelled()).await;
            if closed.is_ok() || self.asked.is_closed() {
                return None;
            }
            match self.open(spoilt).await {
                Ok(fresh) => return Some(fresh),
                Err(error) => {
                    spoilt |= is_spoilt(&error);
                    warn!(%error, "the feed cannot be opened; trying again");
                }
            }
        }
    }

    async fn open(&self, spoilt: bool) -> Result<Connection, StoreError> {
        if spoilt {
            // Before the file goes: a connection to the old one that closes takes the new one's log with it.
            let _ = timeout(PATIENCE, self.reader.now().close()).await;
            backup::remove_feed(&self.path)?;
        }
        let fresh = file::open(&self.path)?;
        if spoilt {
            self.reader.set(sqlite::readers(&file::beside(&self.path)));
            // What was met in the old file is mended.
            let _ = self.spoilt.notified().now_or_never();
        }
        Ok(fresh)
    }

    async fn follow(&mut self, connection: &mut Connection) -> Result<(), Fault> {
        let mut log = self.of_store(sqlite::reader(&self.path).map(engine::Connection::Sqlite))?;
        let mut upto = self.begin(connection, &mut log).await?;
        self.upto.send_replace(upto);
        let mut next = Instant::now();
        loop {
            sleep_until(next).await;
            next = Instant::now() + MERGED;
            let head = *self.head.borrow_and_update();
            while upto < head {
                if self.closing.is_cancelled() {
                    return Ok(());
                }
                let to = head.min(upto + STRIDE);
                let owned = self.of_store(owned(&mut log, upto, to).await)?;
                let (parties, rows) =
                    (owned.iter().map(|(party, _)| *party).collect::<BTreeSet<_>>(), owned.len());
                self.recent.take_in(owned, to);
                upto = to;
                self.upto.send_replace(upto);
                self.changed.tell(parties, upto);
                self.file(connection, PIECE.max(2 * rows))?;
            }
            tokio::select! {
                changed = self.head.changed() => {
                    if changed.is_err() {
                        return Ok(());
                    }
                }
                () = self.closing.cancelled() => return Ok(()),
                () = self.spoilt.notified() => {
                    let met = "a reader met damage in the feed".to_owned();
                    return Err(StoreError::Corrupt(met).into());
                }
                asked = self.asked.recv() => {
                    // Nobody can ask any more: the store was dropped.
                    let Some(done) = asked else { return Ok(()) };
                    self.pending = Some(done);
                    upto = self.begin_again(connection)?;
                }
            }
        }
    }

    /// Writes a piece of what memory holds to the file, when it is much.
    fn file(&mut self, connection: &mut Connection, most: usize) -> Result<(), StoreError> {
        let span = self.recent.span();
        let lap = match self.lap.take() {
            Some(lap) => lap,
            None if self.recent.len() >= MUCH => Lap { upto: span.upto, after: None },
            None => return Ok(()),
        };
        let piece = self.recent.piece(lap.after, lap.upto, most);
        let cursor = (piece.len() < most).then_some(lap.upto);
        file::add(connection, &piece, span.from, cursor)?;
        self.recent.filed(&piece, cursor);
        if cursor.is_none() {
            self.lap = Some(Lap { after: piece.last().copied(), ..lap });
        }
        Ok(())
    }

    /// The same with all that memory holds, at the end; what cannot be written is read from the log at the next start.
    fn file_all(mut self, connection: &mut Connection) {
        let span = self.recent.span();
        if span.from < span.upto {
            self.lap = Some(Lap { upto: span.upto, after: None });
            if let Err(error) = self.file(connection, usize::MAX) {
                warn!(%error, "the feed could not be filed");
            }
        }
    }

    /// Empties the projection, and tells whoever asked for it, who may have gone.
    fn begin_again(&mut self, connection: &mut Connection) -> Result<i64, Fault> {
        self.upto.send_replace(0);
        self.go_on_from(0);
        file::empty(connection)?;
        if let Some(done) = self.pending.take() {
            let _ = done.send(());
        }
        Ok(0)
    }

    fn go_on_from(&mut self, cursor: i64) {
        self.lap = None;
        self.recent.begin(cursor);
    }

    /// What reading the store gave, with damage noted.
    fn of_store<T>(&self, read: Result<T, StoreError>) -> Result<T, Fault> {
        self.damage.note(read).map_err(Fault::Store)
    }

    /// Where to go on; from the beginning when the projection is ahead of the log, as after a restored backup, or has lost
    /// its cursor.
    async fn begin(
        &mut self,
        connection: &mut Connection,
        log: &mut engine::Connection,
    ) -> Result<i64, Fault> {
        // Whoever asked while there was a fault must not wait for its end.
        if let Ok(done) = self.asked.try_recv() {
            self.pending = Some(done);
        }
        if self.pending.is_some() {
            return self.begin_again(connection);
        }
        let upto = file::cursor(connection)?;
        let head = self.of_store(Meta::read(log).await)?.head.seq;
        match upto {
            Some(upto) if upto <= head => {
                self.go_on_from(upto);
                Ok(upto)
            }
            _ => self.begin_again(connection),
        }
    }
}
