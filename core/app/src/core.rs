//! What the sub-objects of the facade share: store, time, keys, server, and who is told of changes.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, RwLock, atomic::AtomicBool},
};

use tokio::sync::{Mutex as AsyncMutex, MutexGuard, Notify};
use tokio_util::sync::CancellationToken;
use yui_protocol::{CommandId, ErrorCode, Millis, TownCode, municipality::Municipality};
use yui_texts::Lang;

use crate::{
    Anchor, AppConfig, Platform, Seams, ServerTime,
    error::{AppError, AppResult},
    http::{Api, Noticing, Reach, ReqwestTransport},
    ids::Ids,
    listener::{Notifier, Topic},
    outbox::Underway,
    platform::{KeyName, LogLevel, LogSink},
    quotes::Quotes,
    runtime,
    screens::{Asked, Paying, Receiving, Registering, Trying, Visiting},
    session::Session,
    settings::Preferences,
    signing::Keys,
    store::{Meta, PairedShop, Party, Registration, Store, Unit, WritePoint},
    view::Words,
    wallet::ShopView,
};

/// The store's file in the app's folder.
pub(crate) fn store_file(config: &AppConfig) -> PathBuf {
    Path::new(&config.data_dir).join("yui.sqlite")
}

/// See the module.
pub(crate) struct Core {
    pub(crate) town: TownCode,
    pub(crate) store: Arc<Store>,
    pub(crate) time: Arc<ServerTime>,
    ids: Ids,
    pub(crate) keys: Keys,
    pub(crate) api: Api,
    pub(crate) notifier: Notifier,
    /// Whether the town's server is reached.
    pub(crate) reach: Arc<Reach>,
    /// Whether this phone followed a person's feed when that was last looked at; words about the network go by it.
    pub(crate) resident: AtomicBool,
    pub(crate) quotes: Quotes,
    /// Where registering stands.
    pub(crate) registering: Mutex<Registering>,
    /// Where paying stands.
    pub(crate) paying: Mutex<Paying>,
    /// How many tries her card has left.
    pub(crate) trying: Mutex<Trying>,
    /// Where becoming a visitor stands.
    pub(crate) visiting: Mutex<Visiting>,
    /// Where receiving as a shop stands.
    pub(crate) receiving: Mutex<Receiving>,
    /// The voucher that was scanned, with the line that it came to.
    pub(crate) charging: Asked<Option<CommandId>>,
    /// The pairing code that was scanned, with the shop that it names.
    pub(crate) pairing: Asked<ShopView>,
    /// Whose end was felt and heard already.
    pub(crate) felt: Mutex<BTreeSet<CommandId>>,
    /// Why no code was made when it was last asked for.
    pub(crate) code_refused: Mutex<Option<AppError>>,
    /// How the person wants the app to look.
    pub(crate) preferences: RwLock<Preferences>,
    /// One reader of a feed at a time.
    pub(crate) sync_gate: AsyncMutex<()>,
    /// One sender of the outbox at a time.
    pub(crate) pump_gate: AsyncMutex<()>,
    pub(crate) underway: Underway,
    /// Until when the server asked not to be asked again by itself.
    quiet_until: Mutex<Millis>,
    /// One maker of codes at a time; never waits for the network.
    pub(crate) code_gate: AsyncMutex<()>,
    pub(crate) roles_changed: Notify,
    pub(crate) outbox_changed: Notify,
    /// Ends what is going on with a card.
    pub(crate) card_stop: Mutex<CancellationToken>,
    pub(crate) municipality: RwLock<Option<Arc<Municipality>>>,
    log: Arc<dyn LogSink>,
    lang: RwLock<Lang>,
    person: Session,
    shop: Session,
}

impl Core {
    /// Opens the store and puts everything together; the town's configuration is not known yet. Blocks.
    pub(crate) fn open(config: &AppConfig, platform: Platform, seams: Seams) -> AppResult<Arc<Self>> {
        let (town, origin) = config.checked()?;
        let store = Store::open(&store_file(config), platform.secure_store.as_ref(), seams.fault)?;
        let (anchor, chosen, preferences) = store.read(|unit| {
            let chosen = unit.meta::<Lang>(Meta::Language)?;
            Ok((
                unit.meta::<Anchor>(Meta::Anchor)?,
                chosen,
                unit.meta_if_known::<Preferences>(Meta::Preferences)?,
            ))
        })?;
        let time = Arc::new(ServerTime::new(platform.clock, anchor)?);
        let keys = Keys::new(platform.keys);
        let transport = match seams.transport {
            Some(transport) => transport,
            None => Arc::<ReqwestTransport>::default(),
        };
        let notifier = Notifier::new();
        let reach = Reach::new(notifier.announcer(Topic::Network));
        let api = Api::new(Arc::new(Noticing { transport, reach: reach.clone() }), origin);
        let session = |key| Session::new(api.clone(), keys.clone(), key, time.clone());
        Ok(Arc::new(Self {
            town,
            person: session(KeyName::Device),
            shop: session(KeyName::Shop),
            store: Arc::new(store),
            time,
            ids: Ids::new(seams.random),
            keys,
            api,
            notifier,
            reach,
            resident: AtomicBool::new(false),
            quotes: Quotes::default(),
            registering: Mutex::default(),
            paying: Mutex::default(),
            trying: Mutex::default(),
            visiting: Mutex::default(),
            receiving: Mutex::default(),
            charging: Asked::default(),
            pairing: Asked::default(),
            felt: Mutex::default(),
            code_refused: Mutex::default(),
            preferences: RwLock::new(preferences.unwrap_or_default()),
            sync_gate: AsyncMutex::new(()),
            pump_gate: AsyncMutex::new(()),
            underway: Underway::default(),
            quiet_until: Mutex::default(),
            code_gate: AsyncMutex::new(()),
            roles_changed: Notify::new(),
            outbox_changed: Notify::new(),
            card_stop: Mutex::new(CancellationToken::new()),
            municipality: RwLock::default(),
            log: platform.log,
            lang: RwLock::new(chosen.or_else(|| Lang::from_tag(&config.language)).unwrap_or_default()),
        }))
    }

