//! The writer's thread: leading, standing by, and going from one to the other.

use std::{sync::Arc, thread, time::Duration};

use tokio::{
    sync::{mpsc, oneshot, watch},
    time::{sleep, timeout},
};
use tracing::{error, info, warn};
use yui_ledger::Mark;

use super::{
    BATCH, HeadNews, QUEUE, Standing, Writer,
    batch::{self, told},
    commit::{Ended, commit},
    job::Job,
    lead::{Home, Lead},
};
use crate::{
    clock::Clock, error::StoreError, hook::Hook, lock::FolderLock, meta::Meta, migrate::Migration,
    unit::UnitError,
};

/// What the thread is given.
pub(crate) struct Setting {
    pub(crate) home: Home,
    pub(crate) domain: Vec<Migration>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) hook: Arc<dyn Hook>,
    pub(crate) head: HeadNews,
    /// After how much silence of the holder a standby takes over.
    pub(crate) lease: Duration,
    /// Keeps a second writer of the file out; none in PostgreSQL.
    pub(crate) lock: Option<FolderLock>,
}

struct Run {
    setting: Setting,
    queue: mpsc::Receiver<Box<dyn Job>>,
    standing: watch::Sender<Standing>,
}

/// Why leading ended.
enum Next {
    StandBy,
    End,
}

/// Starts the thread and waits until it leads or stands by.
pub(crate) async fn start(mut setting: Setting) -> Result<Writer, StoreError> {
    let lock = setting.lock.take();
    let (sender, queue) = mpsc::channel(QUEUE);
    let (standing, standing_now) = watch::channel(Standing::Standby);
    let (ready, is_ready) = oneshot::channel();
    let ended = standing.clone();
    thread::Builder::new().name("writer".to_owned()).spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        match runtime {
            Ok(runtime) => runtime.block_on(Run { setting, queue, standing }.run(ready)),
            Err(error) => drop(ready.send(Err(error.into()))),
        }
        // Only now, with the connection closed, may another process open the file.
        drop(lock);
        ended.send_if_modified(|now| {
            let stopped = !matches!(now, Standing::Broken(_));
            if stopped {
                *now = Standing::Stopped;
            }
            stopped
        });
    })?;
    let writer = Writer { queue: sender, standing: standing_now };
    match is_ready.await.unwrap_or(Err(StoreError::Unavailable)) {
        Ok(()) => Ok(writer),
        Err(error) => {
            writer.end().await;
            Err(error)
        }
    }
}

impl Run {
    async fn run(mut self, ready: oneshot::Sender<Result<(), StoreError>>) {
        let mut lead = match self.try_lead().await {
            Ok(lead) => lead,
            Err(error) => return drop(ready.send(Err(error))),
        };
        if lead.is_some() {
            self.standing.send_replace(Standing::Leading);
        }
        let _ = ready.send(Ok(()));
        loop {
            if lead.is_none() {
                lead = self.stand_by().await;
                if lead.is_some() {
                    self.standing.send_replace(Standing::Leading);
                }
            }
            let Some(leading) = lead.take() else { break };
            match self.lead(leading).await {
                Next::StandBy => {
                    warn!("the writer has lost the store and stands by");
                    self.standing.send_replace(Standing::Standby);
                }
                Next::End => break,
            }
        }
    }

    /// Leads if nobody else does or the one who does has fallen silent.
    async fn try_lead(&self) -> Result<Option<Lead>, StoreError> {
        let Setting { home, domain, hook, .. } = &self.setting;
        let (mut connection, pid) = home.connect().await?;
        if let Home::Postgres(schema) = home
            && !schema.try_lock(&mut connection).await?
        {
            let silent_for = match Meta::read(&mut connection).await {
                Ok(meta) => meta.silent_for,
                // The holder is still making the schema.
                Err(StoreError::Statement(_)) => return Ok(None),
                Err(error) => return Err(error),
            };
            if u128::try_from(silent_for).unwrap_or_default() < self.setting.lease.as_millis() {
                return Ok(None);
            }
            info!(silent_for, "the holder of the store is silent; taking over");
            if !schema.seize(&mut connection, None).await? {
                return Ok(None);
            }
        }
        Lead::begin(home, connection, pid, domain, Arc::clone(hook)).await.map(Some)
    }

