//! The writer's thread: leading, standing by, and going from one to the other.

use std::{sync::Arc, thread, time::Duration};

use tokio::{
    sync::{mpsc, oneshot, watch},
    time::{Instant, timeout, timeout_at},
};
use tracing::{error, info, warn};
use yui_ledger::Mark;
use yui_protocol::Millis;

use super::{
    BATCH, HeadNews, QUEUE, Standing, Writer,
    batch::{self, told},
    commit::{Ended, commit},
    job::Job,
    lead::Lead,
    touch::Touch,
};
use crate::{
    damage::Damage,
    error::StoreError,
    hook::Hook,
    lock::FolderLock,
    migrate::Migration,
    port::{Connector, WriterConnection},
    time::LedgerClock,
    trust::Trust,
    unit::UnitError,
};

/// How long taking the lock may take at most, with the wait for the end of a silent holder's session.
const LOCKING: Duration = Duration::from_secs(10);

/// What the thread is given.
pub(crate) struct Setting {
    pub(crate) connector: Arc<dyn Connector>,
    pub(crate) domain: Vec<Migration>,
    pub(crate) clock: LedgerClock,
    /// Whether an operator has looked at the clock; for the first time of leading only.
    pub(crate) accept_time_jump: bool,
    pub(crate) hook: Arc<dyn Hook>,
    pub(crate) head: HeadNews,
    /// After how much silence of the holder a standby takes over.
    pub(crate) lease: Duration,
    /// Keeps a second writer of the file out; none in PostgreSQL.
    pub(crate) lock: Option<FolderLock>,
    /// What readers found altered.
    pub(crate) damage: Damage,
}

/// The writer, which one future runs.
pub(crate) struct Run {
    setting: Setting,
    queue: mpsc::Receiver<Box<dyn Job>>,
    pub(crate) standing: watch::Sender<Standing>,
    touch: Touch,
    /// What was last believed of the clock, for the time between two leads: a jump that ended the first must not be
    /// believed by the second.
    seen: Option<Trust>,
}

/// Why leading ended.
enum Next {
    StandBy,
    /// The clock is in doubt for so long that another process shall lead.
    GiveWay,
    /// Nobody asks any more.
    End,
    /// Nothing is left to do in good order.
    Stop,
}

/// Starts the thread and waits until it leads or stands by.
pub(crate) async fn start(mut setting: Setting) -> Result<Writer, StoreError> {
    let lock = setting.lock.take();
    let (writer, run) = Run::apart(setting);
    let (ready, is_ready) = oneshot::channel();
    let ended = run.standing.clone();
    thread::Builder::new().name("writer".to_owned()).spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        match runtime {
            Ok(runtime) => runtime.block_on(run.run(ready)),
            Err(error) => drop(ready.send(Err(error.into()))),
        }
        // Only now, with the connection closed, may another process open the file.
        drop(lock);
        tell_stopped(&ended);
    })?;
    match is_ready.await.unwrap_or(Err(StoreError::Unavailable)) {
        Ok(()) => Ok(writer),
        Err(error) => {
            writer.end().await;
            Err(error)
        }
    }
}

/// Nothing is written any more; a writer that broke stays known as broken.
pub(crate) fn tell_stopped(standing: &watch::Sender<Standing>) {
    standing.send_if_modified(|now| {
        let stopped = !matches!(now, Standing::Broken(_));
        if stopped {
            *now = Standing::Stopped;
        }
        stopped
    });
}

impl Run {
    /// What hands units over, and what takes them.
    pub(crate) fn apart(setting: Setting) -> (Writer, Self) {
        let (sender, queue) = mpsc::channel(QUEUE);
        let (standing, standing_now) = watch::channel(Standing::Standby);
        let touch = Touch::new(setting.connector.is_shared().then_some(setting.lease));
        let writer = Writer { queue: sender, standing: standing_now, touch: touch.clone() };
        (writer, Self { setting, queue, standing, touch, seen: None })
    }

