//! A server's process: started, killed, stopped and woken.

use std::{
    cell::{Cell, RefCell},
    pin::Pin,
    rc::Rc,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, Waker},
    time::Duration,
};

use tokio::task::{JoinHandle, spawn_local};
use yui_store::{
    Fate, Hook, Moment, Standing, Writer,
    testing::{SimulatedDisk, SimulatedWriter},
};

use crate::{
    fault::{Fault, Tally},
    time::MachineClock,
};

/// After how much silence a standby takes over.
pub const LEASE: Duration = Duration::from_secs(10);

/// Kills the writer at a moment of its next commit.
#[derive(Default)]
struct Trap {
    set: Mutex<Option<Moment>>,
    tally: Tally,
}

impl Hook for Trap {
    fn at(&self, moment: Moment) -> Fate {
        let mut set = self.set.lock().unwrap_or_else(PoisonError::into_inner);
        if set.take_if(|set| *set == moment).is_none() {
            return Fate::GoOn;
        }
        self.tally.count(match moment {
            Moment::Ran => Fault::KilledBeforeWriting,
            Moment::Written => Fault::KilledBeforeCommit,
            Moment::Committed => Fault::KilledBeforeAnswer,
        });
        Fate::Die
    }
}

/// Stops a process and lets it go on where it stood.
#[derive(Clone, Default)]
struct Brake {
    on: Rc<Cell<bool>>,
    waits: Rc<RefCell<Option<Waker>>>,
}

impl Brake {
    fn set(&self, on: bool) {
        self.on.set(on);
        if let Some(waker) = self.waits.borrow_mut().take() {
            waker.wake();
        }
    }
}

struct Braked {
    process: Pin<Box<dyn Future<Output = ()>>>,
    brake: Brake,
}

impl Future for Braked {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.brake.on.get() {
            *self.brake.waits.borrow_mut() = Some(context.waker().clone());
            return Poll::Pending;
        }
        self.process.as_mut().poll(context)
    }
}

struct Process {
    writer: Writer,
    task: JoinHandle<()>,
    brake: Brake,
}

/// See the module.
pub struct Server {
    pub name: usize,
    pub clock: Arc<MachineClock>,
    disk: SimulatedDisk,
    trap: Arc<Trap>,
    process: RefCell<Option<Process>>,
}

impl Server {
    pub fn new(name: usize, clock: MachineClock, disk: &SimulatedDisk, tally: &Tally) -> Self {
        let trap = Arc::new(Trap { set: Mutex::default(), tally: tally.clone() });
        Self { name, clock: Arc::new(clock), disk: disk.clone(), trap, process: RefCell::default() }
    }

    /// Starts it; whether it came up.
    pub async fn start(&self) -> bool {
        let SimulatedWriter { writer, ready, process, .. } =
            SimulatedWriter::new(&self.disk, self.clock.clone(), self.trap.clone(), LEASE, false);
        let brake = Brake::default();
        let task = spawn_local(Braked { process, brake: brake.clone() });
        let up = matches!(ready.await, Ok(Ok(())));
        if up {
            self.process.replace(Some(Process { writer, task, brake }));
        }
        up
    }

    /// What takes units, while there is a process.
    pub fn writer(&self) -> Option<Writer> {
        self.process.borrow().as_ref().map(|process| process.writer.clone())
    }

    pub fn is_dead(&self) -> bool {
        self.process.borrow().as_ref().is_none_or(|process| process.task.is_finished())
    }

    pub fn leads(&self) -> bool {
        self.writer().is_some_and(|writer| *writer.standing().borrow() == Standing::Leading)
    }

    /// Why it writes no more, if the ledger has contradicted itself.
    pub fn broke(&self) -> Option<String> {
        let standing = self.writer()?.standing().borrow().clone();
        if let Standing::Broken(what) = standing { Some(what) } else { None }
    }

    /// Ends the process where it stands.
    pub fn kill(&self) {
        *self.trap.set.lock().unwrap_or_else(PoisonError::into_inner) = None;
        if let Some(process) = self.process.take() {
            process.task.abort();
        }
    }

    /// Lets the process end at this moment of its next commit.
    pub fn dies_at(&self, moment: Moment) {
        *self.trap.set.lock().unwrap_or_else(PoisonError::into_inner) = Some(moment);
    }

    /// Stops the process, or lets it go on.
    pub fn stop(&self) {
        self.brake(true);
    }

    pub fn wake(&self) {
        self.brake(false);
    }

    fn brake(&self, on: bool) {
        if let Some(process) = self.process.borrow().as_ref() {
            process.brake.set(on);
        }
    }

    pub fn is_stopped(&self) -> bool {
        self.process.borrow().as_ref().is_some_and(|process| process.brake.on.get())
    }
}
