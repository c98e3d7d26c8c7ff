//! A phone and a small server in one process: the server keeps the protocol's rules (one answer an id, nonces,
//! tokens bound to keys, signatures checked) and nothing else.

#![allow(dead_code, reason = "each test file uses a part")]

mod rules;
mod server;

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use tempfile::TempDir;
use yui_app::{
    AppConfig, AppError, Platform, Seams, YuiApp,
    http::HttpTransport,
    identity::{CardRoute, RegisterDraft},
    store::{StoreFault, WritePoint},
};
use yui_protocol::{
    ErrorCode,
    identity::EnrolPurpose,
    municipality::Municipality,
    qr::{BearerSecret, Merchant, PairingCode, ShopCode, VoucherCode},
};
use yui_testkit::{
    card::{CardBuilder, Person, SIGNATURE_PASSWORD, VirtualCard},
    clock::HandClock,
    keys::TestKeys,
    secure_store::{TestLog, TestSecureStore},
};

pub use rules::{SHOP, municipality};
pub use server::{START, Server};

/// A phone: what survives when the app is killed.
pub struct Phone {
    pub folder: TempDir,
    pub keys: Arc<TestKeys>,
    pub secure: Arc<TestSecureStore>,
    pub clock: Arc<HandClock>,
    pub log: Arc<TestLog>,
}

impl Phone {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            keys: Arc::new(TestKeys::new(true)),
            secure: Arc::new(TestSecureStore::new()),
            clock: Arc::new(HandClock::at(START)),
            log: Arc::default(),
        }
    }

    pub fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("yui.sqlite")
    }

    pub async fn open(&self, transport: Arc<dyn HttpTransport>) -> Arc<YuiApp> {
        self.try_open(self.folder.path(), transport, None).await.expect("the app opens")
    }

    /// The app after a restart of the phone, whose wall clock shows `wall` then.
    pub async fn open_rebooted(&self, wall: i64, transport: Arc<dyn HttpTransport>) -> Arc<YuiApp> {
        self.clock.reboot();
        self.clock.set_wall(wall);
        self.open(transport).await
    }

    pub async fn try_open(
        &self,
        folder: &Path,
        transport: Arc<dyn HttpTransport>,
        fault: Option<Arc<dyn StoreFault>>,
    ) -> Result<Arc<YuiApp>, AppError> {
        let config = AppConfig { data_dir: folder.to_string_lossy().into_owned(), ..self.config() };
        YuiApp::open_with(
            config,
            self.platform(),
            Seams { transport: Some(transport), fault, ..Seams::default() },
        )
        .await
    }

    pub fn config(&self) -> AppConfig {
        // What comes with the app knows no server.
        let bundled = Municipality { code_key: None, ..municipality() };
        AppConfig {
            data_dir: self.folder.path().to_string_lossy().into_owned(),
            origin: "https://yui.example".into(),
            town: "422053".into(),
            language: "ja".into(),
            bundled_municipality: Some(serde_json::to_string(&bundled).expect("serialises")),
        }
    }

    pub fn platform(&self) -> Platform {
        Platform {
            keys: self.keys.clone(),
            secure_store: self.secure.clone(),
            clock: self.clock.clone(),
            log: self.log.clone(),
        }
    }
}

pub fn card() -> Arc<VirtualCard> {
    Arc::new(CardBuilder::new(&Person::hanako()).build())
}

pub fn draft(password: &str) -> RegisterDraft {
    RegisterDraft {
        route: CardRoute::Signature,
        password: password.into(),
        purpose: EnrolPurpose::Register,
        device_name: "花子の電話".into(),
        last_try_confirmed: false,
    }
}

/// A registered phone with 5,000 points.
pub async fn hanako(server: &Arc<Server>, transport: Arc<dyn HttpTransport>) -> (Phone, Arc<YuiApp>) {
    let phone = Phone::new();
    let app = phone.open(transport).await;
    app.identity().register(draft(SIGNATURE_PASSWORD), card(), None).await.expect("registered");
    server.charge(5_000);
    app.sync().await.expect("synced");
    (phone, app)
}

/// A shop's phone.
pub async fn shop_phone(transport: Arc<dyn HttpTransport>) -> (Phone, Arc<YuiApp>) {
    let phone = Phone::new();
    let app = phone.open(transport).await;
    app.shop().pair(pairing()).await.expect("paired");
    (phone, app)
}

/// The text of the shop's poster.
pub fn poster() -> String {
    poster_named("まるや食堂")
}

/// The text of a poster that leads to the shop, whatever it calls it.
pub fn poster_named(name: &str) -> String {
    let merchant = Merchant { name: name.into(), city: "Omura".into(), postal_code: "8560000".into() };
    ShopCode { town: municipality().code, shop: SHOP, merchant }.to_text().expect("a code")
}

/// The pairing code that the counter printed.
pub fn pairing() -> String {
    PairingCode { town: municipality().code, secret: BearerSecret::new([9; 16]), shop: SHOP }.to_text()
}

/// The text of a voucher.
pub fn voucher(secret: [u8; 16]) -> String {
    VoucherCode { town: municipality().code, secret: BearerSecret::new(secret) }.to_text()
}

pub fn code_of<T: std::fmt::Debug>(result: Result<T, AppError>) -> ErrorCode {
    result.expect_err("an error").code().clone()
}

/// A disk that is full while it is said to be.
#[derive(Default)]
pub struct FullDisk(AtomicBool);

impl FullDisk {
    pub fn set(&self, full: bool) {
        self.0.store(full, Ordering::SeqCst);
    }
}

impl StoreFault for FullDisk {
    fn has_room(&self, _: WritePoint) -> bool {
        !self.0.load(Ordering::SeqCst)
    }
}