    pub(crate) async fn run(mut self, ready: oneshot::Sender<Result<(), StoreError>>) {
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
            let Some(mut leading) = lead.take() else { break };
            self.setting.accept_time_jump = false;
            let next = self.lead(&mut leading).await;
            self.seen = Some(leading.trust.clone());
            match next {
                Next::StandBy => {
                    warn!("the writer has lost the store and stands by");
                    self.standing.send_replace(Standing::Standby);
                }
                Next::GiveWay => {
                    leading.end().await;
                    warn!("the clock is still in doubt; another process may lead");
                }
                Next::End => return leading.end().await,
                Next::Stop => return,
            }
        }
    }

    /// Leads if nobody else does or the one who does has fallen silent.
    async fn try_lead(&mut self) -> Result<Option<Lead>, StoreError> {
        let connector = Arc::clone(&self.setting.connector);
        let mut connection =
            self.touch.within(connector.open()).await.unwrap_or(Err(StoreError::Unavailable))?;
        if connector.is_shared() {
            let taken = timeout(LOCKING.max(self.setting.lease), self.take_lock(&mut *connection));
            if !taken.await.unwrap_or(Err(StoreError::Unavailable))? {
                return Ok(None);
            }
        }
        let seen = self.seen.as_ref();
        Lead::begin(&self.setting, seen, self.touch.clone(), connection).await.map(Some)
    }

    /// Takes the lock, from a holder that has fallen silent if need be; whether it is ours.
    async fn take_lock(&mut self, connection: &mut dyn WriterConnection) -> Result<bool, StoreError> {
        if connection.try_lock().await? {
            return Ok(true);
        }
        let silent_for = match connection.silent_for().await {
            Ok(silent_for) => silent_for,
            // The holder is still making the schema.
            Err(StoreError::Statement(_)) => return Ok(false),
            Err(error) => return Err(error),
        };
        let judged = self.judge(connection).await;
        if u128::try_from(silent_for).unwrap_or_default() < self.setting.lease.as_millis() {
            // Watched while standing by, too, so that a jump meanwhile is seen; of no consequence while another leads.
            if let Ok(Some(trust)) = judged {
                self.seen = Some(trust);
            }
            return Ok(false);
        }
        judged?;
        info!(silent_for, "the holder of the store is silent; taking over");
        connection.seize(None).await
    }

    /// Whether the clock may lead, before anything is taken from the holder; none where that is of another version,
    /// whose tables may be without clocks.
    async fn judge(&self, connection: &mut dyn WriterConnection) -> Result<Option<Trust>, StoreError> {
        match connection.check_own().await {
            Ok(()) => {}
            Err(StoreError::OtherVersion(_) | StoreError::Foreign(_)) => return Ok(None),
            Err(error) => return Err(error),
        }
        let meta = connection.meta().await?;
        let Setting { clock, accept_time_jump, .. } = &self.setting;
        Trust::begin(clock.machine(), &meta, self.seen.as_ref(), *accept_time_jump).map(Some)
    }

    /// Tells units to ask again until the store is free; none when there is no one left to ask.
    async fn stand_by(&mut self) -> Option<Lead> {
        let mut look = Instant::now() + self.setting.lease / 4;
        loop {
            match timeout_at(look, self.queue.recv()).await {
                Ok(None) => return None,
                Ok(Some(mut job)) => {
                    let in_doubt = *self.standing.borrow() == Standing::ClockInDoubt;
                    job.fail(if in_doubt { UnitError::ClockInDoubt } else { UnitError::Unavailable });
                    job.answer();
                }
                Err(_) => match self.try_lead().await {
                    Ok(Some(lead)) => return Some(lead),
                    // Whoever leads has a clock that is right.
                    Ok(None) => {
                        self.stands(&Standing::Standby);
                        look = Instant::now() + self.setting.lease / 4;
                    }
                    Err(StoreError::Unavailable) => look = Instant::now() + self.setting.lease / 4,
                    Err(error @ StoreError::ClockInDoubt { .. }) => {
                        if self.stands(&Standing::ClockInDoubt) {
                            error!(%error, "the store is left to others");
                        }
                        look = Instant::now() + self.setting.lease / 2;
                    }
                    Err(error) if error.is_damage() => {
                        self.break_off(error.to_string(), Vec::new()).await;
                        return None;
                    }
                    Err(error) => {
                        error!(%error, "cannot take over the store");
                        look = Instant::now() + self.setting.lease;
                    }
                },
            }
        }
    }

    /// Tells what the writer is doing; whether it was doing something else.
    fn stands(&self, standing: &Standing) -> bool {
        self.standing.send_if_modified(|now| std::mem::replace(now, standing.clone()) != *standing)
    }

    async fn lead(&mut self, lead: &mut Lead) -> Next {
        self.setting.head.stands_at(lead.from.seq);
        let mut jobs = Vec::with_capacity(BATCH);
        let mut beat = Instant::now() + self.setting.lease / 3;
        let mut in_doubt: Option<Instant> = None;
        loop {
            if let Ok(0) = timeout_at(beat, self.queue.recv_many(&mut jobs, BATCH)).await {
                return Next::End;
            }
            let jobs = std::mem::take(&mut jobs);
            if let Some(what) = self.setting.damage.found() {
                self.break_off(what, jobs).await;
                return Next::Stop;
            }
            match self.look_at_clock(lead) {
                None => {
                    answer(jobs, Some(&|| UnitError::ClockInDoubt));
                    let since = *in_doubt.get_or_insert_with(Instant::now);
                    if lead.can_be_replaced() && since.elapsed() >= self.setting.lease {
                        return Next::GiveWay;
                    }
                }
                Some(_) if jobs.is_empty() => in_doubt = None,
                Some(wall) => {
                    in_doubt = None;
                    lead.unit.now = self.setting.clock.at(wall);
                    if let Some(next) = self.batch(lead, jobs).await {
                        return next;
                    }
                }
            }
            // However busy it is: batches of refusals commit nothing, and so show no sign of life.
            if Instant::now() >= beat {
                beat = Instant::now() + self.setting.lease / 3;
                if !lead.beat().await {
                    return Next::StandBy;
                }
            }
        }
    }

    /// The time, or none while the clock cannot be believed, which is told in the standing.
    fn look_at_clock(&self, lead: &mut Lead) -> Option<Millis> {
        let seen = lead.trust.look(self.setting.clock.machine());
        if let Ok(wall) = seen {
            self.setting.clock.reach(wall);
        }
        let standing = if seen.is_ok() { Standing::Leading } else { Standing::ClockInDoubt };
        self.standing.send_if_modified(|now| {
            let changed = *now != standing;
            if let (true, Err(expected)) = (changed, &seen) {
                error!(expected = %expected.jst(), "the clock was set; nothing is written until it is right again");
            }
            *now = standing;
            changed
        });
        seen.ok()
    }

    /// Runs, commits and answers one batch; what comes next when leading is over.
    async fn batch(&mut self, lead: &mut Lead, mut jobs: Vec<Box<dyn Job>>) -> Option<Next> {
        let mark = lead.unit.ledger.mark();
        lead.unit.spoiled = None;
        batch::run(&mut lead.unit, &mut jobs).await;

        let ended = if let Some(error) = lead.unit.spoiled.take() {
            if error.is_damage() {
                return Some(self.give_up(lead, error.to_string(), jobs).await);
            }
            Ended::Dropped(error)
        } else if lead.unit.ledger.head().seq == lead.from.seq {
            lead.unit.ledger.undo(mark);
            // A refused unit may have begun a transaction: left open it would hide the next beat.
            match lead.unit.session.roll_back().await {
                Ok(()) => {
                    // Nothing to keep, but what was looked up for it need not stay in memory.
                    lead.committed();
                    answer(jobs, None);
                    return None;
                }
                Err(error) => Ended::Dropped(error),
            }
        } else if let Err(broken) = lead.unit.ledger.check() {
            return Some(self.give_up(lead, broken.to_string(), jobs).await);
        } else {
            commit(lead).await
        };
        self.conclude(lead, ended, jobs, mark).await
    }

    async fn conclude(
        &mut self,
        lead: &mut Lead,
        ended: Ended,
        jobs: Vec<Box<dyn Job>>,
        mark: Mark,
    ) -> Option<Next> {
        match ended {
            Ended::Kept => {
                // Before the answer: whoever has it finds the act in the feed.
                self.setting.head.tell(&lead.from, &lead.unit.ledger);
                lead.committed();
                answer(jobs, None);
                None
            }
            Ended::Dropped(error) => {
                warn!(%error, "a batch was not committed");
                answer(jobs, Some(&|| told(&error)));
                match lead.recover(mark).await {
                    Ok(()) => None,
                    Err(error) if error.is_damage() => {
                        self.break_off(error.to_string(), Vec::new()).await;
                        Some(Next::Stop)
                    }
                    Err(_) => Some(Next::StandBy),
                }
            }
            Ended::Deposed => {
                self.standing.send_replace(Standing::Standby);
                answer(jobs, Some(&|| UnitError::Unavailable));
                Some(Next::StandBy)
            }
            Ended::Dead => Some(Next::Stop),
        }
    }

    /// Drops a batch that shows that the ledger is broken, and stops.
    async fn give_up(&mut self, lead: &mut Lead, what: String, jobs: Vec<Box<dyn Job>>) -> Next {
        // A failure to roll back changes nothing: the connection is dropped with what it holds.
        let _ = lead.unit.session.roll_back().await;
        self.break_off(what, jobs).await;
        Next::Stop
    }

    /// The ledger or the store contradicts itself: says so in the standing before it answers, then refuses whatever
    /// comes until nobody asks any more.
    async fn break_off(&mut self, what: String, jobs: Vec<Box<dyn Job>>) {
        error!(what, "the ledger contradicts itself; the writer stops");
        self.standing.send_replace(Standing::Broken(what));
        answer(jobs, Some(&|| UnitError::Broken));
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
