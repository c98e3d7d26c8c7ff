//! The follower, who builds the projection: it reads the log behind the writer, a stretch at a time, has filed what has
//! become much, and begins again from the first row where the projection was lost or is asked to.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc, time::Duration};

use futures_util::FutureExt;
use rusqlite::Connection;
use tokio::{
    sync::{Notify, mpsc, oneshot, watch},
    time::{Instant, sleep_until, timeout, timeout_at},
};
use tokio_util::sync::CancellationToken;
use tracing::warn;

use super::{
    filing::Filing,
    gathered::Gathered,
    owned::{STRIDE, end_of, owned},
    projection_file::{self, Cursor, Reach, Reader, is_spoilt},
};
use crate::{backup, changed::Changed, damage::Damage, engine, error::StoreError, meta::Meta, sqlite};

/// How much time lies between the beginnings of two readings of the log, at least: what is committed meanwhile is taken in
/// at once. Whoever waits for an act that comes alone does not wait for this.
const MERGED: Duration = Duration::from_millis(20);

/// How long the follower waits after a fault.
const PAUSE: Duration = Duration::from_secs(1);

/// How long it waits after one that does not pass by itself.
const LONG_PAUSE: Duration = Duration::from_secs(30);

/// How long readers of a projection that is thrown away may take to end.
const PATIENCE: Duration = Duration::from_mins(1);

