//! The facade: everything a UI can ask for hangs on [`YuiApp`].

use std::sync::{Arc, Mutex, PoisonError};

use tokio_util::sync::CancellationToken;

use crate::{
    AppConfig, AppError, ChangeListener, Listening, Platform, Seams,
    core::{Core, store_file},
    events,
    identity::Identity,
    notices::Notices,
    runtime,
    screens::{Pay, Receive, Register, Screens, Tries, Visitor},
    settings::Settings,
    shop::ShopRole,
    store::discard,
    sync::SyncView,
    view::ErrorView,
    wallet::Wallet,
};

/// One installation of the app on one phone.
#[derive(uniffi::Object)]
pub struct YuiApp {
    core: Arc<Core>,
    running: Mutex<Option<CancellationToken>>,
}

#[uniffi::export]
impl YuiApp {
    /// Opens the app: its store, nothing of the network. `storage_foreign`, `storage_sealed` and `storage_full`
    /// leave the file as it was. Open one at a time for one folder.
    #[uniffi::constructor]
    pub async fn open(config: AppConfig, platform: Platform) -> Result<Arc<Self>, AppError> {
        Self::open_with(config, platform, Seams::default()).await
    }

    /// Opens the app with a new store in place of one that cannot be read: after `storage_sealed` (a backup of
    /// another phone, a key store that was reset) or `storage_failed`, and the person's word that she will
    /// register again. Not while another one is open. `storage_foreign` for a file that is not ours, which stays.
    #[uniffi::constructor]
    pub async fn open_afresh(config: AppConfig, platform: Platform) -> Result<Arc<Self>, AppError> {
        let file = store_file(&config);
        runtime::run(runtime::blocking(move || discard(&file))).await?;
        Self::open(config, platform).await
    }

    /// The person on this phone.
    #[must_use]
    pub fn identity(&self) -> Arc<Identity> {
        Identity::new(self.core.clone())
    }

    /// Her wallet.
    #[must_use]
    pub fn wallet(&self) -> Arc<Wallet> {
        Wallet::new(self.core.clone())
    }

    /// The shop's role.
    #[must_use]
    pub fn shop(&self) -> Arc<ShopRole> {
        ShopRole::new(self.core.clone())
    }

    /// Settings and words.
    #[must_use]
    pub fn settings(&self) -> Arc<Settings> {
        Settings::new(self.core.clone())
    }

    /// What the app tells of by itself.
    #[must_use]
    pub fn notices(&self) -> Arc<Notices> {
        Notices::new(self.core.clone())
    }

    /// What each screen shows.
    #[must_use]
    pub fn screens(&self) -> Arc<Screens> {
        Screens::new(self.core.clone())
    }

    /// Registering with the card, screen by screen.
    #[must_use]
    pub fn register(&self) -> Arc<Register> {
        Register::new(self.core.clone())
    }

    /// Paying a shop, screen by screen.
    #[must_use]
    pub fn pay(&self) -> Arc<Pay> {
        Pay::new(self.core.clone())
    }

    /// Receiving as a shop, screen by screen.
    #[must_use]
    pub fn receive(&self) -> Arc<Receive> {
        Receive::new(self.core.clone())
    }

    /// How many tries the card's PIN and password have left.
    #[must_use]
    pub fn tries(&self) -> Arc<Tries> {
        Tries::new(self.core.clone())
    }

    /// Becoming a visitor, screen by screen.
    #[must_use]
    pub fn visitor(&self) -> Arc<Visitor> {
        Visitor::new(self.core.clone())
    }

    /// Tells `listener` of changes from now on, for as long as what is answered is kept.
    #[must_use]
    pub fn listen(&self, listener: Arc<dyn ChangeListener>) -> Arc<Listening> {
        Arc::new(self.core.notifier.listen(listener))
    }

    /// The app came to the front: what waits is sent, feeds are followed, the town's configuration is asked for.
    /// Calling it twice is calling it once.
    pub fn start(&self) {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if running.is_none() {
            let stop = CancellationToken::new();
            events::start(&self.core, &stop);
            *running = Some(stop);
        }
    }

    /// The app went to the back: nothing runs until the next call, and what was typed for the card is forgotten.
    pub fn stop(&self) {
        self.core.leave_jobs();
        if let Some(stop) = self.running.lock().unwrap_or_else(PoisonError::into_inner).take() {
            stop.cancel();
        }
    }

    /// Sends what waits and reads every feed to its end, now. `offline` without network; `device_revoked` when
    /// this phone was removed.
    pub async fn sync(&self) -> Result<SyncView, AppError> {
        let core = self.core.clone();
        runtime::run(async move { core.sync().await }).await
    }

    /// An error as a person reads it.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "what crosses the FFI crosses by value")]
    pub fn explain(&self, error: AppError) -> ErrorView {
        self.core.words().error(&error)
    }
}

impl YuiApp {
    /// [`YuiApp::open`] with something else in place of the world, for tests.
    pub async fn open_with(
        config: AppConfig,
        platform: Platform,
        seams: Seams,
    ) -> Result<Arc<Self>, AppError> {
        runtime::run(async move {
            let core = runtime::blocking(move || {
                let core = Core::open(&config, platform, seams)?;
                core.begin_with(config.bundled_municipality.as_deref())?;
                Ok(core)
            })
            .await?;
            Ok(Arc::new(Self { core, running: Mutex::new(None) }))
        })
        .await
    }
}

impl Drop for YuiApp {
    fn drop(&mut self) {
        self.stop();
    }
}
