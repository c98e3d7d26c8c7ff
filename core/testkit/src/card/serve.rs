//! The card over TCP, for another process: every message is a 2-byte big-endian length and that many bytes.
//!
//! The framing and the one-byte controls are those of vpcd (`00` off, `01` on, `02` reset, none answered; `04` asks
//! for the answer to reset); anything longer is a command and is answered. A card that was pulled out closes the
//! connection.

use std::net::SocketAddr;

use async_trait::async_trait;
use tokio::{
    io::{self, AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::{Mutex, oneshot},
};
use yui_card::{CardTransport, TransportError};

use super::VirtualCard;

/// Serves the card to one client after the other, until dropped.
pub async fn serve(listener: TcpListener, card: VirtualCard) -> io::Result<()> {
    loop {
        let (mut client, _) = listener.accept().await?;
        card.reset();
        // A client that breaks off is no fault of the card.
        let _ = converse(&mut client, &card).await;
    }
}

/// Puts the card into a reader of vpcd, which listens there, until the card is pulled out or the reader is gone. `powered`
/// hears when the reader has found it.
pub async fn insert(reader: SocketAddr, card: &VirtualCard, powered: oneshot::Sender<()>) -> io::Result<()> {
    let mut reader = TcpStream::connect(reader).await?;
    reader.set_nodelay(true)?;
    card.reset();
    let mut powered = Some(powered);
    loop {
        let message = receive(&mut reader).await?;
        if let Some(powered) = powered.take() {
            // Whoever does not listen any more need not know.
            let _ = powered.send(());
        }
        if !react(&mut reader, card, &message).await? {
            return Ok(());
        }
    }
}

async fn converse(client: &mut TcpStream, card: &VirtualCard) -> io::Result<()> {
    loop {
        let message = receive(client).await?;
        if !react(client, card, &message).await? {
            return Ok(());
        }
    }
}

/// What the card does about a message; false when it was pulled out.
async fn react(stream: &mut TcpStream, card: &VirtualCard, message: &[u8]) -> io::Result<bool> {
    match *message {
        [0..=2] => card.reset(),
        [4] => send(stream, &card.atr()).await?,
        _ => match card.transceive(message).await {
            Ok(answer) => send(stream, &answer).await?,
            Err(_) => return Ok(false),
        },
    }
    Ok(true)
}

async fn send(stream: &mut TcpStream, message: &[u8]) -> io::Result<()> {
    let length = u16::try_from(message.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    stream.write_all(&[&length.to_be_bytes(), message].concat()).await
}

async fn receive(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let length = stream.read_u16().await?;
    let mut message = vec![0; usize::from(length)];
    stream.read_exact(&mut message).await?;
    Ok(message)
}

/// A card that another process serves. An exchange that failed or was given up ends the connection: its answer could
/// be taken for that of the next command.
pub struct RemoteCard(Mutex<Option<TcpStream>>);

impl RemoteCard {
    /// Connects to [`serve`]; the card is freshly powered.
    pub async fn connect(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self(Mutex::new(Some(stream))))
    }

    /// The answer to reset.
    pub async fn atr(&self) -> io::Result<Vec<u8>> {
        self.exchange(&[4]).await
    }

    async fn exchange(&self, message: &[u8]) -> io::Result<Vec<u8>> {
        let mut connection = self.0.lock().await;
        let mut stream = connection.take().ok_or(io::ErrorKind::NotConnected)?;
        send(&mut stream, message).await?;
        let answer = receive(&mut stream).await?;
        *connection = Some(stream);
        Ok(answer)
    }
}

#[async_trait]
impl CardTransport for RemoteCard {
    async fn transceive(&self, command: &[u8]) -> Result<Vec<u8>, TransportError> {
        self.exchange(command).await.map_err(|_| TransportError::Lost)
    }
}
