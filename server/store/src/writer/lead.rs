//! Being the writer: holding the lock and the epoch, and the ledger in memory that belongs to them.

use std::{pin::pin, sync::Arc, time::Duration};

use tokio::time::{Instant, timeout};
use yui_ledger::{Head, Ledger, Mark};

use super::{Setting, touch::Touch};
use crate::{
    error::StoreError,
    hook::Hook,
    load,
    meta::Meta,
    port::{Connector, WriterConnection},
    session::Session,
    time::LedgerClock,
    trust::Trust,
    unit::Unit,
};

/// The schema brought up to date, the clock believed (or all left as it was), a new epoch, the ledger of it, and when the
/// database was last heard.
async fn prepare(
    setting: &Setting,
    seen: Option<&Trust>,
    session: &mut Session<Box<dyn WriterConnection>>,
) -> Result<(Meta, Trust, Ledger, Instant), StoreError> {
    session.begin().await?;
    session.connection.migrate(&setting.domain).await?;
    let meta = session.connection.meta().await?;
    let trust = Trust::begin(setting.clock.machine(), &meta, seen, setting.accept_time_jump)?;
    session.commit().await?;
    let accepted = setting.accept_time_jump.then(|| trust.reading());
    let meta = session.connection.claim(accepted).await?;
    let ledger = load(&*setting.connector, setting.lease, &mut *session.connection, &meta).await?;
    let sent = Instant::now();
    if session.connection.beat(meta.epoch).await? {
        Ok((meta, trust, ledger, sent))
    } else {
        Err(StoreError::InUse)
    }
}

/// Builds memory. That of a large town takes longer than a lease: another connection shows meanwhile that this writer lives.
/// Where there is none to be had, memory is built all the same.
async fn load(
    connector: &dyn Connector,
    lease: Duration,
    connection: &mut dyn WriterConnection,
    meta: &Meta,
) -> Result<Ledger, StoreError> {
    // As long as it takes: the answers of a large town's tables outlast a lease, too.
    connection.bound(Duration::ZERO).await?;
    let ledger = load_beating(connector, lease, connection, meta).await?;
    connection.bound(lease).await?;
    Ok(ledger)
}

async fn load_beating(
    connector: &dyn Connector,
    lease: Duration,
    connection: &mut dyn WriterConnection,
    meta: &Meta,
) -> Result<Ledger, StoreError> {
    let mut loading = pin!(load::for_writer(connection, meta));
    let mut beside = None;
    loop {
        if let Ok(ledger) = timeout(lease / 3, &mut loading).await {
            return ledger;
        }
        if !connector.is_shared() {
            return loading.await;
        }
        match timeout(lease / 3, beat_beside(connector, &mut beside, meta.epoch)).await {
            Ok(Ok(false)) => return Err(StoreError::InUse),
            Ok(Ok(true)) => {}
            Ok(Err(_)) | Err(_) => beside = None,
        }
    }
}

async fn beat_beside(
    connector: &dyn Connector,
    beside: &mut Option<Box<dyn WriterConnection>>,
    epoch: i64,
) -> Result<bool, StoreError> {
    let connection = match beside {
        Some(connection) => connection,
        none => none.insert(connector.open().await?),
    };
    connection.beat(epoch).await
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
    connector: Arc<dyn Connector>,
}

impl Lead {
    /// Brings the schema up to date, takes a new epoch and builds memory. The caller holds the lock, and hands over
    /// what it has `seen` of the clock before.
    pub(crate) async fn begin(
        setting: &Setting,
        seen: Option<&Trust>,
        touch: Touch,
        connection: Box<dyn WriterConnection>,
    ) -> Result<Self, StoreError> {
        let Setting { connector, hook, clock, lease, .. } = setting;
        let mut session = Session::new(connection);
        match prepare(setting, seen, &mut session).await {
            Ok((meta, trust, ledger, sent)) => {
                let unit = Unit::new(ledger, session);
                let (connector, hook, clock, lease) =
                    (Arc::clone(connector), Arc::clone(hook), clock.clone(), *lease);
                clock.reach(meta.head.at);
                touch.heard(sent);
                let (epoch, from) = (meta.epoch, meta.head);
                Ok(Self { unit, epoch, from, hook, trust, touch, clock, lease, connector })
            }
            Err(error) => {
                // Whoever opens the store next need not wait for the end of this session.
                let _ = session.roll_back().await;
                let _ = session.connection.unlock().await;
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
            Err(error) if !self.connector.is_shared() || error.is_damage() => Err(error),
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
        let meta = self.unit.session.connection.meta().await?;
        if meta.epoch != self.epoch {
            return Err(StoreError::InUse);
        }
        if meta.head == self.from {
            self.unit.ledger.undo(mark);
        } else {
            let connection = &mut *self.unit.session.connection;
            self.unit.ledger = load(&*self.connector, self.lease, connection, &meta).await?;
            self.from = meta.head;
            self.clock.reach(self.from.at);
        }
        Ok(())
    }

    /// Shows that this writer lives; whether it still is the writer.
    pub(crate) async fn beat(&mut self) -> bool {
        let sent = Instant::now();
        let beat = self.unit.session.connection.beat(self.epoch);
        let heard = matches!(self.touch.within(beat).await, Some(Ok(true)));
        if heard {
            self.touch.heard(sent);
        }
        heard
    }

    /// Whether another process can take over from it.
    pub(crate) fn can_be_replaced(&self) -> bool {
        self.connector.is_shared()
    }

    /// An orderly end: gives the lock back, so that the next writer need not wait, and closes the connection before
    /// anybody is told that this writer has ended: a SQLite file is whole by itself only then.
    pub(crate) async fn end(self) {
        let mut connection = self.unit.session.connection;
        // Should this fail, the end of the session gives it back.
        let _ = connection.unlock().await;
        if let Err(error) = connection.close().await {
            tracing::warn!(%error, "the writer's connection was not closed in good order");
        }
    }

    /// After a lost connection: a new one, the lock (ending the session that was lost, should it still hold it),
    /// then a new epoch. Nothing is known before that; without the lock the writer is deposed.
    pub(crate) async fn reconnect(&mut self) -> Result<Meta, StoreError> {
        let mut connection = self.connector.open().await?;
        let lost = self.unit.session.connection.number();
        if !connection.try_lock().await? && !connection.seize(Some(lost)).await? {
            return Err(StoreError::InUse);
        }
        let meta = connection.claim(None).await?;
        connection.bound(self.lease).await?;
        if meta.epoch != self.epoch + 1 {
            return Err(StoreError::InUse);
        }
        self.unit.session = Session::new(connection);
        self.epoch = meta.epoch;
        Ok(meta)
    }
}
