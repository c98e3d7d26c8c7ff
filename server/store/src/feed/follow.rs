//! The follower, who builds the projection: it reads the log behind the writer, a stretch at a time, and begins again
//! from the first row where the projection was lost or is asked to.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use futures_util::FutureExt;
use sqlx::SqlSafeStr;
use tokio::{
    sync::{Notify, mpsc, oneshot, watch},
    time::{Instant, sleep, sleep_until, timeout},
};
use tracing::warn;

use super::{
    home::{FeedHome, Reader, file_of, is_spoilt},
    owned::{STRIDE, owned},
};
use crate::{
    backup,
    changed::Changed,
    damage::Damage,
    db::Db,
    engine::Connection,
    error::StoreError,
    event::Party,
    flush::{self, Column, TableRows},
    session::Session,
    sqlite,
};

/// How long the follower waits for its store with one stride; one that hangs is given up with its connection.
const PATIENCE: Duration = Duration::from_mins(1);

/// How much time lies between the beginnings of two readings of the log, at least: what is committed meanwhile is taken in
/// at once. Whoever waits for an act that comes alone does not wait for this.
const MERGED: Duration = Duration::from_millis(20);

/// The same as [`PATIENCE`] for emptying a projection of any size.
const EMPTYING: Duration = Duration::from_mins(10);

/// See the module.
pub(super) struct Follower {
    pub(super) home: FeedHome,
    pub(super) store: Db,
    pub(super) reader: Reader,
    pub(super) changed: Changed,
    pub(super) head: watch::Receiver<i64>,
    pub(super) upto: watch::Sender<i64>,
    /// Up to which row the listeners were told.
    pub(super) told: i64,
    /// Whoever wants the projection built again.
    pub(super) asked: mpsc::Receiver<oneshot::Sender<()>>,
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
    /// which there is no session, is thrown away.
    pub(super) async fn run(mut self, opened: Option<Session>) {
        let mut session = match opened {
            Some(session) => Some(session),
            None => self.reopen(true).await,
        };
        while let Some(mut following) = session {
            let (error, spoilt) = match self.follow(&mut following).await {
                Ok(()) => {
                    // What was not closed in good order is read again from the log beside the file.
                    let _ = in_time(PATIENCE, following.connection.close()).await;
                    return;
                }
                Err(Fault::Store(error)) => (error, false),
                Err(Fault::Own(error)) => {
                    let spoilt = is_spoilt(&error);
                    (error, spoilt)
                }
            };
            warn!(%error, spoilt, "the feed cannot be written; trying again");
            // Until it is read again, nothing is known of it.
            self.upto.send_replace(0);
            // A connection that is broken cannot be closed in good order.
            let _ = in_time(PATIENCE, following.connection.close()).await;
            session = self.reopen(spoilt).await;
        }
    }

    /// A fresh session, however long it takes; none when the feed is closed meanwhile.
    async fn reopen(&self, mut spoilt: bool) -> Option<Session> {
        loop {
            sleep(Duration::from_secs(1)).await;
            if self.asked.is_closed() {
                return None;
            }
            match in_time(PATIENCE, self.open(spoilt)).await {
                Ok(fresh) => return Some(fresh),
                Err(error) => {
                    spoilt |= is_spoilt(&error);
                    warn!(%error, "the feed cannot be opened; trying again");
                }
            }
        }
    }

    async fn open(&self, spoilt: bool) -> Result<Session, StoreError> {
        if spoilt && let FeedHome::Sqlite { store } = &self.home {
            // Before the file goes: a connection to the old one that closes takes the new one's log with it.
            self.reader.now().close().await;
            backup::remove_feed(store)?;
            self.reader.set(sqlite::readers(&file_of(store)));
            // What was met in the old file is mended.
            let _ = self.spoilt.notified().now_or_never();
        }
        self.home.open().await
    }

    async fn follow(&mut self, session: &mut Session) -> Result<(), Fault> {
        // What was written before a fault, and not told, is told now.
        let mut upto = self.begin(session).await?.min(self.told);
        self.upto.send_replace(upto);
        let mut next = Instant::now();
        loop {
            sleep_until(next).await;
            next = Instant::now() + MERGED;
            let head = *self.head.borrow_and_update();
            while upto < head {
                let to = head.min(upto + STRIDE);
                let parties;
                (parties, upto) = in_time(PATIENCE, self.take_in(session, upto, to)).await?;
                self.upto.send_replace(upto);
                self.changed.tell(parties, upto);
                self.told = upto;
            }
            tokio::select! {
                changed = self.head.changed() => {
                    if changed.is_err() {
                        return Ok(());
                    }
                }
                () = self.spoilt.notified() => {
                    let met = "a reader met damage in the feed".to_owned();
                    return Err(StoreError::Corrupt(met).into());
                }
                asked = self.asked.recv() => {
                    // Nobody can ask any more: the feed is closed.
                    let Some(done) = asked else { return Ok(()) };
                    self.pending = Some(done);
                    upto = self.begin_again(session).await?;
                }
            }
        }
    }

