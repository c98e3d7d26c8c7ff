//! The projection of a SQLite store: `(party, seq)` for every posting and notice, in a file of its own that the commit
//! never waits for. A follower reads the log behind the writer into memory and tells the listeners; what has become much is
//! written to the file. Nothing in it is the truth: thrown away, it is built again, and so is one whose file is damaged,
//! which says nothing of the store.

use std::{collections::BTreeSet, path::Path, sync::Arc, thread, time::Duration};

use rusqlite::Connection;
use tokio::{
    sync::{Notify, mpsc, oneshot, watch},
    time::timeout,
};
use tokio_util::sync::CancellationToken;
use tracing::warn;

use super::{
    Rows,
    filing::Filing,
    follow::Follower,
    gathered::Gathered,
    projection_file::{self, Reader, is_spoilt, is_unreadable},
    seqs,
    verify::agrees,
};
use crate::{changed::Changed, damage::Damage, db::Db, error::StoreError, event::Party, sqlite};

/// How long closing waits for the follower, which may be in the middle of a stretch.
const CLOSING: Duration = Duration::from_secs(10);

/// See the module.
pub(super) struct Projection {
    reader: Reader,
    gathered: Gathered,
    closing: CancellationToken,
    ended: CancellationToken,
    upto: watch::Receiver<i64>,
    again: mpsc::Sender<oneshot::Sender<()>>,
    spoilt: Arc<Notify>,
}

/// Whether the projection of the store at `path` is what the log makes of it; so is one that is not there, for it is built at
/// the next start.
pub(super) async fn verify(path: &Path, store: &Db) -> Result<bool, StoreError> {
    let file = projection_file::beside(path);
    match sqlite::check_header(&file, sqlite::FEED_MARK) {
        Ok(false) => Ok(true),
        Ok(true) => {
            let feed = sqlite::readers(&file);
            let agrees = agrees(&feed, store).await;
            feed.close().await;
            agrees
        }
        Err(error) if is_spoilt(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// A party's rows in the file, and how far it is.
struct Filed {
    seqs: Vec<i64>,
    upto: i64,
    reach: i64,
}

impl Projection {
    pub(super) fn start(
        path: &Path,
        changed: &Changed,
        head: watch::Receiver<i64>,
        damage: &Damage,
        gathers: usize,
    ) -> Result<Self, StoreError> {
        let opened = match projection_file::open(path) {
            Ok(connection) => Some(connection),
            Err(error) if is_spoilt(&error) => {
                warn!(%error, "the feed cannot be read; it is built afresh");
                None
            }
            Err(error) => return Err(error),
        };
        let (reader, spoilt) =
            (Reader::new(sqlite::readers(&projection_file::beside(path))), Arc::new(Notify::new()));
        let gathered = Gathered::default();
        let (sender, upto) = watch::channel(0);
        let (again, asked) = mpsc::channel(1);
        let closing = CancellationToken::new();
        let follower = Follower {
            path: path.to_owned(),
            reader: reader.clone(),
            gathered: gathered.clone(),
            filing: Filing::new(gathered.clone(), gathers),
            changed: changed.clone(),
            head,
            upto: sender,
            asked,
            closing: closing.clone(),
            pending: None,
            spoilt: spoilt.clone(),
            damage: damage.clone(),
        };
        Ok(Self { reader, gathered, closing, ended: follow(follower, opened)?, upto, again, spoilt })
    }

    pub(super) async fn rows(&self, party: Party, after: i64, limit: u32) -> Result<Rows, StoreError> {
        // Memory first: what leaves it meanwhile is in the file then.
        let (gathered, span) = self.gathered.of(party, after, limit as usize);
        let filed = self.filed(party, after, limit).await.map_err(|error| {
            if !is_unreadable(&error) {
                return error;
            }
            self.spoilt.notify_one();
            StoreError::Unavailable
        })?;
        if self.gathered.span().beginnings != span.beginnings {
            // The follower began again while this was read: memory and file are not of one building.
            return Err(StoreError::Unavailable);
        }
        if filed.upto < span.after || filed.reach < span.reach {
            // Another hand set it back.
            self.spoilt.notify_one();
            return Err(StoreError::Unavailable);
        }
        let all: BTreeSet<_> =
            filed.seqs.into_iter().chain(gathered).filter(|seq| *seq <= span.upto).collect();
        Ok(Rows { seqs: all.into_iter().take(limit as usize).collect(), upto: span.upto })
    }

    /// What the file has; rows after its cursor are of parties whose turn it was already.
    async fn filed(&self, party: Party, after: i64, limit: u32) -> Result<Filed, StoreError> {
        // One statement, so that the rows are of the same moment as the cursor.
        let text = "SELECT c.upto, c.reach, f.seq FROM feed_cursor c LEFT JOIN ( \
                        SELECT seq FROM feed WHERE party = $1 AND seq > $2 ORDER BY seq LIMIT $3 \
                    ) f ON TRUE WHERE c.id = 1 ORDER BY f.seq";
        let rows = self.reader.now().sql(text).bind(party.key()).bind(after).bind(limit).fetch_all().await?;
        let cursor = rows.first().ok_or_else(|| StoreError::Corrupt("the feed has no cursor".to_owned()))?;
        let (upto, reach) = (cursor.get("upto")?, cursor.get("reach")?);
        Ok(Filed { seqs: seqs(&rows)?, upto, reach })
    }

    pub(super) async fn rebuild(&self) -> Result<(), StoreError> {
        let (done, is_done) = oneshot::channel();
        self.again.send(done).await.map_err(|_| StoreError::Unavailable)?;
        is_done.await.map_err(|_| StoreError::Unavailable)
    }

    pub(super) fn upto(&self) -> &watch::Receiver<i64> {
        &self.upto
    }

    pub(super) async fn end(&self) {
        self.closing.cancel();
        // What hangs is left behind: it is built again.
        let _ = timeout(CLOSING, self.reader.now().close()).await;
        let _ = timeout(CLOSING, self.ended.cancelled()).await;
    }
}

/// Sets the follower to work on a thread of its own, where its connection works; what tells of its end.
fn follow(follower: Follower, opened: Option<Connection>) -> Result<CancellationToken, StoreError> {
    let ended = CancellationToken::new();
    let end = ended.clone().drop_guard();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    thread::Builder::new().name("feed".to_owned()).spawn(move || {
        runtime.block_on(follower.run(opened));
        drop(end);
    })?;
    Ok(ended)
}
