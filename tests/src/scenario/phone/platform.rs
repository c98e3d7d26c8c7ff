//! The services of a made-up telephone: test keys, a clock that goes with the server's, a log kept in a file, and
//! cards that another process serves.

use std::{
    fs::File,
    io::{Read, Write},
    net::TcpStream,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use yui_app::{
    CardTransport, Clock, ClockReading, DeviceKeys, KeyName, LogLevel, LogSink, Platform, PlatformError,
};
use yui_card::TransportError;
use yui_protocol::PublicKey;
use yui_store::SystemClock;
use yui_terminal::reader::{CardInReader, Readers};
use yui_testkit::{keys::TestKeys, secure_store::TestSecureStore};

/// How long a card is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

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

/// The card at a place: an address where one is served, or `reader:NAME`, a reader of this computer.
pub async fn hold(place: &str) -> Result<Arc<dyn CardTransport>, String> {
    match place.strip_prefix("reader:") {
        Some(name) => {
            let card = Readers::open().and_then(|readers| readers.card(Some(name), PATIENCE, || ()));
            Ok(Arc::new(AtReader(card.map_err(|fault| fault.to_string())?)))
        }
        None => Ok(Arc::new(HeldCard::connect(place).await?)),
    }
}

/// A card in a reader of this computer.
struct AtReader(CardInReader);

impl CardTransport for AtReader {
    fn transceive(&self, apdu: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
        self.0.exchange(&apdu).map_err(|error| match error {
            TransportError::Lost => PlatformError::CardLost,
            TransportError::Failed => PlatformError::Failed,
        })
    }
}

/// A card that the test server serves, held at this phone: 2-byte big-endian length before every message.
struct HeldCard(Mutex<TcpStream>);

impl HeldCard {
    async fn connect(address: &str) -> Result<Self, String> {
        let stream = tokio::net::TcpStream::connect(address).await.and_then(tokio::net::TcpStream::into_std);
        let stream = stream.map_err(|e| format!("no card at {address}: {e}"))?;
        let blocking = stream.set_nonblocking(false).and_then(|()| stream.set_read_timeout(Some(PATIENCE)));
        blocking.map_err(|e| e.to_string())?;
        Ok(Self(Mutex::new(stream)))
    }
}

impl CardTransport for HeldCard {
    fn transceive(&self, apdu: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
        let mut stream = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        exchange(&mut stream, &apdu).map_err(|_| PlatformError::CardLost)
    }
}

fn exchange(stream: &mut TcpStream, apdu: &[u8]) -> std::io::Result<Vec<u8>> {
    let length = u16::try_from(apdu.len()).map_err(|_| std::io::ErrorKind::InvalidInput)?;
    stream.write_all(&[&length.to_be_bytes(), apdu].concat())?;
    let mut length = [0; 2];
    stream.read_exact(&mut length)?;
    let mut answer = vec![0; usize::from(u16::from_be_bytes(length))];
    stream.read_exact(&mut answer)?;
    Ok(answer)
}