    /// Empties the projection, and tells whoever asked for it, who may have gone.
    async fn begin_again(&mut self, session: &mut Session) -> Result<i64, Fault> {
        self.upto.send_replace(0);
        in_time(EMPTYING, empty(session)).await?;
        if let Some(done) = self.pending.take() {
            let _ = done.send(());
        }
        Ok(0)
    }

    /// What reading the store gave, with damage noted.
    fn of_store<T>(&self, read: Result<T, StoreError>) -> Result<T, Fault> {
        self.damage.note(read).map_err(Fault::Store)
    }

    /// Where to go on; from the beginning when the projection is ahead of the log, as after a restored backup, or has lost
    /// its cursor.
    async fn begin(&mut self, session: &mut Session) -> Result<i64, Fault> {
        in_time(PATIENCE, session.roll_back()).await?;
        // Whoever asked while there was a fault must not wait for its end.
        if let Ok(done) = self.asked.try_recv() {
            self.pending = Some(done);
        }
        if self.pending.is_some() {
            return self.begin_again(session).await;
        }
        let upto = in_time(PATIENCE, cursor(session)).await?;
        let head = self.store.sql("SELECT head_seq FROM meta WHERE id = 1").fetch_one().await;
        let head: i64 = self.of_store(head.and_then(|row| row.get("head_seq")))?;
        match upto {
            Some(upto) if upto <= head => Ok(upto),
            _ => self.begin_again(session).await,
        }
    }

    /// Takes in a stretch of the log; whose rows it has, and up to where the projection goes now. That is before the
    /// stretch when another server's follower, with the same tables on PostgreSQL, began again meanwhile.
    async fn take_in(
        &self,
        session: &mut Session,
        from: i64,
        to: i64,
    ) -> Result<(BTreeSet<Party>, i64), Fault> {
        let owned = self.of_store(owned(&self.store, from, to).await)?;
        let (keys, seqs): (Vec<_>, Vec<_>) = owned.iter().map(|(party, seq)| (party.key(), *seq)).unzip();
        let rows = TableRows {
            table: "feed",
            replaces: &["party", "seq"],
            columns: vec![("party", Column::Bytes(&keys)), ("seq", Column::Int(&seqs))],
        };
        session.begin().await?;
        // First: its row is what orders two followers with the same tables.
        let advance = "UPDATE feed_cursor SET upto = $1 WHERE id = 1 AND upto >= $2 AND upto < $1";
        let advanced =
            session.connection.execute(advance.into_sql_str(), vec![to.into(), from.into()]).await?;
        if advanced == 0 {
            let upto = cursor(session).await?.ok_or(StoreError::Unavailable)?;
            session.roll_back().await?;
            if upto < from {
                return Ok((BTreeSet::new(), upto));
            }
        } else {
            match &mut session.connection {
                Connection::Sqlite(connection) => flush::sqlite::insert(connection, &rows).await?,
                Connection::Postgres(connection) => flush::postgres::insert(connection, &rows).await?,
            }
            session.commit().await?;
        }
        Ok((owned.into_iter().map(|(party, _)| party).collect(), to))
    }
}

/// What a store answers, or `Unavailable` when it takes longer.
async fn in_time<T, E: From<StoreError>>(
    at_most: Duration,
    answer: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    timeout(at_most, answer).await.unwrap_or_else(|_| Err(StoreError::Unavailable.into()))
}

/// Up to which row of the log the projection goes; none where that was lost.
async fn cursor(session: &mut Session) -> Result<Option<i64>, StoreError> {
    let read = "SELECT upto FROM feed_cursor WHERE id = 1".into_sql_str();
    let rows = session.connection.fetch(read, Vec::new()).await?;
    rows.first().map(|row| row.get("upto")).transpose()
}

async fn empty(session: &mut Session) -> Result<(), StoreError> {
    session.begin().await?;
    let text = "INSERT INTO feed_cursor (id, upto) VALUES (1, 0) ON CONFLICT (id) DO UPDATE SET upto = 0; \
                DELETE FROM feed";
    session.connection.script(text.into_sql_str()).await?;
    session.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_statement_that_hangs_is_given_up() {
        let hung = std::future::pending::<Result<(), StoreError>>();
        assert!(matches!(in_time(Duration::from_millis(1), hung).await, Err(StoreError::Unavailable)));
        let soon = std::future::ready(Ok::<_, StoreError>(7));
        assert!(matches!(in_time(Duration::from_mins(1), soon).await, Ok(7)));
    }
}
