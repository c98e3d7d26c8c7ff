//! One seed, played: a town's servers on one disk, people who want things, and what goes wrong meanwhile.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    time::Duration,
};

use tokio::{
    runtime::Builder,
    task::{LocalSet, spawn_local},
    time::{sleep, timeout},
};
use yui_app::http::HttpRequest;
use yui_ledger::SpentCode;
use yui_store::{
    Moment,
    testing::{Planted, SimulatedDisk},
};

use crate::{
    actor::{self, RESIDENTS, resident},
    audit::Auditor,
    chance::Chance,
    fault::{Fault, Tally},
    mishap,
    network::Network,
    office,
    phone::{self, Gateway, Phone},
    server::Server,
    time::{MachineClock, TrueTime},
    trace::Trace,
    weather::Rough,
};

/// How many commands a seed has.
pub const COMMANDS: usize = 200;

/// One command in so many has something go wrong beside it.
const MISHAPS: u32 = 6;

/// Of how many seeds of each kind of store one has phones with the real app, which take most of the time.
const PHONES: u64 = 4;

/// How long everything may take to settle once all is well, in the simulation's time.
const SETTLES: Duration = Duration::from_mins(10);

/// What is planted, to see that it is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// In the store.
    pub planted: Option<Planted>,
    /// In the network: answers go to the wrong asker.
    pub mixes_answers: bool,
    /// In the job of the day, which leaves what ran out where it is.
    pub expires_late: bool,
}

/// What came of it.
pub struct Outcome {
    pub findings: Vec<String>,
    pub faults: BTreeMap<Fault, usize>,
    pub acknowledged: usize,
    pub hash: [u8; 32],
    pub trace: String,
}

/// See the module.
pub struct World {
    pub chance: Chance,
    pub time: TrueTime,
    pub trace: Trace,
    pub tally: Tally,
    pub shared: bool,
    pub disk: SimulatedDisk,
    pub servers: Vec<Rc<Server>>,
    pub network: Network,
    pub auditor: RefCell<Auditor>,
    pub codes: RefCell<Vec<SpentCode>>,
    pub gateway: Gateway,
    has_phones: bool,
    /// Phones that nothing more is done with, clones too.
    phones: RefCell<Vec<Rc<Phone>>>,
    healed: Arc<AtomicBool>,
    expires_late: bool,
}

/// Plays a seed: on one thread, in a time that only passes when nobody has anything to do.
pub fn play(seed: u64, plan: Plan) -> Outcome {
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build().expect("a runtime");
    let local = LocalSet::new();
    local.block_on(&runtime, async move { Rc::new(World::new(seed, plan)).play().await })
}

impl World {
    /// Every second seed has a database that two servers share, the others a file with one server.
    fn new(seed: u64, plan: Plan) -> Self {
        let (chance, time, tally) = (Chance::new(seed), TrueTime::begin(), Tally::default());
        let (healed, shared) = (Arc::new(AtomicBool::new(false)), seed.is_multiple_of(2));
        let rough = Rough { chance: chance.fork(), tally: tally.clone(), healed: healed.clone() };
        let disk = SimulatedDisk::new(shared, Box::new(rough), plan.planted);
        let server = |name| Rc::new(Server::new(name, MachineClock::new(&time, name), &disk, &tally));
        let servers: Vec<_> = (0..if shared { 2 } else { 1 }).map(server).collect();
        let mut network = Network::new(chance.fork(), &tally, &healed, &servers);
        network.mixes_answers = plan.mixes_answers.then_some(20);
        Self {
            trace: Trace::new(&time),
            chance,
            time,
            tally,
            shared,
            disk,
            servers,
            network,
            auditor: RefCell::default(),
            codes: RefCell::default(),
            gateway: Gateway::new(),
            has_phones: (seed / 2).is_multiple_of(PHONES),
            phones: RefCell::default(),
            healed,
            expires_late: plan.expires_late,
        }
    }

    async fn play(self: Rc<Self>) -> Outcome {
        for server in &self.servers {
            spawn_local(self.clone().keep_running(server.clone()));
        }
        let mut acts = Vec::with_capacity(COMMANDS);
        // Two phones of one person, and one of another.
        let phones: &[(usize, u8)] = if self.has_phones { &[(0, 0), (1, 0), (2, 1)] } else { &[] };
        for &(name, owner) in phones {
            let phone =
                Rc::new(Phone::new(name, owner, u8::try_from(name).unwrap_or_default(), self.chance.fork()));
            acts.push(spawn_local(phone::live(self.clone(), phone)));
        }
        for n in 0..COMMANDS {
            if !self.chance.one_in(4) {
                sleep(self.chance.millis(10, 1_500)).await;
            }
            if self.chance.one_in(MISHAPS) {
                mishap::happens(&self);
            }
            acts.push(spawn_local(actor::act(self.clone(), n % 7, actor::wish(&self))));
        }
        self.heal();
        let settled = timeout(SETTLES, async {
            for act in acts {
                if act.await.is_err() {
                    self.finds("somebody's act panicked".to_owned());
                }
            }
            self.all_settles().await;
        });
        if settled.await.is_err() {
            self.finds("not all settles".to_owned());
        }
        self.outcome()
    }

