//! The card that a person holds at her phone: one that another process serves, or one in a reader of this computer.

use std::{
    io::{Read, Write},
    net::TcpStream,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use yui_app::{CardTransport, PlatformError};
use yui_card::TransportError;
use yui_terminal::reader::{CardInReader, Readers};

/// How long a card is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

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
