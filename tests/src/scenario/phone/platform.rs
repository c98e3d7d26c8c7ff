//! The services of a made-up telephone: test keys, a clock that goes with the server's, and a log kept in a file.

use std::{
    fs::File,
    io::Write,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};

use yui_app::{Clock, ClockReading, DeviceKeys, KeyName, LogLevel, LogSink, Platform, PlatformError};
use yui_protocol::PublicKey;
use yui_store::SystemClock;
use yui_testkit::{keys::TestKeys, secure_store::TestSecureStore};

/// What stays with the telephone when the app is killed.
pub struct Telephone {
    keys: Arc<TestKeys>,
    secure_store: Arc<TestSecureStore>,
    clock: Arc<SharedClock>,
    log: Arc<FileLog>,
}

impl Telephone {
    pub fn new(screen_lock: bool, offset: Arc<AtomicI64>, log: &Path) -> std::io::Result<Self> {
        Ok(Self {
            keys: Arc::new(TestKeys::new(screen_lock)),
            secure_store: Arc::new(TestSecureStore::new()),
            clock: Arc::new(SharedClock { offset, wrong_by: AtomicI64::new(0) }),
            log: Arc::new(FileLog(Mutex::new(File::create(log)?))),
        })
    }

    pub fn platform(&self) -> Platform {
        Platform {
            keys: self.keys.clone(),
            secure_store: self.secure_store.clone(),
            clock: self.clock.clone(),
            log: self.log.clone(),
        }
    }

    /// The person sets the wall clock this much ahead of the right time.
    pub fn set_clock(&self, ahead: i64) {
        self.clock.wrong_by.store(ahead, Ordering::SeqCst);
    }

    /// The person sets a screen lock, or removes it.
    pub fn set_screen_lock(&self, lock: bool) {
        self.keys.set_screen_lock(lock);
    }

    /// Whether the person declines to confirm with face, finger or screen lock.
    pub fn user_refuses(&self, refuses: bool) {
        self.keys.set_user_verifies(!refuses);
    }

    pub fn device_thumbprint(&self) -> Option<String> {
        let point = self.keys.public_key(KeyName::Device).ok().flatten()?;
        PublicKey::try_from(point.as_slice()).ok().map(|key| key.thumbprint().to_string())
    }
}

/// The machine's clock plus the scenario's offset; its wall can be wrong.
struct SharedClock {
    offset: Arc<AtomicI64>,
    wrong_by: AtomicI64,
}

impl Clock for SharedClock {
    fn read(&self) -> Result<ClockReading, PlatformError> {
        let monotonic_ms = yui_store::Clock::now(&SystemClock).plus(self.offset.load(Ordering::SeqCst)).0;
        let wall_ms = monotonic_ms + self.wrong_by.load(Ordering::SeqCst);
        Ok(ClockReading { wall_ms, monotonic_ms, boot_id: "one".to_owned() })
    }
}

/// A log of all lines, for the search for what must not be in it.
struct FileLog(Mutex<File>);

impl LogSink for FileLog {
    fn line(&self, level: LogLevel, text: String) -> Result<(), PlatformError> {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        writeln!(file, "{level:?} {text}").map_err(|_| PlatformError::Failed)
    }
}
