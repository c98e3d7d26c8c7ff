//! A store: opened once, with one writer and any number of readers. Used for a town and for the realm (which
//! posts no money).

use std::{path::PathBuf, sync::Arc, time::Duration};

use crate::{
    changed::Changed,
    clock::Clock,
    damage::Damage,
    db::Db,
    error::StoreError,
    feed::{self, Feed},
    hook::{Hook, NoHook},
    last_commits::LastCommits,
    lock::FolderLock,
    log::Log,
    migrate::{self, Migration},
    sqlite,
    time::LedgerClock,
    writer::{self, HeadNews, Setting, Writer},
};

/// Where a store is.
#[derive(Clone)]
pub enum StoreUrl {
    /// One file; its folder also holds the lock and the feed's file.
    Sqlite(PathBuf),
    /// One schema (a-z, 0-9, _) of the database at `url`.
    Postgres {
        /// `postgres://user:password@host/database`.
        url: String,
        /// The schema's name.
        schema: String,
    },
}

/// Says the engine and the place, never a password.
impl std::fmt::Debug for StoreUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "Sqlite({})", path.display()),
            Self::Postgres { schema, .. } => write!(f, "Postgres({schema})"),
        }
    }
}

/// How to open a store.
pub struct StoreOptions {
    url: StoreUrl,
    domain: Vec<Migration>,
    clock: LedgerClock,
    lease: Duration,
    hook: Arc<dyn Hook>,
    accept_time_jump: bool,
    gathers: usize,
}

impl StoreOptions {
    /// With the domain's migrations, run after the store's own.
    #[must_use]
    pub fn new(url: StoreUrl, domain: &[Migration], clock: Arc<dyn Clock>) -> Self {
        let (lease, hook) = (Duration::from_secs(10), Arc::new(NoHook));
        let clock = LedgerClock::new(clock);
        Self {
            url,
            domain: domain.to_vec(),
            clock,
            lease,
            hook,
            accept_time_jump: false,
            gathers: feed::GATHERED,
        }
    }

    /// With other migrations of the domain.
    #[must_use]
    pub fn domain(mut self, domain: &[Migration]) -> Self {
        self.domain = domain.to_vec();
        self
    }

    /// In the time of another store, so that neither's rows lie ahead of what both are told.
    #[must_use]
    pub fn in_time_of(mut self, other: &Store) -> Self {
        self.clock = other.clock.clone();
        self
    }

    /// After how much silence of the writing process a standby takes over (PostgreSQL; 10 seconds unless set).
    #[must_use]
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease;
        self
    }

    /// Whether the wall clock is believed at the start whatever it shows, because an operator has looked at it.
    #[must_use]
    pub fn accept_time_jump(mut self, accept: bool) -> Self {
        self.accept_time_jump = accept;
        self
    }

    /// Looks at, holds up or ends the writer inside its commits.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn hook(mut self, hook: Arc<dyn Hook>) -> Self {
        self.hook = hook;
        self
    }

    /// How many rows the feed of a file gathers before it files them.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn feed_gathers(mut self, rows: usize) -> Self {
        self.gathers = rows;
        self
    }
}

/// An open store.
pub struct Store {
    reader: Db,
    writer: Writer,
    changed: Changed,
    feed: Feed,
    log: Log,
    clock: LedgerClock,
    damage: Damage,
    last_commits: LastCommits,
}

/// A store for reading alone, beside its writer or with none; nothing is made or migrated. [`StoreError::Foreign`] when
/// it is not ours, [`StoreError::OtherVersion`] when another version of this program made its tables.
pub async fn open_reader(url: &StoreUrl) -> Result<Db, StoreError> {
    if let StoreUrl::Sqlite(path) = url
        && !sqlite::check_header(path, sqlite::STORE_MARK)?
    {
        return Err(StoreError::Absent);
    }
    let reader = writer::Home::new(url)?.readers();
    migrate::check_own(&mut reader.snapshot().await?).await?;
    Ok(reader)
}

/// The rows of a store's log, for reading alone as by [`open_reader`].
pub async fn open_log(url: &StoreUrl) -> Result<Log, StoreError> {
    Ok(Log::new(open_reader(url).await?, Damage::default()))
}

impl Store {
    /// Opens the store, making it when there is none: [`StoreError::Foreign`] or [`StoreError::OtherVersion`]
    /// (code `storage_foreign`, nothing touched) when it is not ours or newer, [`StoreError::InUse`] when another
    /// process writes the file, [`StoreError::Corrupt`] when its sums disagree, [`StoreError::Altered`] when a
    /// row of the log cannot be read, [`StoreError::ClockInDoubt`] when the
    /// wall clock was set since the last commit. On PostgreSQL, when another
    /// process writes the schema, the store opens for reading and its writer stands by.
    pub async fn open(options: StoreOptions) -> Result<Self, StoreError> {
        let StoreOptions { url, domain, clock, lease, hook, accept_time_jump, gathers } = options;
        let lock = match &url {
            StoreUrl::Sqlite(path) => {
                sqlite::check_header(path, sqlite::STORE_MARK)?;
                Some(FolderLock::take(path)?)
            }
            StoreUrl::Postgres { .. } => None,
        };
        let home = writer::Home::new(&url)?;
        let reader = home.readers();
        let (changed, damage) = (Changed::default(), Damage::default());
        let head = HeadNews::new(feed::is_the_log(&url).then(|| changed.clone()));
        let writer = writer::start(Setting {
            connector: Arc::new(home),
            domain,
            clock: clock.clone(),
            accept_time_jump,
            hook,
            head: head.clone(),
            lease,
            lock,
            damage: damage.clone(),
        })
        .await?;
        let feed = Feed::start(&url, &reader, &changed, head.listen(), &damage, gathers)?;
        let log = Log::new(reader.clone(), damage.clone());
        let last_commits = head.last_commits;
        Ok(Self { reader, writer, changed, feed, log, clock, damage, last_commits })
    }

    /// The time of its rows.
    #[must_use]
    pub fn clock(&self) -> &LedgerClock {
        &self.clock
    }

    /// For reading; never waits for the writer.
    #[must_use]
    pub fn reader(&self) -> &Db {
        &self.reader
    }

    /// For writing.
    #[must_use]
    pub fn writer(&self) -> &Writer {
        &self.writer
    }

    /// "There is news for you", as soon as the feed holds it.
    #[must_use]
    pub fn changed(&self) -> &Changed {
        &self.changed
    }

    /// Which rows of the log belong to whom.
    #[must_use]
    pub fn feed(&self) -> &Feed {
        &self.feed
    }

    /// The rows of the log by number or id.
    #[must_use]
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// The hash of the commit that a row of the log is in, if this process made that commit a moment ago.
    #[must_use]
    pub fn recent_hash(&self, seq: i64) -> Option<[u8; 32]> {
        self.last_commits.hash_of(seq)
    }

    /// Passes on what came of reading rows of the log. Where it says that one was altered, the writer stops
    /// ([`crate::Standing::Broken`]): nothing is built on such a row.
    pub fn noted<T>(&self, read: Result<T, StoreError>) -> Result<T, StoreError> {
        self.damage.note(read)
    }

    /// Closes whatever only reads. To be done before the writer ends: the last connection to a SQLite file folds its log into
    /// it, and when the writer has ended the file has to be whole.
    pub async fn end_readers(&self) {
        self.feed.end().await;
        self.reader.close().await;
    }

    /// Lets the writer finish its queue and closes everything. Returns when all clones of the writer are gone.
    pub async fn close(self) {
        self.end_readers().await;
        self.writer.end().await;
    }
}
