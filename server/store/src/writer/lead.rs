//! Being the writer: holding the lock and the epoch, and the ledger in memory that belongs to them.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use sqlx::{AssertSqlSafe, SqlSafeStr};
use yui_ledger::{Head, Ledger, Mark};

use super::{Setting, touch::Touch};
use crate::{
    db::Db,
    engine::{Connection, Engine},
    error::StoreError,
    hook::Hook,
    load,
    meta::Meta,
    migrate::migrate,
    postgres::Schema,
    session::Session,
    sqlite,
    store::StoreUrl,
    time::LedgerClock,
    trust::Trust,
    unit::Unit,
};

/// Where the writer connects to.
#[derive(Clone)]
pub(crate) enum Home {
    Sqlite(std::path::PathBuf),
    Postgres(Schema),
}

impl Home {
    pub(crate) fn new(url: &StoreUrl) -> Result<Self, StoreError> {
        Ok(match url {
            StoreUrl::Sqlite(path) => Self::Sqlite(path.clone()),
            StoreUrl::Postgres { url, schema } => Self::Postgres(Schema::new(url, schema)?),
        })
    }

    /// A pool for reading.
    pub(crate) fn readers(&self) -> Db {
        match self {
            Self::Sqlite(path) => sqlite::readers(path),
            Self::Postgres(schema) => schema.readers(),
        }
    }

    /// A connection and its number in the database (0 in SQLite).
    pub(crate) async fn connect(&self) -> Result<(Connection, i64), StoreError> {
        match self {
            Self::Sqlite(path) => Ok((sqlite::connect(path, sqlite::STORE_MARK).await?, 0)),
            Self::Postgres(schema) => {
                let mut connection = schema.connect().await?;
                let text = "SELECT pg_backend_pid() AS pid".into_sql_str();
                let rows = connection.fetch(text, Vec::new()).await?;
                let pid = rows.first().ok_or(StoreError::Unavailable)?.get("pid")?;
                Ok((connection, pid))
            }
        }
    }

    /// Gives the writer's lock back, where a connection holds one.
    async fn release(&self, connection: &mut Connection) {
        if let Self::Postgres(schema) = self {
            // Should this fail, the end of the session gives it back.
            let _ = schema.unlock(connection).await;
        }
    }
}

/// The schema brought up to date, the clock believed (or all left as it was), a new epoch, and the ledger of it.
async fn prepare(
    setting: &Setting,
    seen: Option<&Trust>,
    session: &mut Session,
) -> Result<(Meta, Trust, Ledger), StoreError> {
    session.begin().await?;
    if let Home::Postgres(schema) = &setting.home {
        schema.prepare(&mut session.connection).await?;
    }
    migrate(&mut session.connection, &setting.domain).await?;
    let meta = Meta::read(&mut session.connection).await?;
    let trust = Trust::begin(setting.clock.machine(), &meta, seen, setting.accept_time_jump)?;
    session.commit().await?;
    let accepted = setting.accept_time_jump.then(|| trust.reading());
    let meta = Meta::claim(&mut session.connection, accepted).await?;
    let ledger = load::ledger(&mut session.connection, &meta.head).await?;
    bound(&mut session.connection, setting.lease).await?;
    Ok((meta, trust, ledger))
}

/// Lets no statement of a unit take longer than the time after which another process takes over.
async fn bound(connection: &mut Connection, lease: Duration) -> Result<(), StoreError> {
    if connection.engine() == Engine::Sqlite {
        return Ok(());
    }
    let most = lease.as_millis();
    let text = format!("SET statement_timeout = {most}; SET lock_timeout = {most}");
    connection.script(AssertSqlSafe(text).into_sql_str()).await
}

/// The writer's state while it leads.
pub(crate) struct Lead {
    pub(crate) unit: Unit,
    pub(crate) epoch: i64,
    /// Where the store stands: the end of the last commit.
    pub(crate) from: Head,
    pub(crate) hook: Arc<dyn Hook>,
    pub(crate) trust: Trust,
    pub(crate) touch: Touch,
    clock: LedgerClock,
    lease: Duration,
    home: Home,
    /// The session's number in PostgreSQL.
    pid: i64,
}

