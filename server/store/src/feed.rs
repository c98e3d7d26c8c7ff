//! Whose row is it: a projection of the log by person and shop, apart from the commit.
//!
//! A follower reads the log behind the writer and writes `(party, seq)` for every posting and notice, many
//! commits at once, then tells the listeners. Nothing in it is the truth: thrown away, it is built again.

use std::{collections::BTreeSet, path::PathBuf, time::Duration};

use sqlx::SqlSafeStr;
use tokio::{
    sync::{mpsc, oneshot, watch},
    task::JoinHandle,
    time::{sleep, timeout},
};
use tracing::warn;

use crate::{
    backup,
    changed::Changed,
    damage::Damage,
    db::Db,
    engine::{Connection, Engine},
    error::StoreError,
    event::{Event, EventKind, Party},
    flush::{self, Column, TableRows},
    load,
    postgres::Schema,
    session::Session,
    sqlite,
    store::StoreUrl,
    value::Row,
};

/// What the name of the projection's file has more than that of the store.
pub(crate) const ENDING: &str = ".feed";

/// How many rows of the log are taken in at once.
const STRIDE: i64 = 4096;

/// How long the follower waits for its store with one stride; one that hangs is given up with its connection.
const PATIENCE: Duration = Duration::from_mins(1);

/// The same for emptying a projection of any size.
const EMPTYING: Duration = Duration::from_mins(10);