    /// What was forgotten leaves the file as well.
    pub(crate) async fn scrub(&self) -> AppResult<()> {
        let store = self.store.clone();
        runtime::blocking(move || store.scrub()).await
    }

    /// Writes on a blocking thread.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        point: WritePoint,
        work: impl FnOnce(&Unit<'_>) -> AppResult<T> + Send + 'static,
    ) -> AppResult<T> {
        let store = self.store.clone();
        runtime::blocking(move || store.write(point, work)).await
    }

    /// Reads on a blocking thread.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Unit<'_>) -> AppResult<T> + Send + 'static,
    ) -> AppResult<T> {
        let store = self.store.clone();
        runtime::blocking(move || store.read(work)).await
    }

    /// The login that speaks for that party.
    pub(crate) fn session(&self, party: Party) -> &Session {
        match party {
            Party::Shop => &self.shop,
            Party::Person => &self.person,
        }
    }

    /// Whether this phone has that role.
    pub(crate) async fn speaks_for(&self, party: Party) -> AppResult<bool> {
        self.read(move |unit| match party {
            Party::Person => {
                Ok(matches!(unit.meta::<Registration>(Meta::Registration)?, Some(Registration::Enrolled)))
            }
            Party::Shop => Ok(unit.meta::<PairedShop>(Meta::PairedShop)?.is_some()),
        })
        .await
    }

    /// Whether a registration with the card was sent from this phone and not refused: she is enrolled, or staff look.
    pub(crate) async fn has_asked(&self) -> AppResult<bool> {
        self.read(|unit| {
            let registration: Option<Registration> = unit.meta(Meta::Registration)?;
            Ok(matches!(registration, Some(Registration::InReview(_) | Registration::Enrolled)))
        })
        .await
    }

    /// While this is held, nothing of what was asked before comes in, and no code is made: what is forgotten stays
    /// forgotten.
    pub(crate) async fn quiet(&self) -> [MutexGuard<'_, ()>; 3] {
        [self.code_gate.lock().await, self.pump_gate.lock().await, self.sync_gate.lock().await]
    }

    /// `not_registered` for a phone that does not speak for them.
    pub(crate) async fn require(&self, party: Party) -> AppResult<()> {
        if self.speaks_for(party).await? { Ok(()) } else { Err(ErrorCode::NotRegistered.into()) }
    }

    /// A fresh id of this moment, greater than the one before.
    pub(crate) fn new_id(&self) -> CommandId {
        self.ids.next(self.time.now())
    }

    /// Nothing is sent by itself before that moment.
    pub(crate) fn leave_alone(&self, until: Millis) {
        *self.quiet_until.lock().unwrap_or_else(PoisonError::into_inner) = until;
    }

    /// Until when nothing is sent by itself.
    pub(crate) fn left_alone_until(&self) -> Millis {
        *self.quiet_until.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a server time and keeps it.
    pub(crate) async fn heard(&self, server: Millis) -> AppResult<()> {
        let anchor = self.time.heard(server);
        self.write(WritePoint::Other, move |unit| unit.put_meta(Meta::Anchor, &anchor)).await
    }

    /// The texts in the person's language.
    pub(crate) fn words(&self) -> Words {
        Words(*self.lang.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the language; keeping it is the caller's.
    pub(crate) fn speak(&self, lang: Lang) {
        *self.lang.write().unwrap_or_else(PoisonError::into_inner) = lang;
    }

    /// A line of the log about something that failed: the code, nothing else. A code this app does not know is
    /// somebody else's text.
    pub(crate) fn log_failure(&self, doing: &str, error: &AppError) {
        let code = match error.code() {
            ErrorCode::Unknown(_) => "unknown",
            known => known.as_str(),
        };
        // There is nowhere left to say that the log failed.
        let _ = runtime::aside(|| self.log.line(LogLevel::Warning, format!("{doing}: {code}")));
    }
}
