//! Between people's phones and the servers: what is sent may be lost, come twice, late or in another order, and an
//! answer may not come back.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    time::Duration,
};

use tokio::{
    task::spawn_local,
    time::{Instant, sleep, timeout},
};
use yui_ledger::Posted;
use yui_protocol::CommandId;
use yui_store::UnitError;

use crate::{
    chance::Chance,
    fault::{Fault, Tally},
    office::{self, Request},
    server::Server,
};

/// How long somebody waits for an answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// One request in so many has each of the faults.
const SELDOM: u32 = 25;

/// No answer came.
pub struct Lost;

/// See the module.
pub struct Network {
    pub chance: Chance,
    pub tally: Tally,
    pub healed: Arc<AtomicBool>,
    pub servers: Vec<Rc<Server>>,
    /// Until when an actor is cut off.
    pub cut_off: RefCell<BTreeMap<usize, Instant>>,
    /// Planted: one answer in so many is the one before it.
    pub mixes_answers: Option<u32>,
    last_answer: RefCell<Option<Arc<Posted>>>,
    /// Commands of which a copy may arrive after their answer.
    copied: RefCell<BTreeSet<CommandId>>,
}

impl Network {
    pub fn new(chance: Chance, tally: &Tally, healed: &Arc<AtomicBool>, servers: &[Rc<Server>]) -> Self {
        Self {
            chance,
            tally: tally.clone(),
            healed: healed.clone(),
            servers: servers.to_vec(),
            cut_off: RefCell::default(),
            mixes_answers: None,
            last_answer: RefCell::default(),
            copied: RefCell::default(),
        }
    }

    /// Whether a copy may have arrived after the answer.
    pub fn has_copied(&self, id: CommandId) -> bool {
        self.copied.borrow().contains(&id)
    }

    /// Sends a request in the name of an actor, and waits for its answer.
    pub async fn send(
        &self,
        actor: usize,
        request: &Request,
    ) -> Result<Result<Arc<Posted>, UnitError>, Lost> {
        let answered = timeout(PATIENCE, self.carry(actor, request)).await.unwrap_or(Err(Lost));
        if answered.is_err() {
            self.copied.borrow_mut().insert(request.id);
        }
        match (answered, self.mixes_answers) {
            (Ok(Ok(posted)), Some(n)) => {
                let before = self.last_answer.replace(Some(posted.clone()));
                Ok(Ok(before.filter(|_| self.chance.one_in(n)).unwrap_or(posted)))
            }
            (answered, _) => answered,
        }
    }

    async fn carry(&self, actor: usize, request: &Request) -> Result<Result<Arc<Posted>, UnitError>, Lost> {
        if self.cut_off.borrow().get(&actor).is_some_and(|until| Instant::now() < *until) {
            sleep(PATIENCE).await;
            return Err(Lost);
        }
        if self.happens(Fault::RequestDropped) {
            sleep(PATIENCE).await;
            return Err(Lost);
        }
        if self.happens(Fault::Duplicated) {
            self.send_beside(request, self.chance.millis(0, 3_000));
        }
        if self.happens(Fault::Reordered) {
            // It arrives when its sender has given it up, after what is sent later.
            self.send_beside(request, PATIENCE + self.chance.millis(0, 20_000));
            sleep(PATIENCE).await;
            return Err(Lost);
        }
        sleep(self.chance.millis(1, 60)).await;
        let server = self.chance.pick(&self.servers).clone();
        let answer = arrive(&server, request.clone()).await?;
        sleep(self.chance.millis(1, 60)).await;
        if self.happens(Fault::AnswerDropped) {
            sleep(PATIENCE).await;
            return Err(Lost);
        }
        Ok(answer)
    }

    /// A copy that nobody waits for.
    fn send_beside(&self, request: &Request, after: Duration) {
        self.copied.borrow_mut().insert(request.id);
        let (server, request) = (self.chance.pick(&self.servers).clone(), request.clone());
        spawn_local(async move {
            sleep(after).await;
            let _ = arrive(&server, request).await;
        });
    }

    fn happens(&self, fault: Fault) -> bool {
        let happens = !self.healed.load(SeqCst) && self.chance.one_in(SELDOM);
        if happens {
            self.tally.count(fault);
        }
        happens
    }
}

async fn arrive(server: &Server, request: Request) -> Result<Result<Arc<Posted>, UnitError>, Lost> {
    let writer = server.writer().ok_or(Lost)?;
    // A server answers only while no other can have taken over.
    if !writer.in_touch() {
        return Ok(Err(UnitError::Unavailable));
    }
    Ok(office::answer(&writer, request).await)
}