const TABLES_SQLITE: &str = "
    CREATE TABLE IF NOT EXISTS feed (party BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (party, seq)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS feed_cursor (id INTEGER PRIMARY KEY, upto BIGINT NOT NULL);
    INSERT INTO feed_cursor (id, upto) VALUES (1, 0) ON CONFLICT DO NOTHING;";

const POSTINGS: &str = "SELECT p.seq, d.key AS debit, c.key AS credit FROM posting p \
    JOIN account d ON d.no = p.debit JOIN account c ON c.no = p.credit WHERE p.seq > $1 AND p.seq <= $2";

const EVENTS: &str = "SELECT * FROM event WHERE seq > $1 AND seq <= $2 AND kind = $3";

/// Reads the projection.
pub struct Feed {
    reader: Db,
    own_pool: bool,
    follower: JoinHandle<()>,
    upto: watch::Receiver<i64>,
    head: watch::Receiver<i64>,
    again: mpsc::Sender<oneshot::Sender<()>>,
}

impl Feed {
    pub(crate) async fn start(
        url: &StoreUrl,
        store: Db,
        changed: Changed,
        head: watch::Receiver<i64>,
        damage: Damage,
    ) -> Result<Self, StoreError> {
        let home = match url {
            StoreUrl::Sqlite(path) => FeedHome::Sqlite(backup::with_ending(path, ENDING)),
            StoreUrl::Postgres { url, schema } => FeedHome::Postgres(Schema::new(url, schema)?),
        };
        let session = home.open().await?;
        let (reader, own_pool) = match &home {
            FeedHome::Sqlite(path) => (sqlite::readers(path), true),
            FeedHome::Postgres(_) => (store.clone(), false),
        };
        let (sender, upto) = watch::channel(0);
        let (again, asked) = mpsc::channel(1);
        let follower = Follower { home, store, changed, head: head.clone(), upto: sender, asked, damage };
        let follower = tokio::spawn(follower.run(session));
        Ok(Self { reader, own_pool, follower, upto, head, again })
    }

    /// The numbers of the party's rows after `after`, oldest first, at most `limit`.
    pub async fn rows(&self, party: Party, after: i64, limit: u32) -> Result<Vec<i64>, StoreError> {
        let text = "SELECT seq FROM feed WHERE party = $1 AND seq > $2 ORDER BY seq LIMIT $3";
        let rows = self.reader.sql(text).bind(party.key()).bind(after).bind(limit).fetch_all().await?;
        rows.iter().map(|row| row.get("seq")).collect()
    }

    /// Throws the projection away and builds it again from the log; returns when it begins.
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

    /// Whether the projection holds the log up to that row.
    #[must_use]
    pub fn holds(&self, row: i64) -> bool {
        *self.upto.borrow() >= row
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
        self.follower.abort();
        // Aborting is the end that was asked for.
        let _ = self.follower.await;
        if self.own_pool {
            self.reader.close().await;
        }
    }
}

enum FeedHome {
    Sqlite(PathBuf),
    Postgres(Schema),
}

impl FeedHome {
    async fn open(&self) -> Result<Session, StoreError> {
        let mut connection = match self {
            Self::Sqlite(path) => sqlite::connect(path, sqlite::FEED_MARK).await?,
            Self::Postgres(schema) => schema.connect().await?,
        };
        if connection.engine() == Engine::Sqlite {
            connection.script(TABLES_SQLITE.into_sql_str()).await?;
        }
        Ok(Session::new(connection))
    }
}

struct Follower {
    home: FeedHome,
    store: Db,
    changed: Changed,
    head: watch::Receiver<i64>,
    upto: watch::Sender<i64>,
    /// Whoever wants the projection built again.
    asked: mpsc::Receiver<oneshot::Sender<()>>,
    damage: Damage,
}

impl Follower {
    /// Follows the log until the store is closed; a fault is waited out with a fresh connection.
    async fn run(mut self, mut session: Session) {
        loop {
            let followed = self.follow(&mut session).await;
            match self.damage.note(followed) {
                Ok(()) => return,
                Err(error) => warn!(%error, "the feed cannot be written; trying again"),
            }
            // Until it is read again, nothing is known of it.
            self.upto.send_replace(0);
            drop(session);
            session = self.reopen().await;
        }
    }

    async fn reopen(&self) -> Session {
        loop {
            sleep(Duration::from_secs(1)).await;
            match in_time(PATIENCE, self.home.open()).await {
                Ok(fresh) => return fresh,
                Err(error) => warn!(%error, "the feed cannot be opened; trying again"),
            }
        }
    }

    async fn follow(&mut self, session: &mut Session) -> Result<(), StoreError> {
        let mut upto = self.begin(session).await?;
        self.upto.send_replace(upto);
        loop {
            let head = *self.head.borrow_and_update();
            while upto < head {
                let to = head.min(upto + STRIDE);
                let parties = in_time(PATIENCE, self.take_in(session, upto, to)).await?;
                upto = to;
                self.changed.tell(parties, upto);
                self.upto.send_replace(upto);
            }
            tokio::select! {
                changed = self.head.changed() => {
                    if changed.is_err() {
                        return Ok(());
                    }
                }
                Some(done) = self.asked.recv() => {
                    upto = 0;
                    // First: a reader who finds it empty must not take it for whole.
                    self.upto.send_replace(upto);
                    in_time(EMPTYING, empty(session)).await?;
                    // Whoever asked may have gone.
                    let _ = done.send(());
                }
            }
        }
    }

    /// Where to go on; from the beginning when the projection is ahead of the log, as after a restored backup.
    async fn begin(&mut self, session: &mut Session) -> Result<i64, StoreError> {
        in_time(PATIENCE, session.roll_back()).await?;
        let read = "SELECT upto FROM feed_cursor WHERE id = 1".into_sql_str();
        let rows = in_time(PATIENCE, session.connection.fetch(read, Vec::new())).await?;
        let upto: i64 = rows.first().map_or(Ok(0), |row| row.get("upto"))?;
        let head = self.store.sql("SELECT head_seq FROM meta WHERE id = 1").fetch_one().await?;
        if upto <= head.get("head_seq")? {
            return Ok(upto);
        }
        in_time(EMPTYING, empty(session)).await?;
        Ok(0)
    }

    async fn take_in(
        &self,
        session: &mut Session,
        from: i64,
        to: i64,
    ) -> Result<BTreeSet<Party>, StoreError> {
        let postings = self.store.sql(POSTINGS).bind(from).bind(to).fetch_all().await?;
        let notice = EventKind::Notice.number();
        let events = self.store.sql(EVENTS).bind(from).bind(to).bind(notice).fetch_all().await?;
        let mut owned = BTreeSet::new();
        for row in &postings {
            let seq: i64 = row.get("seq")?;
            let side = |name| row.get::<Vec<u8>>(name).map_err(|error| load::altered(seq, error));
            let sides = [side("debit")?, side("credit")?];
            owned.extend(sides.iter().filter_map(|key| Party::from_key(key)).map(|party| (party, seq)));
        }
        for row in &events {
            owned.extend(notice_of(row)?);
        }
        let (keys, seqs): (Vec<_>, Vec<_>) = owned.iter().map(|(party, seq)| (party.key(), *seq)).unzip();
        let rows = TableRows {
            table: "feed",
            replaces: &["party", "seq"],
            columns: vec![("party", Column::Bytes(&keys)), ("seq", Column::Int(&seqs))],
        };
        session.begin().await?;
        match &mut session.connection {
            Connection::Sqlite(connection) => flush::sqlite::insert(connection, &rows).await?,
            Connection::Postgres(connection) => flush::postgres::insert(connection, &rows).await?,
        }
        let advance = "UPDATE feed_cursor SET upto = $1 WHERE id = 1 AND upto < $1".into_sql_str();
        session.connection.execute(advance, vec![to.into()]).await?;
        session.commit().await?;
        Ok(owned.into_iter().map(|(party, _)| party).collect())
    }
}

/// What a store answers, or `Unavailable` when it takes longer.
async fn in_time<T>(
    at_most: Duration,
    answer: impl Future<Output = Result<T, StoreError>>,
) -> Result<T, StoreError> {
    timeout(at_most, answer).await.unwrap_or(Err(StoreError::Unavailable))
}

async fn empty(session: &mut Session) -> Result<(), StoreError> {
    session.begin().await?;
    session.connection.script("DELETE FROM feed; UPDATE feed_cursor SET upto = 0".into_sql_str()).await?;
    session.commit().await
}

fn notice_of(row: &Row) -> Result<Option<(Party, i64)>, StoreError> {
    let row = load::event_row(row)?;
    let (seq, event) = (row.seq, Event::from_row(row.kind, &row.body));
    Ok(event.and_then(|event| event.party).map(|party| (party, seq)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_statement_that_hangs_is_given_up() {
        let hung = std::future::pending::<Result<(), StoreError>>();
        assert!(matches!(in_time(Duration::from_millis(1), hung).await, Err(StoreError::Unavailable)));
        assert!(matches!(in_time(Duration::from_mins(1), async { Ok(7) }).await, Ok(7)));
    }
}
