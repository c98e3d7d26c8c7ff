//! Telephones with the real app on them: its outbox, its sync and its store, killed at any write, cloned, and put back
//! to an older state, over a network that fails.

mod gateway;
mod life;
mod line;
mod platform;

use std::{
    cell::{Cell, RefCell},
    path::Path,
    rc::Rc,
    sync::Arc,
};

use tempfile::TempDir;
use tokio::time::sleep;
use yui_app::{
    AppConfig, AppError, Platform, Seams, YuiApp,
    http::{HttpRequest, TransportError},
    store::StoreFault,
};
use yui_protocol::{CommandId, ErrorCode, Points, wallet::EntryState};
use yui_testkit::secure_store::TestSecureStore;

pub use gateway::Gateway;
pub use life::{live, settles};
use line::{Answer, Line};
use platform::{NoLog, PhoneClock, QuickKeys};

use crate::{actor, chance::Chance, fault::Fault, world::World};

/// One request in so many fails in each of the ways.
const SELDOM: u32 = 12;

/// See the module.
pub struct Phone {
    name: usize,
    owner: u8,
    folder: TempDir,
    secure: Arc<TestSecureStore>,
    keys: Arc<QuickKeys>,
    clock: Arc<PhoneClock>,
    line: Line,
    chance: Chance,
    app: RefCell<Option<Arc<YuiApp>>>,
    /// A backup of its data, as the system of a telephone makes one.
    backup: RefCell<Option<TempDir>>,
}

impl Phone {
    pub fn new(name: usize, owner: u8, key: u8, chance: Chance) -> Self {
        Self {
            name,
            owner,
            folder: folder(),
            secure: Arc::default(),
            keys: Arc::new(QuickKeys(key)),
            clock: Arc::default(),
            line: Line::new(),
            chance,
            app: RefCell::default(),
            backup: RefCell::default(),
        }
    }

    /// Another telephone with all that is on this one.
    fn clone_to(&self, name: usize) -> Self {
        let clone = Self {
            secure: self.secure.clone(),
            keys: self.keys.clone(),
            ..Self::new(name, self.owner, self.keys.0, self.chance.fork())
        };
        copy(self.folder.path(), clone.folder.path());
        clone
    }

    /// Opens the app, which may be killed at some write to come.
    async fn open(&self, world: &Rc<World>, fault: Option<Arc<dyn StoreFault>>) -> Result<(), AppError> {
        self.app.take();
        let config = AppConfig {
            data_dir: self.folder.path().to_string_lossy().into_owned(),
            origin: "https://yui.example".to_owned(),
            town: world.gateway.town().code.to_string(),
            language: "ja".to_owned(),
            bundled_municipality: serde_json::to_string(world.gateway.town()).ok(),
        };
        let platform = Platform {
            keys: self.keys.clone(),
            secure_store: self.secure.clone(),
            clock: self.clock.clone(),
            log: Arc::new(NoLog),
        };
        let chance = self.chance.fork();
        let seams = Seams {
            transport: Some(Arc::new(self.line.carrier())),
            fault,
            random: Some(Arc::new(move |bytes| bytes.copy_from_slice(&chance.vec(bytes.len())))),
        };
        let app = self.run(world, YuiApp::open_with(config, platform, seams)).await?;
        self.app.replace(Some(app));
        Ok(())
    }

    async fn run<T: Send + 'static>(
        &self,
        world: &Rc<World>,
        call: impl Future<Output = T> + Send + 'static,
    ) -> T {
        self.clock.set(world.time.now());
        self.line
            .run(call, async |request| {
                let answer = self.carry(world, request).await;
                self.clock.set(world.time.now());
                answer
            })
            .await
    }

    /// The network, as this phone has it.
    async fn carry(&self, world: &Rc<World>, request: HttpRequest) -> Answer {
        world.trace.say(format_args!("phone {} sends {request:?}", self.name));
        let fails = |fault| world.fails(fault, SELDOM);
        if fails(Fault::Partition) {
            return Err(TransportError::NotSent);
        }
        if fails(Fault::RequestDropped) {
            return Err(TransportError::Lost);
        }
        if fails(Fault::Reordered) {
            return Err(TransportError::Lost).inspect_err(|_| world.sends_later(request.clone()));
        }
        sleep(self.chance.millis(1, 60)).await;
        if fails(Fault::Duplicated) {
            let _ = world.gateway.answer(world, &world.some_server(), &request).await;
        }
        let answer = world.gateway.answer(world, &world.some_server(), &request).await;
        if fails(Fault::AnswerDropped) {
            return Err(TransportError::Lost);
        }
        answer.ok_or(TransportError::Lost)
    }

    async fn register(&self, world: &Rc<World>) -> bool {
        let Some(app) = self.app.borrow().clone() else { return false };
        let code = self.owner.to_string();
        let call = async move { app.identity().register_visitor(code, "花子の電話".to_owned()).await };
        self.clock.set(world.time.now());
        // A phone that is new to its owner reads the feed by itself, beside whatever it does next: it finds no network, so
        // that nothing depends on which comes first.
        let asked = Cell::new(false);
        let registered = self.line.run(call, async |request| {
            if request.url.ends_with("/v1/identity/token") {
                asked.set(true);
                return Err(TransportError::NotSent);
            }
            self.carry(world, request).await
        });
        let registered = registered.await.is_ok();
        if registered && !asked.get() {
            self.line.refuse_next();
        }
        registered
    }

    async fn sync(&self, world: &Rc<World>) -> bool {
        let Some(app) = self.app.borrow().clone() else { return false };
        self.run(world, async move { app.sync().await }).await.is_ok()
    }

    /// Pays; what the person is told of it.
    async fn pay(&self, world: &Rc<World>) -> Option<(CommandId, Result<EntryState, ErrorCode>)> {
        let app = self.app.borrow().clone()?;
        let (shop, amount) = (actor::shop(0), Points(self.chance.between(1, 60)));
        self.run(world, async move {
            let quote = app.wallet().prepare(shop, amount, None).await.ok()?;
            let told = app.wallet().confirm(quote.id).await;
            // A command of another time goes out again under another id.
            let id = told.as_ref().map_or(quote.id, |line| line.id);
            Some((id, told.map(|line| line.state).map_err(|error| error.code().clone())))
        })
        .await
    }

    /// What is not known yet, and what can be spent.
    async fn wallet(&self, world: &Rc<World>) -> Option<(Points, Points)> {
        let app = self.app.borrow().clone()?;
        let view = self.run(world, async move { app.wallet().snapshot().await }).await.ok()?;
        Some((view.pending, view.available))
    }
}

fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.expect("a folder")
}

fn copy(from: &Path, to: &Path) {
    for old in std::fs::read_dir(to).expect("a folder") {
        std::fs::remove_file(old.expect("a file").path()).expect("removed");
    }
    for file in std::fs::read_dir(from).expect("a folder") {
        let file = file.expect("a file");
        std::fs::copy(file.path(), to.join(file.file_name())).expect("copied");
    }
}