    /// Tells units to ask again until the store is free; none when there is no one left to ask.
    async fn stand_by(&mut self) -> Option<Lead> {
        loop {
            match timeout(self.setting.lease / 4, self.queue.recv()).await {
                Ok(None) => return None,
                Ok(Some(mut job)) => {
                    job.fail(UnitError::Unavailable);
                    job.answer();
                }
                Err(_) => match self.try_lead().await {
                    Ok(Some(lead)) => return Some(lead),
                    Ok(None) | Err(StoreError::Unavailable) => {}
                    Err(error) => {
                        error!(%error, "cannot take over the store");
                        sleep(self.setting.lease).await;
                    }
                },
            }
        }
    }

    async fn lead(&mut self, mut lead: Lead) -> Next {
        self.setting.head.tell(lead.from.seq);
        let beats = matches!(self.setting.home, Home::Postgres(_));
        let mut jobs = Vec::with_capacity(BATCH);
        loop {
            if beats {
                match timeout(self.setting.lease / 3, self.queue.recv_many(&mut jobs, BATCH)).await {
                    Ok(0) => {
                        lead.release().await;
                        return Next::End;
                    }
                    Ok(_) => {}
                    Err(_) => match Meta::beat(&mut lead.unit.session.connection, lead.epoch).await {
                        Ok(true) => continue,
                        Ok(false) | Err(_) => return Next::StandBy,
                    },
                }
            } else if self.queue.recv_many(&mut jobs, BATCH).await == 0 {
                return Next::End;
            }
            if let Some(next) = self.batch(&mut lead, std::mem::take(&mut jobs)).await {
                return next;
            }
        }
    }

    /// Runs, commits and answers one batch; what comes next when leading is over.
    async fn batch(&mut self, lead: &mut Lead, mut jobs: Vec<Box<dyn Job>>) -> Option<Next> {
        let mark = lead.unit.ledger.mark();
        lead.unit.now = self.setting.clock.now().max(lead.from.at);
        lead.unit.spoiled = None;
        batch::run(&mut lead.unit, &mut jobs).await;

        let ended = if let Some(error) = lead.unit.spoiled.take() {
            Ended::Dropped(error)
        } else if lead.unit.ledger.head().seq == lead.from.seq {
            lead.unit.ledger.undo(mark);
            // A refused unit may have begun a transaction: left open it would hide the next beat.
            match lead.unit.session.roll_back().await {
                Ok(()) => {
                    answer(jobs, None);
                    return None;
                }
                Err(error) => Ended::Dropped(error),
            }
        } else if let Err(broken) = lead.unit.ledger.check() {
            error!(%broken, "the ledger contradicts itself; the writer stops");
            // Before the answer: whoever has it finds out why.
            self.standing.send_replace(Standing::Broken(broken.to_string()));
            answer(jobs, Some(&|| UnitError::Broken));
            // A failure to roll back changes nothing: the connection is dropped with what it holds.
            let _ = lead.unit.session.roll_back().await;
            self.refuse_for_good().await;
            return Some(Next::End);
        } else {
            commit(lead).await
        };
        self.conclude(lead, ended, jobs, mark).await
    }

    async fn conclude(
        &self,
        lead: &mut Lead,
        ended: Ended,
        jobs: Vec<Box<dyn Job>>,
        mark: Mark,
    ) -> Option<Next> {
        match ended {
            Ended::Kept => {
                lead.committed();
                answer(jobs, None);
                self.setting.head.tell(lead.from.seq);
                None
            }
            Ended::Dropped(error) => {
                warn!(%error, "a batch was not committed");
                answer(jobs, Some(&|| told(&error)));
                match lead.rebuild(mark).await {
                    Ok(()) => None,
                    Err(StoreError::Corrupt(what)) => {
                        error!(what, "the store contradicts itself; the writer stops");
                        self.standing.send_replace(Standing::Broken(what));
                        Some(Next::End)
                    }
                    Err(_) if matches!(self.setting.home, Home::Sqlite(_)) => Some(Next::StandBy),
                    Err(_) => match lead.reconnect().await {
                        Ok(_) if lead.rebuild(mark).await.is_ok() => None,
                        _ => Some(Next::StandBy),
                    },
                }
            }
            Ended::Deposed => {
                self.standing.send_replace(Standing::Standby);
                answer(jobs, Some(&|| UnitError::Unavailable));
                Some(Next::StandBy)
            }
            Ended::Dead => Some(Next::End),
        }
    }

    async fn refuse_for_good(&mut self) {
        while let Some(mut job) = self.queue.recv().await {
            job.fail(UnitError::Broken);
            job.answer();
        }
    }
}

/// Answers every unit, with its own result or with `instead`.
fn answer(jobs: Vec<Box<dyn Job>>, instead: Option<&dyn Fn() -> UnitError>) {
    for mut job in jobs {
        if let Some(error) = &instead {
            job.fail(error());
        }
        job.answer();
    }
}
