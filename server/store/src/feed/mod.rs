//! Whose row is it: a projection of the log by person and shop, apart from the commit.
//!
//! A follower reads the log behind the writer and writes `(party, seq)` for every posting and notice, many
//! commits at once, then tells the listeners. Nothing in it is the truth: thrown away, it is built again, and so is
//! one whose file is damaged, which says nothing of the store.

mod follow;
mod home;
mod owned;

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::{Notify, mpsc, oneshot, watch},
    task::JoinHandle,
    time::timeout,
};
use tracing::warn;

use crate::{
    changed::Changed, damage::Damage, db::Db, error::StoreError, event::Party, sqlite, store::StoreUrl,
};
use follow::Follower;
pub(crate) use home::FEED_ENDING;
use home::{FeedHome, Reader, file_of, is_spoilt};

/// How long closing waits for the follower, which may be in the middle of a stretch.
const CLOSING: Duration = Duration::from_secs(10);

/// Whether the projection of a store that nobody has open for writing is what the log makes of it; so is one that is not
/// there, for it is built at the next start.
pub async fn verify_feed(url: &StoreUrl, store: &Db) -> Result<bool, StoreError> {
    let StoreUrl::Sqlite(path) = url else { return owned::agrees(store, store).await };
    let file = file_of(path);
    match sqlite::check_header(&file, sqlite::FEED_MARK) {
        Ok(false) => Ok(true),
        Ok(true) => {
            let feed = sqlite::readers(&file);
            let agrees = owned::agrees(&feed, store).await;
            feed.close().await;
            agrees
        }
        Err(error) if is_spoilt(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Rows of a party, as the projection has them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rows {
    /// Their numbers, oldest first.
    pub seqs: Vec<i64>,
    /// Up to which row of the log the projection went when they were read: up to there it named them all.
    pub upto: i64,
}

/// Reads the projection.
pub struct Feed {
    store: Db,
    reader: Reader,
    own_pool: bool,
    follower: JoinHandle<()>,
    upto: watch::Receiver<i64>,
    head: watch::Receiver<i64>,
    again: mpsc::Sender<oneshot::Sender<()>>,
    spoilt: Arc<Notify>,
}

impl Feed {
    pub(crate) async fn start(
        url: &StoreUrl,
        store: Db,
        changed: Changed,
        head: watch::Receiver<i64>,
        damage: Damage,
    ) -> Result<Self, StoreError> {
        let home = FeedHome::of(url)?;
        let session = match home.open().await {
            Ok(session) => Some(session),
            Err(error) if is_spoilt(&error) => {
                warn!(%error, "the feed cannot be read; it is built afresh");
                None
            }
            Err(error) => return Err(error),
        };
        let (reader, own_pool) = match &home {
            FeedHome::Sqlite { store } => (sqlite::readers(&file_of(store)), true),
            FeedHome::Postgres(_) => (store.clone(), false),
        };
        let (reader, spoilt) = (Reader::new(reader), Arc::new(Notify::new()));
        let (sender, upto) = watch::channel(0);
        let (again, asked) = mpsc::channel(1);
        let follower = Follower {
            home,
            store: store.clone(),
            reader: reader.clone(),
            changed,
            head: head.clone(),
            upto: sender,
            told: i64::MAX,
            asked,
            pending: None,
            spoilt: spoilt.clone(),
            damage,
        };
        let follower = tokio::spawn(follower.run(session));
        Ok(Self { store, reader, own_pool, follower, upto, head, again, spoilt })
    }

    /// The party's rows after `after`, at most `limit`. A damaged file is built afresh and meanwhile
    /// [`StoreError::Unavailable`].
    pub async fn rows(&self, party: Party, after: i64, limit: u32) -> Result<Rows, StoreError> {
        // One statement, so that the rows are of the same moment as the cursor.
        let text = "SELECT c.upto, f.seq FROM feed_cursor c LEFT JOIN ( \
                        SELECT seq FROM feed WHERE party = $1 AND seq > $2 ORDER BY seq LIMIT $3 \
                    ) f ON f.seq <= c.upto WHERE c.id = 1 ORDER BY f.seq";
        let reader = self.reader.now();
        let rows = reader.sql(text).bind(party.key()).bind(after).bind(limit).fetch_all().await;
        let rows = rows.map_err(|error| {
            if !is_spoilt(&error) {
                return error;
            }
            self.spoilt.notify_one();
            StoreError::Unavailable
        })?;
        let upto = rows.first().map_or(Ok(0), |row| row.get("upto"))?;
        let seqs = rows.iter().filter_map(|row| row.get::<Option<i64>>("seq").transpose());
        Ok(Rows { seqs: seqs.collect::<Result<_, _>>()?, upto })
    }

    /// Whether the projection is what the log makes of it. Of a log that is not sound itself this says nothing.
    pub async fn verify(&self) -> Result<bool, StoreError> {
        owned::agrees(&self.reader.now(), &self.store).await
    }

    /// Throws the projection away and builds it again from the log; returns when it begins. Only for the server that
    /// leads: on PostgreSQL the others have the same tables, and read no news by which they would fill them.
    pub async fn rebuild(&self) -> Result<(), StoreError> {
        let (done, is_done) = oneshot::channel();
        self.again.send(done).await.map_err(|_| StoreError::Unavailable)?;
        is_done.await.map_err(|_| StoreError::Unavailable)
    }

    /// Waits until the projection holds all that was committed before this call, but no longer than `at_most`: a
    /// reader who was just told of an act finds it. Up to which row that was; none when it was not reached: late is not
    /// lost, the rows are there at a later reading.
    pub async fn catch_up(&self, at_most: Duration) -> Option<i64> {
        let head = *self.head.borrow();
        let mut upto = self.upto.clone();
        let reached = timeout(at_most, upto.wait_for(|upto| *upto >= head)).await;
        matches!(reached, Ok(Ok(_))).then_some(head)
    }

    /// How many rows of the log the projection does not hold yet.
    #[must_use]
    pub fn lag(&self) -> u64 {
        let (head, upto) = (*self.head.borrow(), *self.upto.borrow());
        u64::try_from(head.saturating_sub(upto)).unwrap_or(0)
    }

    /// Up to which row of the log the projection goes; can be awaited.
    #[must_use]
    pub fn upto(&self) -> watch::Receiver<i64> {
        self.upto.clone()
    }

    pub(crate) async fn close(self) {
        let Self { reader, own_pool, mut follower, again, .. } = self;
        if own_pool {
            reader.now().close().await;
        }
        // The follower ends when nobody can ask it for anything, and its connection, the last, makes the file whole.
        drop(again);
        if timeout(CLOSING, &mut follower).await.is_err() {
            follower.abort();
        }
    }
}