impl Lead {
    /// Brings the schema up to date, takes a new epoch and builds memory. The caller holds the lock, and hands over
    /// what it has `seen` of the clock before.
    pub(crate) async fn begin(
        setting: &Setting,
        seen: Option<&Trust>,
        touch: Touch,
        connection: Connection,
        pid: i64,
    ) -> Result<Self, StoreError> {
        let Setting { home, hook, clock, lease, .. } = setting;
        let (mut session, sent) = (Session::new(connection), Instant::now());
        match prepare(setting, seen, &mut session).await {
            Ok((meta, trust, ledger)) => {
                let unit = Unit::new(ledger, session);
                let (home, hook, clock, lease) = (home.clone(), Arc::clone(hook), clock.clone(), *lease);
                clock.reach(meta.head.at);
                touch.heard(sent);
                let (epoch, from) = (meta.epoch, meta.head);
                Ok(Self { unit, epoch, from, hook, trust, touch, clock, lease, home, pid })
            }
            Err(error) => {
                // Whoever opens the store next need not wait for the end of this session.
                let _ = session.roll_back().await;
                home.release(&mut session.connection).await;
                Err(error)
            }
        }
    }

    /// The batch is committed: memory and store agree.
    pub(crate) fn committed(&mut self) {
        self.unit.ledger.committed();
        self.from = self.unit.ledger.head();
        self.clock.reach(self.from.at);
    }

    /// The batch is not committed: memory and store agree again, over a new connection if need be.
    pub(crate) async fn recover(&mut self, mark: Mark) -> Result<(), StoreError> {
        match self.rebuild(mark).await {
            Err(error) if matches!(self.home, Home::Sqlite(_)) || error.is_damage() => Err(error),
            Err(_) => {
                self.reconnect().await?;
                self.rebuild(mark).await
            }
            Ok(()) => Ok(()),
        }
    }

    /// The batch is not committed: takes it back out of memory, or, where the store has moved on, builds memory
    /// again from the store.
    async fn rebuild(&mut self, mark: Mark) -> Result<(), StoreError> {
        self.unit.session.roll_back().await?;
        let meta = Meta::read(&mut self.unit.session.connection).await?;
        if meta.epoch != self.epoch {
            return Err(StoreError::InUse);
        }
        if meta.head == self.from {
            self.unit.ledger.undo(mark);
        } else {
            self.unit.ledger = load::ledger(&mut self.unit.session.connection, &meta.head).await?;
            self.from = meta.head;
            self.clock.reach(self.from.at);
        }
        Ok(())
    }

    /// Shows that this writer lives (PostgreSQL only); whether it still is the writer.
    pub(crate) async fn beat(&mut self) -> bool {
        match self.home {
            Home::Sqlite(_) => true,
            Home::Postgres(_) => {
                let sent = Instant::now();
                let beat = Meta::beat(&mut self.unit.session.connection, self.epoch);
                let heard = matches!(self.touch.within(beat).await, Some(Ok(true)));
                if heard {
                    self.touch.heard(sent);
                }
                heard
            }
        }
    }

    /// Whether another process can take over from it.
    pub(crate) fn can_be_replaced(&self) -> bool {
        matches!(self.home, Home::Postgres(_))
    }

    /// An orderly end: gives the lock back, so that the next writer need not wait, and closes the connection before
    /// anybody is told that this writer has ended: a SQLite file is whole by itself only then.
    pub(crate) async fn end(self) {
        let Self { home, unit, .. } = self;
        let mut connection = unit.session.connection;
        home.release(&mut connection).await;
        if let Err(error) = connection.close().await {
            tracing::warn!(%error, "the writer's connection was not closed in good order");
        }
    }

    /// After a lost connection: a new one, the lock (ending the session that was lost, should it still hold it),
    /// then a new epoch. Nothing is known before that; without the lock the writer is deposed.
    pub(crate) async fn reconnect(&mut self) -> Result<Meta, StoreError> {
        let (mut connection, pid) = self.home.connect().await?;
        if let Home::Postgres(schema) = &self.home
            && !schema.try_lock(&mut connection).await?
            && !schema.seize(&mut connection, Some(self.pid)).await?
        {
            return Err(StoreError::InUse);
        }
        let meta = Meta::claim(&mut connection, None).await?;
        bound(&mut connection, self.lease).await?;
        if meta.epoch != self.epoch + 1 {
            return Err(StoreError::InUse);
        }
        self.unit.session = Session::new(connection);
        self.pid = pid;
        self.epoch = meta.epoch;
        Ok(meta)
    }
}