    /// Starts a server again whenever it has ended.
    async fn keep_running(self: Rc<Self>, server: Rc<Server>) {
        loop {
            if server.is_dead() {
                server.kill();
                server.clock.set_wrong_by(0);
                let up = server.start().await;
                self.trace.say(format_args!(
                    "server {} {}",
                    server.name,
                    if up { "is up" } else { "fails to start" }
                ));
            }
            if let Some(what) = server.broke() {
                return self.finds(format!("server {} stopped: {what}", server.name));
            }
            sleep(Duration::from_millis(500)).await;
        }
    }

    /// Runs out what has run out, as every day.
    pub async fn expire(&self) {
        if self.expires_late {
            return;
        }
        loop {
            let leader = self.servers.iter().find(|server| server.leads() && !server.is_stopped());
            if let Some(writer) = leader.and_then(|server| server.writer()) {
                let expired =
                    timeout(Duration::from_secs(20), office::expire(&writer, self.chance.bytes())).await;
                if matches!(expired, Ok(Ok(_))) {
                    return;
                }
            }
            sleep(Duration::from_secs(1)).await;
        }
    }

    /// What one phone still sends another shows, so each settles before any is believed; and all within one day, as
    /// what runs out in between shows on some of them only.
    async fn all_settles(self: &Rc<Self>) {
        // A clone may be on its way.
        sleep(Duration::from_mins(1)).await;
        let phones = self.phones.take();
        for phone in &phones {
            phone::settles(self, phone).await;
        }
        loop {
            let day = self.time.now().day_jst();
            self.expire().await;
            let mut shown = Vec::with_capacity(phones.len());
            for phone in &phones {
                shown.push(phone::settles(self, phone).await);
            }
            if self.time.now().day_jst() == day {
                return self.auditor.borrow_mut().phones_show(shown);
            }
        }
    }

    /// Nothing more is done with this phone.
    pub fn lived(&self, phone: Rc<Phone>) {
        self.phones.borrow_mut().push(phone);
    }

    /// Whether one in so many goes wrong like this.
    pub fn fails(&self, fault: Fault, seldom: u32) -> bool {
        let fails = !self.healed.load(SeqCst) && self.chance.one_in(seldom);
        if fails {
            self.tally.count(fault);
        }
        fails
    }

    /// A phone's request arrives when the phone has given it up.
    pub fn sends_later(self: &Rc<Self>, request: HttpRequest) {
        let (world, after) = (self.clone(), self.chance.millis(1_000, 20_000));
        spawn_local(async move {
            sleep(after).await;
            let _ = world.gateway.answer(&world, &world.some_server(), &request).await;
        });
    }

    fn heal(&self) {
        self.trace.say("all is well from here");
        self.healed.store(true, SeqCst);
        self.network.cut_off.borrow_mut().clear();
        for server in &self.servers {
            server.clock.set_wrong_by(0);
            server.wake();
        }
    }

    pub fn finds(&self, finding: String) {
        self.trace.say(&finding);
        self.auditor.borrow_mut().findings.push(finding);
    }

    fn outcome(&self) -> Outcome {
        let auditor = self.auditor.take();
        let acknowledged = auditor.acknowledgements();
        let wallets: Vec<_> = (0..RESIDENTS).map(resident).collect();
        let findings = auditor.judge(&self.disk.contents(), &wallets, self.time.now());
        for finding in &findings {
            self.trace.say(finding);
        }
        Outcome {
            findings,
            faults: self.tally.counts(),
            acknowledged,
            hash: self.trace.hash(),
            trace: self.trace.text(),
        }
    }
}

impl World {
    /// A server that runs, of any standing.
    pub fn some_server(&self) -> Rc<Server> {
        self.chance.pick(&self.servers).clone()
    }

    /// The moments of a commit at which this disk's writer can be killed.
    pub fn moments(&self) -> &'static [Moment] {
        if self.shared {
            &[Moment::Ran, Moment::Committed]
        } else {
            &[Moment::Ran, Moment::Written, Moment::Committed]
        }
    }
}