/// See the module.
pub(super) struct Follower {
    /// Of the store.
    pub(super) path: PathBuf,
    pub(super) reader: Reader,
    pub(super) gathered: Gathered,
    pub(super) filing: Filing,
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
            None => self.reopen(true, PAUSE).await,
        };
        while let Some(mut following) = connection {
            let (error, spoilt, pause) = match self.follow(&mut following).await {
                Ok(()) => return,
                // A row that was altered stays so until somebody has looked.
                Err(Fault::Store(error)) if error.is_damage() => (error, false, LONG_PAUSE),
                Err(Fault::Store(error)) => (error, false, PAUSE),
                Err(Fault::Own(error)) => {
                    let spoilt = is_spoilt(&error);
                    (error, spoilt, PAUSE)
                }
            };
            warn!(%error, spoilt, "the feed cannot be written; trying again");
            // Until it is read again, nothing is known of it.
            self.upto.send_replace(0);
            drop(following);
            connection = self.reopen(spoilt, pause).await;
        }
    }

    /// A fresh connection, however long it takes; none when the feed is closed meanwhile.
    async fn reopen(&self, mut spoilt: bool, pause: Duration) -> Option<Connection> {
        loop {
            let closed = timeout(pause, self.closing.cancelled()).await;
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
        let fresh = projection_file::open(&self.path)?;
        if spoilt {
            // Before anybody reads the new file, in which nothing is missed that was in the old one.
            self.gathered.begin(0, 0);
            self.reader.set(sqlite::readers(&projection_file::beside(&self.path)));
            // What was met in the old file is mended.
            let _ = self.spoilt.notified().now_or_never();
        }
        Ok(fresh)
    }

    /// Follows the log until the store is closed, and files then what was gathered.
    async fn follow(&mut self, file: &mut Connection) -> Result<(), Fault> {
        let mut log = self.of_store(sqlite::reader(&self.path).map(engine::Connection::Sqlite))?;
        self.begin(file, &mut log).await?;
        self.keep_up(file, &mut log).await?;
        self.file_all(file, &mut log).await
    }

    /// Takes in the log as it grows, until the store is closed.
    async fn keep_up(&mut self, file: &mut Connection, log: &mut engine::Connection) -> Result<(), Fault> {
        let mut next = Instant::now();
        loop {
            sleep_until(next).await;
            next = Instant::now() + MERGED;
            let head = *self.head.borrow_and_update();
            while *self.upto.borrow() < head {
                if self.closing.is_cancelled() {
                    return Ok(());
                }
                match self.filing.full_until() {
                    None => self.take_in(file, log, head).await?,
                    Some(until) => {
                        let _ = timeout_at(until, self.closing.cancelled()).await;
                        self.filing.go_on(file, 0)?;
                    }
                }
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
                    self.begin_again(file)?;
                }
            }
        }
    }

    /// Takes in the next stretch of the log, and has a piece filed when it is time for one.
    async fn take_in(
        &mut self,
        file: &mut Connection,
        log: &mut engine::Connection,
        head: i64,
    ) -> Result<(), Fault> {
        let from = *self.upto.borrow();
        let upto = head.min(from + STRIDE);
        let owned = self.of_store(owned(log, from, upto).await)?;
        let (parties, came) = (owned.iter().map(|(party, _)| *party).collect::<BTreeSet<_>>(), owned.len());
        self.gathered.take_in(owned, upto);
        self.upto.send_replace(upto);
        self.changed.tell(parties, upto);
        if let Some(upto) = self.filing.due() {
            let reach = self.reach(log, upto).await?;
            self.filing.go_round(upto, reach);
        }
        Ok(self.filing.go_on(file, came)?)
    }

    /// Files all that was gathered, at the end; what cannot be written is read from the log at the next start.
    async fn file_all(&mut self, file: &mut Connection, log: &mut engine::Connection) -> Result<(), Fault> {
        let span = self.gathered.span();
        if span.after < span.upto {
            let reach = self.reach(log, span.upto).await?;
            self.filing.go_round(span.upto, reach);
            if let Err(error) = self.filing.end(file) {
                warn!(%error, "the feed could not be filed");
            }
        }
        Ok(())
    }

    /// The end of the commit that has this row.
    async fn reach(&self, log: &mut engine::Connection, seq: i64) -> Result<Reach, Fault> {
        let end = self.of_store(end_of(log, seq).await)?;
        Ok(end.ok_or_else(|| StoreError::Corrupt("the feed is ahead of the log".to_owned()))?)
    }

    /// Empties the projection, and tells whoever asked for it, who may have gone.
    fn begin_again(&mut self, file: &mut Connection) -> Result<(), Fault> {
        self.go_on_from(Cursor::NONE);
        projection_file::empty(file)?;
        if let Some(done) = self.pending.take() {
            let _ = done.send(());
        }
        Ok(())
    }

    fn go_on_from(&mut self, cursor: Cursor) {
        self.filing.begin(cursor);
        self.upto.send_replace(cursor.upto);
    }

    /// Goes on where the file is; from the beginning where that was lost, or where the file is not of this log, as when an
    /// older copy of the store was put back.
    async fn begin(&mut self, file: &mut Connection, log: &mut engine::Connection) -> Result<(), Fault> {
        // Whoever asked while there was a fault must not wait for its end.
        if let Ok(done) = self.asked.try_recv() {
            self.pending = Some(done);
        }
        let cursor = projection_file::cursor(file)?.filter(|_| self.pending.is_none());
        match cursor {
            Some(cursor) if self.is_of(log, &cursor).await? => self.go_on_from(cursor),
            _ => self.begin_again(file)?,
        }
        Ok(())
    }

    /// Whether a file with this cursor was made of this log.
    async fn is_of(&self, log: &mut engine::Connection, cursor: &Cursor) -> Result<bool, Fault> {
        let Cursor { upto, reach } = cursor;
        let head = self.of_store(Meta::read(log).await)?.head.seq;
        let known = *reach == Reach::NONE || self.of_store(end_of(log, reach.seq).await)? == Some(*reach);
        Ok((0..=reach.seq).contains(upto) && reach.seq <= head && known)
    }

    /// What reading the store gave, with damage noted.
    fn of_store<T>(&self, read: Result<T, StoreError>) -> Result<T, Fault> {
        self.damage.note(read).map_err(Fault::Store)
    }
}
